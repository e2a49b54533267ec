"""Systemd units and a cron line that run this installation every night."""

import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_SERVICE: Final = """\
[Unit]
Description=kommunestatus: read published municipal status articles
Documentation=man:systemd.timer(5)
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
WorkingDirectory={folder}
ExecStart={command}
# 11: stopped by a signal, and taken up by the next run; 10: a host asked for a pause.
SuccessExitStatus=10 11
TimeoutStopSec=120
KillSignal=SIGTERM
Nice=10
NoNewPrivileges=yes
PrivateTmp=yes
ProtectSystem=strict
ProtectHome=read-only
ReadWritePaths={writable}
"""
_TIMER: Final = """\
[Unit]
Description=kommunestatus, every night

[Timer]
OnCalendar={calendar}
RandomizedDelaySec=30min
Persistent=yes

[Install]
WantedBy=timers.target
"""
_NIGHTLY: Final = "*-*-* 03:20:00"
_CRON: Final = "20 3 * * *"


@dataclass(frozen=True)
class Installation:
    """What is to be run, and where."""

    program: Path
    """The program of this installation, absolute."""
    config: Path
    """Its configuration, absolute."""
    folder: Path
    """Where it works and writes, absolute."""

    @property
    def command(self) -> tuple[str, ...]:
        """The command of a run."""
        return (str(self.program), "run", "--config", str(self.config), "--json")


def service(installation: Installation) -> str:
    """The text of kommunestatus.service."""
    command = " ".join(_systemd_word(word) for word in installation.command)
    folder = _escaped(str(installation.folder))
    return _SERVICE.format(folder=folder, writable=_systemd_quoted(folder), command=command)


def timer() -> str:
    """The text of kommunestatus.timer."""
    return _TIMER.format(calendar=_NIGHTLY)


def cron(installation: Installation) -> str:
    """A crontab line that does the same; % is special to cron."""
    words = " ".join(shlex.quote(word) for word in installation.command)
    return f"{_CRON} cd {shlex.quote(str(installation.folder))} && {words}\n".replace("%", r"\%")


def _systemd_word(word: str) -> str:
    return _systemd_quoted(_escaped(word).replace("$", "$$"))


def _systemd_quoted(word: str) -> str:
    """One word of a list, where words are parted by white space."""
    quoted = word.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{quoted}"' if any(character.isspace() for character in word) else quoted


def _escaped(text: str) -> str:
    """Systemd's own specifiers begin with a per cent sign."""
    return text.replace("%", "%%")
