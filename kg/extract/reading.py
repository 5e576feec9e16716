"""What the rules share while one document is read: look-ups at a span, and what was found."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from kg.extract.words import Words
from kg.model import Entity, Evidence, Role, Span, Statements
from kg.namespaces import BASE, last_part, slug, workstream_slug
from kg.text import NAME_OF_MANY, sentence_at, sentences, without_emphasis

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from kg.extract.words import Guarded
    from kg.model import IRI, Document, Doubt, Mentions, Passage, Section, Statement

GROUPS = frozenset(
    "Workstream IssueManagementGroup ConsultativeProcess TaskTeam WorkingGroup DialogueSeries Network".split()
)
AGENTS = frozenset("Organization Agency UNEntity Secretariat PartnerOrganization InterAgencyMechanism".split())
BODIES = frozenset("GoverningBody ConferenceOfTheParties".split())
EVENTS = frozenset("Event Meeting Segment COPSession".split())
PLANS = frozenset({"PolicyFramework", "Convention"})
TARGETS = GROUPS | EVENTS | PLANS | BODIES | {"InterAgencyMechanism", "Goal"}
"""What somebody can have a role in."""

_BRACKET = re.compile(r"\s*\((?P<acronym>[A-Za-z][A-Za-z-]{1,11})\)")
_GAP = re.compile(r"\)?\s*(?:,\s*(?:and\s+)?|and\s+|&\s*|\s)(?:the\s+)?\Z|\)?\s+and\s+(?:the\s+)?\Z")
_TASKED = re.compile(r"(?:(?:[A-Z][A-Za-z-]*[A-Z]|joint|technical|inter-?agency|ad\s+hoc|core|expert)\s+){0,3}task\s+(?:force|team)\b", re.IGNORECASE)
_MEETS = frozenset({"GoverningBody", "Meeting"})
_NTH_MEETING = re.compile(r"\A(?:the\s+)?(?:[\w-]+\s+){1,3}(?:meeting|session)\s+of\s+the\s+", re.IGNORECASE)
_COMMA_AND = re.compile(r",\s+and\s")
_ACTS = re.compile(r"(?:\s+(?:[a-z]+\s+)?office\s+(?:in|at)\s+[A-Z]\w+)?\s+(?:will|has|is|was|provides|hosts|serves|leads|acts|chairs|coordinates|supports|hopes|plans|intends|wishes|aims|offers|expects|prepares|manages|runs|maintains|convenes|facilitates|publishes|collects|assists|helps|organizes|heads|continues|attends|participates|contributes|joined|works|takes|acted|served|gave|spoke|took|led|said|(?!chaired|hosted|elected|appointed|facilitated|coordinated|moderated|named|called|based)[a-z]{3,}ed(?!\s+(?:by|as|in)\b))\s")
_PART_OF_NAME = re.compile(r" (?!Group\b|Secretariat\b)[A-Z][a-z]+\b| [A-Z]{2,6} (?:Network|Forum|Alliance|Platform|Association|Consortium|Constituency|Hub)\b|-[A-Z]{2,}\s+[A-Z]| (?:specialized|specialised|system|member|sister) (?:agenc|entit|organi|bod|funds?\b|programmes?\b)")
"""After an agent: "UN *Library*" is not the UN, "UN *specialized agencies*" neither, nor "GEF *CSO Network*" the GEF, nor "WHO*-WMO Joint Programme*" WHO."""
_PART_OF_BODY = re.compile(r"(?:\)|\s+\([A-Z][\w-]{1,12}\))?\s(?:[A-Z][\w-]+ ){0,4}(?:Body|Panel|Committee|Council|Bureau|Group|Board|Team|Subgroup|Sub-?[Cc]ommittee|Task Force|Coalition|Network|Branch|Unit|Division|Partnership)\b")
_ARTICLE = re.compile(r"\s*(?:the\s+|an?\s+|its\s+)?(?:work\s+of\s+(?:the\s+)?)?", re.IGNORECASE)
_NO_ARTICLE = frozenset("bcdefghjklmnopqrsuvxyzBCDEFGHJKLMNOPQRSUVXYZ")
"""Letters with which no article begins."""
_NOTE = re.compile(
    r"^[ \t]*[\[(*_]*(?:Notes?[*_]*[:.]?\s+)?[*_]*(?P<note>(?:[Tt]he|[Tt]his|[Tt]hese)\s+(?:(?:present|following|above|attached|annexed|draft|text|document|paper|decision|recommendation|resolution|elements)\s+)[^\n]*(?:\n(?!\s*\n)[^\n]+)*\.)(?=[\])*_]*\s*$)", re.MULTILINE
)
_LONGEST_TOP = 3000
LONGEST_LIST = 60
"""So many are named together at most where somebody has an office or hosts; a longer list is one of participants."""


class Reading:
    """A document, its mentions, and what the rules have stated so far."""

    def __init__(self, document: Document, mentions: Mentions) -> None:
        self.document = document
        self.mentions = mentions
        self.printed = document.source.text
        self.text = without_emphasis(self.printed)
        self.entities: dict[IRI, Entity] = dict(mentions.entities)
        self.drafts: dict[IRI, Entity] = {}
        self.described: list[tuple[int, Entity]] = []
        self.caught_up = 0
        self.items: list[Statement] = []
        self._said: defaultdict[str, list[Statement]] = defaultdict(list)
        self.doubts: list[Doubt] = list(mentions.doubts)
        self.meeting: IRI = ""
        self.chair: IRI = ""
        self.sections: dict[str, Section] = {s.id: s for s in document.sections}
        self._sentences: dict[Span, tuple[Span, ...]] = {}
        self._words_in: dict[Span, frozenset[int]] = {}
        self._worded: dict[tuple[str, ...], list[tuple[Passage, Span, frozenset[int]]]] = {}
        self._secretariats: dict[IRI, Entity | None] = {}
        self.only_ones: dict[str, Entity | None] = {}
        self._named: dict[Span, list[tuple[Span, Entity]]] = {}
        self._pairs = [(mention.span, self.entities[mention.entity]) for mention in mentions.items]

    @property
    def document_iri(self) -> IRI:
        """The IRI of the document that is read."""
        return f"{BASE}document/{self.document.slug}"

    # -- what is read ----------------------------------------------------------------------

    @cached_property
    def paragraphs(self) -> tuple[Passage, ...]:
        """The passages in which prose stands: paragraphs and unnumbered text."""
        return tuple(p for p in self.document.passages if p.kind in {"paragraph", "unnumbered"})

    @cached_property
    def titles(self) -> list[Passage]:
        """Where a document says at its top what it is."""
        return [p for p in self.document.passages[:3] if p.kind in {"header", "heading"}]

    @cached_property
    def top(self) -> Span:
        """What stands above the text: the title with the lines around it."""
        passages = self.document.passages
        first = next((p.span.start for p in passages if p.kind not in {"header", "heading"}), 0)
        heading = next((p.span.end for p in passages if p.kind in {"header", "heading"}), 0)
        return Span(0, min(first, heading, _LONGEST_TOP))

    @cached_property
    def actions(self) -> tuple[Passage, ...]:
        """The action items, nested ones after the item they stand in."""
        return tuple(p for p in self.document.passages if p.kind == "action")

    @cached_property
    def notes(self) -> tuple[Passage, ...]:
        """What a header says in prose of how a text came about: "Note: This text is the outcome of the contact group on ponds, co-chaired by …"."""
        headers = (p for p in self.document.passages[:3] if p.kind == "header")
        return tuple(replace(p, kind="note", body=Span(*match.span("note"))) for p in headers for match in _NOTE.finditer(self.text, *p.span))

    def sentences(self, *kinds: str) -> Iterator[tuple[Passage, Span]]:
        """Yield every sentence of the passages of some kinds (prose where none is named)."""
        wanted = kinds or ("paragraph", "unnumbered")
        for passage in (*self.notes, *self.document.passages) if "note" in wanted else self.document.passages:
            if passage.kind in wanted:
                for span in self.sentences_of(passage):
                    yield passage, span

    def sentences_of(self, passage: Passage) -> tuple[Span, ...]:
        """Return the sentences of a passage."""
        if passage.body not in self._sentences:
            self._sentences[passage.body] = tuple(sentences(self.text, passage.body))
        return self._sentences[passage.body]

    def saying(self, words: frozenset[int], *kinds: str) -> list[tuple[Passage, Span]]:
        """Return the sentences, of the passages of some kinds, that hold one of some words."""
        if kinds not in self._worded:
            self._worded[kinds] = [(passage, span, self._words_of(span)) for passage, span in self.sentences(*kinds)]
        return [(passage, span) for passage, span, said in self._worded[kinds] if not words.isdisjoint(said)]

    def holds(self, span: Span, words: frozenset[int]) -> bool:
        """Tell whether one of some words stands in a span."""
        return not words.isdisjoint(self._words_of(span))

    def matches(self, pattern: Guarded, span: Span) -> Iterable[re.Match[str]]:
        """Return where a pattern matches in a span; nowhere, at little cost, where a word that it needs is not said."""
        return pattern.pattern.finditer(self.text, *span) if pattern.may_match(self._words_of(span)) else ()

    def begins(self, pattern: Guarded, span: Span) -> re.Match[str] | None:
        """Return what a pattern matches at the beginning of a span, looked for only where the words that it needs are said."""
        return pattern.pattern.match(self.text, *span) if pattern.may_match(self._words_of(span)) else None

    def may_match(self, pattern: Guarded, span: Span) -> bool:
        """Tell whether a span holds the words without which a pattern matches nothing."""
        return pattern.may_match(self._words_of(span))

    def _words_of(self, span: Span) -> frozenset[int]:
        said = self._words_in.get(span)
        if said is None:
            said = self._words_in[span] = self._words.within(span)
        return said

    @cached_property
    def _words(self) -> Words:
        return Words(self.text)

    def says(self, span: Span, *words: str) -> bool:
        """Tell whether one of some words stands in a span as it is written: cheaper than a pattern."""
        said = self.text[span.start : span.end]
        for word in words:  # noqa: SIM110 - any() costs as much as the whole rest
            if word in said:
                return True
        return False

    def sentence(self, passage: Passage, position: int) -> Span:
        """Return the sentence of a passage at a position."""
        return next((span for span in self.sentences_of(passage) if position < span.end), passage.body)

    def opens(self, passage: Passage, sentence: Span) -> bool:
        """Tell whether a sentence, or a part of one, is the first of its passage, marks of emphasis apart."""
        first = self.sentences_of(passage)[:1]
        return not first or sentence.start <= first[0].start

    def sentence_before(self, passage: Passage, position: int) -> Span:
        """Return the last sentence of a passage that begins before a position; the first, where none does."""
        return next((span for span in reversed(self.sentences_of(passage)) if span.start < position), self.sentence(passage, passage.body.start))

    def in_section(self, section: str) -> list[Passage]:
        """Return the passages of a section."""
        return self._by_section[section]

    @cached_property
    def _by_section(self) -> dict[str, list[Passage]]:
        found: dict[str, list[Passage]] = {}
        for passage in self.document.passages:
            found.setdefault(passage.section, []).append(passage)
        return found

    @cached_property
    def _section_starts(self) -> dict[str, int]:
        return {p.section: p.span.start for p in reversed(self.document.passages)}

    def section_start(self, passage: Passage) -> int:
        """Return where the first passage of the section of a passage begins."""
        return self._section_starts[passage.section]

    def sentence_in(self, within: Span, position: int) -> Span:
        """Return the sentence of a part of the text at a position."""
        return sentence_at(self.text, within, position)

    # -- what is named ---------------------------------------------------------------------

    def named(self, span: Span, kinds: Collection[str] = ()) -> list[tuple[Span, Entity]]:
        """Return the entities of some kinds named inside a span, in reading order."""
        found = self._named.get(span)
        if found is None:
            first, last = bisect_left(self.mentions.starts, span.start), bisect_left(self.mentions.starts, span.end)
            found = self._named[span] = [pair for pair in self._pairs[first:last] if pair[0].end <= span.end]
        return self._of_kinds(found, kinds) if found else []

    def _of_kinds(self, found: Sequence[tuple[Span, Entity]], kinds: Collection[str]) -> list[tuple[Span, Entity]]:
        if not kinds:
            return [*found]
        if self._names_treaties and "Convention" in [entity.kind for _, entity in found] and AGENTS.issubset(kinds) and EVENTS.isdisjoint(kinds):
            return [pair for one in found for pair in (self._acting(one) if one[1].kind == "Convention" else (one,)) if pair[1].kind in kinds]
        return [pair for pair in found if pair[1].kind in kinds]

    @cached_property
    def _names_treaties(self) -> bool:
        """Whether a treaty is named by one word somewhere, its acronym or the place it was signed in."""
        return any(entity.kind == "Convention" and " " not in where.of(self.text) for where, entity in self._pairs)

    def _acting(self, named: tuple[Span, Entity]) -> Iterator[tuple[Span, Entity]]:
        """Yield a treaty, and who may act for it: the one word that names it also means its secretariat."""
        where, entity = named
        yield named
        secretariat = self.secretariat_of(entity.iri) if " " not in where.of(self.text) else None
        if secretariat:
            yield where, secretariat

    def at(self, start: int, end: int, kinds: Collection[str] = (), *, article: bool = True) -> tuple[Span, Entity] | None:
        """Return the longest entity named exactly from a position on (after an article), a group before a plan."""
        if article and self.text[start : start + 1] not in _NO_ARTICLE:
            start = _ARTICLE.match(self.text, start, max(start, end)).end()  # type: ignore[union-attr]
        first, last = (bisect_left(self.mentions.starts, position) for position in (start, start + 1))
        found = self._of_kinds([pair for pair in self._pairs[first:last] if pair[0].end <= end], kinds)
        return min(found, key=lambda pair: (-pair[0].end, pair[1].kind not in GROUPS), default=None)

    def before(self, end: int, start: int, kinds: Collection[str] = ()) -> tuple[Span, Entity] | None:
        """Return the entity whose name ends exactly at a position (blanks apart)."""
        found = [p for p in self.named(Span(start, max(start, end)), kinds) if not self.text[p[0].end : end].strip()]
        return found[0] if found else None

    def is_part(self, end: int) -> bool:
        """Tell whether a name goes on after a position, and is then that of a part or of another: "the EMG *Peer Review Body*"."""
        return _PART_OF_BODY.match(self.text, end) is not None

    def past_acronym(self, named: tuple[Span, Entity], start: int) -> int:
        """Return where a name ends, the bracket included in "the Environment Programme (*UNEP*) serves as …"."""
        where, entity = named
        opened = self.text[start : where.start].rstrip().endswith("(") and self.text[where.end : where.end + 1] == ")"
        first = self.before(self.text.rfind("(", start, where.start), start, {entity.kind}) if opened else None
        return where.end + 1 if first and first[1].iri == entity.iri else where.end

    def agents_from(self, start: int, end: int, kinds: Collection[str] = AGENTS) -> list[tuple[Span, Entity]]:
        """Return the agents of a list "A, B and C" that begins at a position."""
        first = self.at(start, end, kinds)
        found: list[tuple[Span, Entity]] = []
        while first and not _PART_OF_NAME.match(self.text, first[0].end, end) and not self._names_a_group(first[0], kinds):
            found.append(first)
            position = first[0].end
            bracket = _BRACKET.match(self.text, position, end)
            position = bracket.end() if bracket and any(e.iri == first[1].iri for _, e in self.named(Span(*bracket.span("acronym")))) else position
            later = self.named(Span(position, max(position, end)), kinds)
            first = later[0] if later and _GAP.match(self.text[position : later[0][0].start]) else None
            first = None if first and len(found) == 1 and begins_clause(self.text, position, first[0].end) else first
        return found

    def _names_a_group(self, where: Span, kinds: Collection[str]) -> bool:
        """Tell whether a name only begins that of a group, which is nobody of the kinds: "*IUCN* Eel Specialist Group"."""
        first = bisect_left(self.mentions.starts, where.start)
        same = itertools.takewhile(lambda pair: pair[0].start == where.start, self._pairs[first:])
        return any(other.end > where.end and entity.kind in GROUPS - set(kinds) for other, entity in same)

    def agents_until(self, end: int, start: int, kinds: Collection[str] = AGENTS) -> list[tuple[Span, Entity]]:
        """Return the agents of a list that ends at a position: the subject before a verb."""
        found: list[tuple[Span, Entity]] = []
        last = self.before(end, start, kinds)
        while last:
            found.insert(0, last)
            position = last[0].start
            if self.text[start:position].endswith("("):
                whole = self.before(position - 1, start, kinds)
                position = whole[0].start if whole and whole[1].iri == last[1].iri else position
            earlier = self.named(Span(start, max(start, position)), kinds)
            nearest = max(earlier, key=lambda pair: (pair[0].end, -pair[0].start), default=None)
            last = nearest if nearest and _GAP.match(self.text[nearest[0].end : position]) else None
        return found

    def bodies(self, span: Span) -> list[Entity]:
        """Return the bodies that take decisions named in a span, also those of which only a session is named."""
        found = self.named(span, BODIES | {"Meeting", "COPSession"})
        meant = (self.entities.get(next((target for name, target in e.links if name == "sessionOf"), e.iri)) for _, e in found)
        return [body for body in meant if body and body.kind in BODIES]

    def topic(self, passage: Passage) -> IRI:
        """Return the workstream that the section of a passage is about, or an empty string."""
        return self.mentions.topics.get(passage.section, "")

    def secretariat_of(self, iri: IRI) -> Entity | None:
        """Return the secretariat that serves a convention or a mechanism, or None."""
        if iri not in self._secretariats:
            self._secretariats[iri] = next((e for e in self.entities.values() if e.kind == "Secretariat" and ("serves", iri) in e.links), None)
        return self._secretariats[iri]

    def holder(self, iri: IRI | None) -> IRI | None:
        """Return the group that a mere line of work ("three major workstreams: …") belongs to."""
        entity = self.entities.get(iri or "")
        if entity and entity.kind == "Workstream":
            return next((target for name, target in entity.links if name == "partOf"), iri)
        return iri

    def clause_start(self, sentence: Span, position: int) -> int:
        """Return where the clause begins that holds a position of a sentence."""
        before = self.text[sentence.start : position]
        cut = [m.end() for m in re.finditer(r"[:;]\s+|,?\s+that\s+|\band\s+it\s+was\s+noted\s+that\s+", before)]
        return sentence.start + (cut[-1] if cut else 0)

    # -- what is stated --------------------------------------------------------------------

    def evidence(self, passage: Passage, span: Span) -> Evidence:
        """Return the evidence for a span of a passage."""
        return Evidence(passage.id, span)

    def state(self, *statements: Statement) -> None:
        """Keep statements; nobody has a role in themselves."""
        for statement in statements:
            if not (isinstance(statement, Role) and statement.agent == statement.target):
                self.items.append(statement)
                self._said[statement.evidence.passage].append(statement)

    def said_in(self, passage: str) -> Sequence[Statement]:
        """Return what has been stated so far with evidence in a passage."""
        return self._said.get(passage, ())

    def mint(self, kind: str, folder: str, label: str, evidence: Evidence, *, tail: str = "") -> IRI:
        """Return the IRI of a thing that a statement introduces, made at its first evidence."""
        label = " ".join(label.split())
        iri = f"{BASE}{folder}/{last_part(tail or self._name_of(kind, label))}"
        if iri not in self.entities:
            self.entities[iri] = Entity(iri, _kind_of(kind, label), label, names=(label,), evidence=evidence)
        return iri

    def draft(self, kind: str, folder: str, label: str, evidence: Evidence, *, tail: str = "") -> Entity:
        """Return a thing that words describe, without making it known: whoever states something of it does (`keep`)."""
        label = " ".join(label.split())
        iri = f"{BASE}{folder}/{last_part(tail or self._name_of(kind, label))}"
        known = self.entities.get(iri) or self.drafts.get(iri)
        if known is None:
            known = self.drafts[iri] = Entity(iri, _kind_of(kind, label), label, names=(label,), evidence=evidence)
        return known

    def _name_of(self, kind: str, label: str) -> str:
        """Return the part of an IRI that stands for a name: groups have one for all their spellings, a name that many have is that of this document only."""
        of_many = kind in _MEETS and NAME_OF_MANY.fullmatch(_NTH_MEETING.sub("", label))
        return slug(f"{label} {self.document.slug}") if of_many else workstream_slug(label) if kind in GROUPS else slug(label)

    def keep(self, entity: Entity) -> IRI:
        """Make a draft known."""
        return self.entities.setdefault(entity.iri, entity).iri

    def statements(self) -> Statements:
        """Freeze what was found, in reading order and without repetitions."""
        ordered = sorted(dict.fromkeys(self.items), key=lambda item: (item.evidence.span.start, item.evidence.span.end))
        return Statements(tuple(ordered), self.entities, tuple(dict.fromkeys(self.doubts)))


def _kind_of(kind: str, label: str) -> str:
    """Return the kind of a thing; a task force is one whatever rule found it, in this document or another."""
    return "TaskTeam" if kind == "WorkingGroup" and _TASKED.match(label) else kind


_UNSURE = re.compile(
    r"\b(?:(?:[Pp]ropos|[Ss]uggest|[Rr]ecommend|[Nn]omin(?:at|ee)|[Ii]nvit|[Rr]equest|[Ee]ncourag|[Cc]onsider|[Oo]ffer|[Pp]ossib|[Pp]otential)\w*|[Cc]all(?:s|ed)?\s+(?:up)?on|"
    r"could|would|should|might|may|whether|[Ii]f|not|no\s+longer|[Ff]ormer(?:ly)?)\b"
)


def begins_clause(text: str, end: int, other: int) -> bool:
    """Tell ", and UNEP provides …" after one name: the other one does something itself, and is no second of a list.

    >>> text = "led by FAO, and WHO provides its secretariat"
    >>> begins_clause(text, text.index(","), text.index(" provides"))
    True
    """
    return _COMMA_AND.match(text, end) is not None and _ACTS.match(text, other) is not None


def is_unsure(reading: Reading, sentence: Span, position: int) -> bool:
    """Tell whether the words of a sentence before a position propose, ask for, deny or doubt what follows."""
    return bool(_UNSURE.search(reading.text, sentence.start, position))


_UNTIL = re.compile(r"(?:\s*\([^()]{1,40}\))?\s+(?:until|till|up\s+to)\s+(?!now\b|today\b)")
_FROM_TO = re.compile(r"(?:\s*\([^()]{1,40}\))?,?\s+(?:from|between)\s+(?:\w+\s+)?\d{4}\s+(?:to|and|until)\s+(?:\w+\s+)?\d{4}\b")
_IN_THE_PAST = re.compile(r"(?:\s*\([^()]{1,40}\))?,?\s+(?:in|during|for|over|throughout)\s+(?:the|its|their)\s+(?:past|previous|last|preceding)\s+(?:[a-z-]+\s+)?(?:biennium|triennium|period|term|year|years|decade|quadrennium)\b|(?:\s*\([^()]{1,40}\))?,?\s+and\s+(?:ended|expired|closed|came\s+to\s+an\s+end|was\s+(?:completed|concluded|closed|wound\s+up|dissolved|discontinued))\s+in\s+(?:\w+\s+)?(?:19|20)\d\d\b")
_WAS, _IS = re.compile(r"\b(?:was|were|had|led|\w+ed)\b"), re.compile(r"\b(?:is|are|has|have|will|shall|would|to\s+be)\b")
"""… and "chaired by WHO *from 2015 to 2018*"."""
_TO_COME = re.compile(r"\b(?:shall|will|would|to\s+be)\b")


def is_over(text: str, said: str, end: int) -> bool:
    """Tell "was hosted by FAO *until 2025*" from what will be so until then.

    >>> is_over("led by FAO until 2025", "led by FAO", 10), is_over("shall be led by FAO until 2025", "shall be led by FAO", 19)
    (True, False)
    """
    if _UNTIL.match(text, end) is not None and _TO_COME.search(said) is None:
        return True
    return (_FROM_TO.match(text, end) is not None or _IN_THE_PAST.match(text, end) is not None) and _WAS.search(said) is not None and _IS.search(said) is None


def status_of(passage: Passage) -> str:
    """Return the status of what a passage says: an action item only suggests."""
    return "suggested" if passage.kind == "action" else ""


_NOUN_PHRASE_STOP = re.compile(
    r"[.;:\n](?=\s|\Z)|,\s|\s(?:which|that\s+(?:is|are|was|will|has)|in\s+connection|in\s+order|including|so\s+that|suggesting|as\s+well\s+as|"
    r"to\s+(?!the\b|a\b|an\b)[a-z]+(?:\s+(?:the|a|an)\b)|for\s+exchange|and\s+to\b|and\s+(?:also\s+|further\s+)?(?:[a-z]+ed|decides|agrees|requests|invites|accepts|notes|thanks|encourages|urges)\s+(?:the|to|that|its|Parties)\b|for\s+the\s+calculation)"
)


def noun_phrase(text: str, start: int, end: int) -> Span:
    """Return the noun phrase that begins at a position; what stands in quotes stays whole.

    >>> t = "a knowledge hub for exchange of good practice"
    >>> noun_phrase(t, 2, len(t)).of(t)
    'knowledge hub'
    """
    quoted = re.search(r"[\"“]", text[start:end])
    begin = start
    if quoted:
        close = re.search(r"[\"”]", text[start + quoted.end() : end])
        stop = _NOUN_PHRASE_STOP.search(text, start, start + quoted.start())
        if close and not stop:
            begin = start + quoted.end() + close.end()
    stop = _NOUN_PHRASE_STOP.search(text, begin, end)
    finish = stop.start() if stop else end
    while finish > start and text[finish - 1] in " \t\n,.;":
        finish -= 1
    return Span(start, finish)
