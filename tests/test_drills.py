"""The drills in small: each kind of mishap once, and that a drill notices what is lost."""

import importlib.util
from collections.abc import Callable, Iterator

import pytest

from pipeline.crawl.visiting import ARCHIVED, FETCHED, READ, SETTLED
from tools.drill.__main__ import main
from tools.drill.command import signals, starts
from tools.drill.company import Company, company, differing, exported, problems, with_tables
from tools.drill.database import locked, postgres_places, socket_of
from tools.drill.kill import Calm, finish, sqlite_places, undisturbed
from tools.drill.proxy import TO_CLIENT, TO_SERVER, Cut, Proxy
from tools.drill.rehearsal import Mishap, Place
from tools.drill.telling import Result


@pytest.fixture(scope="module")
def actors() -> Iterator[Company]:
    with company() as actors:
        yield actors


@pytest.fixture(scope="module")
def calm(actors: Company) -> Calm:
    return undisturbed(actors, sqlite_places(actors))


@pytest.mark.parametrize(
    ("mishap", "code"),
    [
        (Mishap(dies_at=(FETCHED, 2)), -9),
        (Mishap(dies_at=(ARCHIVED, 2)), -9),
        (Mishap(dies_at=(READ, 2)), -9),
        pytest.param(Mishap(dies_at=(SETTLED, 1)), -9),
        (Mishap(disk_steps=0), 8),
        (Mishap(disk_steps=7), 8),
        pytest.param(Mishap(store_pages=80), 8),
    ],
    ids=["fetched", "archived", "read", "settled", "disk full at once", "disk full later", "store full"],
)
def test_after_a_mishap_the_next_run_ends_as_the_undisturbed_one(
    actors: Company, calm: Calm, mishap: Mishap, code: int, request: pytest.FixtureRequest
) -> None:
    place, result = actors.place(request.node.callspec.id), Result("kill", 1)
    with_tables(place.store)
    assert actors.run(place, mishap) == code
    assert problems(place) == []
    finish(actors, place, result, calm)
    assert result.broken == []


@pytest.mark.parametrize(("drill", "count"), [(locked, 2), (starts, 3), (signals, 2)])
def test_the_drill_finds_nothing_lost(drill: Callable[[Company, Result, int], None], count: int) -> None:
    result = Result(drill.__name__, 1)
    with company() as others:
        drill(others, result, count)
    assert result.broken == []
    assert sum(result.tried.values()) >= count


@pytest.mark.parametrize("direction", [TO_SERVER, TO_CLIENT])
def test_a_commit_that_is_cut_off_is_unavailable_and_the_next_run_ends_as_the_undisturbed_one(
    actors: Company, calm: Calm, postgres_socket: str, direction: int
) -> None:
    name, result = f"cut-{direction}", Result("cut", 1)
    new_place = postgres_places(actors, postgres_socket, template=f"{name}-template")
    place, measured = new_place(name), new_place(f"{name}-measured")
    with Proxy(socket_of(postgres_socket)) as proxy:
        assert actors.run(Place(measured.folder, proxy.url(measured.folder.name))) == 0
    where = Cut(direction, proxy.commits[1][direction], lasting=True)
    with Proxy(socket_of(postgres_socket), where) as proxy:
        assert actors.run(Place(place.folder, proxy.url(name)), Mishap(patience=0.2)) == 7
    assert proxy.happened
    finish(actors, place, result, calm)
    assert result.broken == []


def test_what_is_lost_is_told(actors: Company, calm: Calm) -> None:
    place = actors.place("empty")
    with_tables(place.store)
    assert "jsonl/records.jsonl" in differing(exported(place), calm.files)
    result = Result("kill", 7)
    result.demand(held=False, otherwise="an article is lost")
    assert "kill (seed 7, 3 s): 1 BROKEN\n  BROKEN an article is lost\n" in result.text(3.0)


@pytest.mark.skipif(importlib.util.find_spec("atheris") is not None, reason="it would fuzz for minutes")
def test_a_drill_that_cannot_be_held_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--only", "fuzz"]) == 0
    assert capsys.readouterr().out == "fuzz: skipped, atheris is not installed\n"
