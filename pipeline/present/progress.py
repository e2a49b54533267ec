"""What a run tells while it goes: a bar and a table to people, a JSON object a line to machines."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final, TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

Notice = Callable[[str, dict[str, Any]], None]
_QUIET: Final = frozenset({"ok", "unchanged"})
_NOBODYS: Final = frozenset({"not_found"})
"""A link to nowhere, where no article was ever read."""


@contextmanager
def telling(out: TextIO, err: TextIO, *, as_json: bool) -> Iterator[Notice]:
    """Give the function that a run tells its steps to; the bar is on the error stream, and only on a terminal."""
    if as_json:
        yield _JsonLines(out)
        return
    console = Console(file=err, highlight=False)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        yield _People(Console(file=out, highlight=False), console, bar)


@contextmanager
def counting(err: TextIO, what: str) -> Iterator[Callable[[int, int], None]]:
    """Give a function that is told how many are done, and of how many; people on a terminal see a bar."""
    console = Console(file=err, highlight=False)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task(what, total=0)
        yield lambda done, planned: bar.update(task, completed=done, total=planned)


class _JsonLines:
    """One JSON object an event."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def __call__(self, event: str, about: Mapping[str, Any]) -> None:
        self._out.write(json.dumps({"event": event, **about}, ensure_ascii=False) + "\n")
        self._out.flush()


class _People:
    """A bar, a line for each page that is not as it should be, and a summary."""

    def __init__(self, out: Console, err: Console, bar: Progress) -> None:
        self._out, self._err, self._bar = out, err, bar
        self._task = bar.add_task("pages", total=0)

    def __call__(self, event: str, about: Mapping[str, Any]) -> None:
        tell = {"planned": self._planned, "page": self._page, "file": self._file, "replayed": self._replayed}
        if event == "finished":
            self._bar.stop()
            self._out.print(summary_table(about))
        elif event in tell:
            tell[event](about)

    def _planned(self, about: Mapping[str, Any]) -> None:
        self._bar.update(self._task, total=(self._bar.tasks[0].total or 0) + about["urls"])
        for source in about["sources"]:
            if source["error"]:
                self._line("source", f"{about['site']} {source['source']}", source["error"])

    def _page(self, about: Mapping[str, Any]) -> None:
        self._bar.advance(self._task)
        if about["state"] not in _QUIET and about["reason"] not in _NOBODYS:
            self._line(about["state"], about["url"], about["message"] or about["reason"] or "")

    def _file(self, about: Mapping[str, Any]) -> None:
        self._line("file", about["file"], about["message"])

    def _replayed(self, about: Mapping[str, Any]) -> None:
        self._line("replayed", f"{about['pages']} pages", "read again, since the code has changed")

    def _line(self, state: str, where: str, message: str) -> None:
        self._err.print(Text(f"{state:>15}  {where}: {message}"), soft_wrap=True)


def summary_table(summary: Mapping[str, Any]) -> Table:
    """The summary of a run, as a person wants it."""
    table = Table(show_header=False)
    table.add_column()
    table.add_column(justify="right")
    for state, n in summary["states"].items():
        table.add_row(state, str(n))
    table.add_section()
    for what, n in summary["saved"].items():
        table.add_row(f"records {what}", str(n))
    for name, site in summary["sites"].items():
        table.add_row(Text(f"articles of {name}"), str(site["articles"]))
    table.add_section()
    table.add_row("run", summary["run_id"])
    table.add_row("seconds", f"{summary['seconds']:.1f}")
    table.add_row("exit code", str(summary["exit_code"]))
    return table
