"""The worker: reads one page after the other until the other end is gone or it is tired."""

import json
import traceback
from enum import StrEnum
from itertools import count

from pipeline.workers.channel import Channel
from pipeline.workers.memory import address_space, be_expendable, resident
from pipeline.workers.plan import Extract, Plan
from schemas.base import Model
from schemas.page import RawPage
from schemas.record import StatusRecord


class Kind(StrEnum):
    """What came of a page."""

    RECORD = "record"
    """The body of the reply is a StatusRecord as JSON."""
    REJECTION = "rejection"
    """The body is a Rejection as JSON."""
    MEMORY = "memory"
    """The page needs more memory than it may have; the body is empty."""
    BUG = "bug"
    """The body is the traceback of an exception that nobody expected."""


class Reply(Model):
    """The head of a reply; its body follows."""

    kind: Kind
    """What came of the page."""
    last: bool
    """Whether the worker ends after this reply."""


def send_page(channel: Channel, page: RawPage, deadline: float) -> None:
    """Send a page to a worker: its body as it is, the rest as JSON. Raises TimeoutError, ConnectionError."""
    channel.send(page.model_dump_json(exclude={"body"}).encode(), page.body, deadline)


def serve(channel: Channel, extract: Extract, plan: Plan) -> None:
    """Read pages until the worker is tired; raises ConnectionError when the other end is gone."""
    be_expendable()
    born = resident()
    for number in count(1):
        head, body = channel.receive()
        kind, text = _read(head, body, extract, plan)
        # What gave up its memory half-way may be left half-done: such a worker serves no other page.
        last = number >= plan.pages or resident() - born > plan.growth or kind is Kind.MEMORY
        channel.send(Reply(kind=kind, last=last).model_dump_json().encode(), text.encode())
        if last:
            return


def _read(head: bytes, body: bytes, extract: Extract, plan: Plan) -> tuple[Kind, str]:
    try:
        with address_space(plan.page_memory):
            made = extract(RawPage(**json.loads(head), body=body))
            return (Kind.RECORD if isinstance(made, StatusRecord) else Kind.REJECTION), made.model_dump_json()
    except MemoryError:
        return Kind.MEMORY, ""
    except Exception:  # noqa: BLE001 -- raised again where the page came from
        return Kind.BUG, traceback.format_exc()
