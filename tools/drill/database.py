"""A database that is locked, killed under, or cut off at any byte: nothing doubles, nothing is lost, 7 if it lasts."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Final

from sqlalchemy import create_engine

from fixtures.postgres import postgres_server, programs, url_of
from pipeline.errors import ExitCode
from tools.drill.company import Company, with_tables
from tools.drill.kill import Calm, NewPlace, finish, kill, sqlite_places, undisturbed
from tools.drill.proxy import TO_CLIENT, TO_SERVER, Cut, Proxy
from tools.drill.rehearsal import Mishap, Place
from tools.drill.telling import Result

NO_SERVER: Final = "PostgreSQL is not installed"
_SHORT: Final = 0.5
"""Seconds for which a run waits for a store that stays away."""
_INSIDE: Final = 4
"""Bytes of a COMMIT, or of the answer to it, that still pass."""


def kill_postgres(company: Company, result: Result, count: int) -> None:
    """The drill `kill` on PostgreSQL."""
    binaries = programs()
    if binaries is None:
        result.skipped = NO_SERVER
        return
    with postgres_server(binaries) as socket_folder:
        kill(company, postgres_places(company, socket_folder), result, count)


def postgres_places(company: Company, socket_folder: str, template: str = "template") -> NewPlace:
    """Places with databases of a server; those with tables are copies of one, which is made here."""
    _create(socket_folder, template, "template1")
    with_tables(url_of(socket_folder, template))

    def new(name: str, *, ready: bool = True) -> Place:
        _create(socket_folder, name, template if ready else "template1")
        return Place(company.place(name).folder, url_of(socket_folder, name))

    return new


def _create(socket_folder: str, name: str, template: str) -> None:
    engine = create_engine(url_of(socket_folder), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    engine.dispose()


def locked(company: Company, result: Result, count: int) -> None:
    """Hold the lock of an SQLite store beside a run: from its start or from a moment, for a while or to its end."""
    rng = Random(result.seed)  # noqa: S311 -- repeatable on purpose
    new_place = sqlite_places(company)
    calm = undisturbed(company, new_place)
    for number in range(count):
        place = new_place(f"locked{number}")
        lasting = number % 2 == 0
        actor = company.start(place, Mishap(lock_wait=0.2, patience=0.2) if lasting else None)
        actor.told.poll(rng.uniform(0, calm.seconds))
        with _held(place.folder / "store.sqlite3"):
            if lasting:
                ended = actor.end()
            else:
                time.sleep(0.3)
        if not lasting:
            ended = actor.end()
        wanted = {0, int(ExitCode.STORE_UNAVAILABLE)} if lasting else {0}
        result.tried[f"locked {'to the end' if lasting else 'for a while'}: exit {ended}"] += 1
        result.demand(held=ended in wanted, otherwise=f"{place.folder.name}: a run ends with {ended}")
        finish(company, place, result, calm, over=ended == 0)


@contextmanager
def _held(file: Path) -> Iterator[None]:
    with sqlite3.connect(file, isolation_level=None, timeout=30) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")
    connection.close()


def cut(company: Company, result: Result, count: int) -> None:
    """Cut the connection to PostgreSQL around every COMMIT, and at random bytes up to so many cuts."""
    binaries = programs()
    if binaries is None:
        result.skipped = NO_SERVER
        return
    with postgres_server(binaries) as socket_folder:
        new_place = postgres_places(company, socket_folder)
        calm = undisturbed(company, new_place)
        for number, one in enumerate(_cuts(company, new_place, result.seed, (socket_folder, count))):
            _try(company, new_place(f"cut{number}"), result, (calm, one))


def _cuts(company: Company, new_place: NewPlace, seed: int, where: tuple[str, int]) -> list[Cut]:
    """Before, inside and after each COMMIT of an undisturbed run; then anywhere."""
    socket_folder, count = where
    rng = Random(seed)  # noqa: S311 -- repeatable on purpose
    place = new_place("measured")
    with Proxy(socket_of(socket_folder)) as proxy:
        company.run(Place(place.folder, proxy.url("measured")))
    around = [
        one
        for sent, answered in proxy.commits
        for one in (
            Cut(TO_SERVER, sent, lasting=True),
            Cut(TO_SERVER, sent + _INSIDE),
            Cut(TO_CLIENT, answered),
            Cut(TO_CLIENT, answered + _INSIDE, lasting=True),
        )
    ]
    rng.shuffle(around)
    anywhere = [
        Cut(direction, rng.randrange(proxy.passed[direction]), lasting=rng.random() < 1 / 2)
        for direction in (TO_SERVER, TO_CLIENT)
        for _ in range(count)
    ]
    return [*around[: count - count // 3], *rng.sample(anywhere, max(count // 3, count - len(around)))]


def _try(company: Company, place: Place, result: Result, trial: tuple[Calm, Cut]) -> None:
    calm, one = trial
    socket_folder = Path(place.store.rpartition("host=")[2])
    with Proxy(socket_of(str(socket_folder)), one) as proxy:
        mishap = Mishap(patience=_SHORT) if one.lasting else None
        ended = company.run(Place(place.folder, proxy.url(place.folder.name)), mishap)
    where = f"{'to the server' if one.direction == TO_SERVER else 'to the run'} at byte {one.position}"
    wanted = {int(ExitCode.STORE_UNAVAILABLE)} if proxy.happened and one.lasting else {0, 7}
    result.tried["cuts" if proxy.happened else "ended before the cut"] += 1
    result.tried[f"{'lasting' if one.lasting else 'passing'}: exit {ended}"] += 1
    result.demand(held=ended in wanted, otherwise=f"{place.folder.name}, cut {where}: ends with {ended}")
    finish(company, place, result, calm, over=ended == 0)


def socket_of(socket_folder: str) -> Path:
    """The socket in the folder that a server of one's own keeps it in."""
    return Path(socket_folder) / ".s.PGSQL.5432"
