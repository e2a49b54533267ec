"""The archive: bodies under their hashes, notes on exchanges, and what a crash or a full disk leaves behind."""

import errno
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pipeline.archive import Archive, Disk, ExchangeNote, Hop, Problem
from pipeline.archive.notes import digest
from pipeline.errors import DiskFull, IntegrityViolation, StoreUnavailable

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
BODY = b"<p>Jens Hansen</p>"
MASKED = "<p>████ ██████</p>".encode()


def note(path: str = "a", at: datetime = NOON, status: int = 200) -> ExchangeNote:
    return ExchangeNote(
        url=f"https://news.example/{path}",
        requested_url="https://news.example/old",
        redirects=(Hop(url="https://news.example/old", status=301),),
        request_headers=(("Accept", "text/html"), ("Cookie", "hush"), ("authorization", "hush")),
        response_headers=(("Content-Type", "text/html"), ("SET-COOKIE", "hush")),
        status=status,
        content_type="text/html",
        fetched_at=at,
        run_id="r1",
    )


class Crash(BaseException):
    """The process ends here."""


@dataclass
class Faulty(Disk):
    """A disk whose n-th step does not happen, or only half."""

    fails_at: int
    fault: Callable[[], BaseException]
    steps: int = 0

    def _step(self) -> None:
        self.steps += 1
        if self.steps == self.fails_at:
            raise self.fault()

    def make_folder(self, path: Path) -> None:
        """Make it, or fail."""
        self._step()
        super().make_folder(path)

    def write(self, path: Path, chunks: Iterable[bytes]) -> None:
        """Write it, or half of it and fail."""
        content = b"".join(chunks)
        if self.steps + 1 == self.fails_at:
            path.write_bytes(content[: len(content) // 2])
        self._step()
        super().write(path, [content])

    def rename(self, path: Path, target: Path) -> None:
        """Rename it, or fail."""
        self._step()
        super().rename(path, target)

    def sync_folder(self, path: Path) -> None:
        """Wait, or fail."""
        self._step()
        super().sync_folder(path)

    def blank(self, path: Path) -> None:
        """Overwrite it, or fail."""
        self._step()
        super().blank(path)

    def remove(self, path: Path) -> None:
        """Remove it, or fail."""
        self._step()
        super().remove(path)


def full() -> OSError:
    return OSError(errno.ENOSPC, "No space left on device")


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def harm(archive: Archive) -> list[Problem]:
    """What is wrong beyond files that were never finished."""
    return [problem for problem in archive.verify() if problem.kind != "leftover"]


def steps_of(act: Callable[[Archive], object], root: Path) -> int:
    disk = Faulty(0, Crash)
    act(Archive(root, disk))
    return disk.steps


def test_a_body_comes_back_with_its_exchange(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "deep" / "archive")
    sha = archive.keep(BODY, note())
    assert sha == digest(BODY)
    assert archive.body(sha) == BODY
    assert list(archive.hashes()) == [sha]
    assert list(archive.exchanges()) == [note().model_copy(update={"sha256": sha})]
    (page,) = archive.pages()
    assert (page.url, page.body, page.content_type, page.fetched_at) == (note().url, BODY, "text/html", NOON)


def test_no_secret_is_kept(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.keep(BODY, note())
    assert not any(b"hush" in content for content in files(tmp_path).values())
    assert b"Accept" in b"".join(files(tmp_path).values())


def test_equal_input_gives_equal_files_and_writes_nothing_again(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "a")
    archive.keep(BODY, note())
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "a").rglob("*")}
    archive.keep(BODY, note())
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "a").rglob("*")} == before
    Archive(tmp_path / "b").keep(BODY, note())
    assert files(tmp_path / "a") == files(tmp_path / "b")


def test_exchanges_come_by_time_then_address_whatever_the_order_of_keeping(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    for path, hours in (("c", 30), ("b", 0), ("a", 0), ("d", -30)):
        archive.keep(path.encode(), note(path, NOON + timedelta(hours=hours)))
    assert [exchange.url[-1] for exchange in archive.exchanges()] == ["d", "a", "b", "c"]
    later = archive.exchanges(NOON + timedelta(hours=1))
    assert [exchange.url[-1] for exchange in later] == ["c"]
    assert [exchange.url[-1] for exchange in archive.exchanges(NOON)] == ["a", "b", "c"]


def test_only_an_answer_with_a_page_is_a_page(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.keep(b"gone", note(status=410))
    assert list(archive.pages()) == []
    assert len(list(archive.exchanges())) == 1


def test_verify_names_what_is_wrong(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    sha = archive.keep(BODY, note("a"))
    other = archive.keep(b"other", note("b"))
    assert list(archive.verify()) == []
    (tmp_path / "bodies" / sha[:2] / f"{sha}.gz").write_bytes(b"\x1f\x8bjunk")
    (tmp_path / "bodies" / other[:2] / f"{other}.gz").unlink()
    (tmp_path / "bodies" / sha[:2] / f"{sha}.gz.7.partial").write_bytes(b"")
    assert sorted(problem.kind for problem in archive.verify()) == ["hash_mismatch", "leftover", "orphan_note"]
    assert archive.sweep() == 1
    assert sorted(problem.kind for problem in archive.verify()) == ["hash_mismatch", "orphan_note"]
    for damaged, words in ((sha, "damaged"), (other, "missing"), ("../../etc/passwd", "not the hash")):
        with pytest.raises(IntegrityViolation, match=words):
            archive.body(damaged)


def test_a_changed_note_is_found_out(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.keep(BODY, note())
    (path,) = tmp_path.glob("exchanges/2026/11/24/*.json")
    path.write_bytes(path.read_bytes().replace(b"news.example", b"fake.example"))
    assert [problem.kind for problem in archive.verify()] == ["hash_mismatch"]
    with pytest.raises(IntegrityViolation, match="not what its name says"):
        list(archive.exchanges())


def test_a_replaced_body_is_gone_and_its_notes_say_so(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    old = archive.keep(BODY, note("a"))
    archive.keep(BODY, note("b", NOON + timedelta(days=1)))
    archive.keep(b"other", note("c"))
    new = archive.replace(old, MASKED)
    told = [(exchange.url[-1], exchange.sha256, exchange.erased_from) for exchange in archive.exchanges()]
    assert told == [("a", new, old), ("c", digest(b"other"), None), ("b", new, old)]
    assert list(archive.verify()) == []
    with pytest.raises(IntegrityViolation, match="missing"):
        archive.body(old)
    assert archive.replace(new, MASKED) == new


def test_a_file_that_is_not_the_archive_s_is_named_or_left_alone(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    sha = archive.keep(BODY, note())
    for stray in ("bodies/notes.txt", "exchanges/notes.txt", "exchanges/2026/11/notes.txt", "lock"):
        (tmp_path / stray).write_bytes(b"x")
    assert list(archive.verify()) == []
    assert len(list(archive.pages())) == 1
    (tmp_path / "bodies" / sha[:2] / "notes.txt").write_bytes(b"x")
    assert list(archive.verify()) == [Problem("hash_mismatch", f"bodies/{sha[:2]}/notes.txt")]


def test_an_archive_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "bodies").write_bytes(b"a file in the way")
    with pytest.raises(StoreUnavailable):
        Archive(tmp_path).keep(BODY, note())


def test_a_crash_at_any_step_of_keeping_leaves_a_valid_archive(tmp_path: Path) -> None:
    Archive(tmp_path / "whole").keep(b"earlier", note("earlier"))
    steps = steps_of(lambda archive: archive.keep(BODY, note()), tmp_path / "whole")
    assert steps == 8
    for n in range(1, steps + 1):
        root = tmp_path / str(n)
        Archive(root).keep(b"earlier", note("earlier"))
        with pytest.raises(Crash):
            Archive(root, Faulty(n, Crash)).keep(BODY, note())
        after = Archive(root)
        assert harm(after) == []
        assert "https://news.example/earlier" in {page.url for page in after.pages()}
        after.sweep()
        after.keep(BODY, note())
        assert list(after.verify()) == []
        assert len(list(after.pages())) == 2


def test_a_full_disk_at_any_step_of_keeping_says_so_and_leaves_the_last_good_state(tmp_path: Path) -> None:
    steps = steps_of(lambda archive: archive.keep(BODY, note()), tmp_path / "whole")
    for n in range(1, steps + 1):
        archive = Archive(tmp_path / str(n), Faulty(n, full))
        with pytest.raises(DiskFull):
            archive.keep(BODY, note())
        assert harm(archive) == []
        archive.keep(BODY, note())
        archive.sweep()
        assert files(tmp_path / str(n)) == files(tmp_path / "whole")


def test_a_half_written_file_makes_room_again(tmp_path: Path) -> None:
    archive = Archive(tmp_path, Faulty(5, full))  # make and sync two folders, then write
    with pytest.raises(DiskFull):
        archive.keep(BODY, note())
    assert files(tmp_path) == {}


def test_a_crash_at_any_step_of_replacing_can_be_finished_by_the_same_call(tmp_path: Path) -> None:
    def kept(root: Path) -> Archive:
        archive = Archive(root)
        archive.keep(BODY, note("a"))
        archive.keep(BODY, note("b"))
        return archive

    kept(tmp_path / "whole")
    steps = steps_of(lambda archive: archive.replace(digest(BODY), MASKED), tmp_path / "whole")
    assert steps > 10
    for n in range(1, steps + 1):
        archive = kept(tmp_path / str(n))
        with pytest.raises(Crash):
            Archive(archive.root, Faulty(n, Crash)).replace(digest(BODY), MASKED)
        assert harm(archive) == []
        assert {page.url[-1] for page in archive.pages()} == {"a", "b"}
        archive.replace(digest(BODY), MASKED)
        archive.sweep()
        assert files(archive.root) == files(tmp_path / "whole")
