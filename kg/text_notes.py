"""Notes of a meeting that say what they are by their title and by who came, and nothing else.

> Pond Team meeting, 3 May 2031  ·  Participants: Ana Water, Ben Stone
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.model import Span
from kg.text import MONTHS, ORDINAL
from kg.text_came import lines_from, lists_names, who_came

_LONGEST_TITLE, _MOST_ABOVE, _SHORT_TOP = 140, 14, 60
_MONTH = "(?:" + "|".join(f"{name[:3].capitalize()}(?:{name[3:]})?" for name in MONTHS) + r"\.?)"
_DAY = r"(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?(?:\s?[–/&-]\s?\d{1,2}(?:st|nd|rd|th)?)?"
DATE = (
    rf"(?:{_DAY}\s+(?:of\s+)?{_MONTH},?\s+(?:19|20)\d\d|{_MONTH}\s+{_DAY},?\s+(?:19|20)\d\d|{_MONTH},?\s+(?:19|20)\d\d|(?:19|20)\d\d,?\s+{_MONTH}(?:\s+{_DAY})?|"
    r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2})"
)
"""A day or a month of a year, as titles print it."""
_WHAT = r"(?:(?:[Tt]ele|[Vv]ideo)[ -]?[Cc]onference|[Tt]elecon|[Cc]onference[ \t]+[Cc]all|[Mm]eeting|[Cc]all|MEETING|CALL|TELECONFERENCE|VIDEOCONFERENCE)"
_PRINTED = r"(?:[Nn]otes?|[Mm]inutes|[Ss]ummary|[Rr]ecord|[Rr]eport|NOTES|MINUTES|SUMMARY|RECORD|REPORT)"
_TITLE = re.compile(
    rf"(?:(?:(?:Draft|Final|Short)[ \t]+)?{_PRINTED}[ \t]+(?:of|from)[ \t]+(?:the[ \t]+)?)?(?P<group>(?!(?:Draft|Final|Notes?|Minutes|Record|Report)\b)[A-Z][^\n:;|]{{1,90}}?)[ \t]+(?P<first>{DATE}[ \t]+)?(?P<what>{_WHAT})\b"
    rf"(?P<printed>[ \t]+{_PRINTED}\b)?(?:[ \t]*[,:(–—-]?[ \t]*(?:held[ \t]+)?(?:on[ \t]+)?(?P<then>{DATE})\)?)?(?P<rest>(?:[ \t]*[,:(–—-]|[ \t]+[A-Z])[^\n.;]{{0,60}})?"
)
"""A line that is the name of a meeting: "Pond Team 3rd May 2031 Teleconference"."""
_TITLE_AFTER = re.compile(rf"{_WHAT}[ \t]+(?P<printed>{_PRINTED})[ \t]*(?::|[ \t][–—-])[ \t]*(?P<group>[A-Z][^\n:;|]{{1,90}}?)(?:[ \t]*(?:[,(–—]|[ \t]-)[ \t]*(?P<then>{DATE})\)?)?")
""" "Meeting summary: Pond Team – 2031-05-03" """
_WHICH = re.compile(
    rf"(?:{ORDINAL}|Ad[ -]hoc|Regular|Monthly|Weekly|Biweekly|Bimonthly|Quarterly|Annual|Biannual|Special|Extraordinary|Virtual|Online|Hybrid|Joint|Kick-?off|Inaugural|Informal|Internal|"
    r"Coordination|Planning|Project|Progress|Video|Web|Zoom|Teams|Skype|Face-to-face|In-person|Summary|Draft|Final|Meeting|The|Our)\b[ \t]*",
    re.IGNORECASE,
)
"""What tells meetings of a group from each other, and is no part of its name."""
_SITS = re.compile(
    r".*\b(?:[Tt]eams?|(?:[Ss]ub-?)?[Gg]roups?(?:[ \t]+(?:\d{1,2}|[IVX]{1,4}))?|[Bb]oard|[Cc]ommittee|[Cc]ouncil|[Bb]ureau|[Pp]anel|[Cc]ommission|(?:[Tt]ask[ \t]+)?[Ff]orce|[Nn]etwork|[Pp]artnership)(?:[ \t]+(?:on|for|of)[ \t][^,]{3,80})?(?:[ \t]+\([A-Z][\w-]{1,11}\))?|[A-Z][\w/-]*[A-Z][\w/-]*"
)
"""The name of those who meet: it ends with what they are, or is their short form."""
_OTHER_KIND = re.compile(
    r"\b(?:workshop|experts?(?![ \t]+teams?\b)|dialogue|seminar|symposium|webinar|consultations?|conference[ \t]+on|training|course|newsletter|bulletin|press|news|agenda|programme[ \t]+of[ \t]+the|timetable|schedule|invitation|invited|concept[ \t]+note|logistics?|(?:information|background|working)[ \t]+(?:note|paper|document)|"
    r"terms[ \t]+of[ \t]+reference|templates?|highlights|side[ -]?event|panel[ \t]+discussion|preview|expect\w*|upcoming|announce\w*|registration|register|call[ \t]+for|is|are|was|were|will|has|have|can|should|please)\b|[?!]|^---",
    re.IGNORECASE | re.MULTILINE,
)
"""Above the names of those who came: experts who only meet each other, what is written for a meeting or tells the news of it."""
HEADS_DECISIONS = re.compile(
    r"\W*(?:\d{1,2}(?:\.\d{1,2})*[.)]?[ \t]+)?(?:(?:Key|Main|New|Agreed|Summary[ \t]+of(?:[ \t]+the)?|List[ \t]+of)[ \t]+)*(?P<what>Decisions?|Actions?(?:[ \t]+(?:items?|points?|list))?)(?:[ \t]+(?:taken|agreed|made))?"
    r"(?:[ \t]*(?:/|,|&|\band\b)[ \t]*(?:agreed[ \t]+)?(?:decisions|actions?(?:[ \t]+(?:items?|points?))?|next[ \t]+steps|recommendations|agreements|follow-?up))*\W*",
    re.IGNORECASE,
)
"""A heading of what was agreed: "3. Key decisions", "Decisions/Actions", "New actions"."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What notes of a meeting say at their top: how the meeting is called, who meets, and which line begins those who came."""

    label: str
    name: Span
    group: Span | None
    came: str


@lru_cache(maxsize=4)
def noted(text: str) -> Noted | None:
    """Return what the notes of a meeting say at their top, or None where a text is something else.

    >>> found = noted("Pond Team meeting, 3 May 2031\\n\\nParticipants: Ana Water, Ben Stone\\n")
    >>> found.label, found.came
    ('Pond Team meeting, 3 May 2031', 'Participants')
    >>> noted("Pond workshop, a meeting, 3 May 2031\\n\\nParticipants: Ana Water\\n") is None
    True
    """
    came = who_came(text)
    above = text[: came.start()] if came else ""
    if came is None or _OTHER_KIND.search(above) or len([line for line in above.split("\n") if line.strip()]) > _MOST_ABOVE or not lists_names(text, came):
        return None
    dated = re.search(DATE, above)
    for start, line in lines_from(above, 0):
        words = line.strip(" \t#=*_|+")
        match = (_TITLE.fullmatch(words) or _TITLE_AFTER.fullmatch(words)) if 0 < len(words) <= _LONGEST_TITLE else None
        if match and (match["printed"] or match["then"] or match.groupdict().get("first") or dated):
            return _named(text, match, start + line.index(words), came["head"] or came["label"])
    return None


def is_of_notes(text: str) -> bool:
    """Tell the notes of a meeting, also those that begin with who came and name no meeting: "3 May 2031 / Attendees"."""
    came = who_came(text)
    above = text[: came.start()].strip() if came and came["head"] else None
    return noted(text) is not None or (above is not None and len(above) < _SHORT_TOP and "\n" not in above and (not above or any(map(str.isdigit, above))))


def _named(text: str, match: re.Match[str], at: int, came: str) -> Noted:
    group = match["group"]
    cut = 0
    while which := _WHICH.match(group, cut):
        cut = which.end()
    name = group[cut:].rstrip(" \t,–—-")
    begins = at + match.start("group") + cut
    where = Span(begins, begins + len(name)) if name and _SITS.fullmatch(name) else None
    if match.re is _TITLE_AFTER:
        label, span = f"{name or group} meeting", where or Span(at, at + match.end())
    else:
        span = Span(at + match.start("group"), at + match.end("what"))
        label = span.of(text)
    then = match["then"] or ""
    label = f"{label}, {then}" if then else label
    return Noted(" ".join(label.split()), span, where, came)
