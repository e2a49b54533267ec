"""The configuration: what beats what, and the one line that says what cannot be meant."""

import re
from datetime import date
from ipaddress import ip_network
from pathlib import Path
from typing import Final

import pytest

from pipeline.config import Config, load_config
from pipeline.config.models import (
    SOURCES,
    Feed,
    FileKeys,
    Folder,
    Listing,
    Site,
    Sitemap,
    Strict,
    WebArchive,
    WordPress,
)
from pipeline.errors import ExitCode, UsageError
from pipeline.settings import Settings
from tests.conftest import ROOT

WHOLE: Final = (ROOT / "fixtures" / "sites" / "kommunestatus.toml").read_text(encoding="utf-8")
SITE: Final = '[[sites]]\nname = "A"\nurl = "https://a.example/"\n'


def load(tmp_path: Path, text: str, environ: dict[str, str] | None = None, **flags: object) -> Config:
    path = tmp_path / "kommunestatus.toml"
    path.write_text(text, encoding="utf-8")
    return load_config(path, environ or {}, **flags)


def test_every_key_is_read(tmp_path: Path) -> None:
    config = load(tmp_path, WHOLE)
    assert (config.settings.store, config.settings.delay_seconds) == ("sqlite:///file", 2)
    assert config.settings.allow_private == (ip_network("127.0.0.1/32"),)
    assert (config.archive, config.health_file) == (Path("kept"), Path("health.json"))
    assert config.on_alarm is not None
    assert config.on_alarm.command == ("notify", "--urgent")
    (site,) = config.sites
    assert (site.name, site.hosts, site.any_title) == ("Newsletter", ("old.example",), False)
    assert (site.include, site.exclude) == (("socialoekonomi", "*/status-*"), ("rettelse",))


def test_the_example_names_every_key() -> None:
    models: tuple[type[Strict], ...] = (FileKeys, Site, *SOURCES.values())
    for model in models:
        for name in model.model_fields:
            assert re.search(rf"\b{name}\b", WHOLE), name


def test_every_kind_of_source_is_read(tmp_path: Path) -> None:
    sources = load(tmp_path, WHOLE).sites[0].sources
    assert sources[:4] == (
        WordPress(type="wordpress", search=("socialøkonomi",), kinds=("posts", "pages")),
        Sitemap(type="sitemap", valid_until=date(2022, 12, 31)),
        Feed(type="feed", url="https://news.example/feed/"),
        Listing(type="tag", url="https://news.example/tag/status/", content=".posts"),
    )
    assert sources[7] == Folder(type="folder", path=Path("saved"))
    assert isinstance(sources[9], WebArchive)
    assert [source.type for source in sources] == (
        "wordpress sitemap feed tag category page url folder warc web_archive".split()
    )


def test_an_empty_file_gives_the_defaults(tmp_path: Path) -> None:
    config = load(tmp_path, "")
    assert config.settings == Settings()
    assert (config.sites, config.on_alarm, config.archive) == ((), None, Path("kommunestatus-data/archive"))


def test_a_flag_beats_the_environment_and_that_the_file(tmp_path: Path) -> None:
    environ = {
        "KOMMUNESTATUS_STORE": "sqlite:///environment",
        "kommunestatus_delay_seconds": "3",
        "KOMMUNESTATUS_ARCHIVE": "elsewhere",
        "KOMMUNESTATUS_ALLOW_PRIVATE": '["10.0.0.0/8"]',
        "KOMMUNESTATUS_CONFIG": "some other program's",
    }
    config = load(tmp_path, WHOLE, environ, store="sqlite:///flag", delay_seconds=None)
    assert (config.settings.store, config.settings.delay_seconds) == ("sqlite:///flag", 3)
    assert config.settings.allow_private == (ip_network("10.0.0.0/8"),)
    assert config.archive == Path("elsewhere")


def test_only_the_given_environment_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOMMUNESTATUS_REDIRECTS", "1")
    assert load(tmp_path, "").settings.redirects == 5
    assert load(tmp_path, "redirects = 2").settings.redirects == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("delay_second = 2", "delay_second: unknown key; did you mean delay_seconds?"),
        ("zzz = 2", "zzz: unknown key; known: archive,"),
        ("store = x\n", "not TOML: Invalid value (at line 1, column 9)"),
        ('delay_seconds = "soon"', "delay_seconds: Input should be a valid number"),
        ("delay_seconds = -1", "delay_seconds: Input should be greater than or equal to 0"),
        ('allow_private = ["everywhere"]', "allow_private[0]: value is not a valid IP"),
        ('on_alarm = {comand = ["x"]}', "on_alarm.comand: unknown key; did you mean command?"),
        ('on_alarm = {command = ["x"], shel = true}', "on_alarm.shel: unknown key; known: command"),
        ("on_alarm = {command = []}", "on_alarm.command: Tuple should have at least 1 item"),
        ('[[sites]]\nname = "A"\nurl = "a.example"\nsources = [{type = "sitemap"}]', "sites[0].url: Input should be a"),
        (SITE, "sites[0].sources: Field required"),
        (SITE + "sources = []", "sites[0].sources: Tuple should have at least 1 item"),
        (
            SITE + 'sources = [{type = "sitemap"}]\nexclud = ["x"]',
            "sites[0].exclud: unknown key; did you mean exclude?",
        ),
        (SITE + 'sources = [{type = "sitmap"}]', "sites[0].sources[0]: unknown type; did you mean sitemap?"),
        (SITE + 'sources = [{url = "x"}]', "sites[0].sources[0]: type is missing; one of wordpress"),
        (
            SITE + 'sources = [{type = "sitemap"}, {type = "feed", url = "https://a.example/f", page = 2}]',
            "sites[0].sources[1].page: unknown key; did you mean pages?",
        ),
        (
            SITE + 'sources = [{type = "feed", url = "https://a.example/f", pages = 0}]',
            "sites[0].sources[0].pages: Input should be greater than or equal to 1",
        ),
        (
            SITE + 'sources = [{type = "page", url = "https://a.example/f", content = "a["}]',
            "sites[0].sources[0].content: Value error, no CSS selector",
        ),
        (
            SITE + 'sources = [{type = "web_archive", pattern = "https://web.example/"}]',
            "sites[0].sources[0].pattern: Value error, the pattern lacks {url}",
        ),
        (
            SITE + 'sources = [{type = "sitemap"}]\n' + SITE.replace("//a", "//b") + 'sources = [{type = "sitemap"}]',
            "sites[1].name: the same as sites[0].name",
        ),
        (
            SITE + 'sources = [{type = "sitemap"}]\n' + SITE.replace('"A"', '"B"') + 'sources = [{type = "sitemap"}]',
            "sites[1].url: the same as sites[0].url",
        ),
    ],
)
def test_what_cannot_be_meant_is_named_with_its_field(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UsageError) as raised:
        load(tmp_path, text)
    assert raised.value.message.startswith(said)
    assert raised.value.source == str(tmp_path / "kommunestatus.toml")
    assert raised.value.exit_code is ExitCode.USAGE


def test_what_the_environment_or_a_flag_says_wrong_is_not_blamed_on_the_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"KOMMUNESTATUS_REDIRECTS in the environment: .* valid integer"):
        load(tmp_path, "redirects = 2", {"KOMMUNESTATUS_REDIRECTS": "many"})
    with pytest.raises(UsageError, match="KOMMUNESTATUS_ALLOW_PRIVATE in the environment is no JSON list"):
        load(tmp_path, "", {"KOMMUNESTATUS_ALLOW_PRIVATE": "127.0.0.1"})
    with pytest.raises(UsageError, match="flag --delay-seconds: ") as raised:
        load(tmp_path, "delay_seconds = 2", delay_seconds="soon")
    assert raised.value.source is None


def test_a_file_that_is_not_there_or_not_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read: No such file") as raised:
        load_config(tmp_path / "missing.toml", {})
    assert raised.value.source == str(tmp_path / "missing.toml")
    (tmp_path / "latin.toml").write_bytes("store = 'ø'".encode("latin-1"))
    with pytest.raises(UsageError, match="not UTF-8"):
        load_config(tmp_path / "latin.toml", {})
