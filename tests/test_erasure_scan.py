"""The byte scan after an erasure: every encoding, compressed, across borders, in what SQLite calls free."""

import gzip
import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest

from pipeline.erasure import email_target, mask, name_target, phone_target
from pipeline.erasure.pages import mask_page
from pipeline.erasure.scanning import scan, still_there
from pipeline.errors import ErasureIncomplete

PERSON: Final = (name_target("Bo Lyngsø"), phone_target("25 20 01 31"), email_target("bo@by.dk"))
CHUNK: Final = 1 << 18
OVERLAP: Final = 1 << 14
NAME: Final = "Bo Lyngsø".encode()


def _decimal(text: str) -> bytes:
    return "".join(f"&#{ord(letter)};" for letter in text).encode()


def _percent(text: str) -> bytes:
    return "".join(f"%{byte:02X}" for byte in text.encode()).encode()


def _cloudflare(text: str) -> bytes:
    return b'<a data-cfemail="' + bytes((7, *(byte ^ 7 for byte in text.encode()))).hex().encode() + b'">'


WRITINGS: Final[dict[str, Callable[[str], bytes]]] = {
    "utf-8": str.encode,
    "upper case": lambda text: text.upper().encode(),
    "windows-1252": lambda text: text.encode("cp1252"),
    "utf-16-le": lambda text: text.encode("utf-16-le"),
    "utf-16-be": lambda text: b"\x00" + text.encode("utf-16-be"),
    "json": lambda text: json.dumps({"a": text}).encode(),
    "json in json": lambda text: json.dumps(json.dumps(text)).encode(),
    "named entities": lambda text: text.replace("ø", "&oslash;").encode(),
    "decimal entities": _decimal,
    "entities of entities": lambda text: _decimal(text).replace(b"&", b"&amp;"),
    "percent": _percent,
    "percent of windows-1252": lambda text: text.replace("ø", "%f8").encode("ascii"),
    "gzip": lambda text: b"WARC" + gzip.compress(text.encode(), mtime=0) + gzip.compress(b"more", mtime=0),
    "gzip in gzip": lambda text: gzip.compress(b"head" + gzip.compress(text.encode(), mtime=0), mtime=0),
    "cut gzip": lambda text: gzip.compress(text.encode() * 9 + os.urandom(9000), mtime=0)[:-2000],
}


@pytest.mark.parametrize("written", WRITINGS.values(), ids=WRITINGS)
@pytest.mark.parametrize("printed", ["Bo Lyngsø", "25 20 01 31", "+4525200131", "(+45) 2520-0131", "bo@by.dk"])
def test_a_person_is_found_however_it_is_encoded(written: Callable[[str], bytes], printed: str) -> None:
    for around in (b"<p>", b"\x00\x01"):
        assert still_there(around + written(printed) + around, PERSON)
    assert not still_there(b"<p>" + written(mask(printed, PERSON).replace("█", "-")) + b"<p>", PERSON)


@pytest.mark.parametrize(
    "printed",
    [
        "<b>Bo</b> Lyngsø",
        "Bo Lyng\u00adsø",
        "Bo\n Lyngsø’s",
        "Bo<br>Lyngsø",
        "<i>B</i>o Lyngs<wbr>ø",
        "Bo" + " " * 99 + "Lyngsø",
        "Bo Lyngsøe, bo@by.dk",
        "Bo LyngsÃ\u00b8",
        "bo (at) by dot dk",
        "bo [snabela] by.dk",
    ],
)
def test_a_person_is_found_through_markup_and_obfuscation(printed: str) -> None:
    assert still_there(printed.encode(), PERSON) == (" dot " not in printed)


def test_in_binary_data_columns_touch_each_other() -> None:
    assert still_there(b"\x00konsulent" + NAME + b"leder", PERSON)
    assert still_there(b"\x00Lyngbo@by.dk1", PERSON)
    assert still_there(b"\x00125200131", PERSON)
    assert not still_there("\x00Ebbo Lyngsø".encode(), PERSON)


def test_cloudflare_hides_nobody() -> None:
    assert still_there(_cloudflare("bo@by.dk"), PERSON)
    assert not still_there(_cloudflare("ib@by.dk"), PERSON)


@pytest.mark.parametrize(
    "other", ["Bo Lyngsøe", "Ebbo Lyngsø", "125200131", "ebo@by.dk", "bo@by.dk.eu", "Bo og Lyngsø"]
)
def test_nobody_else_is_found(other: str) -> None:
    assert not still_there(f"<p>{other}</p>".encode(), PERSON)


def test_a_masked_page_is_clean() -> None:
    page = "<a href='mailto:bo%40by.dk'>Bo&nbsp;<b>Lyngs&oslash;</b></a>, 25 20 01 31, Bo Lyngs\u00f8e".encode()
    assert still_there(page, PERSON)
    assert not still_there(mask_page(page, PERSON), PERSON)


@pytest.mark.parametrize("shift", [-9, -8, -5, -2, -1, 0, 1])
def test_a_person_across_the_border_of_two_chunks_is_found(shift: int, tmp_path: Path) -> None:
    file = tmp_path / "big.txt"
    file.write_bytes(b"." * (CHUNK + shift) + b" " + NAME + b" " + b"." * 100)
    assert scan([file], PERSON) == (file,)


@pytest.mark.parametrize(
    ("border", "before", "after"),
    [
        (CHUNK, "Bo Lyngsø", "e"),
        (CHUNK, "bo@by.dk", ".eu"),
        (CHUNK, "bo@by.dk.", "eu"),
        (CHUNK, "25 20 01 31", "1"),
        (CHUNK - OVERLAP, "Eb", "bo Lyngsø"),
        (CHUNK - OVERLAP, "e", "bo@by.dk"),
        (CHUNK - OVERLAP, "e.", "bo@by.dk"),
        (CHUNK - OVERLAP, "1", "25200131"),
    ],
)
def test_the_border_of_a_window_makes_no_person_of_another(border: int, before: str, after: str) -> None:
    text = before.encode().rjust(border) + after.encode()
    assert not still_there(text.ljust(CHUNK + 9), PERSON)


@pytest.mark.parametrize("cut", range(11, 19))
def test_a_member_that_a_chunk_cuts_is_read_on(cut: int) -> None:
    assert still_there(gzip.compress(b" " * (CHUNK - cut) + gzip.compress(NAME, mtime=0), mtime=0), PERSON)


def test_a_large_member_is_read_in_pieces() -> None:
    body = os.urandom(100) + b" " * (3 * CHUNK) + NAME + b" " * CHUNK
    assert still_there(b"x" * 77 + gzip.compress(body), PERSON)
    assert not still_there(gzip.compress(body.replace(NAME, b"")), PERSON)


def test_what_was_not_looked_at_counts_as_a_find(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb, nest = gzip.compress(b" " * (4 * CHUNK)), gzip.compress(gzip.compress(b"") * 65)
    assert still_there(nest, PERSON)
    assert not still_there(gzip.compress(gzip.compress(b"") * 64), PERSON)
    assert not still_there(bomb, PERSON)
    monkeypatch.setattr("pipeline.erasure.scanning._MOST_INFLATED", 2 * CHUNK)
    assert still_there(bomb, PERSON)


def _delete_person(database: sqlite3.Connection) -> None:
    database.execute("CREATE TABLE respondents (name TEXT, role TEXT)")
    rows = [(f"Navn {number}", "x" * 200) for number in range(100)]
    database.executemany("INSERT INTO respondents VALUES (?, ?)", [*rows, ("Bo Lyngsø", "konsulent"), *rows])
    database.commit()
    database.execute("DELETE FROM respondents WHERE name LIKE 'Bo %'")
    database.commit()


def test_a_deleted_row_is_found_until_the_database_is_vacuumed(tmp_path: Path) -> None:
    file = tmp_path / "store.db"
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA secure_delete = OFF")
        _delete_person(database)
        assert scan([tmp_path], PERSON) == (file,)
        database.execute("VACUUM")
    assert scan([tmp_path], PERSON) == ()


def test_folders_are_searched_through_and_each_file_is_named_once(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (inner / "page.gz").write_bytes(gzip.compress(NAME))
    (tmp_path / "a" / "clean.html").write_bytes(b"<p>nothing</p>")
    (tmp_path / "z.csv").write_bytes(b"1;" + NAME)
    (tmp_path / "empty").touch()
    found = scan([tmp_path / "z.csv", tmp_path, tmp_path / "gone"], PERSON)
    assert found == (tmp_path / "z.csv", inner / "page.gz")


def test_a_file_that_cannot_be_read_is_no_clean_file(tmp_path: Path) -> None:
    with pytest.raises(ErasureIncomplete):
        scan([tmp_path / ("x" * 5000)], PERSON)
