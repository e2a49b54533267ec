"""What a drill tried and what it found, as lines for a person."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Result:
    """One drill: what it tried, how it came out, and what was lost or doubled."""

    name: str
    seed: int
    tried: Counter[str] = field(default_factory=Counter)
    """How often each thing was tried or came out, by its name."""
    broken: list[str] = field(default_factory=list)
    """What must not happen and did, one line each."""
    skipped: str | None = None
    """Why the drill could not be held here."""

    def demand(self, *, held: bool, otherwise: str) -> None:
        """Note what did not hold."""
        if not held:
            self.broken.append(otherwise)

    def text(self, seconds: float) -> str:
        """The whole of it; how long it took is in seconds."""
        if self.skipped:
            return f"{self.name}: skipped, {self.skipped}\n"
        verdict = f"{len(self.broken)} BROKEN" if self.broken else "nothing lost, nothing doubled"
        lines = [f"{self.name} (seed {self.seed}, {seconds:.0f} s): {verdict}"]
        lines += [f"  {count:>6} {what}" for what, count in sorted(self.tried.items())]
        lines += [f"  BROKEN {line}" for line in self.broken]
        return "\n".join(lines) + "\n"
