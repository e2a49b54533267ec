"""The `extract` command behind its arguments: sources in, a record or a named error for each of their pages out."""

from pipeline.extraction.pages import Extraction, Reader, Result

__all__ = ["Extraction", "Reader", "Result"]
