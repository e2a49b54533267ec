"""Declared errors with their exit codes, and the settings."""

from ipaddress import ip_network

import pytest

from pipeline.errors import ExitCode, NotAStatusArticle, PageRejected, Quarantined, worst
from pipeline.settings import settings_with
from schemas.rejection import Rejection


def test_settings_come_from_the_environment_and_are_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOMMUNESTATUS_REDIRECTS", "2")
    monkeypatch.setenv("KOMMUNESTATUS_ALLOW_PRIVATE", '["127.0.0.1"]')
    settings = settings_with()
    assert (settings.redirects, settings.allow_private) == (2, (ip_network("127.0.0.1/32"),))
    monkeypatch.setenv("KOMMUNESTATUS_REDIRECTS", "many")
    with pytest.raises(ValueError, match="redirects"):
        settings_with()


def test_flags_beat_the_environment_where_they_are_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOMMUNESTATUS_STORE", "sqlite:///environment")
    assert settings_with(store=None).store == "sqlite:///environment"
    assert settings_with(store="sqlite:///flag").store == "sqlite:///flag"


def test_one_code_stands_for_several() -> None:
    assert worst([ExitCode.SOME_FAILED, ExitCode.DRIFT, ExitCode.NOT_FETCHED]) is ExitCode.NOT_FETCHED
    assert worst([ExitCode.DISK_FULL, ExitCode.STORE_UNAVAILABLE]) is ExitCode.DISK_FULL
    assert worst([]) is ExitCode.DONE


def test_a_rejection_becomes_the_error_of_its_state() -> None:
    listing = Rejection(url="u", stage="segment", reason="listing_page", message="a tag page")
    huge = Rejection(url="u", stage="decode", reason="body_too_large", message="11 MiB")
    assert isinstance(PageRejected.of(listing), NotAStatusArticle)
    assert isinstance(PageRejected.of(huge), Quarantined)
    assert (PageRejected.of(huge).stage, PageRejected.of(huge).exit_code) == ("decode", ExitCode.SOME_FAILED)
