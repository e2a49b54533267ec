"""What an export leaves out, and how it is written."""

from dataclasses import dataclass

from pipeline.store.giving import quotes_only, without_contacts
from schemas.record import StatusRecord


@dataclass(frozen=True)
class Options:
    """What an export leaves out, and how it is written."""

    whole_text: bool = False
    """Whether the articles' text goes out too, and not their quotes only."""
    contacts: bool = True
    """Whether contacts go out."""
    since: int = 0
    """Only articles to which something happened after this cursor; 0 is all of them."""
    delimiter: str = ","
    """Of CSV; Danish Excel wants a semicolon."""

    def fit(self, record: StatusRecord) -> StatusRecord:
        """The record as it may be given away."""
        if not self.contacts:
            record = without_contacts(record)
        return record if self.whole_text else quotes_only(record)
