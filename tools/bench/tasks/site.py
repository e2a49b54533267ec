"""The fixture site with constructed pages in place of its own, in a process of its own, until its input ends.

Task: `pages`, how many. Answer: `site`, the address of its index, and `urls`, those of the pages.
"""

import sys
from http.server import ThreadingHTTPServer
from typing import Final, cast
from urllib.parse import urlsplit

from fixtures.site import FixturePage, FixtureSite
from tools.bench.pages import another_article, dressed_pages
from tools.bench.processes import asked, say

_WAITING: Final = 128


def site_pages(number: int) -> list[FixturePage]:
    """So many articles, each with an address of its own."""
    pages = [another_article(page, n) for n, page in enumerate(dressed_pages(number))]
    return [FixturePage(str(n), _path(page.url), page.body) for n, page in enumerate(pages)]


def _path(url: str) -> str:
    return urlsplit(url)._replace(scheme="", netloc="").geturl()


if __name__ == "__main__":
    pages = site_pages(asked()["pages"])
    # Python lets five connections wait. Of more at once the system drops some, to be tried again after a second: the
    # crawlers' speed would be a matter of luck.
    ThreadingHTTPServer.request_queue_size = _WAITING
    site = FixtureSite()
    served = cast("dict[str, FixturePage]", site.pages)
    served.clear()
    served.update({page.path: page for page in pages})
    with site as base_url:
        say(sys.stdout, {"site": f"{base_url}/", "urls": [f"{base_url}{page.path}" for page in pages]})
        sys.stdin.read()
