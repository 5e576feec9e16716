"""Which group, work or event the head of a list, a line with labels or a row of a table names: "Task force 2 – ponds"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.listing import UNSURE, role_of_label
from kg.extract.reading import AGENTS, BODIES, EVENTS, GROUPS
from kg.extract.ways import groups_in_words
from kg.model import Span

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_MARKS = " \t\u00a0*•·▪|#–—-:;.,"
_NUMBER = re.compile(r"(?:(?:WS|WP|TF|TT|WG|AA)[ ]?\d{1,2}(?:\.\d{1,2})?[,.:)]?|\([a-z]{1,3}\)|\(?\d{1,2}(?:\.\d{1,2}){0,2}[.)]|\d{1,2}\.\d{1,2}|[A-Z]\.|[IVX]{1,5}\.)\s+")
_ABOVE = re.compile(r"(?:(?:Annex|Appendix|Table|Box|Figure)\b(?:\s+(?:[IVXLC]+|\d{1,2}|[A-Z])\b)?[.:]?\s+)?(?:(?P<membership>(?:[Mm]embership|[Cc]omposition|[Mm]embers|[Ss]tructure|[Ll]ist\s+of\s+(?:the\s+)?members)(?:\s+and\s+[a-z]+(?:\s+[a-z]+)?)?\s+(?:of|in)\s+(?:the\s+)?)|(?:(?:Draft|Revised)\s+)?(?i:terms\s+of\s+reference|mandate|officers)\s+(?:of|for)\s+(?:the\s+)?)?(?:[Tt]he\s+)?")
_YEARS = r"(?:,?\s*\(?(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?\)?)?"
_REST = re.compile(rf"(?:\s*\([^()\n]*\)){{0,2}}{_YEARS}[\s.:;*|–—-]*|\s*[,:–—-]\s.*", re.DOTALL)
_EVENT = re.compile(r"\b(?:workshop|conference|seminar|webinar|symposium|side\s+event|dialogue|forum|meeting|training\s+course|summit)\b", re.IGNORECASE)
_TOGETHER = re.compile(r"\b(?:group|team|force|committee|panel|board|sub-?group|council|bureau|taskforce)\b", re.IGNORECASE)
_WORK = (
    r"(?:work\s?packages?|WP|work\s?streams?|(?:strategic\s+)?objectives?|outputs?|outcomes?|activit(?:y|ies)|actions?(?:\s+areas?)?|(?:sub-?)?components?|(?:sub-?)?tasks?|themes?|thematic\s+(?:areas?|groups?)|pillars?|tracks?|clusters?|"
    r"projects?|project\s+groups?|(?:priority\s+|focus\s+)?areas?(?:\s+of\s+work)?|work\s+areas?|strands?|chapters?|deliverables?|priorit(?:y|ies)|targets?|goals?|working\s+groups?|task\s?(?:forces?|teams?|groups?)|sub-?groups?|groups?|teams?|commitments?|initiatives?|results?|modules?|case\s+stud(?:y|ies)|stud(?:y|ies))"
)
_NUMBERED = re.compile(rf"(?i:{_WORK})\s?(?:[IVX]{{1,4}}|[A-H]|\d{{1,2}}(?:\.\d{{1,2}}){{0,2}})\b(?=\W+\w{{3}}|\W*\Z)")
_WORKS = re.compile(
    r"\b(?:(?:[Ww]orking|[Ee]xpert|[Tt]ask|[Ss]tudy|[Ss]teering|[Aa]dvisory|[Cc]ontact|[Tt]hematic|[Pp]roject|[Cc]ore|[Ll]iaison|[Dd]rafting|[Ss]pecialist)\s+(?:[Gg]roup|[Tt]eam|[Ff]orce|[Cc]ommittee|[Bb]oard)|[Ss]ub-?[Gg]roup|[Tt]askforce|[Gg]roup|[Tt]eam|[Nn]etwork|"
    r"[Pp]rojects?|[Pp]rogramme|[Ii]nitiative|[Pp]artnership|[Cc]oalition|[Aa]lliance|[Pp]latform|[Cc]ampaign|[Ww]orkstream|[Cc]ommittee|[Pp]anel|[Aa]ssessment|[Cc]ommunity\s+of\s+[Pp]ractice)\b"
)
_NO_HEAD = re.compile(
    r"(?:(?:Provisional\s+|Draft\s+)?(?:Agenda|Item|Session|Opening|Closing|Plenary|Discussion|Presentation|Keynote|Welcome|Registration|Lunch|Coffee|Break|Question|Day|Date|Time|Venue|Place|Location|Participants?|List|Attendance|Present|Apologies|Bureau|Officers?|Election\w*|Contacts?|Notes?|Source|Annex|Appendix|Table|Figure|Box|Report|Summary|Introduction|Background|Conclusions?|Recommendations?|"
    r"Decisions?|Resolutions?|Organization\w*|Adoption|Proceedings|Statements?|Speakers?|Moderators?|Secretariat|Members?(?:hip)?|Observers?|Chairs?|Partners?|Acknowledg\w+|Contents?|References?|Part(?:y|ies)|States?|Countr(?:y|ies)|Total|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Morning|Afternoon|N/?A|None|Region|Ratif\w+|Signat\w+|Status|Next|Other|Any|Press|Authors?|Editors?)\b"
    r"|\d{1,2}(?:st|nd|rd|th)?\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|[\d\s.,/–-]+\Z)"
)
_OF_A_DECISION = re.compile(r"(?:Decisions?|Resolutions?)\s+\S*\d\S*\s+(?:[A-Z][\w-]*\s+){0,4}(?:Task\s+Force|Task\s+Team|Working\s+Group|Expert\s+Group|Group|Committee|Panel)")
"""A group that is called by the decision that set it up."""
_MONTH = re.compile(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")
_OF_ANY = re.compile(
    r"(?:(?:Credentials|Drafting|Steering|Executive|Advisory|Implementation|Compliance|Standing|Supervisory|Finance|Budget|Management|Coordination|Coordinating|Technical|Scientific|Legal|Organizing|Working|Expert|Main|Core|Joint|Project|Governing)\s+){1,3}"
    r"(?:[Gg]roup|[Tt]eam|[Ff]orce|[Cc]ommittee|[Pp]anel|[Bb]oard|[Cc]ouncil|[Nn]etwork)|(?:[Tt]he\s+)?(?:[A-Z]\w+\s+)?(?:[Gg]roups?|[Tt]eams?|[Ff]orces?|[Pp]rojects?|[Pp]rogrammes?|[Nn]etworks?|[Pp]artnerships?|[Cc]oalitions?|[Aa]lliances?|[Ii]nitiatives?|[Pp]latforms?|[Bb]oards?|[Pp]anels?|[Cc]ommittees?)"
)
"""What any body may have, and no name of one: "Steering Committee"."""
_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|shall|would|should|may|can|met|set\s+up|took|said|noted)\b|\b[a-z]+(?:ed|es)\s+(?:the|an?|to|that|its|their)\b|\bfollowing\b|"
    r"\b[a-z]{2,}ed\s+(?:on|in|at|by|to|for|from|with|of|that|and|as|up|out)\b"
)
"""Words that stand in a sentence, and not in a name."""
_SMALL = re.compile(r"(?:sub-?group|(?:working|task|thematic|contact|expert|drafting)\s+(?:group|team|force)|workstream|work\s+package|task\s?force)\s+(?:on|for|\d)")
"""Groups that an item of a list names in small letters: "(a) *subgroup on ponds*: …"."""
_STOP = re.compile(r"[(\[:|–—]|\s-\s")
_LONGEST = 160
_MOST_WORDS = 18
_KNOWN = GROUPS | EVENTS | BODIES | {"InterAgencyMechanism", "TreatyMechanism"}
_OF_MEMBERS = re.compile(r"\b(?:Partnership|Initiative|Alliance|Coalition|Consortium|Campaign|Network|Platform|Committee|Board|Panel|Council|Commission|Group|Programme|Project)\b")


def is_membership(words: str) -> bool:
    """Tell "Composition of the Pond Group": what is listed below are its members.

    >>> is_membership("Annex II: Membership of the Pond Group"), is_membership("Pond Group")
    (True, False)
    """
    match = _ABOVE.match(words.strip(_MARKS))
    return bool(match and match["membership"]) or re.search(r"\b(?:[Mm]embership|[Cc]omposition)\s*\Z", words.strip(_MARKS)) is not None


def trimmed(reading: Reading, span: Span) -> Span:
    """Return the words of a line without bullets, numbers and what marks them as bold."""
    start, end = span.start, span.end
    text = reading.text
    while start < end and text[start] in _MARKS:
        start += 1
    number = _NUMBER.match(text, start, end)
    start = number.end() if number else start
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return Span(start, end)


def is_title(reading: Reading, line: Span) -> bool:
    """Tell whether a line can be the head of what is listed below it: short, in capitals, no sentence."""
    span = trimmed(reading, line)
    words = span.of(reading.text)
    if not 3 <= len(words) <= _LONGEST or not (words[0].isupper() or _SMALL.match(words) or words[0] in '“"' or words[0].isdigit()) or line.of(reading.text).rstrip("* \t|").endswith((".", ";", ",")):  # noqa: PLR2004
        return False
    return words.count(" ") < _MOST_WORDS and ". " not in _NUMBERED.sub("", words, count=1).lstrip(". ") and not _SENTENCE.search(words) and not role_of_label(words)


def may_be_title(reading: Reading, line: Span) -> bool:
    """Tell, at little cost, whether a line begins as a title does and not as a sentence: as far as its first bracket, colon or dash."""
    stop = _STOP.search(reading.text, line.start, line.end)
    return stop is not None and _SENTENCE.search(reading.text, line.start, stop.start()) is None


def head(reading: Reading, passage: Passage, line: Span, *, loose: bool = False, kind: str = "") -> Entity | None:
    """Return what a line names: known, in words for a group, with a number, or (`loose`) by any title; `kind` is the heading of its column."""
    span = trimmed(reading, line)
    above = _ABOVE.match(reading.text, span.start, span.end)
    span = Span(above.end() if above else span.start, span.end)
    words = " ".join(span.of(reading.text).split())
    if len(words) < len("Sea") or UNSURE.search(words):
        return None
    known = reading.at(span.start, span.end, _KNOWN, article=False) or _of_members(reading, span)
    if known and _REST.fullmatch(reading.text, known[0].end, span.end):
        return known[1]
    the = span.start - len("the ") if reading.text.startswith(("the ", "The "), max(0, span.start - len("the "))) else span.start
    described = [(w, e) for w, e in groups_in_words(reading, passage, Span(the, span.end)) if w.start in {the, span.start} and _REST.fullmatch(reading.text, w.end, span.end)]
    if described:
        return max(described, key=lambda pair: pair[0].end)[1]
    if len(words) > _LONGEST or words.count(" ") >= _MOST_WORDS or (_NO_HEAD.match(words) and not _OF_A_DECISION.fullmatch(words)) or _is_somebody(reading, span):
        return None
    numbered = _NUMBERED.match(words)
    if _OF_ANY.fullmatch(words) or not (numbered or _WORKS.search(words) or (loose and not _MONTH.search(words))):
        return None
    return _draft(reading, passage, span, words if numbered or _WORKS.search(words) else _of_kind(words, kind))


def _of_members(reading: Reading, span: Span) -> tuple[Span, Entity] | None:
    """Return an organization that is a partnership or a committee, if a line begins with it."""
    known = reading.at(span.start, span.end, {"Organization", "PartnerOrganization"}, article=False)
    return known if known and _OF_MEMBERS.search(known[1].label) else None


def _is_somebody(reading: Reading, span: Span) -> bool:
    """Tell whether a line names an agency, a state or a person, and no work."""
    known = reading.at(span.start, span.end, AGENTS | {"State", "Person"}, article=True)
    return known is not None and (_REST.fullmatch(reading.text, known[0].end, span.end) is not None or known[1].kind == "Person")


def _of_kind(words: str, kind: str) -> str:
    """Return "Workstream on ponds" for "Ponds" under "Workstream"; what has a name of its own keeps it."""
    if re.fullmatch(r"(?i:(?:sector\s+|regional\s+|thematic\s+)?(?:hub|node|desk|window|cluster))s?", kind) and not re.search(r"(?i:\b(?:hub|node|desk|window|cluster)\b)", words):
        return f"{words} {kind.rsplit(maxsplit=1)[-1].lower().removesuffix('s')}"
    of_group = re.match(r"(?i:(?:name\s+of\s+)?(?:the\s+)?(?P<kind>workstream|working\s+group|task\s+(?:force|team|group)|sub-?group|expert\s+group|thematic\s+group|contact\s+group|project\s+group|technical\s+support\s+unit))", kind)
    if not of_group:
        return words
    first = words.split(maxsplit=1)[0]
    topic = words if any(c.isupper() for c in first[1:]) or len(first) == 1 else words[0].lower() + words[1:]
    return f"{of_group['kind'].capitalize()} on {topic}"


def _draft(reading: Reading, passage: Passage, span: Span, words: str) -> Entity:
    event = _EVENT.search(words) and not _TOGETHER.search(words)
    kind = "Event" if event else "WorkingGroup" if _TOGETHER.search(words) else "Workstream"
    entity = reading.draft(kind, "event" if event else "workstream", words, reading.evidence(passage, span))
    reading.described.append((span.start, entity))
    return entity
