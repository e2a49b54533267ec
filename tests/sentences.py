"""Tables of Danish sentences, several on a line with slashes between them."""


def listed(table: str) -> list[str]:
    """The sentences of a table, in order."""
    return [" ".join(sentence.split()) for sentence in table.split("/")]
