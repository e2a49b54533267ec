"""Does the scheduled run over the fixture site, as the command does it: discovery, archive, workers, ledger and store.

Task: `site` (its address), `concurrency`, `folder` (for archive and store). Answer as in `crawl.py`.
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from pipeline.assemble import code_version
from pipeline.config import load_config
from pipeline.crawl.session import Asked, Session
from pipeline.run import extract_page
from tools.bench.processes import Json, asked, say

_CONFIG: Final = """
store = {store}
archive = {archive}
delay_seconds = 0
connect_seconds = 60
idle_seconds = 60
connections = {concurrency}
allow_private = ["127.0.0.0/8"]

[[sites]]
name = "Fixture site"
url = {url}
any_title = true
sources = [{{type = "page", url = {url}}}]
"""


def run(site: str, concurrency: int, folder: Path) -> Json:
    """Run over every page that the index of the site names."""
    folder.mkdir()
    places = {"store": f"sqlite:///{folder}/store.sqlite3", "archive": str(folder / "archive"), "url": site}
    quoted = {name: json.dumps(place) for name, place in places.items()}  # a JSON string is one of TOML
    path = folder / "kommunestatus.toml"
    path.write_text(_CONFIG.format(**quoted, concurrency=concurrency), encoding="utf-8")
    session = Session(
        load_config(path, {}), Asked(), extract_page, lambda: datetime.now(UTC), lambda *_event: None, code_version()
    )
    summary = session.run()
    return {"seconds": summary["seconds"], "done": summary["saved"].get("new", 0)}


if __name__ == "__main__":
    task = asked()
    say(sys.stdout, run(task["site"], task["concurrency"], Path(task["folder"])))
