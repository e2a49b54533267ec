"""What editors do to a site from day to day, and the runs that come after each of them."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final

from tests.wordpress import Installation, Ran, Request, WordPress, now, post_name

LONG: Final = "Rettelse: Kommunen oplyser nu, at to af virksomhederne er lukket siden interviewet."
SHORT: Final = "Rettelse: To af virksomhederne er lukket."
FIGURE: Final = ("Fleksjob og skånejobs: 58", "Fleksjob og skånejobs: 61")
RENAMED: Final = "nyt-navn-til-guldborgsund"
MOVED: Final = "nyt-navn-til-kolding"
"""Its address without a date, which an article links to, led to it only by its old name."""
BERGEN: Final = "sosialt-entreprenoerskap-i-bergen"
NAMES: Final = (
    "randers",
    "hjoerring",
    "koebenhavn",
    "svendborg",
    "guldborgsund",
    "kolding",
    "odense",
    "esbjerg",
    "holbaek",
)
"""Articles that editors change."""


@dataclass(frozen=True)
class Story:
    """A site that editors change, and what each run over it said."""

    installation: Installation
    runs: dict[str, Ran]
    asked: dict[str, list[Request]]
    """What each run asked the site for."""

    def run(self, name: str, site: WordPress, later: timedelta = timedelta()) -> None:
        """Run, so much later than it is; what contradicts an invariant afterwards fails."""
        mark = site.mark()
        self.runs[name] = self.installation.run_at(lambda: now() + later)
        self.asked[name] = site.requests(mark)
        self.installation.check()

    def happened(self, name: str) -> list[tuple[str, str]]:
        """What a run noted of an article that was there before: what, and the address."""
        query = "SELECT op, url FROM changes WHERE run_id = ? AND op <> 'insert' ORDER BY op, url"
        return self.installation.rows(query, self.runs[name].summary["run_id"])

    def led_to_the_same(self, old: str, name: str) -> bool:
        """Whether an article is known at its old address and under its new post name, and that was noted once."""
        new = old.replace(post_name(old), name)
        query = "SELECT count(*) FROM addresses WHERE url IN (?, ?) GROUP BY article_id"
        noted = [ran for ran in self.runs if ("alias", new) in self.happened(ran)]
        return self.installation.rows(query, old, new) == [(2,)] and noted == ["changed"]

    def changed(self, name: str, url: str) -> dict[str, tuple[str, str]]:
        """Which fields of the article at an address a run found changed: before and after."""
        query = (
            "SELECT path, before, after FROM changed_values JOIN changes USING (change_id)"
            " WHERE run_id = ? AND url = ? AND kind IN ('value', 'text')"
        )
        found = self.installation.rows(query, self.runs[name].summary["run_id"], url)
        return {path: (before, after) for path, before, after in found}


def edited(site: WordPress, folder: Path, *sources: str) -> Story:
    """Let editors work on a site, with a run after each of their days."""
    story = Story(Installation.reading(site, folder, *sources, without={*site.dead_links(), BERGEN}), {}, {})
    name = {one: post_name(site.url(one)) for one in NAMES}
    story.run("first", site)
    site.rewrite(name["randers"], *FIGURE)
    site.change("edit", name["hjoerring"], LONG)
    site.change("edit", name["koebenhavn"], SHORT)
    site.change("touch", name["svendborg"])
    site.change("rename", name["guldborgsund"], RENAMED)
    site.change("rename", name["kolding"], MOVED)
    site.change("protect", name["odense"], "hemmeligt")
    site.change("trash", name["esbjerg"])
    story.run("changed", site)
    story.run("unchanged", site, timedelta(hours=1))
    story.run("day later", site, timedelta(days=1, hours=1))
    site.change("publish", name["odense"])
    site.change("publish", name["esbjerg"])
    site.change("unpublish", name["holbaek"])
    story.run("back", site, timedelta(days=1, hours=2))
    site.change("maintenance", "on")
    story.run("maintenance", site, timedelta(days=1, hours=3))
    site.change("maintenance", "off")
    story.run("afterwards", site, timedelta(days=2, hours=4))
    return story
