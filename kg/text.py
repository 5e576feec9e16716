"""Reading aids that know language but no document: sentences, dates, times, ordinals, folding."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.model import Span, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof mses messrs no nos vol para paras art arts ch e.g i.e cf st vs add corr rev "
    "fig sect ibid approx p pp al etc inc ltd h.e jr sr doc docs".split()
)
_STOP = re.compile(r"[.!?\n](?:(?<!\n)[\"”’')\]*_]*(?=\s+[\"“‘'(\[*_]*[A-Z0-9])|(?<=\n)(?:[ \t]*\n(?=\s*[^a-z\s])|\s*(?=[-•*]\s)))")
"""One class of marks comes first in it, for which a text is gone through quickest."""
_INITIALS = re.compile(r"\b(?:Mr|Ms|Mrs|Dr|Prof|Sir)\.?\s+(?:[A-Z]\.-?){1,3}[A-Z]\Z")
_GOES_ON_IN_SYMBOL = re.compile(r"\.\s+\d{1,3}/\d")
"""… of a document: "UNEP/POND IG. 27/3"."""
_LAST_WORD = re.compile(r"[\w.]*\Z")


_MARKS = frozenset("*_")
_LONGEST_MARK = 3


def _emphasis(text: str) -> Iterator[tuple[int, int]]:
    """Yield where one to three marks of emphasis stand together."""
    for mark in _MARKS:
        start = text.find(mark)
        while start >= 0:
            end = start + 1
            while text.startswith(mark, end):
                end += 1
            if end - start <= _LONGEST_MARK:
                yield start, end
            start = text.find(mark, end)


def without_emphasis(text: str) -> str:
    """Return a text of the same length without the marks of bold and italic words, so that every offset stays.

    >>> without_emphasis("The **EMG**, *decided* to")
    'The   EMG,    decided  to'
    """
    parts: list[str] = []
    position = 0
    for start, end in sorted(_emphasis(text)):
        before, after, next_one = text[max(0, start - 1) : start], text[end : end + 1], text[end + 1 : end + 2]
        if before in _MARKS or after in _MARKS:
            continue
        closes = before.strip() and not after.isalnum()
        if not closes and (before.isalnum() or not after.strip()):
            continue
        swapped = after if closes and after and after in ",;:" and not next_one.isalnum() and next_one not in _MARKS else ""
        parts += (text[position:start], swapped, " " * (end - start))
        position = end + len(swapped)
    return "".join((*parts, text[position:]))


def sentences(text: str, span: Span) -> Iterator[Span]:
    """Yield the sentences of a part of the text, without surrounding blanks.

    >>> [s.of(t) for t in ["Ms. Roe spoke. It ended."] for s in sentences(t, Span(0, len(t)))]
    ['Ms. Roe spoke.', 'It ended.']
    """
    start = span.start
    for stop in _STOP.finditer(text, span.start, span.end):
        if text[stop.start()] == "." and _is_abbreviation(text, start, stop.start()):
            continue
        sentence = trim(text, start, stop.end())
        if sentence.end > sentence.start:
            yield sentence
        start = stop.end()
    sentence = trim(text, start, span.end)
    if sentence.end > sentence.start:
        yield sentence


def _is_abbreviation(text: str, start: int, dot: int) -> bool:
    word = _LAST_WORD.search(text, max(start, dot - 12), dot)
    last = word[0].casefold() if word else ""
    if last in {"ig", "wg"} and _GOES_ON_IN_SYMBOL.match(text, dot):
        return True
    return last in _ABBREVIATIONS or (len(last) == 1 and last.isalpha()) or (last[1:2] == "." and bool(_INITIALS.search(text, max(start, dot - 20), dot)))


def trim(text: str, start: int, end: int) -> Span:
    """Return the span without the blanks at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def sentence_at(text: str, within: Span, position: int) -> Span:
    """Return the sentence of a part of the text that holds a position."""
    for span in sentences(text, within):
        if position < span.end:
            return span
    return within


_FOLDED: dict[int, str] = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "‐": "-", "\u00a0": " "})


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return a name as it is compared: one blank, plain quotes and hyphens, lower case.

    >>> fold("UN  Children’s\\nFund")
    "un children's fund"
    """
    return " ".join(name.translate(_FOLDED).split()).casefold()


_OTHER_BLANK = re.compile(r"[^\S ]")


@dataclass(frozen=True, slots=True)
class Offsets:
    """Where the characters of a folded text stood: from each of some places on, so many were left out."""

    starts: list[int]
    left_out: list[int]

    def received(self, start: int, end: int) -> Span:
        """Return where a part of the folded text stands in the text as received."""
        first = bisect_right(self.starts, start)
        last = bisect_left(self.starts, end, first)
        return Span(start + self.left_out[first - 1], end + self.left_out[last - 1])


def fold_text(text: str) -> tuple[str, Offsets | None]:
    """Fold a whole text, keeping its case; return it with the received offset of each character.

    The offsets are None where folding moved nothing.
    """
    plain = text
    for mark, folded in () if text.isascii() else _FOLDED.items():
        plain = plain.replace(chr(mark), folded)
    plain = plain.replace("\n", " ").replace("\t", " ")
    if not plain.isprintable():  # it may hold other blanks, which a pattern looks for slowly
        plain = _OTHER_BLANK.sub(" ", plain)
    start, end = 0, plain.find("  ")
    if end < 0:
        return plain, None
    parts: list[str] = []
    offsets = Offsets([0], [0])
    while end >= 0:
        parts.append(plain[start : end + 1])
        position = offsets.starts[-1] + end + 1 - start
        start = end + 2
        while plain[start : start + 1] == " ":
            start += 1
        offsets.starts.append(position)
        offsets.left_out.append(start - position)
        end = plain.find("  ", start)
    parts.append(plain[start:])
    return "".join(parts), offsets


MONTHS = {
    name: number
    for number, name in enumerate(
        "january february march april may june july august september october november december".split(), 1
    )
}
_MONTH = "(?:" + "|".join(name.capitalize() for name in MONTHS) + ")"
_DATE = re.compile(
    rf"\b(?:(?P<d1>[0-9]{{1,2}})(?:\s+(?P<m1>{_MONTH}))?(?:\s+(?P<y1>[0-9]{{4}}))?\s*(?:-|–|—|to|and)\s*)?"
    rf"(?P<d2>[0-9]{{1,2}})\s+(?P<m2>{_MONTH})\s+(?P<y2>[0-9]{{4}})\b"
    rf"|\b(?P<m3>{_MONTH})\s+(?P<y3>[0-9]{{4}})\b"
)
_YEAR = re.compile(r"[0-9]{4}")
_TIME = re.compile(
    r"\b([0-9]{1,2}[:.][0-9]{2})(?:\s*(?:-|–|to)\s*([0-9]{1,2}[:.][0-9]{2}))?(?:\s*(local time|[A-Z]{2,5}\b|hours|[ap]\.?m\.?))?"
)


@dataclass(frozen=True, slots=True)
class Dates:
    """A date or a range of dates found in the text."""

    span: Span
    start: Value
    end: Value


def find_dates(text: str, span: Span) -> Iterator[Dates]:
    """Yield the dates of a part of the text; impossible days are passed over.

    >>> [(d.start.text, d.end.text) for d in find_dates("from 2 to 15 December 2018", Span(0, 26))]
    [('2018-12-02', '2018-12-15')]
    >>> [d.start for d in find_dates("in June 2022", Span(0, 12))]
    [Value(text='2022-06', datatype='xsd:gYearMonth', language='')]
    """
    for match in _DATE.finditer(text, span.start, span.end) if _YEAR.search(text, span.start, span.end) else ():
        found = Span(match.start(), match.end())
        if match["m3"]:
            month = Value(f"{match['y3']}-{MONTHS[match['m3'].casefold()]:02}", "xsd:gYearMonth")
            yield Dates(found, month, month)
            continue
        last = _day(match["d2"], match["m2"], match["y2"])
        first = _day(match["d1"] or match["d2"], match["m1"] or match["m2"], match["y1"] or match["y2"])
        if first and last and first <= last:
            yield Dates(found, Value(first, "xsd:date"), Value(last, "xsd:date"))


def _day(day: str, month: str, year: str) -> str:
    try:
        return date(int(year), MONTHS[month.casefold()], int(day)).isoformat()
    except ValueError:
        return ""


def find_times(text: str, span: Span) -> Iterator[tuple[Span, str, str]]:
    """Yield (span, from, to) for times of day; `to` is empty where one time is given.

    >>> list(find_times("at 15:30-17:00 local time", Span(0, 25)))
    [(Span(start=3, end=25), '15:30 local time', '17:00 local time')]
    """
    for match in _TIME.finditer(text, span.start, span.end):
        zone = f" {match[3]}" if match[3] else ""
        yield Span(match.start(), match.end()), match[1] + zone, match[2] + zone if match[2] else ""


_UNITS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
_UNITS += "fifteenth sixteenth seventeenth eighteenth nineteenth"
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ORDINALS = {word: number for number, word in enumerate(_UNITS.split(), 1)}
_ORDINALS |= {tens[:-1] + "ieth": value for tens, value in _TENS.items()}
_ORDINALS |= {
    f"{tens}-{unit}": value + _ORDINALS[unit] for tens, value in _TENS.items() for unit in _UNITS.split()[:9]
}
CAPITALIZED = r"[A-ZÀ-Ž][\w’'&-]*"
"""A word of a name, in a pattern."""
ORDINAL = r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[-‐‑])?(?:" + "|".join(
    sorted([*_UNITS.split(), *(t[:-1] + "ieth" for t in _TENS)], key=len, reverse=True)
)
ORDINAL += r")|\d{1,3}(?:st|nd|rd|th)"
NUMBER_WORDS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}


def ordinal(words: str) -> int:
    """Return the number of an ordinal, 0 where it is none.

    >>> ordinal("fifteenth"), ordinal("twenty-seventh"), ordinal("28th"), ordinal("next")
    (15, 27, 28, 0)
    """
    folded = fold(words)
    digits = re.fullmatch(r"(\d{1,3})(?:st|nd|rd|th)", folded)
    return int(digits[1]) if digits else _ORDINALS.get(folded, 0)


_LONGEST_BODY = 80  # an IRI is cut after 90 characters, and the number must stay


def session_short(short: str, number: str) -> str:
    """Return the short form of a session of a body, from which its IRI is made.

    >>> session_short("SBI", "41"), session_short("UNEA", "5.2")
    ('SBI41', 'UNEA 5.2')
    """
    return f"{short}{number}" if short.isupper() and len(short) <= 3 else f"{short[:_LONGEST_BODY]} {number}"  # noqa: PLR2004


def session_label(body: str, number: str, what: str = "session") -> str:
    """Return the label of a session, the same whatever a document prints.

    >>> session_label("United Nations Environment Assembly", "5.2")
    'Session 5.2 of the United Nations Environment Assembly'
    >>> session_label("Senior Officials Meeting of the EMG", "28")
    '28th Senior Officials Meeting of the EMG'
    """
    if not number.isdigit():
        return f"Session {number} of the {body}"
    ending = "th" if number[-2:] in {"11", "12", "13"} else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")
    meets = re.search(r"\b(?:Meeting|Session)\b", body) and "Parties" not in body
    return f"{number}{ending} {body}" if meets else f"{number}{ending} {'meeting' if 'meeting' in what else 'session'} of the {body}"


_DURATION = re.compile(
    r"\bfor\s+(?:(?:an?|another)\s+)?(?:(?:further|additional)\s+)?(?P<n>\w+)\s+(?:more\s+|additional\s+|further\s+)?(?P<u>year|month|week)s?\b"
)


def find_duration(text: str, span: Span) -> tuple[str, str]:
    """Return (ISO 8601 duration, the words) of the first "for one more year", or two empty strings.

    >>> find_duration("extend the group for one more year", Span(0, 34))
    ('P1Y', 'for one more year')
    """
    for match in _DURATION.finditer(text, span.start, span.end):
        word = match["n"].casefold()
        number = NUMBER_WORDS.get(word, int(word) if word.isdecimal() else 1 if word in {"a", "another", "additional", "further"} else 0)
        if number:
            return f"P{number}{match['u'][0].upper()}", match[0]
    return "", ""


WAS_DONE = (
    r"[^.;:]{3,220}?\s(?:was|were)\s+(?:(?:also|duly|then|unanimously|formally)\s+)?(?:re-)?(?P<verb>approved|adopted|endorsed|accepted|agreed|noted|welcomed|elected|appointed|confirmed|extended)\b"
)
"""What was decided, told in the passive after its first word: "The *agenda was adopted*"."""
RECALLED = re.compile(
    r"\b(?:conclusions|decisions?|outcomes?|results|reports?|minutes|actions?|recommendations|follow-up)\s+"
    r"(?:of|from|to|(?:adopted|agreed|made|taken)\s+(?:at|by))\s+(?:the\s+)?\Z"
)
"""Before a meeting of which only the outcome is recalled: "the conclusions of the *ninth meeting*"."""
FUNCTION = (
    r"(?:(?:Acting|Deputy|Assistant|Associate|Interim|Under|Principal|United\s+Nations)[- ])*"
    r"(?:Executive\s+(?:Secretary|Director|Coordinator|Head)|(?:Director|Secretary|Managing\s+Director)[- ]General|Managing\s+Director|"
    r"Chief\s+Executive\s+Officer|CEO|[Dd]irector|[Hh]ead|Administrator|[Cc]oordinator|Chief|Secretary)"
)
"""What somebody is in an organization."""

_TASK_VERB = (
    r"(?:circulate|finali[sz]e|prepare|share|send|organi[sz]e|convene|update|revise|complete|submit|draft|develop|compile|collect|review|explore|identify|contact|"
    r"follow\s+up|provide|publish|upload|post|set\s+up|schedule|inform|report(?=\s+back\b)|coordinate|liaise|disseminate|distribute|translate|consult|include|"
    r"integrate|arrange|map|create|add|move|transmit|forward|clarify|confirm|check|launch|test|pilot|present|"
    r"shorten|simplify|merge|align|reduce|expand|hold|write|look\s+into|seek|secure|nominate|designate|initiate|investigate|assess|analy[sz]e|examine|study|monitor|maintain|"
    r"build|design|produce|issue|gather|deliver|propose|approach|reach\s+out)"
)
_NO_TASK = (
    r"(?!(?:the|its|their|this|that|these|those|all|any|each|every|both|date|some|such|our|your|his|her|which|whom|what|be|have|not|then|also\s+be|take\s+place|"
    r"meet|come|follow)\b)"
)
_TO_BE = (
    r"be\s+(?!(?:confirmed|determined|decided|announced|advised|continued|defined|held|hosted|communicated|followed|opened|closed|seen|noted|taken|able|a|an|the|in|"
    r"at|on|of)\b)[a-z]+(?:ed|en|t|up)\b"
)
_NO_SUBJECT = (
    r"was|were|is|are|has|have|had|said|noted|reported|informed|presented|explained|recalled|stated|thanked|welcomed|opened|took|held|asked|requested|invited|proposed|"
    r"suggested|offered|agreed|decided|would|could|should|will|shall|may|invites?|requests?|encourages?|urges?|asks?|recommends?|agrees?|decides?|welcomes?|takes?|calls?|"
    r"proposes?|suggests?|supports?|wishes|intends|plans|hopes|needs?|seeks?|aims?|that|which|who|if|when|while|because"
)
_WHO = (
    r"(?:members?|secretariats?|agenc(?:y|ies)|teams?|groups?|(?:co-)?chairs?|points?|officials?|participants?|part(?:y|ies)|organi[sz]ations?|entit(?:y|ies)|"
    r"bod(?:y|ies)|bureau|consultants?|partners?|(?:co-)?leads?|leaders?|authors?|countr(?:y|ies)|states?|governments?|experts?|committees?|board|networks?|units?|"
    r"offices?|managers?|rapporteurs?|facilitators?|coordinators?|colleagues|all|everyone|institutions?|hosts?|organi[sz]ers?|centres?|branch|division|force)"
)
_SOME = r"(?:(?:also|further|jointly|then|now|[a-z]{3,12}ly)\s+)?"
_UNDERTAKES = r"(?:agree[sd]?|offer(?:s|ed)|undertook|undertakes|volunteer(?:s|ed)|commit(?:s|ted)|(?:is|are))"
_UP_TO = rf"(?=[A-Z]|the\s|all\s)(?:(?!\b(?:{_NO_SUBJECT})\b)[^.;:\n]|\.(?=\S)){{1,160}}?"
_WITH = (
    rf"(?:\s+on\s+(?:(?!\b(?:{_NO_SUBJECT})\b)[^.;:,\n]|\.(?=\S)){{2,60}}?)?"
    r"(?:,?\s+(?:together\s+)?with\s+[^.;:,]{2,60},?|,\s+as\s+[^.;:,]{2,40},|"
    r",\s+(?:co-)?(?:chaired|led|facilitated|coordinated|convened)\s+by\s+[^.;:,]{2,60},|,\s+under\s+the\s+[^.;:,]{2,60},)?[*_]*"
)
_WHAT = r"(?:the|an?|its|their|all|any|with|back|another|one|two|three|further|more|new|draft|revised|updated|final|comments|information)\b"
_FOR_WHOM = r"[a-z][^.;\n]{3,200}?(?:\s[–—|-]\s+|\s*\()(?:[A-Z]|all\b|the\b)"
TASK = re.compile(
    rf"\W*(?:{_UP_TO}\s+(?:(?P<be>(?:to|will|shall|(?:is|are)\s+to)\s+{_SOME}{_TO_BE}(?:\s+to\b)?)|"
    rf"(?:will|shall|{_UNDERTAKES}\s+to)\s+{_SOME}{_NO_TASK}[a-z]{{3,}}\b)|"
    rf"(?:{_UP_TO}[\s/(-])?(?:[A-Z][\w/&’'-]*|[A-Z][^()\n]{{0,40}}\)|(?i:{_WHO}))\)?[*_]*{_WITH}\s+to\s+{_SOME}{_NO_TASK}[a-z]{{3,}}\b|"
    rf"(?:[A-Z](?:[\w&/, ’'-]|\([^()\n]{{2,30}}\)){{1,80}}(?::|\s[–—-])\s+)?(?:[Tt]o\s+)?(?i:{_TASK_VERB})\s+(?:{_WHAT}|{_FOR_WHOM}))"
)
"""What somebody is to do, as lists of agreed actions print it: "FAO to share the paper", "The secretariat will …", "Circulate the list (FAO)"."""


def is_task(words: str) -> bool:
    """Tell an item of a list of agreed actions that says what is to be done, or who will do it.

    >>> is_task("FAO to share the list."), is_task("Members will send comments."), is_task("Circulate the list (FAO)."), is_task("Rain is to come.")
    (True, True, True, False)
    """
    return bool(TASK.match(words))


NAME_OF_MANY = re.compile(
    r"(?:(?:(?:sub|working|expert|technical|advisory|steering|task|core|project|management|executive|coordination|drafting|review|editorial|programme|program|joint|contact|"
    r"small|standing|planning|scientific|group|team|force|board|committee|council|bureau|panel|commission|network|\d{1,2}|[ivx]{1,4})s?)[ \t-]*)+|"
    r"(?:conference|meeting) of the (?:contracting )?parties|(?:contracting )?parties|plenary|secretariat",
    re.IGNORECASE,
)
"""A name that many have: "Sub-group 1", "Steering Committee", "Conference of the Parties" is that of the document that prints no more."""
