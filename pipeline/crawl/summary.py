"""What a run says when it ends: to people, to machines, to whoever watches over it."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from pipeline.config.models import Alarm
from pipeline.crawl.drift import baseline
from pipeline.crawl.ledger import Ledger
from pipeline.crawl.outcome import exit_code
from pipeline.crawl.running import Run
from pipeline.errors import ExitCode, worst

_ALARM_SECONDS: Final = 60


def summary_of(run: Run, ledger: Ledger, *, seconds: float, stopped: bool) -> dict[str, Any]:
    """Sum a run up as JSON: its states, what was saved, how each source and site did, and the exit code."""
    states = ledger.states()
    sites = {site.name: _site(run, ledger, site.name) for site in run.config.sites}
    code = worst([exit_code(states), *_alarms(run), *([ExitCode.STOPPED] if stopped else [])])
    return {
        "run_id": ledger.run_id,
        "exit_code": int(code),
        "states": dict(sorted(states.items())),
        "planned": sum(states.values()),
        "saved": dict(sorted(run.saved.items())),
        "sites": sites,
        "seconds": round(seconds, 3),
        "code_version": ledger.code_version,
    }


def _alarms(run: Run) -> list[ExitCode]:
    """A site that vanished looks unlike itself, and so does one whose sources name nothing any more."""
    codes = [ExitCode.DRIFT for _ in run.vanished]
    for survey in run.surveys.values():
        if survey.asked and not survey.found:
            codes.append(ExitCode.DRIFT if any(asked.error is None for asked in survey.asked) else ExitCode.SOME_FAILED)
        elif any(asked.error for asked in survey.asked):
            codes.append(ExitCode.SOME_FAILED)
    return codes


def _site(run: Run, ledger: Ledger, name: str) -> dict[str, Any]:
    usual = baseline(ledger.engine, name)
    found = run.surveys.get(name)
    asked = found.asked if found else ()
    return {
        "articles": usual.articles,
        "questions": usual.questions,
        "coverage": usual.by_key,
        "sources": [
            {"source": one.kind, "named": one.named, "kept": one.kept, "error": one.error and one.error.message}
            for one in asked
        ],
        "vanished": name in run.vanished,
    }


def write_health(path: Path, summary: Mapping[str, Any], finished_at: str) -> None:
    """Leave the summary where a monitor looks for it; it is replaced whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.partial")
    healthy = summary["exit_code"] == ExitCode.DONE
    document = {"healthy": healthy, "finished_at": finished_at, **summary}
    partial.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    partial.replace(path)


def raise_alarm(alarm: Alarm, summary: Mapping[str, Any]) -> int:
    """Run the program of the configuration with the summary on its standard input; returns its exit code.

    It is given a minute. What it prints goes where ours goes.
    """
    text = json.dumps(summary, ensure_ascii=False)
    try:
        ended = subprocess.run(alarm.command, input=text, text=True, timeout=_ALARM_SECONDS, check=False)  # noqa: S603 -- the operator's own
    except (OSError, subprocess.TimeoutExpired):
        return int(ExitCode.SOME_FAILED)
    return ended.returncode
