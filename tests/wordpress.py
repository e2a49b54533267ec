"""A real WordPress on this computer, an installation of ours that reads it, and what its access log says of that."""

import gzip
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, Final

import pytest

from pipeline.assemble import code_version
from pipeline.cli import main
from pipeline.config import load_config
from pipeline.crawl.session import Asked, Session
from pipeline.errors import ExitCode
from pipeline.run import extract_page
from tests.conftest import ROOT

PACKAGES: Final = Path("/usr/share/wordpress")
AGENT: Final = "kommunestatus"
_SECONDS: Final = 120
_LOGGED: Final = re.compile(r'^\S+ \[([^\]]+)\] "(\S+) (\S+) [^"]*" (\d{3}) \d+ "[^"]*" "([^"]*)"')

_REWRITE: Final = """
require $argv[1] . "/html/wp-load.php";
[, , $name, $old, $new] = $_SERVER["argv"];
wp_set_current_user(1);
$post = get_page_by_path($name, OBJECT, "post");
$content = str_replace($old, $new, $post->post_content, $times);
exit($times === 1 && wp_update_post(wp_slash(["ID" => $post->ID, "post_content" => $content])) ? 0 : 1);
"""
CONFIG: Final = """\
store = "sqlite:///{folder}/store.sqlite3"
archive = "{folder}/archive"
allow_private = ["127.0.0.1"]
delay_seconds = {delay}
[[sites]]
name = "avis"
url = "{base}/"
exclude = {without}
sources = [{sources}]
"""


@dataclass(frozen=True)
class Request:
    """A line of the access log."""

    at: datetime
    """Whole seconds."""
    path: str
    status: int
    agent: str


@dataclass(frozen=True)
class WordPress:
    """A running site."""

    base: str
    """Its address, without a slash at the end."""
    home: Path
    scripts: Path

    @property
    def manifest(self) -> dict[str, Any]:
        """What the site was filled with."""
        manifest: dict[str, Any] = json.loads((self.home / "manifest.json").read_text(encoding="utf-8"))
        return manifest

    def urls(self, kind: str = "status") -> set[str]:
        """The addresses of the posts of a kind."""
        return {post["url"] for post in self.manifest["posts"] if post["kind"] == kind}

    def dead_links(self) -> set[str]:
        """The addresses that articles link to and nobody serves."""
        linked = (link for post in self.manifest["posts"] for link in post.get("related", ()))
        return {link["url"] for link in linked if link["target"] is None}

    def url(self, name: str) -> str:
        """The address of the one status article that has the name in it."""
        (url,) = (url for url in self.urls() if name in url)
        return url

    def change(self, action: str, name: str, *more: str) -> None:
        """Change a post, by its post name, as an editor would."""
        _script(self.home, "php", str(self.scripts / "change.php"), action, name, *more)

    def rewrite(self, name: str, old: str, new: str) -> None:
        """Replace words inside a post, as an editor would."""
        _script(self.home, "php", "-r", _REWRITE, "--", str(self.home), name, old, new)

    @contextmanager
    def robots(self, text: str) -> Iterator[None]:
        """Serve this robots.txt instead of the site's own."""
        file = self.home / "html" / "robots.txt"
        file.write_text(text, encoding="utf-8")
        try:
            yield
        finally:
            file.unlink()

    @contextmanager
    def theme(self, name: str) -> Iterator[None]:
        """Set the pages in another theme; skips where it is not installed."""
        if not (PACKAGES / "wp-content" / "themes" / name).is_dir():
            pytest.skip(f"the theme {name} of WordPress is not installed")
        _script(self.home, "env", f"WP_THEME={name}", str(self.scripts / "up.sh"), "0")
        try:
            yield
        finally:
            _script(self.home, str(self.scripts / "up.sh"), "0")

    def requests(self, since: int = 0) -> list[Request]:
        """What our agent asked for, from a line of the log on."""
        lines = (self.home / "log" / "access.log").read_text(encoding="utf-8").splitlines()[since:]
        found = [match for match in map(_LOGGED.match, lines) if match and match[5].startswith(AGENT)]
        return [
            Request(parsedate_to_datetime(m[1].replace(":", " ", 1).replace("/", " ")), m[3], int(m[4]), m[5])
            for m in found
        ]

    def mark(self) -> int:
        """The line of the log that comes next."""
        return len((self.home / "log" / "access.log").read_text(encoding="utf-8").splitlines())


@contextmanager
def wordpress_site() -> Iterator[WordPress]:
    """Bring a filled site up, and take it down whatever happens; skips where WordPress is not installed."""
    scripts = ROOT.parent / "shared" / "wordpress"
    if shutil.which("apache2", path="/usr/sbin") is None or shutil.which("php") is None or not PACKAGES.is_dir():
        pytest.skip("the packages of WordPress, Apache and PHP are not installed")
    if not scripts.is_dir():
        pytest.skip("no shared folder with the scripts of the WordPress site beside the checkout")
    parent = Path(tempfile.mkdtemp(prefix="kommunestatus-"))
    parent.chmod(0o711)  # the site's own account must reach its folder
    home = parent / "site"
    try:
        base = _script(home, str(scripts / "up.sh"), "0").strip()
        _script(home, "php", str(scripts / "fill.php"))
        yield WordPress(base, home, scripts)
    finally:
        _script(home, str(scripts / "down.sh"), "--purge")
        parent.rmdir()


def _script(home: Path, *command: str) -> str:
    """Call one of the site's scripts; gives what it printed."""
    environment = {**os.environ, "WP_HOME": str(home)}
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True, timeout=_SECONDS)
    assert done.returncode == 0, done.stderr
    return done.stdout


@dataclass(frozen=True)
class Ran:
    """What a run said."""

    code: int
    events: list[dict[str, Any]]
    said: str

    @property
    def summary(self) -> dict[str, Any]:
        """Its last event."""
        return self.events[-1]

    def state(self, url: str) -> str | None:
        """The state in which a URL ended; None for one that was not planned."""
        return next((event["state"] for event in self.events if event.get("url") == url), None)


@dataclass(frozen=True)
class Installation:
    """A folder with configuration, store and archive."""

    folder: Path

    @classmethod
    def reading(
        cls, site: WordPress, folder: Path, *sources: str, without: Iterable[str] = (), delay: float = 0
    ) -> "Installation":
        """Configure the reading of a site; `sources` as they stand in the file, with {base} for the site's address."""
        folder.mkdir(parents=True, exist_ok=True)
        told = ", ".join(f"{{{source.format(base=site.base)}}}" for source in sources)
        values = {
            "folder": folder,
            "delay": delay,
            "base": site.base,
            "without": json.dumps(sorted(without)),
            "sources": told,
        }
        (folder / "kommunestatus.toml").write_text(CONFIG.format(**values), encoding="utf-8")
        return cls(folder)

    @property
    def store(self) -> Path:
        """The database file."""
        return self.folder / "store.sqlite3"

    def command(self, *words: str) -> str:
        """Call a command on the store; gives what it printed, and fails when it does not end with 0."""
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = main([*words, "--store", f"sqlite:///{self.store}"])
        assert code == ExitCode.DONE, out.getvalue() + err.getvalue()
        return out.getvalue()

    def run(self, *more: str) -> Ran:
        """Do the scheduled run in a process of its own."""
        config = str(self.folder / "kommunestatus.toml")
        command = [sys.executable, "-m", "pipeline.cli", "run", "--config", config, "--json", *more]
        done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True, timeout=_SECONDS)
        assert "Traceback" not in done.stderr, done.stderr
        return Ran(done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stdout + done.stderr)

    def run_at(self, clock: Callable[[], datetime]) -> Ran:
        """Do the scheduled run in this process, at another time."""
        events: list[dict[str, Any]] = []
        config = load_config(self.folder / "kommunestatus.toml", {})

        def notice(event: str, about: dict[str, Any]) -> None:
            events.append({"event": event, **about})

        summary = Session(config, Asked(), extract_page, clock, notice, code_version()).run()
        return Ran(int(summary["exit_code"]), [*events, summary], json.dumps(events, ensure_ascii=False))

    def rows(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        """Ask the database."""
        with closing(sqlite3.connect(self.store)) as connection:
            return connection.execute(query, values).fetchall()

    def articles(self, state: str = "live") -> set[str]:
        """The addresses of the articles in a state."""
        return {url for (url,) in self.rows("SELECT url FROM articles WHERE state = ?", state)}

    def sighted(self) -> dict[str, set[str]]:
        """Which sources ever named an address."""
        found: dict[str, set[str]] = {}
        for url, source in self.rows("SELECT url, source FROM sightings"):
            found.setdefault(url, set()).add(source)
        return found

    def check(self) -> None:
        """Fail unless every invariant holds."""
        self.command("check", "--archive", str(self.folder / "archive"))

    def replay(self) -> None:
        """Fail unless the archive, read again, says what the store says."""
        again = self.command("replay", "--archive", str(self.folder / "archive"))
        assert re.match(r"\d+ pages read again: \d+ unchanged\n", again), again

    def exported(self, name: str) -> dict[str, bytes]:
        """Everything that others get, whole texts included: tables as CSV, records as JSON."""
        for form in ("csv", "jsonl"):
            self.command("export", str(self.folder / name / form), "--format", form, "--whole-text")
        return tree(self.folder / name)

    def reported(self) -> dict[str, bytes]:
        """The web report."""
        self.command("report", str(self.folder / "report"))
        return tree(self.folder / "report")


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path; packed ones unpacked."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        str(path.relative_to(folder)): gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        for path in files
    }


def now() -> datetime:
    """What the clock on the wall says; the site's own clock cannot be set."""
    return datetime.now(UTC)


def post_name(url: str) -> str:
    """The name of a post in its address."""
    return url.rstrip("/").rpartition("/")[2]
