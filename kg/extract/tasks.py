"""Items that say what is to be done, and items that tell in the present what the meeting decides.

"FAO to share the paper"  ·  "Members to be invited to send comments"  ·  "The technical segment takes note of the list and requests …"
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.verbs import PAST, VERBS
from kg.text import TASK
from kg.text_notes import is_of_notes

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import Passage, Span

_ADVERB = r"(?:(?:also|further|therefore|then|strongly|duly)\s+)*"
_WHO_MEETS = (
    r"(?:[Ss]enior\s+[Oo]fficials|[Pp]rogramme\s+[Mm]anagers|[Mm]eeting|[Ss]ession|[Tt]echnical\s+[Ss]egment|[Ss]egment|[Mm]embers|[Pp]articipants|[Pp]rincipals|[Ff]ocal\s+[Pp]oints|"
    r"[Gg]roup|IMG|[Bb]oard|[Cc]ommittee|[Cc]ouncil|[Bb]ureau|[Pp]lenary|[Ff]orum|[Pp]anel|[Nn]etwork|[Tt]ask\s+(?:[Tt]eam|[Ff]orce)|[Pp]arties|[Aa]ssembly|[Cc]onference|[Cc]ommission)"
)
_NOW = re.compile(
    rf"[*_\s]*(?:(?P<the>The|All)\s+)?(?:(?!Chairs?\b|Secretariat\b)[A-Z][\w-]*\s+){{0,5}}?(?:{_WHO_MEETS}|(?P<name>[A-Z][A-Z-]+(?:-[A-Z]\w+)?|UN-[A-Z]\w+))\s+{_ADVERB}(?P<verb>{'|'.join(VERBS)})"
    r"(?=\s+(?:of|the|that|to|with|an?|its|their|all|any|on|upon|this|these|those|for|EMG|members?|relevant|interested|it|them|UN|[A-Z][\w-]*)\b)"
)
_THEY = re.compile(rf"(?:It|They)\s+{_ADVERB}(?P<verb>{'|'.join(VERBS)})\b")
_AND_NOW = re.compile(
    rf"(?:[;,]|,?\s+and|,?\s+as\s+well\s+as)\s+(?:(?:it|they)\s+)?{_ADVERB}(?P<verb>takes\s+note|requests|invites|encourages|urges|endorses|approves|adopts|agrees|decides|welcomes|recommends|acknowledges|accepts|"
    r"extends|establishes|mandates|calls\s+(?:up)?on|expresses|thanks|commends|recogni[sz]es|reaffirms|confirms|elects|appoints|notes(?=\s+(?:that|with|the)\b)|supports(?=\s+(?:the|its)\b)|asks(?=\s+the\b))"
    r"(?=\s+(?:of|the|that|to|with|an?|its|their|all|any|on|upon|this|these|those|for|appreciation|members?|agencies|relevant|interested|other|it|them|UN|[A-Z][\w-]*)\b)"
)
_AND_PLURAL = re.compile(
    rf"(?:,\s+and|;|,?\s+and|,(?=\s+[a-z]+\s+the\b))\s+{_ADVERB}(?P<verb>take\s+note|request|invite|encourage|urge|endorse|approve|adopt|agree|decide|welcome|recommend|acknowledge|accept|extend|thank|commend)"
    r"(?=\s+(?:of|the|that|to|with|an?|its|their|all|any|it|them|members?|agencies|relevant|interested|UN|[A-Z][\w-]*)\b)"
)
"""Where several take note, they also "request"; what they ask somebody to do they do not do."""
_DONE = re.compile("|".join(PAST))
_PARTICIPLES = re.compile(r"(?:to|will|shall)\s+(?:\w+ly\s+|also\s+|further\s+)?be\s+(?P<verb>\w+)")
ONLY_DECIDES = re.compile(r"[*_\s]*(?:Also\s+)?[Dd]ecides?[*_\s]*:[*_\s]*")
"""Above paragraphs that say each what is decided."""
_ITEM_OF_DECIDES = re.compile(r"(?:to\s+(?!the\b)[a-z]{3,}|that)\s")
_JUST_DONE = re.compile(
    r"[*_\s]*(?=[A-Z])(?:(?!\b(?:that|which|to|be|once|if|when|not)\b)[^.;:]){2,120}?\s(?P<verb>approve|adopt|endorse|accept|confirm)e?d(?=\s*(?:[.;]|\Z)|\s+(?:and\s+[a-z]+ed|with|without|as|subject|pending)\b)"
)
"""What was done, in short: "*List approved*"."""
_THEIRS = re.compile(rf"\W*(?:(?:The|All)\s+)?(?:(?:EMG|UN)\s+)?{_WHO_MEETS}\s")


def told_now(text: str, sentence: Span, names: frozenset[str], *, follows: bool) -> list[tuple[str, int]]:
    """Return the verbs, as they are printed, of "The segment *takes note* of the list and *requests* …", each with the position after it."""
    match = (_THEY if follows else _NOW).match(text, sentence.start, sentence.end) or (_NOW.match(text, sentence.start, sentence.end) if follows else None)
    if match is None or (match.re is _NOW and match["name"] and match["name"] not in names):
        return []
    more = _AND_NOW if match["verb"].split()[0].endswith("s") else _AND_PLURAL
    return [(match["verb"], match.end()), *((m["verb"], m.end()) for m in more.finditer(text, match.end(), sentence.end) if more is _AND_NOW or " to " not in text[match.end() : m.start()])]


def noted(reading: Reading, passage: Passage) -> tuple[str, ...]:
    """ "* Ponds to be blue" below "Decisions" in the notes of a meeting, which list only what was agreed, and "* List *approved*" """
    if not is_of_notes(reading.printed):
        return ()
    done = _JUST_DONE.match(reading.text, *passage.body)
    return (done["verb"] if done else "agree",)


def is_of_those_who_meet(text: str, body: Span) -> bool:
    """Tell "Members to take note of …" from "FAO to take note of …"."""
    return _THEIRS.match(text, body.start, body.end) is not None


def tasked(text: str, body: Span) -> list[tuple[str, int]]:
    """Return the verb of an item that says what is to be done: it is agreed, unless somebody is "to be invited", or something "to be endorsed"."""
    match = TASK.match(text, body.start, body.end)
    if match is None:
        return []
    passive = _PARTICIPLES.match(match["be"]) if match["be"] else None
    if passive and (_DONE.fullmatch(passive["verb"]) or passive["verb"] == "asked") and passive["verb"] != "concluded":
        return [(passive["verb"], match.end())]
    return [("agree", match.end())]


def is_below_decides(reading: Reading, passage: Passage) -> bool:
    """Tell "1. *to endorse* the plan; 2. *that the group be led* by FAO;" below a line "Decides:"."""
    if not _ITEM_OF_DECIDES.match(reading.text, *passage.body):
        return False
    before = (other for other in reversed(reading.in_section(passage.section)) if other.span.end <= passage.span.start)
    above = next((other for other in before if not _ITEM_OF_DECIDES.match(reading.text, *other.body)), None)
    return above is not None and ONLY_DECIDES.fullmatch(reading.text, *above.body) is not None
