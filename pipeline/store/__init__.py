"""The store: records as typed rows a person can query, with every version kept.

SQLAlchemy Core tables in `tables.py`, made and changed by the numbered scripts of `migrations/`.
"""

from pipeline.store.changes import changes_since
from pipeline.store.engine import engine_for
from pipeline.store.follow import cursor_of, follow
from pipeline.store.load import latest_versions, load, load_all, load_latest
from pipeline.store.migrate import migrate
from pipeline.store.save import SaveResult, save

__all__ = [
    "SaveResult",
    "changes_since",
    "cursor_of",
    "engine_for",
    "follow",
    "latest_versions",
    "load",
    "load_all",
    "load_latest",
    "migrate",
    "save",
]
