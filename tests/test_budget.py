"""What one page may cost: time and memory end with a name, and the limits are gone afterwards."""

import resource
import signal
import sys
import threading
import time

import pytest

from pipeline.errors import ExitCode, OverBudget
from pipeline.extraction.budget import page_budget

MIB = 1024 * 1024


def spin() -> None:
    while True:
        pass


def test_a_page_that_takes_too_long_is_named() -> None:
    started = time.monotonic()
    with pytest.raises(OverBudget, match="longer than") as caught, page_budget(0.05, 100 * MIB):
        spin()
    assert time.monotonic() - started < 2
    assert caught.value.exit_code is ExitCode.SOME_FAILED


def test_a_page_that_needs_too_much_memory_is_named() -> None:
    with pytest.raises(OverBudget, match="memory"), page_budget(5, 100 * MIB):
        bytearray(400 * MIB)


def test_nothing_is_bounded_afterwards() -> None:
    before = resource.getrlimit(resource.RLIMIT_AS), signal.getsignal(signal.SIGALRM)
    with page_budget(5, 100 * MIB):
        assert resource.getrlimit(resource.RLIMIT_AS)[0] != resource.RLIM_INFINITY
    assert (resource.getrlimit(resource.RLIMIT_AS), signal.getsignal(signal.SIGALRM)) == before
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_a_bug_stays_a_bug() -> None:
    with pytest.raises(KeyError), page_budget(5, 100 * MIB):
        raise KeyError


def test_another_thread_is_let_through() -> None:
    done: list[bool] = []

    def work() -> None:
        with page_budget(5, 100 * MIB):
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]


class Lingering:
    """Holds on to time in its destructor, where Python swallows what is raised."""

    def __del__(self) -> None:
        """Wait until an alarm has rung."""
        end = time.monotonic() + 0.15
        while time.monotonic() < end:
            pass


def linger_and_spin() -> None:
    Lingering()
    spin()


def test_an_alarm_that_a_destructor_swallows_rings_again_and_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", told.append)
    with pytest.raises(OverBudget, match="longer than"), page_budget(0.05, 100 * MIB):
        linger_and_spin()
    assert told == []
    assert sys.unraisablehook == told.append
