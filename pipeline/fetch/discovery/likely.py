"""Which of the candidates are worth a request: what an article of the series might be called.

Permissive on purpose. Whether a page is an article is for the extraction to say; this only spares a site the requests
for hundreds of plain news.
"""

import re
from fnmatch import fnmatchcase
from functools import cache
from typing import Final
from urllib.parse import unquote, urlsplit

from pipeline.config.models import Site
from pipeline.danish.letters import composed
from pipeline.danish.municipalities import all_municipalities
from pipeline.fetch.discovery.addresses import canonical, may_be_article, of_site
from pipeline.fetch.discovery.candidates import Candidate

# Both ways in which addresses spell Danish letters: København is koebenhavn on Danish sites, kobenhavn on others.
_DANISH: Final = str.maketrans({"å": "aa", "æ": "ae", "ø": "oe"})
_PLAIN: Final = str.maketrans({"å": "a", "æ": "ae", "ø": "o"})
_CUES: Final = r"status|\w{0,20}kommun\w{0,12}|social\w{0,2} ?oe?konom\w{0,12}"
_SEPARATORS: Final = re.compile(r"[\W_]+")
_SAYS_SOMETHING: Final = re.compile(r"[a-z]{2}")
_GLOB: Final = frozenset("*?[")


def likely(url: str, title: str | None) -> bool:
    """Whether address or title hold the words of the series or name a municipality; also when both say nothing."""
    words = _folded(f"{title or ''} {unquote(urlsplit(url).path, errors='replace')}")
    return _cues().search(words) is not None or _SAYS_SOMETHING.search(words) is None


@cache
def _cues() -> re.Pattern[str]:
    names = {
        spelling
        for municipality in all_municipalities().values()
        for spelling in (_folded(municipality.name), _folded(municipality.name.casefold().translate(_PLAIN)))
    }
    return re.compile(rf"\b(?:{_CUES}|(?:{'|'.join(sorted(names))})s?)\b")


def _folded(text: str) -> str:
    return _SEPARATORS.sub(" ", composed(text).casefold().translate(_DANISH))


def wanted(candidate: Candidate, site: Site) -> bool:
    """Whether a candidate is the site's own, plainly no listing or front page, and named as the configuration asks."""
    if not of_site(candidate.url, site.url, site.hosts) or not may_be_article(candidate.url):
        return False
    if candidate.url == canonical(site.url) or any(_matches(pattern, candidate) for pattern in site.exclude):
        return False
    if site.include:
        return any(_matches(pattern, candidate) for pattern in site.include)
    # A sister article is linked from one that was read.
    return site.any_title or candidate.found_by == "related" or likely(candidate.url, candidate.title)


def _matches(pattern: str, candidate: Candidate) -> bool:
    sought = pattern.casefold()
    names = (unquote(candidate.url).casefold(), (candidate.title or "").casefold())
    if _GLOB.isdisjoint(sought):
        return any(sought in name for name in names)
    return any(fnmatchcase(name, sought) for name in names)
