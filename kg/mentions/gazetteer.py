"""Find the names of a dictionary in a text: longest match, whole words, acronyms exact.

Names of more than one word match in any letter case and across line breaks; acronyms and other
exact forms only as written, so that "WHO" is never "who".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, Implementation

from kg.model import Span
from kg.text import fold, fold_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from kg.model import IRI, Entity
    from kg.text import Offsets

ACTING = frozenset("Organization Agency UNEntity Secretariat PartnerOrganization InterAgencyMechanism".split())
Found = tuple[int, int, "IRI"]
"""Where a name was found, and what it means: its end is less than 0, so that what was found sorts in reading order, longer names first."""
_WHOLE_SYSTEM = "UN"
_NOT_BODIES = {"PolicyFramework", "Meeting", "Event", "Workstream"}


@dataclass(frozen=True)
class Gazetteer:
    """Entities by the names that documents print for them."""

    entities: tuple[Entity, ...]

    @cached_property
    def by_iri(self) -> Mapping[IRI, Entity]:
        """The entities by their IRI."""
        return {entity.iri: entity for entity in self.entities}

    @cached_property
    def _names(self) -> Matcher:
        return Matcher((fold(name), e.iri) for e in self.entities for name in e.names if len(fold(name)) > 2 and name not in e.spoken)  # noqa: PLR2004

    @cached_property
    def _spoken(self) -> Matcher:
        return Matcher((fold(form), e.iri) for e in self.entities for form in e.spoken)

    @cached_property
    def _exact(self) -> Matcher:
        return Matcher((form, e.iri) for e in self.entities for form in e.exact)

    @cached_property
    def bodies(self) -> Mapping[str, Entity]:
        """The governing bodies by their short forms."""
        return {form: entity for entity in self.entities if entity.kind == "GoverningBody" for form in entity.exact}

    @cached_property
    def _short(self) -> tuple[list[tuple[str, Entity]], AhoCorasick]:
        forms = [(form, entity) for entity in self.entities for form in entity.short]
        forms += [(form.upper(), entity) for form, entity in forms if " " in form and form.upper() != form]
        return forms, AhoCorasick([form for form, _ in forms])

    def short_forms(self, text: str) -> list[tuple[str, Entity]]:
        """Return the short forms of bodies that a text prints, in capitals too where "THE" is, each with one that it may mean."""
        forms, automaton = self._short
        printed = [forms[number] for number in sorted({number for number, _, _ in automaton.find_matches_as_indexes(text, overlapping=True)})]
        return printed if "THE " in text else [(form, entity) for form, entity in printed if form in entity.short]

    @cached_property
    def conventions_by_series(self) -> Mapping[str, Entity]:
        """The conventions by how the symbols of their documents begin."""
        return {prefix: entity for entity in self.entities if entity.kind == "Convention" for prefix in entity.series}

    @cached_property
    def plans(self) -> tuple[Entity, ...]:
        """The strategies and plans."""
        return tuple(entity for entity in self.entities if entity.kind == "PolicyFramework")

    @cached_property
    def governing(self) -> Mapping[IRI, IRI]:
        """The body that governs each convention."""
        found: dict[IRI, IRI] = {}
        for entity in self.entities:
            for name, target in entity.links:
                if name == "governs":
                    found.setdefault(target, entity.iri)
        return found

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """The forms that are compared in their exact letter case."""
        return frozenset(form for entity in self.entities for form in entity.exact)

    @cached_property
    def affiliations(self) -> Mapping[str, IRI]:
        """What a participant list prints in parentheses, and the organization it means."""
        found: dict[str, IRI] = {}
        for kind in ("names", "exact", "affiliations"):
            for entity in self.entities:
                found |= {fold(form): entity.iri for form in getattr(entity, kind)}
        return found

    @cached_property
    def printed(self) -> tuple[Mapping[str, IRI], ...]:
        """What lists of participants print for the organizations: affiliations, acronyms, names."""
        return printed_forms(self.entities)

    @cached_property
    def states(self) -> Mapping[str, IRI]:
        """The states by their names."""
        return {fold(name): entity.iri for entity in self.entities if entity.kind == "State" for name in (entity.label, *entity.names)}

    @cached_property
    def secretariats(self) -> Mapping[IRI, IRI]:
        """The first secretariat that serves a body or a treaty."""
        found: dict[IRI, IRI] = {}
        for entity in self.entities:
            for name, target in entity.links if entity.kind == "Secretariat" else ():
                if name == "serves":
                    found.setdefault(target, entity.iri)
        return found

    def find(self, text: str) -> list[tuple[Span, IRI]]:
        """Return the longest matches of a text in reading order; an ambiguous name is refused.

        >>> from kg.model import Entity
        >>> unep = Entity("u", "UNEntity", "UN Environment Programme", names=("UN Environment Programme",), exact=("UNEP",))
        >>> Gazetteer((unep,)).find("UNEP, the un environment\\nprogramme; not UNEPx")
        [(Span(start=0, end=4), 'u'), (Span(start=10, end=34), 'u')]
        """
        return self.find_in(*fold_text(text))

    def find_in(self, plain: str, offsets: Offsets | None) -> list[tuple[Span, IRI]]:
        """Return the longest matches of a text that is folded already."""
        found = [*self._names.find(lowered(plain)), *self._exact.find(plain)]
        outer = longest(found)
        inner = longest(one for one in set(found).difference(outer) if self._stands_inside(one, outer))
        return sorted((received(one, offsets), one[2]) for one in outer + inner)

    def spoken_for(self, text: str) -> list[tuple[Span, IRI]]:
        """Return the longest matches of the names that mean a group only where somebody speaks for it."""
        plain, offsets = fold_text(text)
        return [(received(one, offsets), one[2]) for one in longest(self._spoken.find(lowered(plain)))]

    def longest_in(self, text: str) -> list[tuple[Span, IRI]]:
        """Return the longest matches of a text without those inside of others."""
        plain, offsets = fold_text(text)
        return [(received(one, offsets), one[2]) for one in longest([*self._names.find(lowered(plain)), *self._exact.find(plain)])]

    def _stands_inside(self, one: Found, outer: list[Found]) -> bool:
        """Tell whether a name inside a longer one is a mention of its own.

        "EMG Secretariat" names the EMG too; "United Nations Environment Programme" is one name.
        """
        start, end, iri = outer[bisect_right(outer, (one[0], 1)) - 1]
        if end > one[1] or (start, end) == one[:2]:
            return False
        whole = self.by_iri[iri]
        linked = one[2] in {target for name, target in whole.links if name != "governingBodyOf"} and self.by_iri[one[2]].acronym != _WHOLE_SYSTEM
        return linked or whole.kind in _NOT_BODIES


def printed_forms(entities: Collection[Entity]) -> tuple[Mapping[str, IRI], ...]:
    """Return what lists of participants print for organizations, and for whatever has an affiliation of its own; the surest first."""
    return tuple(
        {fold(form): entity.iri for entity in entities if forms == "affiliations" or entity.kind in ACTING for form in getattr(entity, forms)}
        for forms in ("affiliations", "exact", "names")
    )


def lowered(text: str) -> str:
    """Return a text in lower case with every character at its place.

    >>> len(lowered("İstanbul"))
    8
    """
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def received(found: Found, offsets: Offsets | None) -> Span:
    """Return where what was found in a folded text stands in the text as received."""
    start, end, _ = found
    return offsets.received(start, -end) if offsets else Span(start, -end)


class Matcher:
    """An Aho-Corasick automaton over forms, each of which means one entity or is refused.

    One that is asked only `once` is built quickly rather than asked quickly.
    """

    def __init__(self, forms: Iterable[tuple[str, IRI]], *, once: bool = False) -> None:
        meanings: dict[str, set[IRI]] = defaultdict(set)
        for form, iri in forms:
            meanings[form].add(iri)
        clear = sorted((form, next(iter(iris))) for form, iris in meanings.items() if len(iris) == 1 and form)
        self.ambiguous = sorted(form for form, iris in meanings.items() if len(iris) > 1)
        self._iris = [iri for _, iri in clear]
        self._automaton = AhoCorasick([form for form, _ in clear], implementation=Implementation.NoncontiguousNFA if once else None) if clear else None

    def find(self, text: str) -> list[Found]:
        """Return every match that stands as whole words, overlapping ones too."""
        if self._automaton is None:
            return []
        matches = self._automaton.find_matches_as_indexes(text, overlapping=True)
        iris = self._iris
        return [(start, -end, iris[index]) for index, start, end in matches if is_word(text, start, end)]


def is_word(text: str, start: int, end: int) -> bool:
    """Tell whether a range of a text begins and ends where words do.

    >>> is_word("the UNEP's", 4, 8), is_word("UNEPs", 0, 4), is_word("COP15", 0, 3)
    (True, False, False)

    A stroke joins two acronyms, and is a part of a symbol.

    >>> is_word("FAO/WHO", 0, 3), is_word("FAO/WHO", 4, 7), is_word("UNEP/EA.5/HLS.1", 0, 4)
    (True, True, False)
    """
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.isalnum() or after.isalnum():
        return False
    if before in " (" and after in " ,;)":
        return True
    if (before == "/" or after == "/") and _is_pair(text, start, end):
        before, after = before.replace("/", " "), after.replace("/", " ")
    follows = text[end + 1] if end + 1 < len(text) else " "
    joined = after in "+&/_" or (after == "." and follows.isupper())
    return not (before in "_/.@" or joined)


_PAIR = re.compile(r"[A-Z][A-Za-z]*[A-Z](?:-[A-Z]+)?(?:/[A-Z][A-Za-z]*[A-Z](?:-[A-Z]+)?)+(?![\w/.-]*[\w/])")


def _is_pair(text: str, start: int, end: int) -> bool:
    """Tell whether a range is one of two or more acronyms with strokes between and nothing else: "UNDP/GEF"."""
    while start and (text[start - 1].isalnum() or text[start - 1] in "/.-_"):
        start -= 1
    match = _PAIR.match(text, start)
    return match is not None and match.end() >= end


def longest(found: Iterable[Found]) -> list[Found]:
    """Keep of overlapping matches the one that begins first and is longest.

    A match inside another is dropped; so is one that begins inside another.
    """
    kept: list[Found] = []
    end = 0
    for one in sorted(found):
        if one[0] >= end:
            kept.append(one)
            end = -one[1]
    return kept
