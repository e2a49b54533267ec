"""Evidence: the rule that a value without a span of the printed text cannot exist."""

from typing import Self

from pydantic import Field, model_validator

from schemas.base import Model


class Span(Model):
    """A stretch of a record's text, with the words that stand there."""

    start: int = Field(ge=0)
    """First character, counted in Unicode code points of the record's text."""
    end: int = Field(ge=1)
    """One past the last character."""
    quote: str = Field(min_length=1)
    """The characters between start and end, exactly as they stand in the record's text."""

    @model_validator(mode="after")
    def _quote_fits(self) -> Self:
        if self.end - self.start != len(self.quote):
            message = "a quote is as long as its span"
            raise ValueError(message)
        if not self.quote.strip():
            message = "a quote is more than white space"
            raise ValueError(message)
        return self

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """The span of text[start:end], without the white space at its edges."""
        quote = text[start:end]
        start += len(quote) - len(quote.lstrip())
        quote = quote.strip()
        return cls(start=start, end=start + len(quote), quote=quote)


Evidence = tuple[Span, ...]


class Grounded(Model):
    """A value that carries where it stands; it cannot be built without."""

    evidence: Evidence = Field(min_length=1)
    """The shortest clauses that carry the value, in the record's text."""
