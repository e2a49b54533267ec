"""Memory stays flat: what is remembered of words and pages is bounded, however many new ones come."""

import sys
from functools import _lru_cache_wrapper
from itertools import count, islice, pairwise
from typing import Final

from pipeline.danish.clauses import VOCABULARY_MAX, tokenizer, tokens_of
from pipeline.run import extract_page
from tools.bench.pages import another_article, articles, invented

NEW_WORDS: Final = 45_000


def kept() -> dict[str, int]:
    """How many answers each cache without a bound keeps."""
    modules = [module for name, module in sys.modules.items() if name.startswith(("pipeline", "schemas"))]
    found = {
        f"{module.__name__}.{name}": value.cache_info()
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, _lru_cache_wrapper)
    }
    return {name: info.currsize for name, info in found.items() if info.maxsize is None}


def test_the_vocabulary_forgets() -> None:
    sizes = []
    for number in range(0, NEW_WORDS, 50):
        tokens = tokens_of(" ".join(map(invented, range(number, number + 50))))
        assert len(tokens) == 50
        sizes.append(len(tokenizer().vocab))
    renewals = [place for place, (before, after) in enumerate(pairwise(sizes)) if after < before]
    assert len(renewals) >= 2
    assert max(sizes) <= VOCABULARY_MAX + 50


def test_caches_without_a_bound_remember_nothing_of_a_page() -> None:
    numbers = count(1)
    pages = (another_article(page, next(numbers)) for _ in range(2) for page in articles())
    for page in islice(pages, len(articles())):
        extract_page(page)
    before = kept()
    for page in pages:
        extract_page(page)
    assert before
    assert kept() == before
