"""Reads the time that an article speaks of, and the day on which it was published.

The contract knows no day: a printed date gives its month. A part that is not printed (a year above all) is never
supplied, so *status september* has no period.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from schemas.evidence import Span
from schemas.record import Period, Precision

_LOCAL: Final = ZoneInfo("Europe/Copenhagen")
_MONTHS: Final = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "maj": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "okt": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_SEASONS: Final = {"forår": 3, "sommer": 6, "efterår": 9, "vinter": 12}
_ORDINALS: Final = {
    "første": 1, "anden": 2, "andet": 2, "tredje": 3, "fjerde": 4, "sidste": 0, "1": 1, "2": 2, "3": 3, "4": 4,
    "i": 1, "ii": 2, "iii": 3, "iv": 4,
}  # fmt: skip

_MONTH: Final = (
    r"(?:jan(?:uar)?|feb(?:r(?:uar)?)?|mar(?:ts)?|apr(?:il)?|maj|juni?|juli?|aug(?:ust)?|sep(?:t(?:ember)?)?"
    r"|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_YEAR: Final = r"(?:20\d\d|19[89]\d)"
_TWO_YEARS: Final = rf"{_YEAR}(?:\s?[/–-]\s?(?:{_YEAR}|\d\d))?(?![\d/]|-\d)"
_ORDINAL: Final = r"(?:første|anden|andet|tredje|fjerde|sidste|[1-4]\.?|IV\.?|I{2,3}\.?|I\.)"
_OF: Final = r"(?:,?\s|/)(?:måned\s)?(?:af\s|i\s)?(?:året\s)?"
_POINT: Final = re.compile(
    rf"""(?<!\w)(?:
      (?<![.,/§-])(?P<iso>{_YEAR}-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?)(?![\w-])
    | (?<![.,/§-])(?:(?P<day>[0-3]?\d)[./-]\s?)?
      (?P<number>0?[1-9]|1[0-2])(?P<mark>[./]|\s|\s?-\s?)(?P<number_year>{_YEAR})(?!\d)
    | (?<![.,/§-])(?P<year>{_TWO_YEARS})
    | (?:
        (?:[0-3]?\d\.\s?)?(?P<month>{_MONTH})\.?
      | (?P<quarters>{_ORDINAL}\s?(?:[-–/]|og|til)\s?)?
        (?P<quarter>{_ORDINAL}\s?(?:kvartal(?:et|er)?|kvt?)|[QK][1-4])\b\.?
      | (?P<half>{_ORDINAL}\s?(?:halvår(?:et)?|halvdel))\b
      | (?:sen|for|høj|mid)?(?P<season>forår|sommer|efterår)(?:et|en)?\b
      | (?P<winter>vinter)(?:en)?\b(?:\s(?P<short_winter>\d\d)[/–-]\d\d(?!\d))?
      )
      (?:{_OF}(?P<own_year>{_YEAR}(?!\d))(?P<next_year>\s?[/–-]\s?(?:{_YEAR}|\d\d)(?!\d))?)?
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_TO: Final = re.compile(r"\s?(?:[-–—/]|til(?:\sog\smed)?|t\.?o\.?m\.?)\s?(?:den\s)?", re.IGNORECASE)
_AND: Final = re.compile(r"\s(?:og|&)\s", re.IGNORECASE)
_YEAR_FIRST: Final = re.compile(r"[,:]?\s[–(-]?\s?")
_ELSEWHEN: Final = re.compile(
    r"""(?:\b(?:opdateret|publiceret|udgivet|siden|før|inden|indtil|frem\s(?:mod|til)|mod|årsskiftet|nr\.|§|kl\.|\blov\b.{1,20}\saf)
      | \b(?:tilbage|allerede|senest|sidst|første\sgang|sidste\sgang|vedtaget|vedtog|stiftet|oprettet|etableret|ansat
            |begyndte|startede|tiltrådte|underskrevet|indgået|lanceret|født|valget|kommunalvalget)\si
      | \w*(?:strategi|politik|plan|aftale)(?:en)?(?:\sfor)?)\s(?:den\s)?$""",
    re.IGNORECASE | re.VERBOSE,
)
_FROM: Final = re.compile(r"\b(?:fra|efter|til)\s$", re.IGNORECASE)
_COUNTED: Final = re.compile(
    r"\s?(?:kr\b|kroner|pct|%|m2|virksomhed|borger|job|person|menneske|ansatte|medlem|kommuner|time|indbygger|stk|-udg)",
    re.IGNORECASE,
)
_STATUS: Final = re.compile(r"\bstatus(?:en|sen)?(?:\s(?:for|pr\.|på|fra|i))?[\s:,(–-]{1,3}$", re.IGNORECASE)
_CENTURY: Final = 2000
_LOOK_BACK: Final = 40


@dataclass(frozen=True, slots=True)
class _Point:
    """A printed time; first and last are months counted from year 0, or from 0 when no year is printed."""

    start: int
    end: int
    first: int
    last: int
    precision: Precision
    dated: bool

    def within(self, year: int) -> "_Point":
        """Return the same part of a year, in the year given."""
        return replace(self, first=self.first + 12 * year, last=self.last + 12 * year, dated=True)


def _ordinal(printed: str, of: int) -> int:
    """Which of a year's quarters or halves, from 1; *sidste* is the last one."""
    word = re.split(r"[.\s]", printed.lower())[0].strip("qk")
    number = _ORDINALS.get(word) or _ORDINALS.get(word[:1], 0)
    return number or of


def _part(match: re.Match[str]) -> tuple[int, int, Precision]:
    """First month from 0, length in months, and precision of a named part of a year."""
    groups = match.groupdict()
    if groups["month"]:
        return _MONTHS[groups["month"][:3].lower()] - 1, 1, "month"
    if groups["quarter"]:
        last = _ordinal(groups["quarter"], 4)
        first = _ordinal(groups["quarters"], 4) if groups["quarters"] else last
        return 3 * (first - 1), 3 * (last - first + 1), "quarter" if first == last else "range"
    if groups["half"]:
        return 6 * (min(_ordinal(groups["half"], 2), 2) - 1), 6, "half_year"
    return _SEASONS[(groups["season"] or groups["winter"]).lower()] - 1, 3, "season"


def _later(year: int, printed: str) -> int:
    """Return the second year of *2019/2020* or *2019-20*."""
    digits = re.sub(r"\D", "", printed)
    return int(digits) if len(digits) == len(str(year)) else year - year % 100 + int(digits)


def _years(match: re.Match[str]) -> _Point:
    printed = match["year"]
    first = int(printed[:4])
    last = _later(first, printed[4:]) if printed[4:] else first
    precision: Precision = "range" if last > first else "year"
    return _Point(match.start(), match.end(), 12 * first, 12 * last + 11, precision, dated=True)


def _numbered(match: re.Match[str]) -> _Point | None:
    """Read a month in figures: 2018-09, 12.03.2019, 12/3 2019, 09/2018."""
    if match["iso"]:
        year, month = int(match["iso"][:4]), int(match["iso"][5:7])
    elif match["day"] or match["mark"] in {"/", "."}:
        year, month = int(match["number_year"]), int(match["number"])
    else:
        return None
    return _Point(match.start(), match.end(), 12 * year + month - 1, 12 * year + month - 1, "month", dated=True)


def _named(match: re.Match[str]) -> _Point:
    first, length, precision = _part(match)
    end = match.end() if match["winter"] or not match["next_year"] else match.end("own_year")
    point = _Point(match.start(), end, first, first + length - 1, precision, dated=False)
    if match["short_winter"]:
        return point.within(_CENTURY + int(match["short_winter"]))
    return point.within(int(match["own_year"])) if match["own_year"] else point


def _points(text: str, start: int, end: int) -> Iterator[_Point]:
    for match in _POINT.finditer(text, start, end):
        if match["iso"] or match["number"]:
            point = _numbered(match)
            if point:
                yield point
        elif match["year"]:
            if not _COUNTED.match(text, match.end()):
                yield _years(match)
        else:
            yield _named(match)


def _joined(text: str, left: _Point, right: _Point) -> _Point | None:
    """Make one period of two neighbours, or None when they stand apart.

    *marts-maj 2021*, *2019 og 2020*, *2020, 2. kvartal*. *november-januar 2020* could be two winters: it stays undated.
    """
    between = text[left.end : right.start]
    if left.precision == "year" and not right.dated and _YEAR_FIRST.fullmatch(between):
        closing = text[right.end : right.end + 1] == ")" and "(" in between
        return replace(right.within(left.first // 12), start=left.start, end=right.end + closing)
    alike = left.precision == right.precision == "year" or not left.dated
    if not right.dated or not (_TO.fullmatch(between) or (alike and _AND.fullmatch(between))):
        return None
    opening = left if left.dated else left.within(right.first // 12)
    if opening.first > right.last:
        return replace(right, dated=False)
    if left.dated and left.precision != "year" and right.precision == "year":
        return None
    return _Point(left.start, right.end, opening.first, right.last, "range", dated=True)


def _candidates(text: str, start: int, end: int) -> Iterator[_Point]:
    """Yield the dated points, neighbours joined, those of another time than the article's left out."""
    points = list(_points(text, start, end))
    position = 0
    while position < len(points):
        point = points[position]
        following = points[position + 1] if position + 1 < len(points) else None
        pair = _joined(text, point, following) if following else None
        position += 2 if pair else 1
        point = pair or point
        before = text[max(start, point.start - _LOOK_BACK) : point.start]
        bare = point.precision == "year" and not _STATUS.search(before)
        if (
            point.dated
            and point.first <= point.last
            and not _ELSEWHEN.search(before)
            and not (bare and _FROM.search(before))
        ):
            yield point


def _day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def find_period(text: str, start: int, end: int) -> Period | None:
    """Find the period printed in text[start:end], a title or a lead, or None.

    What stands straight behind *status* wins, then anything finer than a year, then the first year. Seasons follow the
    contract: the winter of a year runs from its December to February of the next.
    """
    points = list(_candidates(text, start, end))
    if not points:
        return None

    def rank(point: _Point) -> tuple[bool, bool]:
        behind_status = _STATUS.search(text[max(start, point.start - _LOOK_BACK) : point.start])
        return (not behind_status or point.precision == "year", point.precision == "year")

    best = min(points, key=rank)
    span = Span.of(text, best.start, best.end)
    return Period(
        start=_day(best.first).isoformat(),
        end=(_day(best.last + 1) - timedelta(days=1)).isoformat(),
        precision=best.precision,
        text=span.quote,
        evidence=(span,),
    )


_WRITTEN_DAY: Final = re.compile(
    rf"(?<!\d)(?P<day>[0-3]?\d)\.?\s(?P<month>{_MONTH})\.?\s(?P<year>{_YEAR})(?!\d)", re.IGNORECASE
)
_NUMBERED_DAY: Final = re.compile(
    rf"(?<![\d./-])(?P<day>[0-3]?\d)[./-]\s?(?P<month>[01]?\d)(?:[./]\s?|\s?-\s?|\s)(?P<year>{_YEAR})(?![\d])"
)
_ISO_DAY: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_PATH_DAY: Final = re.compile(
    rf"/(?P<year>{_YEAR})(?P<mark>[/-])(?P<month>[01]?\d)(?P=mark)(?P<day>[0-3]?\d)(?=[/_-]|$)"
)
# A page of the web has no day of publication outside these; a 0001 or 9999 is a field that nobody filled in.
_FIRST_DAY: Final = date(1990, 1, 1)
_LAST_DAY: Final = date(2100, 12, 31)


def _local_date(moment: datetime) -> date:
    return (moment.astimezone(_LOCAL) if moment.tzinfo else moment).date()


def _of_the_web(day: date) -> str | None:
    return day.isoformat() if _FIRST_DAY <= day <= _LAST_DAY else None


def _valid(year: str, month: str, day: str) -> str | None:
    number = _MONTHS.get(month[:3].lower()) or int(month)
    try:
        return _of_the_web(date(int(year), number, int(day)))
    except ValueError:
        return None


def publication_date(value: str) -> str | None:
    """Read an ISO 8601, RFC 2822 or Danish date (*24. september 2018*, *07.08.2018*) as an ISO date, or None.

    A time with an offset is taken to Danish local time (Europe/Copenhagen), one without stays as it is. A day outside
    1990 to 2100 is none.
    """
    value = value.strip()
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return _of_the_web(_local_date(read(value)))
        except (ValueError, OverflowError):
            continue
    match = _WRITTEN_DAY.search(value) or _NUMBERED_DAY.search(value)
    if match:
        return _valid(match["year"], match["month"], match["day"])
    iso = _ISO_DAY.match(value)
    return _valid(*iso.groups()) if iso else None


def date_in_path(url: str) -> str | None:
    """Read the date in the path of a URL (`/2018/09/24/`) as an ISO date, or None; a month alone is no date."""
    match = _PATH_DAY.search(urlsplit(url).path)
    return _valid(match["year"], match["month"], match["day"]) if match else None
