"""Who decides at a meeting: its body, known or only printed, and the short names by which its report calls it.

> 99th Meeting of the Bureau of the Contracting Parties to …  ·  *The Bureau* agreed to …
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extract.reading import BODIES, GROUPS
from kg.model import Span
from kg.text import ORDINAL, fold, ordinal

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.extract.reading import Reading
    from kg.model import IRI, Entity, Passage

ACTORS = BODIES | {"InterAgencyMechanism"}
ADVERBS = r"(?:(?:so|also|further|then|warmly|gratefully|strongly|formally|duly|hereby|finally|tentatively|consequently|subsequently|thereafter|again|jointly|unanimously|provisionally|therefore|accordingly|thus)\s+)*"
_CONCLUSIONS = re.compile(r"\bdraft\s+(?:conclusions|text)\b|\bconclusions\s+proposed\s+by\b", re.IGNORECASE)
_GATHERING = re.compile(
    r"\b(?:workshops?|seminars?|symposium|expert\s+(?:group\s+)?meetings?|meetings?\s+of\s+(?:the\s+)?(?:\w+\s+){0,3}experts|technical\s+expert\s+group|dialogues?|round\s?tables?|"
    r"webinars?|consultations?)\b",
    re.IGNORECASE,
)
_ALLIANCES = frozenset({"Organization", "PartnerOrganization"})
_ALLIANCE = re.compile(r"\b(?:Coalition|Partnership|Alliance|Network|Initiative|Platform|Consortium|Compact|Forum)\b")
"""What has members that meet and decide: "Pond Coalition / *Sixth meeting* of the focal points"."""
_CHAIRS_SUMMARY = re.compile(r"\bchairs?[’']?s?[’']?\s+summary\b", re.IGNORECASE)
"""Experts who meet may agree with each other; they are no body that decides."""
_MEETS = re.compile(r"\b(?:session|meeting|segment)\b", re.IGNORECASE)
_MEETS_LINE = re.compile(rf"^(?=[^\n]{{5,200}}$)[ \t#*|]*(?:[^\n.;]{{0,120}}?\s)?(?:{ORDINAL})\s[^\n.;]*?\b(?:session|meeting|segment)\b[^\n.;]*$", re.IGNORECASE | re.MULTILINE)
_NEAR_TOP, _LONGEST_OWNER = 300, 60
_ENDS = re.compile(r"[.;:]\W*\Z")
_MEETING_OF = re.compile(r"\b(?:meeting|session)\s+of\s+(?:the\s+)?(?:(?:UN|EMG|United\s+Nations|Inter-?[Aa]gency|[A-Z][A-Z-]{1,9})\s+){0,2}\Z", re.IGNORECASE)
_ITS_MEETING = re.compile(
    rf"(?:\s*\([A-Z][\w-]{{1,11}}\))?[ \t*_|]*(?:[,:–—-]|\n)[\s*_#|]*(?:[A-Z][\w-]*[/\d][^\n]{{0,40}}\n\s*)?"
    rf"(?:(?:Report|Minutes|Summary|Record|Notes|Outcomes?|Conclusions)\s+(?:and\s+\w+\s+)?(?:of|from)\s+(?:the\s+)?)?(?:(?:{ORDINAL})\s+(?:\w+\s+){{0,2}}?(?:meeting|session)|meeting\s+(?:no\.?\s*)?\d{{1,3}}|(?:meeting|session)\b)",
    re.IGNORECASE,
)
"""Below or after the name of a group stands which meeting of it this is: "Task Team on Ponds / *Fourth meeting*"."""
_PRINTED = re.compile(
    rf"(?:\b(?:{ORDINAL})\s+(?:\w+\s+){{0,2}}?|^[ \t#*|]*(?:Report\s+of\s+the\s+)?)(?:meeting|session)\s+of\s+the\s+(?P<body>(?:[A-Z][\w-]+\s+){{0,4}}?"
    r"(?-i:Bureau|Board|Council|Committee|Commission|Panel|Forum|Assembly|Plenary|Body|Heads\s+of\s+Delegations?|BUREAU|BOARD|COUNCIL|COMMITTEE|COMMISSION|PANEL|FORUM|ASSEMBLY|PLENARY|BODY)\b[^\n;:,.()]{0,200}?)[ \t]*(?=[\n,(]|\Z)",
    re.IGNORECASE | re.MULTILINE,
)
"""The line of a title that names a body which nobody knows: "12th meeting of *the Bureau of …*"."""
_PRINTED_ALONE = re.compile(
    r"^[ \t#*|]*(?:The[ \t]+)?(?P<body>(?:(?:[A-Z][\w-]+[ \t]+){1,4}|(?=(?:\w+|\w+[ \t]+Group)[ \t]+(?:of|on|for)[ \t]))"
    r"(?:Bureau|Board|Council|Committee|Commission|Panel|Forum|Assembly|Plenary|Body|(?:Liaison|Coordination|Coordinating|Contact|Steering|Management|Advisory)[ \t]+Group|BUREAU|BOARD|COUNCIL|COMMITTEE|COMMISSION|PANEL|FORUM|ASSEMBLY|PLENARY|BODY)(?:[ \t]+(?:of|on|for|OF|ON|FOR)[ \t][^\n;:,.()]{3,160}?)?)[ \t*|]*$",
    re.MULTILINE,
)
"""The body may stand in a line of its own, above that of its meeting."""
_PRINTED_BEFORE = re.compile(
    r"^[ \t#*|]*(?:title:[ \t]*[\"'“]?)?(?:(?:Draft|Final|Summary)[ \t]+)?(?:(?:Report|Minutes|Notes|Summary|Record)[ \t]+of[ \t]+(?:the[ \t]+)?)?(?!(?:The|An|A|Joint|Annual|Special|Extraordinary|Next|Report|Minutes|Meeting)\b)"
    r"(?P<body>(?:[A-Z][\w-]+[ \t]+){1,4}?(?:Bureau|Board|Council|Committee|Commission|Panel))(?=[ \t]+(?:[Mm]eeting|[Ss]ession)\b(?![^\n]*\b(?:is|are|was|were|on|with)\b))",
    re.MULTILINE,
)
"""… or before the word for its meeting: "*Pond Board* Meeting 2031 May"."""
COLLECTIVE = re.compile(
    r"[Tt](?<!\w.)he\s+(?P<body>(?P<which>(?:(?:Open-ended|Ad\s+Hoc|[A-Z][\w-]{2,20})\s+){1,3}?)?"
    r"(?:Conferences?\s+of\s+the\s+(?:Contracting\s+)?[Pp]arties|conferences\s+of\s+the\s+[Pp]arties|Meeting\s+of\s+the\s+(?:Contracting\s+)?[Pp]arties|(?:Subsidiary\s+)?Body|Working\s+Group|"
    r"[Ss]enior\s+[Oo]fficials|Plenary|Committee|Conference|Assembly|Board|Council|Commission|Bureaux?|Group|Forum|Panel|Network|Partnership|Platform|Mechanism|Alliance|Coalition|Task\s+(?:Force|Team)|IMG|[Mm]eeting|"
    r"(?P<rank>[Ss]enior\s+[Pp]rogramme\s+[Mm]anagers|Heads\s+of\s+Delegations?|[Ff]ocal\s+[Pp]oints)|"
    r"(?P<segment>(?:[Tt]echnical\s+)?[Ss]egment)|"
    r"(?P<small>[Pp]arties|plenary|committee|conference|assembly|board|council|commission|forum|bureau|(?:working|contact|expert|steering|coordination)\s+group|task\s+(?:team|force)|network|(?P<group>group|team))))\b(?:/[A-Z][a-z]+\b)?"
)
"""Short forms of the body that meets (the letter first: `re` looks for it faster than for the edge of a word); those with a word more, or in small letters, only where they are part of its name."""
_PARTIES_ACT = re.compile(rf"\s+{ADVERBS}(?:adopted|took\s+note|agreed\s+(?:to|that|on)|decided|approved|elected|requested)\b")
_PARTIES_MEET = re.compile(r"\b(?:meeting|conference|session) of the (?:contracting )?parties\b")
_NTH = re.compile(rf"\b(?P<number>{ORDINAL})\s+(?:[\w-]+\s+){{0,6}}?(?P<kind>session|meeting)\b", re.IGNORECASE)
_AT_ITS = re.compile(rf"\b(?:[Aa]t|[Dd]uring)\s+(?:its|their)\s+(?P<number>{ORDINAL})\s+(?:[\w-]+\s+){{0,2}}?(?P<kind>session|meeting)\b")
_PLENARY_MEETINGS = 12
"""A session has so many meetings at most: "at its 2nd meeting" may be one of this session."""
_IN_YEAR = re.compile(r"In\s+(?:[A-Z][a-z]+\s+)?(?P<year>(?:19|20)\d\d)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OTHER_GROUP = re.compile(r"\b(?:[Ww]orking|[Tt]ask|[Cc]ontact|[Dd]rafting|[Ee]xpert|[Ii]nformal|[Ss]mall)\s+[Gg]roup\b|\b(?:[Tt]ask|[Pp]roject|[Dd]rafting|[Ee]xpert|[Cc]ore|[Ss]mall|[Cc]ountry|[Rr]eview)\s+[Tt]eams?\b|\b[Aa]\s+(?:[a-z-]+\s+){0,3}(?:group|team)\b")
_LIAISON = re.compile(r"\b(?:liaison|coordination|coordinating|contact|steering|advisory) group\b")
"""Where another group is spoken of, "the group" may be that."""
_OF_BUREAU = re.compile(r"\bbureau of the\b")


def concluding_body(reading: Reading) -> IRI | None:
    """Return the body whose "Draft conclusions" are proposed: the one that its first paragraphs name."""
    paragraphs = [p for p in reading.document.passages if p.kind == "paragraph"]
    top = Span(0, paragraphs[0].span.start) if paragraphs else Span(0, 0)
    if not _CONCLUSIONS.search(reading.text, top.start, top.end):
        return None
    return next((entity.iri for p in paragraphs[:3] for _, entity in reading.named(p.span, BODIES)), None)


def meeting_body(reading: Reading, acts: Callable[[int, int], object]) -> IRI | None:
    """Return the body whose meeting the report is on; where no meeting of it is named, the one that the title names or prints."""
    meeting = reading.entities.get(reading.meeting)
    if meeting is None or not any(name in {"sessionOf", "segmentOf"} for name, _ in meeting.links):
        group = meeting_group(reading)
        if group:
            return group
        titles = reading.titles
        named = (entity.iri for kinds in (BODIES, ACTORS) for p in titles for _, entity in reading.named(p.span, kinds))
        return _printed_body(reading, _PRINTED) or next(named, None) or _printed_body(reading, _PRINTED, _title_lines(reading)) or _printed_body(reading, _PRINTED_ALONE) or _printed_body(reading, _PRINTED_BEFORE) or _acting_body(reading, acts)
    if meeting.kind == "Segment":
        above = next((target for name, target in meeting.links if name == "segmentOf"), "")
        meeting = reading.entities.get(above, meeting)
    return next((target for name, target in meeting.links if name == "sessionOf"), None)


def meeting_group(reading: Reading) -> IRI | None:
    """Return the group whose meeting the title says it is: "Third meeting of *the Task Team on Ponds*", or "*Task Team on Ponds* / Third meeting"."""
    if any(p.kind == "chapeau" and not (p.section and reading.sections[p.section].kind.endswith("-actions")) for p in reading.document.passages[:3]):
        return None
    titles = [p for p in reading.document.passages[:3] if p.span.start < _NEAR_TOP and (p.kind in {"header", "heading"} or (p.kind == "unnumbered" and not _ENDS.search(reading.text, *p.span)))]
    named = [pair for p in titles for pair in reading.named(p.span, GROUPS | _ALLIANCES) if pair[1].kind in GROUPS or (_ALLIANCE.search(pair[1].label) and not reading.is_part(pair[0].end))]
    meeting = (
        entity.iri for where, entity in named if _MEETING_OF.search(reading.text, max(0, where.start - _LONGEST_OWNER), where.start) or _ITS_MEETING.match(reading.text, where.end, where.end + _NEAR_TOP)
    )
    groups = set(meeting)
    return next(iter(groups)) if len(groups) == 1 else None


def actors(reading: Reading, body: IRI | None) -> frozenset[str]:
    """Return the kinds of those who decide: a group, too, where the report is on its meeting."""
    kind = reading.entities[body].kind if body and body in reading.entities else ""
    return ACTORS | GROUPS if kind in GROUPS else ACTORS | {kind} if kind in _ALLIANCES else ACTORS


def are_experts(reading: Reading, body: IRI | None) -> bool:
    """Tell the report of a workshop, a dialogue, a meeting of experts: what is agreed there is decided by nobody."""
    if body and not reading.entities[body].evidence:
        return False
    title = reading.document.title
    if _CHAIRS_SUMMARY.search(reading.text, 0, reading.top.end) and not _MEETS_LINE.search(reading.text, 0, _NEAR_TOP):
        return True
    return bool(_GATHERING.search(title) or (not _MEETS.search(title) and _GATHERING.search(reading.text, 0, reading.top.end)))


def tells_of_meeting(reading: Reading) -> bool:
    """Tell whether a document names at its top the meeting that it is on."""
    return bool(_MEETS.search(reading.document.title) or _MEETS.search(reading.text, 0, reading.top.end) or _MEETS_LINE.search(reading.text, 0, _NEAR_TOP))


def _title_lines(reading: Reading) -> Span:
    """Return the headings that stand above all text: "# Pond Coalition", "# Board meeting – Summary", "Ninth meeting of the Pond Board, Bern"."""
    heads = itertools.takewhile(lambda p: p.kind in {"header", "heading"}, reading.document.passages)
    return Span(0, max([reading.top.end, *(p.span.end for p in heads if p.span.end < _NEAR_TOP)]))


def _printed_body(reading: Reading, pattern: re.Pattern[str], top: Span | None = None) -> IRI | None:
    """Return the body that the title prints once, as one that is known where it is named there."""
    top = top or reading.top
    printed = {fold(match["body"]): match for match in pattern.finditer(reading.text, top.start, top.end)}
    match = next(iter(printed.values())) if len(printed) == 1 else None
    if match is None:
        return None
    span = Span(match.start("body"), match.start("body") + len(match["body"].strip()))
    known = reading.at(span.start, span.end, BODIES)
    header = next(p for p in reading.document.passages if p.kind in {"header", "heading"})
    return known[1].iri if known else reading.mint("GoverningBody", "body", span.of(reading.text), reading.evidence(header, span))


_SHORT = frozenset("committee board council commission panel assembly conference plenary".split())


def _acting_body(reading: Reading, acts: Callable[[int, int], object]) -> IRI | None:
    """Return the body that acts in an excerpt without a title: the only one that more than one sentence has as its subject, in full or in short."""
    counted = Counter(
        entity.iri
        for _, sentence in reading.sentences("paragraph")
        for where, entity in reading.named(sentence, BODIES)
        if not OTHERS.search(reading.text, sentence.start, where.start) and acts(where.end, sentence.end)
    )
    if len(counted) == 1:
        (iri,) = counted
        names = {word for word in fold(reading.entities[iri].label).split() if word in _SHORT}
        told = (m for _, sentence in reading.sentences("paragraph") for m in COLLECTIVE.finditer(reading.text, *sentence) if not OTHERS.search(reading.text, sentence.start, m.start()) and acts(m.end(), sentence.end))
        counted[iri] += sum(fold(m["body"]) in names for m in told)
    often = [iri for iri, times in counted.items() if times > 1]
    return often[0] if len(often) == 1 else None


@lru_cache(maxsize=4)
def _numbered(top: str) -> frozenset[tuple[str, int]]:
    """Return the sessions and meetings that the top of a text numbers."""
    return frozenset((match["kind"].casefold(), ordinal(match["number"])) for match in _NTH.finditer(top))


def is_earlier(reading: Reading, clause: Span) -> bool:
    """Tell "The Board, *at its eighth meeting*, decided …", "*In 2029*, the Board decided …" in the report of a later one: that is only told."""
    if not (reading.says(clause, " its ", " their ") or reading.text.startswith("In ", clause.start)):
        return False
    top = f"{reading.document.title}\n{reading.top.of(reading.text)}"
    match = _AT_ITS.search(reading.text, clause.start, clause.end)
    if match:
        now = {number for kind, number in _numbered(top) if kind == match["kind"].casefold()}
        then = ordinal(match["number"])
        return len(now) == 1 and 0 < then < max(now) and (then > _PLENARY_MEETINGS or max(now) - then == 1)
    year = _IN_YEAR.match(reading.text, clause.start, clause.end)
    years = [int(found) for found in _YEAR.findall(top)]
    return bool(year and years) and int(year["year"]) < min(years)  # type: ignore[index]


MEMBERS = re.compile(r"\s+[Mm]embers(?=(?:,\s+(?:after|following|having)\s[^,;.]{3,80},)?\s+(?:(?:also|then|unanimously)\s+)*(?:agreed\s+(?:to\s+[a-z]|on\s+the\s)|decided|endorsed|approved|adopted|requested|took\s+note|elected)\b)")
"""The Board *members* approve what the Board does."""
THE_MEMBERS = re.compile(r"(?:\A|,\s+)(?:The|All|the|all)\s+(?:the\s+)?[Mm]embers\s+of\s+(?:the\s+)?\Z")
"""*The members of the* Board are the Board, several of them are not."""


def printed_acronym(reading: Reading, body: IRI | None) -> re.Pattern[str] | None:
    """Return the pattern of "the PAC", where the title prints it after the name of the body that meets: "Pond Advisory Committee (PAC)"."""
    known = reading.entities.get(body or "")
    label = re.escape(known.label).replace(r"\ ", r"\s+") if known and known.evidence and not known.acronym else ""
    match = re.search(rf"{label}\s*\((?P<acronym>[A-Z][A-Z-]{{1,9}})\)", reading.top.of(reading.text), re.IGNORECASE) if label else None
    return re.compile(rf"\b[Tt]he\s+{match['acronym']}\b(?![-’'/]|\s+[A-Z])") if match and match["acronym"].isupper() else None


OTHERS = re.compile(r"\b(?:of|by|with|from|for|to)\s+(?:the\s+)?\Z|\b(?:[Ss]everal|[Ss]ome|[Mm]any|[Mm]ost|[Oo]ther|[Ff]ew|[Vv]arious|[Cc]ertain|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Oo]ne)\s+\Z")
"""The Chair *of the* SBI is not the SBI, *several* Senior Officials are not all of them."""


def means(reading: Reading, body: IRI | None, match: re.Match[str] | None) -> bool:
    """Tell whether a short form means the body that meets: its words are of a name of that body, or of the title where nobody knows it."""
    if match is None or match["rank"]:
        return match is not None and " ".join(fold(match["rank"]).split()) in " ".join(fold(reading.text[:_NEAR_TOP]).split())
    words = " ".join(fold(match["body"]).split())
    known = reading.entities.get(body or "")
    if words.endswith("parties"):
        meets = known is not None and known.kind == "ConferenceOfTheParties"
        plain = words in {"parties", "contracting parties"}
        return (meets or (words in _names(reading, known) and _PARTIES_MEET.search(_names(reading, known)) is not None)) and (not plain or bool(_PARTIES_ACT.match(match.string, match.end())))
    if match["segment"]:
        meeting = reading.entities.get(reading.meeting)
        return words in fold(meeting.label if meeting else reading.text[:_NEAR_TOP]) and (meeting is None or meeting.kind == "Segment")
    names = _names(reading, known)
    if words == "img" or match["group"]:
        return _is_the_group(match, known, names)
    if not match["small"] and (words == "meeting" or (words == "plenary" and not _OF_BUREAU.search(names))):
        return True
    words = words.removesuffix(" meeting") if words.endswith(" meeting") and known and known.kind == "InterAgencyMechanism" else words
    return re.search(rf"\b{re.escape(words)}\b", names) is not None and (words.endswith("bureau") or not _OF_BUREAU.search(names))


def body_that_acts(reading: Reading, passage: Passage) -> IRI | None:
    """Return the body whose meeting is reported on, where a decision that it prints begins with it: "*The Council*, having met, approved …"."""
    body = meeting_body(reading, lambda *_: None)
    return body if body and means(reading, body, COLLECTIVE.match(reading.text, passage.body.start, passage.body.end)) else None


def _is_the_group(match: re.Match[str], known: Entity | None, names: str) -> bool:
    """Tell whether "the group", "the IMG" is the group that meets, and no other that its line speaks of."""
    if match["body"] == "IMG":
        return known is not None and known.kind == "IssueManagementGroup"
    line = match.string[match.string.rfind("\n", 0, match.start()) + 1 : match.start()]
    if known and known.kind in GROUPS:
        return _OTHER_GROUP.search(line.replace("orking group" if known.kind == "WorkingGroup" else "\n", "").replace(known.label, "")) is None
    return _LIAISON.search(names) is not None and _OTHER_GROUP.search(line) is None


def _names(reading: Reading, known: Entity | None) -> str:
    """Return the names of a body in lower case, or the title of a report on an unknown one."""
    return " ".join(map(fold, (known.label, *known.names))) if known else f"{fold(reading.document.title)} {fold(reading.top.of(reading.text))}"
