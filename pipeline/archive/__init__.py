"""Every body that came, under its hash, with notes on the exchanges that brought it; replay starts here."""

from pipeline.archive.disk import Disk
from pipeline.archive.folder import Archive, Problem
from pipeline.archive.notes import ExchangeNote, Hop
from pipeline.archive.warc import write_warc

__all__ = ["Archive", "Disk", "ExchangeNote", "Hop", "Problem", "write_warc"]
