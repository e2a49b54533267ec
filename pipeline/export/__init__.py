"""Whole tables for others: CSV, JSON lines, Parquet or an SQLite file, each with a manifest.

What is given away is quotes and values only, unless asked otherwise: an article's text is its publisher's.
"""

from pipeline.export.copying import feed
from pipeline.export.exporting import WRITERS, Summary, export
from pipeline.export.options import Options

__all__ = ["WRITERS", "Options", "Summary", "export", "feed"]
