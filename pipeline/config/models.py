"""The configuration as frozen models; every field says in its docstring what it is for."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, TypeAdapter, field_validator
from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from pipeline.settings import Settings

_WEB_URL: Final = TypeAdapter(HttpUrl)


class Strict(BaseModel):
    """A frozen value object that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


def _web_url(text: str) -> str:
    """Let a web address pass as it is written. Raises ValueError for any other text."""
    _WEB_URL.validate_python(text)
    return text


class AnySource(Strict):
    """What every source may say."""

    valid_until: date | None = None
    """The last day on which the source is asked: a site that is redesigned gets a second source beside the old one."""


class _At(AnySource):
    url: str
    """The address to ask."""
    _checked = field_validator("url")(_web_url)


class WordPress(AnySource):
    """The REST interface of a WordPress site."""

    type: Literal["wordpress"]
    search: tuple[str, ...] = ()
    """Words to search for, one request each; without any, all posts are listed."""
    kinds: tuple[Literal["posts", "pages"], ...] = ("posts",)
    """What is listed."""


class Sitemap(AnySource):
    """The sitemaps of a site."""

    type: Literal["sitemap"]
    url: str | None = None
    """Where the first one is; without it robots.txt and the usual places are tried."""


class Feed(_At):
    """An RSS or Atom feed."""

    type: Literal["feed"]
    pages: int = Field(default=100, ge=1)
    """The most pages to ask for (`?paged=2`)."""


class Listing(_At):
    """A page that lists articles, and the pages that follow it."""

    type: Literal["tag", "category", "page"]
    pages: int = Field(default=100, ge=1)
    """The most pages to ask for."""
    content: str | None = Field(default=None, min_length=1)
    """CSS selector of what holds the links; without it the main content is looked for."""

    @field_validator("content")
    @classmethod
    def _selects(cls, content: str | None) -> str | None:
        try:
            LexborHTMLParser("").css_first(content or "body")
        except SelectolaxError as error:
            message = "no CSS selector"
            raise ValueError(message) from error
        return content


class SingleUrl(_At):
    """One article, whatever it is called."""

    type: Literal["url"]


class Folder(AnySource):
    """A folder of saved pages."""

    type: Literal["folder"]
    path: Path
    """Where it is."""


class Warc(AnySource):
    """A web archive file."""

    type: Literal["warc"]
    path: Path
    """Where it is."""


class WebArchive(AnySource):
    """A public archive of the web, for articles that their site no longer has."""

    type: Literal["web_archive"]
    pattern: str
    """The address of a copy, with `{timestamp}` and `{url}` in it."""

    @field_validator("pattern")
    @classmethod
    def _has_its_places(cls, pattern: str) -> str:
        if "{url}" not in pattern:
            message = "the pattern lacks {url}"
            raise ValueError(message)
        return _web_url(pattern)


Source = Annotated[
    WordPress | Sitemap | Feed | Listing | SingleUrl | Folder | Warc | WebArchive, Field(discriminator="type")
]
"""What a source in the file may be."""
SOURCES: Final[Mapping[str, type[AnySource]]] = {
    "wordpress": WordPress,
    "sitemap": Sitemap,
    "feed": Feed,
    "tag": Listing,
    "category": Listing,
    "page": Listing,
    "url": SingleUrl,
    "folder": Folder,
    "warc": Warc,
    "web_archive": WebArchive,
}


class Site(Strict):
    """A publisher, and the ways in which its articles are found."""

    name: str = Field(min_length=1)
    """What people call it; told apart by it in every output."""
    url: str
    """The address of its front page."""
    hosts: tuple[str, ...] = ()
    """Further hosts whose articles are the site's own: earlier names, a host for the newsletter."""
    sources: tuple[Source, ...] = Field(min_length=1)
    """Where its articles are looked for; what several find is fetched once."""
    include: tuple[str, ...] = ()
    """If given, only what one of them names is fetched: a part of the address or title, or a pattern with * and ?."""
    exclude: tuple[str, ...] = ()
    """What one of them names is never fetched; beats `include`."""
    any_title: bool = False
    """Fetch whatever is listed, not only what an article of the series might be called."""
    _checked = field_validator("url")(_web_url)

    @field_validator("hosts")
    @classmethod
    def _lower(cls, hosts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(host.lower() for host in hosts)


class Alarm(Strict):
    """What happens when a run must be looked at."""

    command: tuple[str, ...] = Field(min_length=1)
    """A program with its arguments; it is given the summary of the run on its standard input."""


class FileKeys(Strict):
    """The keys at the top of the file that are no settings."""

    archive: Path = Path("kommunestatus-data/archive")
    """The folder that keeps every page as it was received."""
    health_file: Path | None = None
    """Where each run leaves its summary, for whoever watches over it."""
    on_alarm: Alarm | None = None
    """What happens when a run must be looked at."""
    sites: tuple[Site, ...] = ()
    """The publishers to read."""

    @field_validator("archive", "health_file")
    @classmethod
    def _names_a_place(cls, path: Path | None) -> Path | None:
        if "\0" in str(path):
            message = "no path has a NUL in it"
            raise ValueError(message)
        return path


class Config(FileKeys):
    """The whole configuration of a run, settings included."""

    settings: Settings
    """Limits and places."""
