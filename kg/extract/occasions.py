"""Which meeting somebody took part in: the one named beside the verb, what the sentences before are about, or the one reported on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.own_meeting import ANOTHER, FIRST, LIKE_MEETING, NOUN, OF_ALL, THE_NOUN, own_meeting
from kg.extract.reading import AGENTS, BODIES, EVENTS, GROUPS
from kg.extract.ways import groups_in_words
from kg.extract.works import works_in_words
from kg.model import Entity, Role, Span
from kg.namespaces import slug
from kg.text import ORDINAL, ordinal, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.reading import Reading
    from kg.model import IRI, Passage

_TALKS = r"(?:(?:general\s+|ensuing\s+|subsequent\s+|interactive\s+)?(?:discussions?|debates?|exchanges?(?:\s+of\s+views)?|deliberations?))"
THE_MEETING = rf"(?:the|this|that|its|their|an?|both|all|these|those)\s+(?:[\w’'-]+\s+){{0,5}}?(?:(?i:{NOUN})|{_TALKS})\b"
_OBJECT = re.compile(rf"\s+(?:(?:in|at|for)\s+)?(?:(?:(?:this|that|the|an?)\s+(?:[\w-]+\s+)?)?(?:part|days?)\s+of\s+)?(?P<whole>(?P<which>the|this|that|its|their|an?|both|all|these|those)\s+(?P<more>(?:[\w’'-]+\s+){{0,5}}?)(?P<noun>(?i:{NOUN})|{_TALKS})\b)")
_TO_A_NAME = re.compile(r"\s+(?:(?:in|at|for)\s+)?(?:(?:the|this|its)\s+)?")
_WITH = re.compile(
    r"\b(?:[Aa]n?|[Tt]he)\s+(?P<name>(?:[\w-]+\s+){0,2}(?:meeting|session|dialogue|consultation|round\s?table|event|briefing|seminar|workshop)\s+(?:with|between|among)\s+(?:the\s+)?\w[^,;.:()\n]{2,80}?)"
    r"(?=[,;.:]|\s+(?:was|were|is|took|takes|held|on\s+(?:the\s+)?(?:\d|\w+\s+day)|in\s+(?:\w+\s+)?\d|moderated|facilitated|chaired|attended|organized|hosted|at\s+which|which)\b)"
)
_ANNOUNCED = re.compile(r"\s+(?:was|were|had\s+been)\s+announced\b")
_MET = re.compile(r",?\s+which\s+(?:had\s+)?met\b[^;]{0,80}\Z")
_HELD = re.compile(r"\b(?:(?:was|were)\s+(?:also\s+)?(?:held|convened)|took\s+place)\b")
_IT = re.compile(r"(?:It|They|Participants)\s")
_PART = re.compile(r"(?:morning|afternoon|opening|closing|evening|technical|plenary)\s+(?:session|ceremony|segment)\b", re.IGNORECASE)
_TO_COME = re.compile(r"(?:The|An?|Its)\s[^.;:,]{3,120}?\s(?:will|shall|is\s+to)\s+(?:also\s+)?(?:be|take)\b")
"""A meeting that is still to come is not the one that somebody attended."""
_AND_IT = re.compile(r"(?:and\s+)?(?:it|which)\s")
_KINDS = EVENTS | {"ConsultativeProcess", "DialogueSeries"}
_TALK = re.compile(_TALKS)
_ORDINALS = re.compile(rf"\b(?:{ORDINAL})\b", re.IGNORECASE)
_NTH_BEFORE = re.compile(rf"\b(?P<ordinal>{ORDINAL})\s+(?:(?!of\b)[\w-]+\s+){{0,3}}\Z", re.IGNORECASE)
_LONGEST_NTH = 80
_BARE = re.compile(rf"(?:{ORDINAL}\s+)?(?:meeting|session|plenary)", re.IGNORECASE)
_OPENINGS = re.compile(r"\b(?:kick-?off|launch(?:ing)?|inception|stakeholders?[’']?|partners[’']?|consultation|consultative|validation)\b", re.IGNORECASE)
_GATHERING = re.compile(r"\b(?:inaugural|ministerial|preparatory|technical|expert|regional|joint|annual|planning|coordination|steering)\b", re.IGNORECASE)
"""Words that make a meeting another one than that which is reported on; and those that do where none is."""
_SITTINGS = frozenset({"session", "plenary", "segment", "sessions", "segments"})
_BY_NUMBER = re.compile(r"[Ww]orking\s+[Gg]roup\s+(?:[IVX]+|\d+)\b")
_ITS_SITTING = re.compile(rf"\b[Aa]t\s+(?:its|the)\s+(?P<ordinal>{ORDINAL})\s+(?:meeting|session)\b(?!\s+of\s+the\s+(?:meeting|session|conference)\b)", re.IGNORECASE)
_A_PART = re.compile(
    r"\b(?:[Oo]n|[Dd]uring|[Ff]or)\s+(?:the|its|their|each|one|part\s+of)\s+(?:(?:first|second|third|fourth|fifth|last|final|opening|closing|remaining|following|same|next)\s+(?:and\s+\w+\s+)?(?:days?|part|half|morning|afternoon|hours?)\b|remainder\b|rest\b|meeting\Z)"
    r"|\b(?:[Ii]n|[Dd]uring|[Oo]wing\s+to|[Dd]ue\s+to)\s+(?:the|his|her)\s+(?:temporary\s+)?absence\b|\b(?:[Ii]n|[Dd]uring)\s+the\s+(?:morning|afternoon)\b|\b[Ff]or\s+(?:part|some)\s+of\b|\b[Tt]emporarily\b"
)
_DURING = re.compile(r"\b(?:took\s+place|(?:was|were)\s+(?:held|launched|signed|announced|presented|opened))\s+(?:\w+\s+)?(?:during|at)\s+(?:the\s+)?(?:\w+\s+)?\Z")
_OF_A_MEETING = re.compile(r"(?:high-level|ministerial|opening|closing|preparatory|technical|general|joint)\s+")
"""Part of the meeting that is reported on: "the *high-level* segment"."""
_WHICH = re.compile(r"(?:,(?:\s+(?:which|and|that))?|\s+and)\s+(?:(?:was|were|had|has|also|been|jointly|well)\s+)*\Z")
_NEAR = 400
_NUMBERED = re.compile(rf"[Tt]he\s+(?P<ordinal>{ORDINAL})\s+(?P<noun>session|meeting|edition|round|workshop)\s+of\s+the\s+(?P<head>(?-i:[A-Z][a-z]+))\b(?!\s+(?:of|on|for)\b|\s+(?-i:[A-Z]))", re.IGNORECASE)
_HELD_ITS = re.compile(rf"\b(?:held|convened|organized|conducted)\s+(?:its|their)\s+(?P<what>(?!(?:first|second|third|\w+th)\s+(?:meeting|session)\b)(?:[\w-]+\s+){{1,4}}?(?P<noun>{NOUN}))\b")
_JUST_AFTER = re.compile(r"(?:\s*\([^()]{2,40}\))?\s+(?:(?:had|has|also|then|recently|successfully|jointly)\s+)*")
_BACK = 4
"""So many sentences before may have said which meeting is spoken of."""


def says_part(text: str, sentence: Span) -> bool:
    """Tell "*On the second day*, the meeting was chaired by A": who chairs a part is not the chair of the whole.

    >>> said = "In the absence of the Chair, the meeting was chaired by Ms. Water."
    >>> says_part(said, Span(0, len(said)))
    True
    """
    return _A_PART.search(text, sentence.start, sentence.end) is not None


def is_of_own_number(text: str, home: Entity, start: int, at: int) -> bool:
    """Tell whether a number before a noun makes it the meeting that is reported on: "the *ninth* intergovernmental meeting" in the report of the ninth."""
    nth = _NTH_BEFORE.search(text, max(start, at - _LONGEST_NTH), at)
    return nth is not None and ordinal(nth["ordinal"]) in {ordinal(m[0]) for m in _ORDINALS.finditer(home.label)}


def held_its(reading: Reading, passage: Passage, sentence: Span, noun: str) -> Entity | None:
    """Return the meeting that a sentence before told of: "The Pond Network *held its yearly workshop* in Bern"."""
    for other in reversed([s for s in sentences(reading.text, passage.body) if s.start < sentence.start][-_BACK:]):
        held = _HELD_ITS.search(reading.text, other.start, other.end)
        if held is None or noun.lower() not in {"", held["noun"].lower()}:
            continue
        named = reading.named(Span(other.start, held.start()), GROUPS | BODIES | AGENTS | {"InterAgencyMechanism"})
        who = next((e for w, e in reversed(named) if _JUST_AFTER.fullmatch(reading.text, w.end, held.start())), None)
        if who is None or reading.named(Span(*held.span("what")), EVENTS):
            return None
        what = " ".join(held["what"].split())
        return reading.draft("Event", "event", f"{what[0].upper()}{what[1:]} of the {who.label}", reading.evidence(passage, Span(*held.span("what"))))
    return None


class Occasions:
    """The meetings that the sentences of a document speak of."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._own = own_meeting(reading)
        self.own: IRI = self._own.iri if self._own else ""
        self.recent: dict[str, IRI] = {}
        self._found: dict[Span, list[tuple[Span, Entity]]] = {}

    def named(self, passage: Passage, sentence: Span) -> list[tuple[Span, Entity]]:
        """Return the meetings that a sentence names or describes, in reading order."""
        if sentence not in self._found:
            named = self.reading.named(sentence, EVENTS)
            named = [(w, e) for w, e in named if not any(o.covers(w) and o != w for o, _ in named)]
            described = [(w, e) for w, e in groups_in_words(self.reading, passage, sentence) if e.kind in _KINDS]
            works = ((w, e) for w, _, e in works_in_words(self.reading, passage, sentence) if e.kind == "Event" and not _PART.match(e.label))
            described += [(w, e) for w, e in works if not any(w.start < o.end and o.start < w.end for o, _ in (*named, *described))]
            self._found[sentence] = sorted([*named, *described, *self._with(passage, sentence)], key=lambda pair: (pair[0].start, -pair[0].end))
        return self._found[sentence]

    def _with(self, passage: Passage, sentence: Span) -> Iterator[tuple[Span, Entity]]:
        """ "A consultation with civil society took place": at the meeting that is reported on."""
        own = self._own
        for match in _WITH.finditer(self.reading.text, sentence.start, sentence.end) if self.reading.says(sentence, " with ", " between ", " among ") else ():
            span = Span(*match.span("name"))
            name = " ".join(match["name"].split())
            yield span, self.reading.draft("Event", "event", f"{name[0].upper()}{name[1:]} at the {own.label}" if own else name, self.reading.evidence(passage, span))

    def at(self, passage: Passage, sentence: Span, start: int) -> tuple[int, IRI] | None:
        """Return where "the Pond Workshop" ends that stands at a position and which meeting it means, "" where nobody knows; or None."""
        gap = _TO_A_NAME.match(self.reading.text, start, sentence.end)
        named = next(((w, e) for w, e in self.named(passage, sentence) if gap and start < w.start <= gap.end() <= w.end), None)
        match = _OBJECT.match(self.reading.text, start, sentence.end)
        if named and (match is None or match.start("noun") <= named[0].end):
            return named[0].end, self.meant(named[1], passage, sentence)
        return (match.end(), self._short(match, passage, sentence)) if match else None

    def just_before(self, passage: Passage, sentence: Span, end: int) -> IRI:
        """Return the last meeting that a sentence names before a position: "*the workshop on ponds*, in which Chad participated"."""
        named = [e for w, e in self.named(passage, sentence) if w.end <= end]
        return self.reading.keep(named[-1]) if named else ""

    def meant(self, entity: Entity, passage: Passage, sentence: Span) -> IRI:
        """Prefer what the sentences before or the report are about to what "the meeting" may mean."""
        if entity.iri not in self.reading.entities and self.own and _BARE.fullmatch(entity.label):
            _, before = self.before(passage, sentence)
            return self.reading.keep(before) if before else self.own
        return self.reading.keep(entity)

    def subject(self, passage: Passage, clause: Span) -> IRI:
        """Return the meeting that the words before a verb are about: "*The workshop*, held in Bern, was attended by …"."""
        sentence = self.reading.sentence(passage, clause.start)
        named = [(w, e) for w, e in self.named(passage, sentence) if clause.start <= w.start and w.end <= clause.end]
        first = next((e for w, e in named if FIRST.fullmatch(self.reading.text, clause.start, w.start) or w.start == clause.start), None)
        match = THE_NOUN.match(self.reading.text, clause.start, clause.end)
        if match and (first is None or match["noun"].lower() in LIKE_MEETING):
            before = self.before(passage, sentence)[1]
            if first is None:
                said = "" if match["more"] or self._own else self._told(passage, clause, match["noun"].lower())
                return self._short(match, passage, sentence) or said or self._kept(self._numbered(match, passage, clause) or self._called_before(match, passage, sentence) or held_its(self.reading, passage, sentence, match["noun"]) or self._unnamed(match, passage))
            if not match["more"] and (self.own or before):
                return self.reading.keep(before) if before else self.own
        met = _MET.search(self.reading.text, clause.start, clause.end) if first is None else None
        group = next((e for w, e in (*self.reading.named(clause, GROUPS | BODIES), *groups_in_words(self.reading, passage, sentence)) if met and w.end == met.start()), None)
        if met and group:
            return self.reading.keep(self.reading.draft("Event", "event", f"Meeting of the {group.label}", self.reading.evidence(passage, Span(*met.span()))))
        told = self._told(passage, clause, "") if first is None and _WHICH.search(self.reading.text, *clause) else ""
        if told:
            return told
        if first is None and clause.start > sentence.start and _AND_IT.match(self.reading.text, clause.start, clause.end):
            first = next((e for w, e in reversed(self.named(passage, sentence)) if w.end <= clause.start and e.iri != self.own), None)
        if first is None and named and not re.search(rf"\b{NOUN}\b", self.reading.text[named[-1][0].end : clause.end]):
            first = named[-1][1]
        return self.reading.keep(first) if first else self.context(passage, sentence) if _IT.match(self.reading.text, clause.start) else ""

    def _told(self, passage: Passage, clause: Span, noun: str) -> IRI:
        """Return the one event that a paragraph has said something of just before: "the workshop hosted by Chad, *which* was attended by …"."""
        said = [r for r in self.reading.said_in(passage.id) if isinstance(r, Role) and r.role != "participant" and r.evidence.span.end <= clause.end and clause.end - r.evidence.span.start < _NEAR]
        targets = {r.target for r in said if (e := self.reading.entities.get(r.target)) and e.kind in _KINDS and r.target != self.own and noun in e.label.lower()}
        shortest = min(targets, key=lambda iri: len(self.reading.entities[iri].label), default="")
        return shortest if all(self.reading.entities[iri].label.startswith(self.reading.entities[shortest].label) for iri in targets) else ""

    def _numbered(self, match: re.Match[str], passage: Passage, clause: Span) -> Entity | None:
        """ "The Regional Dialogue on Ponds is old. *The third session of the Dialogue* was held in Bern." """
        whole = _NUMBERED.match(self.reading.text, match.start("which"), clause.end)
        earlier = [s for s in sentences(self.reading.text, passage.body) if s.end <= match.start("which")] if whole else []
        before = [pair for s in earlier for pair in (*self.reading.named(s, GROUPS | BODIES | {"Event"}), *groups_in_words(self.reading, passage, s))]
        meant = {e.iri: e for _, e in before if whole and whole["head"] in e.label.split()}
        if whole is None or len(meant) != 1:
            return None
        entity = next(iter(meant.values()))
        label = f"{whole['ordinal']} {whole['noun']} of the {entity.label}"
        return self.reading.draft("Event", "event", label, self.reading.evidence(passage, Span(*whole.span())))

    def context(self, passage: Passage, sentence: Span) -> IRI:
        """Return the meeting that the sentences before are about, or the one that is reported on."""
        spoken, before = self.before(passage, sentence)
        if before:
            return self.reading.keep(before)
        match = THE_NOUN.match(self.reading.text, sentence.start, sentence.end)
        held = None if self._own or (match and match["more"]) else held_its(self.reading, passage, sentence, match["noun"] if match else "")
        return self._kept(held) or self.recent.get(passage.id, "" if spoken else self.own)

    def of_clause(self, passage: Passage, sentence: Span, start: int) -> IRI:
        """Return the meeting that a sentence begins with, for a clause of it: "*The pond dialogue* took place; *FAO participated*"."""
        first = any(w.start < start and FIRST.fullmatch(self.reading.text, sentence.start, w.start) for w, _ in self.named(passage, sentence))
        begins = start > sentence.start and (first or THE_NOUN.match(self.reading.text, sentence.start, start))
        return self.subject(passage, Span(sentence.start, start)) if begins else self.context(passage, sentence)

    def _called_before(self, match: re.Match[str], passage: Passage, sentence: Span) -> Entity | None:
        """Return the one meeting of that kind that a paragraph has named before: "*the summit*"."""
        noun = match["noun"].lower()
        if match["more"] or noun in LIKE_MEETING or noun in _SITTINGS or self._own:
            return None
        before = {e.iri: e for s in sentences(self.reading.text, passage.body) if s.end <= sentence.start for _, e in self.named(passage, s) if noun in e.label.lower()}
        return next(iter(before.values())) if len(before) == 1 else None

    def _is_own(self, match: re.Match[str]) -> bool:
        """Tell whether "the *expert meeting*" is called as the one that is reported on."""
        return self._own is not None and match["more"] != "" and " ".join(f"{match['more']}{match['noun']}".lower().split()) in self._own.label.lower()

    def _kept(self, entity: Entity | None) -> IRI:
        return self.reading.keep(entity) if entity else ""

    def _unnamed(self, match: re.Match[str], passage: Passage) -> Entity | None:
        """ "The *kick-off meeting* was held in Bern": a meeting that has no name but its words, in this document alone."""
        own, noun, more = self._own, " ".join(match["noun"].lower().split()), " ".join(match["more"].split())
        if OF_ALL.fullmatch(match["more"]) and noun.split()[-1] not in LIKE_MEETING:
            called = list(re.finditer(rf"\b[Tt]he\s+(?P<more>[a-z][\w-]+)\s+{re.escape(noun)}\b", self.reading.text[: match.start()]))
            more = called[-1]["more"] if called else more
        if not more or noun in _SITTINGS or self._is_own(match) or ANOTHER.search(more) or OF_ALL.fullmatch(f"{more} "):
            return None
        if noun in LIKE_MEETING and not (_OPENINGS.search(more) if own else _OPENINGS.search(more) or _GATHERING.search(more)):
            return None
        if own and noun not in LIKE_MEETING and noun in own.label.lower():
            return None
        words = f"{more[0].upper()}{more[1:]} {noun}"
        evidence = self.reading.evidence(passage, Span(match.start("which"), match.end("noun")))
        if own:
            return self.reading.draft("Event", "event", f"{words} at the {own.label}", evidence)
        return self.reading.draft("Event", "event", words, evidence, tail=slug(f"{words} {self.reading.document.slug}"))

    def sitting(self, passage: Passage, sentence: Span) -> IRI:
        """Return the meeting of a working group that a paragraph is about: "Working Group I took up item 2 *at its 3rd meeting*"."""
        paragraphs = [p for p in self.reading.document.passages if p.section == passage.section and p.span.start <= passage.span.start and p.kind == passage.kind]
        for other in reversed(paragraphs[-_BACK:]):
            for clause in reversed([s for s in sentences(self.reading.text, other.body) if s.start < sentence.start]):
                sat = _ITS_SITTING.search(self.reading.text, clause.start, clause.end)
                if sat is None:
                    continue
                groups = [(w, e) for w, e in (*self.reading.named(clause, GROUPS), *groups_in_words(self.reading, other, clause)) if e.kind == "WorkingGroup"]
                first = next((e for w, e in groups if FIRST.fullmatch(self.reading.text, clause.start, w.start) or w.start == clause.start or (sat.end() <= w.start <= sat.end() + 40)), None)
                if first is None:
                    return ""
                label = f"{' '.join(sat['ordinal'].split())} meeting of {'' if _BY_NUMBER.match(first.label) else 'the '}{first.label}"
                return self.reading.keep(self.reading.draft("Event", "event", label, self.reading.evidence(other, Span(*sat.span()))))
        return ""

    def _short(self, match: re.Match[str], passage: Passage, sentence: Span) -> IRI:
        """Return what "the meeting", "that workshop", "the ensuing discussion" means."""
        noun = " ".join(match["noun"].lower().split())
        said = {e.iri: e for w, e in self.named(passage, sentence) if w.end <= match.start("which") and noun in e.label.lower()} if match["which"] == "the" and not match["more"] else {}
        if len(said) == 1:
            return self.reading.keep(next(iter(said.values())))
        spoken, before = self.before(passage, sentence)
        if before and noun.split()[-1] in before.label.lower():
            return self.reading.keep(before)
        if _TALK.fullmatch(noun):
            return self.own if not spoken else ""
        if self._is_own(match) or (noun in {"segment", "plenary"} and _OF_A_MEETING.fullmatch(match["more"])):
            return self.own
        if spoken or match["which"].lower() not in {"the", "this", "its"} or not OF_ALL.fullmatch(match["more"]):
            return ""
        own = self._own
        fits = own is not None and not _is_another(match["more"], noun, own) and (noun in own.label.lower() or (noun in LIKE_MEETING and own.kind in {"Meeting", "COPSession"}))
        return self.own if fits else self._only_told(noun) if own is None and not match["more"] else ""

    def _only_told(self, noun: str) -> IRI:
        """Return the only event of which something was said that is called so: "the forum", where a forum was hosted by somebody before."""
        roles = (s for s in self.reading.items if isinstance(s, Role))
        events = {r.target for r in roles if (e := self.reading.entities.get(r.target)) and e.kind == "Event" and noun in e.label.lower().split()}
        return next(iter(events)) if len(events) == 1 else ""

    def before(self, passage: Passage, sentence: Span) -> tuple[bool, Entity | None]:
        """Tell whether a sentence before begins with a meeting other than the one reported on, and return it where it is known."""
        earlier = [s for s in sentences(self.reading.text, passage.body) if s.end <= sentence.start]
        for other in reversed(earlier[-_BACK:]):
            if _IT.match(self.reading.text, other.start):
                continue
            named = self.named(passage, other)
            first = next((e for w, e in named if (FIRST.fullmatch(self.reading.text, other.start, w.start) or w.start == other.start) and not _ANNOUNCED.match(self.reading.text, w.end)), None)
            match = THE_NOUN.match(self.reading.text, other.start, other.end)
            if _TO_COME.match(self.reading.text, other.start, other.end):
                break
            there = [e for w, e in named if _DURING.search(self.reading.text, other.start, w.start)]
            launch = first is not None and first.label.lower().startswith("launch")
            if len(there) == 1 and (launch or (match is None and first is None)):
                return there[0].iri != self.own, there[0]
            if first is not None and not (match and self.own and _BARE.fullmatch(first.label)):
                return (False, None) if first.iri == self.own else (True, first)
            if match is None and _HELD.search(self.reading.text, other.start, other.end):
                return not any(e.iri == self.own for _, e in named), None
            if match:
                earlier_one = self._called_before(match, passage, other)
                if earlier_one:
                    return earlier_one.iri != self.own, earlier_one
                unnamed = self._unnamed(match, passage)
                own = self._is_own(match) or (self._own is not None and self._own.label.lower() == match["noun"].lower() and not match["more"]) or (self.own and OF_ALL.fullmatch(match["more"]) and match["noun"].lower() in LIKE_MEETING)
                return unnamed is not None or not own, unnamed
        return False, None


def _is_another(more: str, noun: str, own: Entity) -> bool:
    """Tell "the *first* Dialogue" in the report of the third."""
    nth = _ORDINALS.search(more) if noun not in LIKE_MEETING | _SITTINGS else None
    return nth is not None and ordinal(nth[0]) not in {ordinal(m[0]) for m in _ORDINALS.finditer(own.label)}
