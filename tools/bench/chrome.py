"""What stands around an article on a WordPress site, constructed: each function makes one more piece of it.

ASCII and entities only, so that a piece fits into a page of any charset. No piece states a publication date or asks a
question of the series: the article must stay the only one on its page.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from random import Random
from typing import Final

_WORDS: Final = (
    "forening medlem kursus netv&aelig;rk debat portr&aelig;t nyhed m&oslash;de forum projekt partner v&aelig;rksted "
    "caf&eacute; butik handel milj&oslash; klima kultur idr&aelig;t frivillig mentor st&oslash;tte pulje dialog bogen "
    "rapport analyse seminar konference opl&aelig;g tilmelding arrangement nyhedsbrev sekretariat"
).split()
_PLACES: Final = "Allerød Brønderslev Dragør Egedal Favrskov Greve Hedensted Ishøj Jammerbugt Kerteminde".split()
_STEMS: Final = "entry widget menu card badge overlay toggle search footer header column icon share thumb".split()
_PROPERTIES: Final = "margin padding width line-height font-size letter-spacing top left border-radius z-index".split()


@dataclass(frozen=True)
class Piece:
    """Some HTML, and where in the page it goes."""

    place: str
    """head, top (of the body) or bottom."""
    html: str


def _words(rng: Random, count: int) -> str:
    return " ".join(rng.choice(_WORDS) for _ in range(count))


def _sister(rng: Random) -> str:
    place = escape(rng.choice(_PLACES)).encode("ascii", "xmlcharrefreplace").decode()
    return f"Social&oslash;konomi i {place} Kommune &#8211; status {rng.randint(2015, 2021)}"


def _href(rng: Random) -> str:
    return f"https://www.socialbusinessnu.example/{rng.choice(_STEMS)}-{rng.randint(1, 9999)}/"


def _links(rng: Random, count: int) -> str:
    return "".join(
        f'<li class="menu-item menu-item-{rng.randint(1, 9999)}"><a href="{_href(rng)}">{_words(rng, 2)}</a></li>'
        for _ in range(count)
    )


def style(rng: Random) -> Piece:
    """Rules of a theme, about 3 KB."""
    rules = "\n".join(
        f".wp-{rng.choice(_STEMS)}-{rng.choice(_STEMS)}{{"
        + ";".join(f"{rng.choice(_PROPERTIES)}:{rng.randint(0, 99)}px" for _ in range(5))
        + "}"
        for _ in range(30)
    )
    return Piece("head", f"<style>{rules}</style>\n")


def script(rng: Random) -> Piece:
    """Settings and code of a plugin, about 2.5 KB."""
    settings = {f"opt{rng.randint(1, 999)}": rng.choice(_STEMS) + f"{rng.getrandbits(64):x}" for _ in range(50)}
    code = "(function(w,d){var e=d.querySelectorAll('.js');for(var i=0;i<e.length;i++){e[i].hidden=i>2&&!w.all}})"
    return Piece(
        "bottom", f"<script>var cfg{rng.randint(1, 9999)}={json.dumps(settings)};{code}(window,document);</script>\n"
    )


def linked_data(rng: Random) -> Piece:
    """JSON-LD of the site and its breadcrumbs."""
    crumbs = [{"@type": "ListItem", "position": n, "name": rng.choice(_STEMS), "item": _href(rng)} for n in range(1, 6)]
    graph = [
        {"@type": "Organization", "@id": "#org", "name": "Social Business Nu", "url": _href(rng)},
        {"@type": "WebSite", "@id": "#site", "publisher": {"@id": "#org"}, "inLanguage": "da-DK"},
        {"@type": "BreadcrumbList", "@id": "#crumbs", "itemListElement": crumbs},
    ]
    document = json.dumps({"@context": "https://schema.org", "@graph": graph})
    return Piece("head", f'<script type="application/ld+json">{document}</script>\n')


def menu(rng: Random) -> Piece:
    """A menu with folded submenus."""
    items = "".join(
        f'<li class="menu-item-has-children"><a href="{_href(rng)}">{_words(rng, 1)}</a>'
        f'<ul class="sub-menu">{_links(rng, 5)}</ul></li>'
        for _ in range(4)
    )
    return Piece("top", f'<nav class="site-navigation" role="navigation"><ul class="menu">{items}</ul></nav>\n')


def sidebar(rng: Random) -> Piece:
    """A column of widgets: latest articles, categories."""
    latest = "".join(f'<li><a href="{_href(rng)}">{_sister(rng)}</a></li>' for _ in range(6))
    return Piece(
        "bottom",
        f'<aside class="sidebar widget-area"><div class="widget widget_recent_entries"><h3 class="widget-title">'
        f'Seneste indl&aelig;g</h3><ul>{latest}</ul></div><div class="widget widget_categories">'
        f'<h3 class="widget-title">'
        f"Kategorier</h3><ul>{_links(rng, 8)}</ul></div></aside>\n",
    )


def comments(rng: Random) -> Piece:
    """Comments of readers, and the form for another."""
    said = "".join(
        f'<li class="comment depth-1"><article class="comment-body"><footer class="comment-meta"><b class="fn">'
        f'L&aelig;ser {rng.randint(1, 99)}</b></footer><div class="comment-content"><p>{_words(rng, 25)}.</p></div>'
        f'<div class="reply"><a rel="nofollow" href="{_href(rng)}">Besvar</a></div></article></li>'
        for _ in range(3)
    )
    form = '<form class="comment-form"><label>Kommentar<textarea name="comment"></textarea></label></form>'
    return Piece(
        "bottom",
        f'<section class="comments-area"><ol class="comment-list">{said}</ol><div class="comment-respond">{form}</div>'
        f"</section>\n",
    )


def related(rng: Random) -> Piece:
    """A box of other articles with pictures."""
    cards = "".join(
        f'<article class="related-post"><a href="{_href(rng)}"><img src="/wp-content/uploads/{rng.randint(1, 999)}.jpg"'
        f' alt="" loading="lazy"></a><h4 class="related-post-title"><a href="{_href(rng)}">{_sister(rng)}</a></h4>'
        "</article>"
        for _ in range(3)
    )
    return Piece("bottom", f'<section class="related-posts"><h3>Relaterede indl&aelig;g</h3>{cards}</section>\n')


def footer(rng: Random) -> Piece:
    """The foot of the site: columns of links and its address."""
    columns = "".join(
        f'<div class="footer-box"><h4>{_words(rng, 2)}</h4><ul>{_links(rng, 5)}</ul></div>' for _ in range(3)
    )
    return Piece("bottom", f'<footer class="site-footer"><div class="footer-widgets">{columns}</div></footer>\n')


# Styles and scripts are most of what such a page weighs: about twelve tags a kilobyte, as on the pages of the fixtures.
KINDS: Final[Sequence[Callable[[Random], Piece]]] = (
    linked_data,
    style,
    menu,
    script,
    script,
    sidebar,
    style,
    related,
    style,
    script,
    comments,
    script,
    style,
    footer,
)
"""One round of pieces."""
