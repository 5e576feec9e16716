"""The board on which mentions are collected: one per document, read by all the finders."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from kg.mentions.gazetteer import ACTING, Matcher, longest, lowered, printed_forms, received
from kg.mentions.saying import Saying
from kg.model import Doubt, Entity, Evidence, Mention, Mentions, Span
from kg.namespaces import BASE, last_part, slug, workstream_slug
from kg.text import fold, fold_text, without_emphasis

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from kg.mentions.gazetteer import Gazetteer
    from kg.model import IRI, Document, Passage
    from kg.text import Offsets

WORKSTREAMS = frozenset(
    "Workstream IssueManagementGroup ConsultativeProcess TaskTeam WorkingGroup DialogueSeries Network".split()
)
ORGANIZATIONS = ACTING
BODIES = frozenset("GoverningBody ConferenceOfTheParties".split())
FOLDERS = {
    "COPSession": "cop", "Meeting": "meeting", "Segment": "meeting", "Event": "event", "Resolution": "resolution",
    "PolicyFramework": "instrument", "PartnerOrganization": "agency", "Organization": "agency", "Person": "person", "Deliverable": "deliverable",
    "Proposal": "proposal", "GoverningBody": "body", "DecisionText": "decision", "Publication": "publication", "State": "state", "Secretariat": "agency",
} | dict.fromkeys(WORKSTREAMS, "workstream")  # fmt: skip

SHORTEST_ACRONYM = 2
_LONGEST_NAME, _REACH = 300, 60
_NUMBERED = ("-No.", "‑No.")
"""After the name of an agency: the number of what it published."""
_MARK, _REST_OF_WORD = re.compile(r"[/_]"), re.compile(r"\S*")
_SMALL_WORDS = frozenset("the a an on of for to in at towards with and international meeting".split())


class Board:
    """Mentions by position, entities by IRI; entities are replaced, never changed."""

    def __init__(self, document: Document, gazetteer: Gazetteer) -> None:
        self.document = document
        self.text = without_emphasis(document.source.text)
        self.gazetteer = gazetteer
        self.home: Entity | None = None
        self.seen: dict[str, bool] = {}
        self._keys: dict[str, str] = {}
        self.entities: dict[IRI, Entity] = dict(gazetteer.by_iri)
        self.topics: dict[str, IRI] = {}
        self.doubts: list[Doubt] = []
        self.by_key: dict[tuple[str, str], IRI] = {}
        self.passages = [p for p in document.passages if not p.parent]
        self.prose = [p for p in self.passages if p.kind != "participant"]
        self._starts = [p.span.start for p in self.passages]
        self._nested: dict[int, list[Passage]] = defaultdict(list)
        for passage in document.passages:
            if passage.parent:
                self._nested[bisect_right(self._starts, passage.span.start)].append(passage)
        self._listed = {p.id: p for p in self.passages if p.kind == "participant"}
        self._ends = [p.span.end for p in self.passages]
        self._introduced: list[IRI] = []
        self._changed: dict[IRI, None] = {}
        self._found = sorted((span.start, -span.end, iri, span) for span, iri in gazetteer.find_in(*self.folded) if self._stands_in_passage(span) and not self.text.startswith(_NUMBERED, span.end))
        self._found = [item for item in self._found if item[3].end - item[3].start > SHORTEST_ACRONYM or self.is_at_home(item[2])]

    def is_at_home(self, iri: IRI) -> bool:
        """Tell whether a body with an acronym as short as "AC", which others share, is named in full too."""
        return self.entities[iri].kind not in BODIES or any(other == iri and span.end - span.start > SHORTEST_ACRONYM for _, _, other, span in self._found)

    @cached_property
    def folded(self) -> tuple[str, Offsets | None]:
        """The text as names are compared in it, with the received offset of each character."""
        return fold_text(self.text)

    @cached_property
    def _lower(self) -> str:
        return lowered(self.text)

    @cached_property
    def _saying(self) -> Saying:
        return Saying(self.prose, self.text, self._lower)

    def says(self, passage: Passage, *words: str) -> bool:
        """Tell whether a passage holds one of some words, in any letter case: cheaper than a pattern."""
        start, end = passage.span
        for word in words:  # noqa: SIM110 - any() costs as much as the whole rest
            if self._lower.find(word, start, end) >= 0:
                return True
        return False

    def like(self, passage: Passage, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield the matches of a pattern in a passage in lower case."""
        return pattern.finditer(self._lower, *passage.span)

    def before(self, passage: Passage, end: int, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Return the match of a pattern in the words of a passage, in lower case, that stand right before a position."""
        return pattern.search(self._lower, max(passage.span.start, end - _REACH), end)

    def saying(self, *words: str) -> list[Passage]:
        """Return the passages of prose that hold one of some words: in lower case, in any letter case; else as written."""
        numbers = set().union(*map(self._saying.numbers, words))
        return [self.prose[number] for number in sorted(numbers)]

    def prints(self, words: str) -> bool:
        """Tell whether the document prints some words, given in lower case."""
        return words in self._lower

    def places_of(self, form: str) -> Iterator[Span]:
        """Yield where the document prints a form as it is written."""
        at = self.text.find(form)
        while at >= 0:
            yield Span(at, at + len(form))
            at = self.text.find(form, at + len(form))

    def prints_beside(self, words: str, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
        """Tell whether the document prints some words right after others, or before others."""
        at = self._lower.find(words)
        while at >= 0:
            if self._lower.endswith(before, 0, at) or self._lower.startswith(after, at + len(words)):
                return True
            at = self._lower.find(words, at + 1)
        return False

    # -- where -----------------------------------------------------------------------------

    def _stands_in_passage(self, span: Span) -> bool:
        index = bisect_right(self._starts, span.start)
        return index > 0 and self._ends[index - 1] >= span.end

    def passage_at(self, span: Span) -> Passage | None:
        """Return the innermost passage that holds a span, or None."""
        return self._passage(bisect_right(self._starts, span.start), span)

    def _passage(self, index: int, span: Span) -> Passage | None:
        """Return the innermost passage that holds a span, before which so many passages begin."""
        if not index or self._ends[index - 1] < span.end:
            return None
        if index not in self._nested:
            return self.passages[index - 1]
        inner = [p for p in self._nested[index] if p.span.covers(span)]
        return min(inner, key=lambda p: p.span.end - p.span.start, default=self.passages[index - 1])

    def in_order(self) -> list[tuple[Span, IRI]]:
        """Return the mentions, longer ones first."""
        return [(span, iri) for _, _, iri, span in self._found]

    def of_kinds(self, kinds: Collection[str]) -> list[tuple[Span, Entity]]:
        """Return the mentions of some kinds, longer ones first."""
        entities = self.entities
        return [(span, entity) for _, _, iri, span in self._found if (entity := entities[iri]).kind in kinds]

    def inside(self, span: Span, kinds: frozenset[str] | None = None) -> list[tuple[Span, Entity]]:
        """Return the mentions inside a span, of some kinds only."""
        entities = self.entities
        near = self._found[bisect_left(self._found, (span.start,)) : bisect_left(self._found, (span.end,))]
        return [(where, entities[iri]) for _, end, iri, where in near if -end <= span.end and (kinds is None or entities[iri].kind in kinds)]

    def starting_at(self, start: int) -> Entity | None:
        """Return the longest entity named from a position on, or None."""
        index = bisect_left(self._found, (start,))
        return self.entities[self._found[index][2]] if index < len(self._found) and self._found[index][0] == start else None

    def end_of_name_at(self, start: int) -> int:
        """Return where the longest name that begins at a position ends, or -1."""
        index = bisect_left(self._found, (start,))
        return -self._found[index][1] if index < len(self._found) and self._found[index][0] == start else -1

    @cached_property
    def symbols(self) -> list[Span]:
        """Where the words stand that hold a slash or an underscore, as every symbol does."""
        found: list[Span] = []
        text, end = self.text, 0
        for mark in _MARK.finditer(text):
            start = mark.start()
            if start >= end:
                while start > end and not text[start - 1].isspace():
                    start -= 1
                end = _REST_OF_WORD.match(text, mark.start()).end()  # type: ignore[union-attr] # it matches everywhere
                found.append(Span(start, end))
        return found

    # -- what ------------------------------------------------------------------------------

    @property
    def introduced(self) -> list[Entity]:
        """What the document has introduced so far."""
        return [self.entities[iri] for iri in self._introduced]

    def add(self, span: Span, iri: IRI) -> None:
        """Put a mention on the board; a name that crosses its edge gives way."""
        if self.passage_at(span) is None:
            return
        for other, known in self.around(span):
            if _crosses(other, span):
                self._found.remove((other.start, -other.end, known, other))
        item = (span.start, -span.end, iri, span)
        at = bisect_left(self._found, item)
        if at == len(self._found) or self._found[at] != item:
            self._found.insert(at, item)

    def mint(self, kind: str, label: str, span: Span, *, tail: str = "", acronym: str = "", **more: object) -> IRI:
        """Return the IRI of a thing that the document introduces, made at its first mention."""
        iri = f"{BASE}{FOLDERS[kind]}/{last_part(tail or (workstream_slug(label) if kind in WORKSTREAMS else slug(label)))}"
        known = self.entities.get(iri)
        if known is None:
            passage = self.passage_at(span)
            evidence = Evidence(passage.id, span) if passage else None
            links = more.get("links", ())
            self._introduced.append(iri)
            self.entities[iri] = Entity(
                iri, kind, label, acronym, names=(label,), exact=(acronym,) if acronym else (),
                links=links if isinstance(links, tuple) else (), evidence=evidence,
            )  # fmt: skip
        elif acronym and not known.acronym and known.evidence:
            self.change(known, acronym=acronym, exact=(*known.exact, acronym))
        return iri

    def change(self, entity: Entity, **values: object) -> Entity:
        """Replace an entity by a copy with other values."""
        fields = {name: getattr(entity, name) for name in Entity.__slots__} | values
        self.entities[entity.iri] = Entity(**fields)
        if entity.iri in self.gazetteer.by_iri:
            self._changed[entity.iri] = None
        return self.entities[entity.iri]

    def workstream(self, kind: str, name: str, span: Span, acronym: str = "") -> IRI:
        """Return the workstream a printed name means: one node for all its spellings."""
        label = " ".join(name.split())
        key = (kind, self.key_of(label))
        if key not in self.by_key:
            self.by_key[key] = self.mint(kind, expand_type(label), span, acronym=acronym)
        iri = self.by_key[key]
        known = self.entities[iri]
        if label not in known.names and known.evidence:
            self.change(known, names=(*known.names, label))
        return iri

    def key_of(self, label: str) -> str:
        """Return what is the same in all spellings of a name, remembered."""
        if label not in self._keys:
            self._keys[label] = self._key_of(label)
        return self._keys[label]

    def _key_of(self, label: str) -> str:
        """Return what is the same in all spellings of a name.

        Small words and the words for the kind of group are left out, known names are replaced.
        """
        plain = label
        for span, iri in reversed(self.gazetteer.longest_in(label)):
            kept = "" if self.entities[iri].kind == "InterAgencyMechanism" else slug(iri.rpartition("/")[2]).replace("-", "")
            plain = f"{plain[: span.start]} {kept} {plain[span.end :]}"
        words = re.findall(r"[\w+]+", fold(_TYPE.sub(" ", plain)))
        return " ".join(word for word in words if word not in _SMALL_WORDS)

    def named_again(self, forms: Mapping[str, IRI], exact: Mapping[str, IRI]) -> None:
        """Find the other places where a document prints the names of what it introduced."""
        plain, offsets = self.folded
        found = Matcher(((fold(form), iri) for form, iri in forms.items()), once=True).find(lowered(plain)) if forms else []
        found += Matcher(exact.items(), once=True).find(plain)
        for one in longest(found):
            span = received(one, offsets)
            if not self._covered(span):
                self.add(span, one[2])

    def knows(self, form: str) -> bool:
        """Tell whether the gazetteer has an acronym."""
        return form in self.gazetteer.acronyms

    def _covered(self, span: Span) -> bool:
        return any(where.covers(span) for where, iri in self.inside_or_around(span))

    def around(self, span: Span) -> list[tuple[Span, IRI]]:
        """Return the mentions that touch a span."""
        start = span.start
        near = self._found[bisect_left(self._found, (start - _LONGEST_NAME,)) : bisect_left(self._found, (span.end,))]
        return [(where, iri) for _, end, iri, where in near if -end > start]

    def inside_or_around(self, span: Span) -> Iterator[tuple[Span, IRI]]:
        """Yield the mentions of introduced things that touch a span."""
        return ((where, iri) for where, iri in self.around(span) if self.entities[iri].evidence)

    def mentions(self) -> Mentions:
        """Freeze the board."""
        items: list[Mention] = []
        begun = reach = 0
        for start, _, iri, span in self._found:
            while begun < len(self._starts) and self._starts[begun] <= start:
                begun += 1
            passage = self._passage(begun, span)
            if passage is None:
                continue
            listed = passage.id in self._listed
            meant = self.gazetteer.affiliations.get(fold(self.text[span.start : span.end]), iri) if listed else iri
            wider = span.end <= reach and any(m.span.end >= span.end and m.entity == meant and m.span != span for m in items[-4:])  # in order: none begins later
            if not wider:
                items.append(Mention(span, meant, passage.id))
                reach = max(reach, span.end)
        used = {mention.entity for mention in items}
        standing = self.gazetteer.by_iri
        own = ((iri, self.entities[iri]) for iri in (*self._changed, *self._introduced))
        introduced = {iri: entity for iri, entity in own if entity.evidence or iri in used}
        printed = printed_forms(introduced.values()) if self._listed else ()
        affiliations = tuple(forms for both in zip(printed, self.gazetteer.printed, strict=True) for forms in both) if printed else ()
        return Mentions(tuple(items), {**standing, **introduced}, dict(self.topics), tuple(self.doubts), affiliations)


_TYPE = re.compile(
    r"\b(?:issue management group|img|consultative process|consultations|task team|task force|working group|network)\b"
    r"(?:\s*\([A-Z]+\))?",
    re.IGNORECASE,
)
_PARENTHESIS = re.compile(r"\s*\([A-Z][A-Za-z-]{1,9}\)")
_SPELLED = {"IMG": "Issue Management Group"}


def expand_type(label: str) -> str:
    """Return the label of a group with the words for its kind spelled out.

    >>> expand_type("IMG on Biodiversity")
    'Issue Management Group on Biodiversity'
    >>> expand_type("Issue Management Group (IMG) on Biodiversity")
    'Issue Management Group on Biodiversity'
    """
    plain = _PARENTHESIS.sub("", label, count=1)
    first, _, rest = plain.partition(" ")
    return f"{_SPELLED.get(first, first)} {rest}".strip()


def _crosses(one: Span, other: Span) -> bool:
    apart = one.end <= other.start or other.end <= one.start
    return not apart and not one.covers(other) and not other.covers(one)

