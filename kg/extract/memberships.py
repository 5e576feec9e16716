"""Who belongs to a group, where a sentence announces its members: "The membership was decided as follows: A (Chair), B; C and D"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.listing import CATEGORY, LABEL, UNSURE, lines_below, listed, role_of_label, state_listed
from kg.extract.meetings import meeting_body
from kg.extract.reading import BODIES, EVENTS, GROUPS
from kg.extract.ways import groups_in_words
from kg.extract.words import any_of
from kg.model import Span
from kg.text import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_BE = r"(?:(?:is|are|was|were|shall|will|be|has|have|had|been|currently|presently|now|also|then)\s+)*"
_FOLLOWS = r"(?:\s+as\s+follows|\s+(?:of\s+)?the\s+following(?:\s+[a-z]+){0,3})?"
_COUNTED = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_ANNOUNCES = re.compile(
    rf"\b(?:(?:[Mm]embership|[Cc]omposition)(?:\s+of\s+[^.:;]{{3,160}}?)?\s+{_BE}(?:decided|agreed|composed|constituted|established|set|approved|confirmed|determined|made\s+up)?{_FOLLOWS}\s*:?\s+|"
    rf"(?:[Mm]embers\s+of\s+[^.:;]{{3,160}}?\s+(?:are|were|shall\s+be|will\s+be)(?:\s+as\s+follows|\s+the\s+following(?:\s+[a-z]+){{0,3}})?\s*:\s*)|"
    rf"\bThe\s+(?:[a-z]+\s+)?(?:[Cc]onventions|[Oo]rgani[sz]ations|[Aa]gencies|[Bb]odies|[Pp]artners|[Ss]ecretariats|[Ee]ntities|[Cc]ountries|[Mm]embers)\s+(?:in|of|on|within|represented\s+(?:in|on)|(?:that|which)\s+(?:make\s+up|form|constitute))\s+[^.:;]{{3,120}}?\s+are\s+(?:{_COUNTED})\s*:\s+|"
    rf"(?:composed|constituted|comprised|made\s+up|consisting|consists?){_FOLLOWS}\s*:\s+|with\s+the\s+following\s+(?:membership|members|composition)\s*:?\s+|"
    rf"(?:ha[sd]|have|with|includ(?:es?|ing)|compris(?:es?|ing))\s+(?:as\s+)?(?:its\s+)?(?:the\s+)?(?:following\s+)?members\s*:\s+|"
    rf"[Tt]he\s+following(?:\s+[A-Za-z-]+){{0,3}}\s+(?:(?:have|will|currently)\s+)?(?:(?:agreed|volunteered)\s+to\s+)?(?:joined|join|form|make\s+up|constitute|(?:also\s+)?(?:sit|serve)\s+on|be\s+members\s+of|belong\s+to|are\s+represented\s+(?:in|on)|participate\s+in)\s+[^.:;]{{3,160}}?\s*:\s+|"
    rf"\b(?:[a-z]+|[A-Z][a-z]+|\d{{1,2}})\s+(?:(?:[A-Za-z-]+)\s+){{1,5}}(?:(?:also|now|currently)\s+)?(?:sit|serve)s?\s+(?:also\s+)?on\s+[^.:;,]{{3,120}}?\s*:\s+|"
    rf"(?:[Tt]he\s+following(?:\s+[a-z-]+){{0,3}}\s+{_BE}(?:agreed|appointed|elected|selected|designated|nominated)?\s*(?:as\s+|to\s+be\s+)?(?:the\s+)?members(?:\s+of\s+[^.:;]{{3,160}}?)?\s*:\s+))"
)
"""The words before a list of members."""
_FROM = r"(?:(?:[a-z][^.;:A-Z]{0,80}?\b)?(?:representatives|experts)\s+(?:of|from)\s+)?(?:the\s+)?(?=[A-Z])"
_MEMBERS_ARE = re.compile(
    rf"(?P<whose>\b[Ii]ts\s+|\b[Ww]hose\s+|\b[Tt]he\s+|\b(?=(?:Other|Current|Further|Founding)\s+members|Members))(?:(?:[Oo]ther|[Cc]urrent|present|[Ff]ounding|[Ff]urther|core|new|full)\s+)*[Mm]embers\s+(?P<of>of\s+(?:the\s+)?[^.:;,]{{3,160}}?\s+)?(?:(?:for|in)\s+(?:the\s+)?(?:\w+\s+){{0,2}}(?:triennium|biennium|quadrennium|period|term)\s+(?:\d{{4}}[\d–-]*\s+)?)?(?:are|were|shall\s+be|will\s+be|include)\s*:?\s+{_FROM}"
)
_CONSISTS = re.compile(
    r"\b(?:(?:(?:is|are|was|were|shall\s+be|will\s+be|would\s+be)\s+)?(?:composed|made\s+up|comprised)\s+of:?|(?:(?:shall|will)\s+)?consist(?:s|ed)?\s+of:?|consisting\s+of|compris(?:es|ed|ing|e)|(?:has|have|had|with)\s+(?:the\s+following\s+|as\s+(?:its\s+)?)members:?)\s+"
    rf"(?:the\s+following(?:\s+[a-z]+){{0,2}}:?\s+)?{_FROM}"
)
_AMONG = re.compile(r"\b(?:includes?|counts?)\s+(?P<who>(?:the\s+)?[A-Z][^;:.]{2,400}?),?\s+(?:among|as|amongst)\s+its\s+members\b")
_THEY_ARE = re.compile(rf"(?:They|These)\s+are(?:\s+now|\s+at\s+present|\s+currently)?\s*:?\s+{_FROM}")
_COUNTED_BODIES = re.compile(rf"\b(?i:\d{{1,2}}|{_COUNTED})\s+(?:(?:[Pp]articipating|[Mm]ember|[Ff]ounding|[Pp]artner|UN|United\s+Nations|international|intergovernmental|of\s+its)\s+){{0,3}}(?:[Oo]rgani[sz]ations|[Aa]gencies|[Mm]embers|[Bb]odies|[Cc]onventions|[Ss]ecretariats|[Ee]ntities|[Pp]artners)\b[^.;]{{0,60}}\b(?:participat\w+|carr(?:y|ied)|belong|ma[dk]e\s+up|form(?:ed|s)?|joined|constitute[sd]?|sit|serve|members|are\s+represented|work(?:s|ed)?\s+together)\b|\b(?:has|have|counts|unites|brings\s+together|composed\s+of|made\s+up\s+of)\s+(?:\d{{1,2}}|{_COUNTED})\s+(?:[a-z]+\s+){{0,2}}(?:members|organi[sz]ations|agencies|bodies|conventions|secretariats|entities)\b")
_CAME = re.compile(r"\W*(?:\d{1,3}\.\s+)?(?:(?:In\s+addition|Besides)[^,:;]{0,40},\s+)?[Tt]he\s+following\s+(?:(?:regular|full|elected|regional|permanent|voting|[Cc]ommittee|[Bb]oard|[Cc]ouncil)\s+){0,2}members\s+(?:of\s+the\s+(?:[Cc]ommittee|[Bb]oard|[Cc]ouncil)\s+)?(?:whose\s[^.:;]{3,60}?\s)?(?:were\s+(?:present|represented|in\s+attendance)|attended|participated|took\s+part)\b[^.;:]{0,60}:\s+")
_NEW = re.compile(r"\b[Ww]elcom(?:ed|es|ing)\s+(?:the|its|two|three|four|five|six|her|his)\s+(?:(?:two|three|four|five|six|seven)\s+)?(?:new|newly\s+(?:elected|appointed))\s+members(?:\s+of\s+the\s+(?:[Cc]ommittee|[Bb]oard|[Cc]ouncil|[Pp]anel))?(?:,|:)?\s+(?:namely,?\s+)?(?=[A-Z])")
_SITS = re.compile(r"\b(?:Committee|Board|Council)\b")
_ARE_ITS = re.compile(r"(?:^|(?<=[.:]\s)|(?<=\n)|[;,]\s+(?:and\s+)?)(?P<who>(?:[Tt]he\s+)?[A-Z][^;:]{2,400}?)\s+(?:are|were|is|was)\s+(?:(?:all|both|also)\s+)?(?:an?\s+|one\s+of\s+|among\s+)?its\s+(?:(?:other|founding|current|first|full|core|new|only|main|associate|latest|newest)\s+){0,2}members?\b(?!\s+(?:States|states|countries|organi))")
_SEVERAL = r"(?:(?:[a-z-]+|\d{1,3})\s+){0,3}"
_BODIES = r"(?:organi[sz]ations|agencies|entities|countries|parties|states|governments|institutions|bodies|partners|members|secretariats)"
_HAS_MEMBERS = re.compile(
    rf"(?:,\s+)?\b(?:has|have|had|with|counts?|comprises|comprising)\s+(?:currently\s+|now\s+)?{_SEVERAL}members(?:(?:,\s+|\s+)(?:including|among\s+(?:them|others)|among\s+which\s+(?:are|were)|namely|notably),?\s+|\s*[:(]\s*){_FROM}|"
    rf"\b(?:comprises|comprising|includes|including|unites|brings\s+together|(?:composed|made\s+up|consists?|consisting)\s+of)\s+{_SEVERAL}{_BODIES}(?:,\s+namely\s+|\s*[:(]\s*){_FROM}"
)
"""A group *has nine members, including* A and B."""
_INCLUDES = re.compile(rf"(?P<aside>,\s+(?:which\s+was\s+)?(?:established|set\s+up|created|launched|formed|convened|led|chaired|hosted|coordinated)\s[^,;:()]{{2,80}},|\s*\([^()]{{2,80}}\))?(?:,\s+which)?\s+(?:currently\s+|now\s+|also\s+)?includes\s+{_FROM}")
_MAIN_CLAUSE = re.compile(r",\s+(?:(?:has|have|had|will|also|then)\s+)*(?:is|was|are|were|met|meets|[a-z]{3,}ed)\b")
"""Where the main clause goes on after "which includes …"."""
_MEETS = re.compile(r"\b(?:[Gg]roup|[Ff]orce|[Tt]eam|[Cc]ommittee|[Bb]oard|[Pp]anel|[Nn]etwork|[Cc]oalition|[Aa]lliance|[Pp]artnership|[Cc]ouncil|[Cc]onsortium)\b")
_SUBJECT = re.compile(r"\W*(?:(?:The|This|A|An)\s+)?(?:[a-z-]+\s+)?")
_LIST_END = re.compile(r"[;.](?=\s|\Z)|,\s+(?:which|who|and\s+(?:has|meets|met|is|was|will|reports|advises))\b")
_ALSO = re.compile(r"(?P<who>(?:The\s+)?[A-Z][^;:]{2,400}?)\s+(?:(?:are|were)\s+(?:also|the\s+other|(?:the\s+)?(?:associate|founding|full|permanent|other|current|new))|(?:will|shall)\s+(?:also\s+)?be(?:\s+(?:the\s+)?(?:other|further))?)\s+members(?=\s*[.;,]|\s*\Z)")
_SET_UP = re.compile(r"\b(?:re-?)?(?:establish\w*|set\s+up|create\w*|form(?:ed|s)|convene[ds]?|agree[ds]?|decide[ds]?|constitute[ds]?|reconvene[ds]?|mandate[ds]?|extend(?:s|ed)|appoint(?:s|ed))\b")
SETS_UP = re.compile(r"\b(?:re-?)?(?:establish(?:ed|es)?|set\s+up|creat(?:ed?|es)|form(?:ed|s)|convened?|reconvened?|constituted)\b")
_UNNAMED = re.compile(
    r"\b(?:an?|the)\s+(?P<words>(?:(?:in-session|inter-?sessional|joint|informal|small|open-ended|ad\s+hoc|technical|electronic)\s+)*(?:working|drafting|contact|expert|advisory|task|steering)\s+(?:group|team|force|committee))\b(?!\s+(?:on|for|under)\s+(?!(?:the\s+)?(?:draft|document|annex|proposal)))"
)
_ITEM = re.compile(r"[ \t]*(?:\([a-z]{1,4}\)|[•*·▪–-])\s+\S")
_IN_BRACKETS = re.compile(rf"\((?P<label>(?i:{LABEL}))\s*(?::\s*|\s(?=[A-Z]))(?P<rest>[^()\n]*(?:\([^()\n]*\)[^()\n]*){{0,12}})\)")
_WITH_LEADERS = re.compile(r"\bwith\s+(?:(?:its|the|their)\s+)?(?:current|present|new|existing|same)\s+(?P<label>(?:co-)?(?:leadership|leads?|chairs?|coordinators?))\s+\((?P<rest>[^()\n]*)\)")
"""… "the Pond Task Team *with new leadership (Ms. A)*"."""
_NEXT = re.compile(rf"[;.]\s*(?P<label>(?i:{LABEL}))\s*(?::\s*|\s(?=[A-Z]))")
_KNOWN = GROUPS | BODIES | {"InterAgencyMechanism", "TreatyMechanism"}
_PARTNERSHIP = re.compile(r"\b(?:Partnership|Initiative|Alliance|Coalition|Consortium|Campaign|Network|Platform|Committee|Board|Panel|Council)\b")
_TEAM = re.compile(
    r"\b(?:[Aa]n?|[Tt]he)\s+(?:(?:small|informal|joint|open-ended|ad\s+hoc|core|new|high-level|inter-?sessional|technical)\s+){0,2}"
    r"(?P<name>(?:drafting|editorial|expert|project|author|review|advisory|scientific\s+advisory|technical\s+advisory|reference|coordination|coordinating|steering|planning|organizing|preparatory|negotiating|evaluation)\s+(?:team|panel|committee|board|group)\s+(?:for|on|of)\s+(?:the\s+)?[^,;.:()\n]{3,90}?)"
    r"(?=\s*(?:[,(;:]|\.\s|\.?\Z|\s(?:is|are|was|were|has|had|have|shall|will|would|which|comprising|composed|consisting|consists|comprises|with|chaired|led|set\s+up|established|met|to\s+be)\b))"
)
_OWN = re.compile(r"\b[Tt]he\s+(?P<head>(?:[Ss]teering|[Aa]dvisory|[Ee]xecutive|[Gg]overning|[Mm]anagement)\s+(?:[Cc]ommittee|[Bb]oard|[Gg]roup|[Pp]anel))\b(?!\s+(?:of|for|on)\b)")
_OWNER = re.compile(r"\b(?:Partnership|Initiative|Alliance|Coalition|Consortium|Campaign|Network|Platform|Programme|Project|Decade)\b")
_HEADING = re.compile(r"(?:[IVX]+|\d{1,2}(?:\.\d{1,2})*|[A-Z])\.?\s+")
_KIND = re.compile(rf"(?<=[;.:\n])\s*(?P<kind>(?i:{CATEGORY}|observers?))\s*:\s*")
"""The kind of the members that follow in a list."""
_LINE_KIND = re.compile(rf"(?:[-•*–]\s*|\(?[a-z0-9]{{1,3}}[.)]\s+)?(?:(?:[Ff]rom|[Ff]or)\s+(?:the\s+)?)?(?i:(?:{CATEGORY})(?:\s+and\s+(?:industry|academia|the\s+private\s+sector|business|observers|others))?)\s*:\s+")
"""The same at the start of a line of its own."""
_FIRST = re.compile(r"\W*(?:(?:The|This|A|An)\s+)?(?:[a-z-]+\s+){0,2}")
_ON_A_PAPER = re.compile(r"\b(?:on|for|to)\s+(?:the\s+)?(?:(?:draft|revised|proposed)\s+)*(?:documents?|annex(?:es)?|decisions?|resolutions?|proposals?|texts?|paragraphs?|recommendations?)\b")
"""A group is called by what it is about, and not by its papers."""
_ANOTHER = re.compile(r"\s(?:an?|two|three|four|another)\s+(?!(?:result|view|mandate|total|maximum|minimum|term|period|membership)\b)(?:[a-z-]+\s+){0,3}[A-Za-z]*(?:[Gg]roup|[Tt]eam|[Ff]orce|[Cc]ommittee|[Pp]anel|[Bb]oard|[Cc]ircle|[A-Z]\w+)")
"""Another group is spoken of in between, one that is not known."""
_PART_OF = re.compile(r"\b(?:delegation|mission|input|report|contribution|annex|work|agenda|mandate|outputs?|budget|[Bb]ureau|secretariat|meeting|session|documents?|visit|letter|proposal|committee|board|council|panel|subgroup)s?\s+(?:to|of|for|from|by)\s+(?:the\s+)?\Z")
"""It is of something else of the group."""
_MEMBERS_OF = re.compile(r"\bmembers\s+of\s+(?:the\s+)?(?=[A-Z])")
_AT_A_MEETING = re.compile(r"\b(?:attended|(?:was|were)\s+(?:present|represented|absent)|took\s+part|participated|spoke)\b")
"""Who came to a meeting is told, and not who belongs to a group."""
_PRESENT_FOR = re.compile(r"\b(?:[Pp]resent|[Aa]ttending|[Rr]epresenting|[Rr]epresented|[Ii]n\s+attendance)\b[^.:;]{0,30}\s(?:for|as|on\s+behalf\s+of|from)\s+(?:the\s+)?members\s+of\s")
"""… by "*Present for members of* the Forum were:" too."""
_BESIDE = 60
_REACH = 160
_PASSAGES = 60
_BACK = 1500
_NUMBER = tuple(f"are {number}:" for number in _COUNTED.split("|"))
_HINTS = any_of(*_NUMBER, "They are ", "These are ", "They are:", "These are:", "ember", "erve on", "sit on", "ompos", "onsist", "ompris", "onstitut", "ade up", "he following", "includes ", "(lead", " leadership (", " lead (", " leads (", " chair (", " chairs (", " coordinator (", "(led ", "(co", "(chair", "(secretariat", "(host", "(partner", "(Lead", "(Led ", "(Co", "(Chair", "(Secretariat", "(Host", "(Partner")


def memberships(reading: Reading) -> None:
    """State who belongs to a group by a list that a sentence announces, or that says who of them chairs it."""
    caught_up = reading.caught_up
    for passage, sentence in reading.saying(_HINTS, "paragraph", "unnumbered", "action", "preamble"):
        if reading.says(sentence, ":", "follow") and reading.says(sentence, "ember", "ompos", "onsist", "ompris", "onstitut", "ade up", "he following", "erve on", "sit on", *_NUMBER):
            for begin, target in _announced(reading, passage, sentence):
                _listed(reading, passage, Span(min(begin, sentence.end), sentence.end), sentence, target)
        if reading.says(sentence, "embers", "ompos", "onsist", "ompris", "ade up", "includes ", "They are", "These are"):
            for span, target in _told(reading, passage, sentence):
                state_listed(reading, passage, listed(reading, span, prose=True), "member", target, sentence.start)
        if reading.says(sentence, "(lead", " leadership (", " lead (", " leads (", " chair (", " chairs (", " coordinator (", "(led ", "(co", "(chair", "(member", "(secretariat", "(host", "(partner", "(Lead", "(Led ", "(Co", "(Chair", "(Member", "(Secretariat", "(Host", "(Partner"):
            _in_brackets(reading, passage, sentence)
    reading.caught_up = caught_up  # the rules that follow read from the beginning again


def _announced(reading: Reading, passage: Passage, sentence: Span) -> Iterator[tuple[int, Entity]]:
    """Yield where a list of members begins, and whose."""
    for match in _ANNOUNCES.finditer(reading.text, sentence.start, sentence.end + 1):
        if UNSURE.search(reading.text, sentence.start, match.end()) or "ureau" in reading.text[sentence.start : match.end()]:
            continue
        if ("members of" not in match[0] and _AT_A_MEETING.search(reading.text, sentence.start, match.end())) or _PRESENT_FOR.search(reading.text, sentence.start, match.end()):
            continue
        unnamed = _UNNAMED.search(reading.text, sentence.start, match.start())
        of = _MEMBERS_OF.search(reading.text, match.start(), match.end())
        named = reading.at(of.end(), sentence.end, _KNOWN | {"Organization"}) if of else None
        target = named[1] if named else _nearest(reading, passage, Span(sentence.start, match.end())) or (_on_the_item(reading, passage, unnamed) if unnamed else None)
        if target is None and _ANOTHER.search(reading.text, sentence.start, match.end()) is None:
            target = _before(reading, passage, sentence)
        if target:
            yield match.end(), target
            return


def _told(reading: Reading, passage: Passage, sentence: Span) -> Iterator[tuple[Span, Entity]]:
    """Yield the list of members that a clause tells, and whose: "its members are A and B", "the group consists of A and B"."""
    for pattern, words, whose in _CLAUSES:
        for match in pattern.finditer(reading.text, sentence.start, sentence.end) if reading.says(sentence, *words) else ():
            if UNSURE.search(reading.text, sentence.start, match.end()) or "ureau" in match[0]:
                continue
            target = whose(reading, passage, sentence, match)
            if target:
                yield Span(*match.span("who")) if "who" in pattern.groupindex else Span(match.end(), _clause_end(reading, sentence, match)), target


def _clause_end(reading: Reading, sentence: Span, match: re.Match[str]) -> int:
    """Return where a clause ends that tells members: "the group, which includes A and B*,* met"."""
    main = _MAIN_CLAUSE.search(reading.text, match.end(), sentence.end) if "which " in match[0] else None
    return main.start() if main else sentence.end


def _whose(reading: Reading, passage: Passage, sentence: Span, match: re.Match[str]) -> Entity | None:
    """ "the members *of the group* are", "*the group*, whose members are", "its members are" """
    if match["of"]:
        return _nearest(reading, passage, Span(sentence.start, match.end("of")), strictly=match.end("of"))
    whose = match["whose"].strip().lower()
    if whose == "whose":
        return _nearest(reading, passage, Span(sentence.start, match.start()), strictly=match.start())
    begins = not reading.text[sentence.start : match.start()].strip() and match["whose"] in {"", "The "}
    return _subject(reading, passage, sentence, match.start()) if whose == "its" or begins else None


def _of_the_one_before(reading: Reading, passage: Passage, sentence: Span, match: re.Match[str]) -> Entity | None:
    """ "*the group* consists of", "*the group* shall include" """
    return _nearest(reading, passage, Span(sentence.start, match.start()))


def _of_the_subject(reading: Reading, passage: Passage, sentence: Span, match: re.Match[str]) -> Entity | None:
    """ "*the group* met; A and B are its members" """
    return _nearest(reading, passage, Span(sentence.start, match.start())) or _subject(reading, passage, sentence, match.start())


def _of_what_includes(reading: Reading, passage: Passage, sentence: Span, match: re.Match[str]) -> Entity | None:
    """ "*the group* includes A and B": not its report, nor what only has parts"""
    groups = [(w, e) for w, e in _groups(reading, passage, Span(sentence.start, match.start() + 1)) if w.end == match.start() and _SUBJECT.fullmatch(reading.text, sentence.start, w.start)]
    last = _clause_end(reading, sentence, match)
    stop = _LIST_END.search(reading.text, match.end(), last)
    found = listed(reading, Span(match.end(), stop.start() if stop else last)) if groups else []
    return groups[0][1] if len(found) > 1 and _MEETS.search(groups[0][1].label) else None


def _of_the_meeting(reading: Reading, _passage: Passage, sentence: Span, match: re.Match[str]) -> Entity | None:
    """ "The following members were present:" in the report of a committee"""
    body = reading.entities.get(meeting_body(reading))
    return body if body and (match.start() == sentence.start or match.re is _NEW) and _SITS.search(body.label.partition(" of ")[0]) else None


def _of_the_sentence_before(reading: Reading, passage: Passage, sentence: Span, match: re.Match[str]) -> Entity | None:
    """ "*The group* is led by A. B and C are also members." """
    return None if reading.text[sentence.start : match.start()].strip() else _subject(reading, passage, sentence, match.start())


def _of_those_counted(reading: Reading, passage: Passage, sentence: Span, match: re.Match[str]) -> Entity | None:
    """ "Nine organizations participate in *the Programme*. They are A, B and C." """
    if match.start() != sentence.start or reading.opens(passage, sentence):
        return None
    earlier = reading.sentence_before(passage, sentence.start)
    counted = _COUNTED_BODIES.search(reading.text, earlier.start, earlier.end)
    groups = {e.iri: e for _, e in _groups(reading, passage, earlier)} if counted else {}
    return next(iter(groups.values())) if len(groups) == 1 and not UNSURE.search(reading.text, earlier.start, earlier.end) else None


_CLAUSES: tuple[tuple[re.Pattern[str], tuple[str, ...], Callable[[Reading, Passage, Span, re.Match[str]], Entity | None]], ...] = (
    (_MEMBERS_ARE, ("embers ",), _whose),
    (_CONSISTS, ("ompos", "onsist", "ompris", "ade up", "embers:", " following members", " as members", " as its members"), _of_the_one_before),
    (_AMONG, ("its members",), _of_the_one_before),
    (_THEY_ARE, ("They are ", "They are:", "These are ", "These are:"), _of_those_counted),
    (_ARE_ITS, ("its member", "its other", "its founding", "its current", "its first", "its full", "its core", "its new", "its only", "its main", "its associate", "its latest"), _of_the_subject),
    (_HAS_MEMBERS, ("members", "organi", "agencies", "countries", "arties", "entities", "states", "States", "partners"), _of_the_one_before),
    (_INCLUDES, ("includes ",), _of_what_includes),
    (_CAME, ("members were ", "members whose", "members of the ", "members attended", "members participated", "members took"), _of_the_meeting),
    (_NEW, ("new members", "elected members", "appointed members"), _of_the_meeting),
    (_ALSO, (" be members", " further members", " also members", " other members", " associate members", " founding members", " full members", " permanent members", " current members", " new members"), _of_the_sentence_before),
)
"""What tells members in a clause, a word that stands in it, and how to know whose they are."""


def _subject(reading: Reading, passage: Passage, sentence: Span, before: int) -> Entity | None:
    """Return what "its" means: the group that the sentence begins with, or the one before."""
    own = _groups(reading, passage, Span(sentence.start, before))
    if any(_PART_OF.search(reading.text, max(sentence.start, w.start - _BESIDE), w.start) for w, _ in own):
        return None
    first = [(w, e) for w, e in own if _FIRST.fullmatch(reading.text, sentence.start, w.start)]
    if first or len({e.iri for _, e in own}) == 1:
        return (first or own)[0][1]
    if reading.opens(passage, sentence) or reading.text[sentence.start : before].strip():
        return None
    earlier = reading.sentence_before(passage, sentence.start)
    first = [(w, e) for w, e in _groups(reading, passage, earlier) if _FIRST.fullmatch(reading.text, earlier.start, w.start)]
    every = {e.iri: e for _, e in _groups(reading, passage, earlier)}
    return first[0][1] if first else next(iter(every.values())) if len(every) == 1 else None


def _nearest(reading: Reading, passage: Passage, span: Span, *, strictly: int = 0) -> Entity | None:
    """Return the group that is named last in a span, near its end; `strictly`: it ends there."""
    near = [(w, e) for w, e in _groups(reading, passage, span) if span.end - w.end < _REACH and not _ANOTHER.search(reading.text, w.end, span.end)]
    near = [(w, e) for w, e in near if not _PART_OF.search(reading.text, max(span.start, w.start - _BESIDE), w.start)]
    near = [(w, e) for w, e in near if e.kind not in BODIES or span.end - w.end < _BESIDE]
    if strictly:
        near = [(where, entity) for where, entity in near if not reading.text[where.end : strictly].strip(" ,")]
    last = max((where.end for where, _ in near), default=0)
    return next((entity for where, entity in near if where.end == last), None)


def _groups(reading: Reading, passage: Passage, sentence: Span) -> list[tuple[Span, Entity]]:
    known = reading.named(sentence, _KNOWN)
    known += [(w, e) for w, e in reading.named(sentence, {"PartnerOrganization", "Organization"}) if _PARTNERSHIP.search(e.label)]
    known += [(w, e) for w, e in groups_in_words(reading, passage, sentence) if w.end <= sentence.end and e.kind not in EVENTS and not _ON_A_PAPER.search(e.label)]
    known += [*_described(reading, passage, sentence, known), *_own(reading, passage, sentence)]
    return sorted(known, key=lambda pair: (pair[0].start, -pair[0].end))


def _described(reading: Reading, passage: Passage, sentence: Span, known: list[tuple[Span, Entity]]) -> Iterator[tuple[Span, Entity]]:
    """Yield the teams and panels that only words name: "a small *drafting team for the Pond Declaration*"."""
    for match in _TEAM.finditer(reading.text, sentence.start, sentence.end) if reading.says(sentence, "team", "panel", "group", "committee", "board") else ():
        span = Span(*match.span("name"))
        if not any(where.start < span.end and span.start < where.end for where, _ in known):
            yield span, reading.draft("WorkingGroup", "workstream", " ".join(match["name"].split()), reading.evidence(passage, span))


def _own(reading: Reading, passage: Passage, sentence: Span) -> Iterator[tuple[Span, Entity]]:
    """Yield "*the steering committee*" of the one partnership that was spoken of before, in the same annex or section."""
    for match in _OWN.finditer(reading.text, sentence.start, sentence.end):
        spans = [Span(sentence.start, match.start()), *(earlier for _, earlier in _sentences_before(reading, passage, sentence))]
        section = reading.sections.get(passage.section)
        while section:
            spans.append(section.heading)
            section = reading.sections.get(section.parent)
        named = [e for span in spans for _, e in (*reading.named(span, {"PartnerOrganization", "Organization"} | GROUPS), *groups_in_words(reading, passage, span))]
        named = [e for e in named if _OWNER.search(e.label)]
        owners = {e.iri: e for e in named if not any(e.label != other.label and e.label in other.label for other in named)}
        if len(owners) == 1:
            (owner,) = owners.values()
            span = Span(*match.span())
            yield span, reading.draft("WorkingGroup", "workstream", f"{' '.join(match['head'].split()).capitalize()} of the {owner.label}", reading.evidence(passage, span))


def _before(reading: Reading, passage: Passage, sentence: Span) -> Entity | None:
    """Return the group that a sentence before sets up: "The Committee established *a group on ponds*, with the mandate to: … The membership is …"."""
    first = True
    for above, earlier in _sentences_before(reading, passage, sentence):
        if first or SETS_UP.search(reading.text, earlier.start, earlier.end):
            group = set_up(reading, above, earlier)
            if group or SETS_UP.search(reading.text, earlier.start, earlier.end):
                return group
        first = False
    return None


def _sentences_before(reading: Reading, passage: Passage, sentence: Span) -> Iterator[tuple[Passage, Span]]:
    """Yield the sentences of the section before one, the nearest first, as far as one may look back."""
    index = reading.document.passages.index(passage)
    for above in reversed(reading.document.passages[max(0, index - _PASSAGES) : index + 1]):
        if above.section != passage.section or sentence.start - above.body.end > _BACK:
            return
        if above.kind in {"paragraph", "unnumbered", "heading"}:
            for earlier in reversed(list(sentences(reading.text, above.body))):
                if earlier.end <= sentence.start and sentence.start - earlier.end < _BACK:
                    yield above, earlier


def set_up(reading: Reading, passage: Passage, sentence: Span) -> Entity | None:
    """Return the one group that a sentence sets up or is about; one without a topic is on the item."""
    if UNSURE.search(reading.text, sentence.start, sentence.end):
        return None
    verb = _SET_UP.search(reading.text, sentence.start, sentence.end)
    groups = [(w, e) for w, e in _groups(reading, passage, sentence) if e.kind not in BODIES]
    after = [e for w, e in groups if verb and w.start > verb.end()]
    if after:
        return after[0]
    unnamed = _UNNAMED.search(reading.text, verb.end(), sentence.end) if verb else None
    if unnamed:
        return _on_the_item(reading, passage, unnamed)
    meant = {e.iri: e for _, e in groups}
    return next(iter(meant.values())) if len(meant) == 1 else None


def _on_the_item(reading: Reading, passage: Passage, match: re.Match[str]) -> Entity | None:
    """Return the group that is called by the heading it is set up under."""
    section = reading.sections.get(passage.section)
    title = _HEADING.sub("", section.title, count=1).strip() if section and section.title[:1].isupper() else ""
    if not title or section.kind == "annex" or len(title) > _REACH:  # type: ignore[union-attr]
        return None
    entity = reading.draft("WorkingGroup", "workstream", f"{' '.join(match['words'].split())} on {title}", reading.evidence(passage, Span(*match.span())))
    reading.described.append((match.start(), entity))
    return entity


def _listed(reading: Reading, passage: Passage, span: Span, sentence: Span, target: Entity) -> None:
    """State the members of a list, in the sentence or on the lines below it."""
    if reading.text[span.start : span.end].strip(" :\n"):
        for part in _by_kind(reading, span):
            for one in listed(reading, part, passage=passage):
                state_listed(reading, passage, [one], "member", target, _item_start(reading, sentence, one.where.start))
    else:
        for below, line in lines_below(reading, passage, sentence.end, lambda line: listed(reading, _after_kind(reading, line))):
            state_listed(reading, below, listed(reading, _after_kind(reading, line)), "member", target, line.start)


def _item_start(reading: Reading, sentence: Span, position: int) -> int:
    """Return where what is said of a member begins: on the line of its own that "(a)" or a bullet begins, or with the sentence."""
    start = reading.text.rfind("\n", sentence.start, position) + 1
    return start if start and _ITEM.match(reading.text, start, position + 1) else sentence.start


def _after_kind(reading: Reading, line: Span) -> Span:
    """Return a line of a list without the kind of the members on it: "*Governments:* A, B"."""
    kind = _LINE_KIND.match(reading.text, line.start, line.end)
    return Span(kind.end(), line.end) if kind else line


def _by_kind(reading: Reading, span: Span) -> Iterator[Span]:
    """Yield the parts of a list that has the kinds of members in it: "*Parties:* A, B; *Organizations:* C"."""
    start = span.start
    for match in _KIND.finditer(reading.text, max(0, span.start - 1), span.end):
        if match.start() > start:
            yield Span(start, match.start())
        start = match.end()
        if match["kind"].lower().startswith("observer"):
            start = min(p for p in (reading.text.find(";", start, span.end), span.end) if p >= 0)
    if start < span.end:
        yield Span(start, span.end)


def _in_brackets(reading: Reading, passage: Passage, sentence: Span) -> None:
    """State "the task force on ponds (*lead: UNEP; members: FAO, WHO*) met"."""
    for match in (m for pattern in (_IN_BRACKETS, _WITH_LEADERS) for m in pattern.finditer(reading.text, sentence.start, sentence.end)):
        near = Span(sentence.start, match.start())
        groups = [(w, e) for w, e in _groups(reading, passage, near) if not reading.text[w.end : match.start()].strip()]
        if not groups or UNSURE.search(match[0]):
            continue
        starts = [(match.start("label"), match["label"], match.start("rest"))]
        starts += [(m.start("label"), m["label"], m.end()) for m in _NEXT.finditer(reading.text, *match.span("rest"))]
        for number, (_, label, begin) in enumerate(starts):
            end = starts[number + 1][0] if number + 1 < len(starts) else match.end("rest")
            state_listed(reading, passage, listed(reading, Span(begin, end)), role_of_label(label), groups[0][1], groups[0][0].start, co=label.lower().startswith("co"))
