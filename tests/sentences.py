"""Tables of Danish sentences, several on a line with slashes between them."""


def listed(table: str) -> list[str]:
    """The sentences of a table, in order; a slash with a space on each side ends one."""
    return " ".join(table.split()).split(" / ")
