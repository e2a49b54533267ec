"""Masks persons in the raw HTML of a page, however the markup writes them, so that its cleaned text keeps its offsets.

A page is read as layers, each a rewriting of the one below that remembers where every character stands there:
bytes that are no UTF-8, markup, escapes, white space. What is found in the top layer is masked in the bottom one.
"""

import codecs
import html
import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html.entities import html5
from typing import Final
from urllib.parse import unquote_to_bytes

from pipeline.erasure.masking import MASK, mask
from pipeline.erasure.targets import Target

# Stands for a tag that ends a line; white space to the patterns, and nothing that a page prints.
_BREAK: Final = "\x1e"
_INLINE: Final = frozenset(
    (
        "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp script small "
        "span strike strong style sub sup time tt u var wbr"
    ).split()
)
_REST: Final = r"""(?:[^>=]++|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|))*+(?:>|\Z)"""
_MARKUP: Final = re.compile(
    rf"<!--(?s:.)*?(?:-->|\Z)|<(?P<raw>script|style)\b{_REST}(?s:.)*?(?=</(?P=raw)\b|\Z)|"
    rf"</?(?P<name>[a-z][a-z0-9:-]*+){_REST}|<[!?/][^>]*+(?:>|\Z)",
    re.IGNORECASE,
)
_ANY_TAG: Final = re.compile(r"<[/!]?[a-z-][^<>]{0,2000}>", re.IGNORECASE)
_UNENDED: Final = "|".join(sorted((name for name in html5 if not name.endswith(";")), key=len, reverse=True))
_ENTITY: Final = rf"&(?:#[0-9]{{1,12}};?|#[xX][0-9a-fA-F]{{1,10}};?|[A-Za-z][A-Za-z0-9]{{1,31}};|(?:{_UNENDED}))"
_HEX: Final = "[0-9a-fA-F]"
_TAIL: Final = rf"%[89abAB]{_HEX}"
_PERCENT: Final = (
    rf"%(?:[0-7]{_HEX}|[cdCD]{_HEX}{_TAIL}|[eE]{_HEX}(?:{_TAIL}){{2}}|[fF][0-4](?:{_TAIL}){{3}}|[89a-fA-F]{_HEX})"
)
_BACKSLASH: Final = rf"""\\{{1,3}}(?:u{_HEX}{{4}}|x{_HEX}{{2}}|[nrt/"'])"""
_WINDOWS_1252: Final = bytes(range(0x80, 0x100)).decode("cp1252", "replace")
# What UTF-8 looks like that was read as windows-1252 and written as UTF-8 again; cleaning mends it.
_FOLLOWS: Final = "[\x80-\xbf" + bytes(range(0x80, 0xA0)).decode("cp1252", "ignore") + "]"
_TWICE: Final = f"[\xc2-\xdf]{_FOLLOWS}|[\xe0-\xef]{_FOLLOWS}{{2}}"
_PRINTED: Final = re.compile(f"{_ENTITY}|{_TWICE}")
_ESCAPES: Final = re.compile(f"{_ENTITY}|{_PERCENT}|{_BACKSLASH}|{_TWICE}")
_HIDDEN: Final = "\x00-\x08\x0e-\x1b\x7f\u00ad\u200b-\u200d\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_HIDDEN_ONE: Final = re.compile(f"[{_HIDDEN}]")
_FOLDED: Final = re.compile(rf"[{_HIDDEN}]*+\s[\s{_HIDDEN}]*+|[{_HIDDEN}]++|[^\W\d_][\u0300-\u036f]++")
_STRAY: Final = re.compile("[\udc80-\udcff]")
_STRAY_SIGNS: Final = dict(enumerate(_WINDOWS_1252, 0xDC80))
_CLOUDFLARE: Final = re.compile(
    r"""((?:data-cfemail\s{0,3}=\s{0,3}["']?|/email-protection#))((?:[0-9a-f]{2}){4,300})""", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Layer:
    """A text and, for each token rewritten in it to one character or none, where both stand."""

    text: str
    starts: "array[int]"
    widths: "array[int]"
    tokens: tuple["array[int]", "array[int]"]

    def below(self, place: int) -> tuple[int, int]:
        """Where the character at `place` stands in the text below: start, and one past the end."""
        index = bisect_right(self.starts, place) - 1
        if index < 0:
            return place, place + 1
        past = place - self.starts[index] - self.widths[index]
        start, end = (side[index] for side in self.tokens)
        return (start, end) if past < 0 else (end + past, end + past + 1)


_Rewrite = Callable[[re.Match[str]], str]
_Step = tuple[re.Pattern[str], _Rewrite]


def mask_page(body: bytes, targets: Iterable[Target]) -> bytes:
    r"""The page with every occurrence of the targets as █, one for each code point that the cleaned text has of it.

    Found in text, across inline tags and soft hyphens, in attributes, comments and scripts; written as it is, as
    entities, percent-encoded, as \u escapes, or by Cloudflare's data-cfemail. Bytes that are no UTF-8 are read as
    windows-1252, as cleaning does; there the mask is an entity. All other bytes stay as they are. What fills an element
    of its own is masked also where other letters touch the element: rather a stranger's name too many than a trace.
    """
    wanted = tuple(targets)
    codec, errors, sign = _written(body)
    whole = len(body) - len(body) % 2 if codec.startswith("utf-16") else len(body)
    text = body[:whole].decode(codec, errors)
    for steps in _READINGS:
        text = _masked(text, steps, wanted, sign)
    text = _CLOUDFLARE.sub(lambda found: found.group(1) + _covered(found.group(2), wanted), text)
    return text.encode(codec, errors) + body[whole:]


def decoded(data: bytes) -> str:
    """Bytes as text: UTF-8, and windows-1252 where they are none. Never raises."""
    text = data.decode("utf-8", "surrogateescape")
    return text if text.isascii() else text.translate(_STRAY_SIGNS)


def unescaped(text: str) -> str:
    """The text with entities, percent-encoded characters and backslash escapes as the characters they stand for."""
    return _layer(text, _UNESCAPE).text


def without_tags(text: str, between: str) -> str:
    """The text with each tag as what is given to stand between its neighbours."""
    return _ANY_TAG.sub(between, text)


def uncovered(text: str) -> str:
    """The addresses that Cloudflare hides in a page, one a line."""
    return "\n".join(_address(found.group(2))[1] for found in _CLOUDFLARE.finditer(text))


def _written(body: bytes) -> tuple[str, str, str]:
    """The codec and error handler that give the bytes back unchanged, and how a mask is written in them."""
    for mark, codec in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if body.startswith(mark):
            return codec, "surrogatepass", MASK
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return "utf-8", "surrogateescape", f"&#{ord(MASK)};"
    return "utf-8", "strict", MASK


def _tag(found: re.Match[str]) -> str:
    name = found.group("name")
    return "" if name is None or name.lower() in _INLINE else _BREAK


def _character(found: re.Match[str]) -> str:
    token = found.group()
    if token[0] == "&":
        return html.unescape(token)
    if token[0] == "%":
        return _decoded(unquote_to_bytes(token))
    if token[0] != "\\":
        return _decoded(b"".join(sign.encode("latin-1" if sign < "\u0100" else "cp1252") for sign in token))
    escape = token.lstrip("\\")
    if len(escape) > 1:
        return chr(int(escape[1:], 16))
    return {"n": "\n", "r": "\r", "t": "\t"}.get(escape, escape)


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _fold(found: re.Match[str]) -> str:
    token = found.group()
    if _BREAK in token:
        return "\n"
    if token[0].isalpha():
        return unicodedata.normalize("NFC", token)
    return " " if any(map(str.isspace, token)) else ""


_STRAYS: Final[_Step] = (_STRAY, lambda found: _STRAY_SIGNS[ord(found.group())])
_UNESCAPE: Final[_Step] = (_ESCAPES, _character)
_FOLD: Final[_Step] = (_FOLDED, _fold)
# What a reader sees; what the source says; and HTML that stands escaped inside of it, with tags that join words or
# part them. The last step is the folding.
_READINGS: Final[tuple[tuple[_Step, ...], ...]] = (
    (_STRAYS, (_MARKUP, _tag), (_PRINTED, _character), _FOLD),
    (_STRAYS, _UNESCAPE, _FOLD),
    (_STRAYS, _UNESCAPE, _UNESCAPE, (_ANY_TAG, lambda _: ""), _FOLD),
    (_STRAYS, _UNESCAPE, _UNESCAPE, (_ANY_TAG, lambda _: _BREAK), _FOLD),
)


def _layer(text: str, step: _Step) -> _Layer:
    """Rewrite tokens; one that comes to more than a character stays as it is."""
    pattern, rewrite = step
    parts: list[str] = []
    starts, widths, begins, ends = (array("L") for _ in range(4))  # a hostile page has millions
    at = length = 0
    for token in pattern.finditer(text):
        written = rewrite(token)
        if len(written) > 1:
            continue
        parts += (text[at : token.start()], written)
        starts.append(length + token.start() - at)
        widths.append(len(written))
        begins.append(token.start())
        ends.append(token.end())
        length = starts[-1] + len(written)
        at = token.end()
    return _Layer("".join((*parts, text[at:])), starts, widths, (begins, ends))


def _masked(text: str, steps: tuple[_Step, ...], targets: tuple[Target, ...], sign: str) -> str:
    """The text with what the reading finds masked in it."""
    layers: list[_Layer] = []
    for step in steps:
        layers.append(_layer(layers[-1].text if layers else text, step))
    parts: list[str] = []
    at = 0
    for place, printed in _found(layers, targets):
        start, end = _down(layers[:-1], place)
        parts += (text[at:start], sign if printed else "")
        at = end
    return "".join((*parts, text[at:]))


def _found(layers: list[_Layer], targets: tuple[Target, ...]) -> Iterator[tuple[int, bool]]:
    """Places below the folding that hold a target, and whether cleaning prints a character for each."""
    folding, unfolded = layers[-1], layers[-2].text
    for run in re.finditer(f"{MASK}+", mask(folding.text, targets)):
        for place in range(*run.span()):
            if folding.text[place] == MASK:
                continue
            start, end = folding.below(place)
            yield from _places(unfolded, start, end)


def _places(unfolded: str, start: int, end: int) -> Iterator[tuple[int, bool]]:
    """The characters that are folded to one, the first as printed; a line's end and what is hidden stay."""
    if _BREAK in unfolded[start:end]:
        return
    seen = [place for place in range(start, end) if not _HIDDEN_ONE.match(unfolded, place)]
    for place in seen:
        yield place, place == seen[0]


def _down(layers: list[_Layer], place: int) -> tuple[int, int]:
    """Where a character of the top layer stands in the text below all layers."""
    start, end = place, place + 1
    for layer in reversed(layers):
        start, end = layer.below(start)[0], layer.below(end - 1)[1]
    return start, end


def _covered(written: str, targets: tuple[Target, ...]) -> str:
    """An address as Cloudflare hides it, masked and hidden again."""
    key, address = _address(written)
    masked = mask(address, targets)
    return written if masked == address else bytes((key, *(byte ^ key for byte in masked.encode()))).hex()


def _address(written: str) -> tuple[int, str]:
    """The key and the address: the first byte is XORed with all others."""
    key, *rest = bytes.fromhex(written)
    return key, bytes(byte ^ key for byte in rest).decode("utf-8", "replace")
