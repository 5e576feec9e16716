"""A dataset without people: nobody's name is left, in no text either; affiliations are counted.

What is said of persons stands in graphs of its own and goes as a whole. A sentence that names a
person for another reason stays, with […] for the name, as an editor would print it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.model import Dataset
from kg.namespaces import PREFIXES, UNEG, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TYPE = PREFIXES["rdf"] + "type"
_LABELS = (("foaf", "name"), ("rdfs", "label"), ("skos", "prefLabel"), ("skos", "altLabel"), ("skos", "hiddenLabel"))
_NAMES = {PREFIXES[prefix] + name for prefix, name in _LABELS}
_CLAIMS = {UNEG + "evidence", PREFIXES["oa"] + "hasBody"}
_MEASURED, _ATTENDEE = (PREFIXES["schema"] + name for name in ("measuredProperty", "attendee"))
_ADDRESS = r"(?:(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Sir|Dame|Lord|Mme|M|Sr|Sra|Amb)\.?|H\.\s?E\.|Professor|Ambassador|Minister)"
_SHORTEST_NAME = 2
_WORD = re.compile(r"\w+")
LEFT_OUT = "[…]"


@dataclass(frozen=True, slots=True)
class Redactor:
    """Takes the names of people out of texts and tells which IRIs are made of them.

    >>> Redactor.of(["Ann Lee Moe"]).text("The Chair, Ms. Ann Lee Moe, thanked Ms. Moe and MOE, Ann Lee.")
    'The Chair, […], thanked […] and […].'
    """

    pattern: re.Pattern[str] | None
    words: frozenset[str]
    slugs: frozenset[str]

    @classmethod
    def of(cls, names: Iterable[str]) -> Redactor:
        """Return the redactor of these names, in every form a document may print them."""
        known = sorted({" ".join(name.split()) for name in names if len(name.strip()) >= _SHORTEST_NAME}, key=lambda n: (-len(n), n))
        forms = "|".join(form for name in known for form in _forms(name))
        pattern = re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE) if known else None
        return cls(pattern, frozenset(_last_word(name) for name in known), frozenset(slug(name) for name in known))

    def text(self, text: str) -> str:
        """Return a text with […] for every name."""
        if not self.pattern or self.words.isdisjoint(_WORD.findall(text.casefold())):
            return text
        return self.pattern.sub(LEFT_OUT, text)

    def names(self, iri: str) -> bool:
        """Tell whether a part of an IRI is a person's name."""
        return not self.slugs.isdisjoint(re.split(r"[/#?=&.]", iri))


def _last_word(name: str) -> str:
    return str(_WORD.findall(name.casefold())[-1])


def _forms(name: str) -> Iterator[str]:
    """Yield patterns: the full name, 'Surname, Given', and the last words after a form of address."""
    words = [re.escape(word) for word in name.split()]
    address = rf"(?:{_ADDRESS}\s+)?"
    yield address + r"\s+".join(words)
    for cut in range(1, len(words)):
        yield address + r"\s+".join(words[cut:]) + r",\s+" + r"\s+".join(words[:cut])
        initials = r"\s*".join(rf"{word[0]}\." for word in words[:cut])
        yield address + initials + r"\s*" + r"\s+".join(words[cut:])
        yield rf"{_ADDRESS}\s+" + r"\s+".join(words[cut:])


def people_of(dataset: Dataset) -> frozenset[ox.NamedNode]:
    """Return the persons of a dataset."""
    person = ox.NamedNode(UNEG + "Person")
    return frozenset(q.subject for q in dataset.quads if q.object == person and q.predicate.value == _TYPE and isinstance(q.subject, ox.NamedNode))


def names_of(dataset: Dataset) -> frozenset[str]:
    """Return the names of the persons of a dataset."""
    people = people_of(dataset)
    return frozenset(q.object.value for q in dataset.quads if q.subject in people and q.predicate.value in _NAMES and isinstance(q.object, ox.Literal))


def is_without_people(dataset: Dataset) -> bool:
    """Tell whether people were left out by choice: participants are counted, and nobody is described.

    >>> is_without_people(Dataset(frozenset()))
    False
    """
    counts = any(q.predicate.value == _MEASURED and getattr(q.object, "value", "") == _ATTENDEE for q in dataset.quads)
    return counts and not people_of(dataset)


def leave_out_people(dataset: Dataset, base: str) -> Dataset:
    """Return the dataset without persons; how many came for which organization is added.

    The result is whole: nothing in it points at what was left out.
    """
    people, redactor = people_of(dataset), Redactor.of(names_of(dataset))
    graphs = _graphs_of_people(dataset)
    rest = {q for q in dataset.quads if getattr(q.graph_name, "value", "") not in graphs}
    said = [q for q in rest if not _is_entailed(q)]
    gone = people | {q.subject for q in said if q.predicate.value in _CLAIMS} & {q.subject for q in said if q.object in people}
    gone |= {term for q in rest for term in (q.subject, q.object) if isinstance(term, ox.NamedNode) and redactor.names(term.value)}
    kept = {q for q in rest if q.subject not in gone and q.object not in gone}
    described = {q.subject for q in kept if not _is_entailed(q)}
    lost = {q.subject for q in dataset.quads} - described
    whole = (_redacted(q, redactor) for q in kept if q.subject in described and q.object not in lost)
    return Dataset(frozenset(whole) | frozenset(_attendance(dataset, base)))


def _is_entailed(quad: ox.Quad) -> bool:
    return str(getattr(quad.graph_name, "value", "")).endswith("/graph/entailments")


def _graphs_of_people(dataset: Dataset) -> frozenset[str]:
    """Return the graphs of what is said of persons: beside a passage, or that of an entry in a list of participants."""
    beside = {name for q in dataset.quads if (name := getattr(q.graph_name, "value", "")).endswith("/people")}
    kind = UNEG + "passageKind"
    entries = {getattr(q.subject, "value", "") for q in dataset.quads if q.predicate.value == kind and q.object == ox.Literal("participant")}
    return frozenset(beside | entries)


def _redacted(quad: ox.Quad, redactor: Redactor) -> ox.Quad:
    said = quad.object
    if not isinstance(said, ox.Literal) or (text := redactor.text(said.value)) == said.value:
        return quad
    clean = ox.Literal(text, language=said.language) if said.language else ox.Literal(text, datatype=said.datatype)
    return ox.Quad(quad.subject, quad.predicate, clean, quad.graph_name)


@dataclass(frozen=True, slots=True, order=True)
class Attendance:
    """How many people a meeting's document lists under one printed affiliation."""

    meeting: str
    printed: str
    organization: str
    document: str
    people: int


def attendance(dataset: Dataset) -> list[Attendance]:
    """Return the counts of participants by meeting and affiliation, in a fixed order."""
    facts: dict[object, dict[str, str]] = {}
    for quad in dataset.quads:
        facts.setdefault(quad.subject, {})[quad.predicate.value] = getattr(quad.object, "value", "")
    rows = Counter(
        (said[UNEG + "meeting"], said.get(UNEG + "printedAffiliation", ""), said.get(UNEG + "inTheNameOf", ""), _document(said))
        for said in facts.values()
        if UNEG + "participant" in said and UNEG + "meeting" in said
    )
    return sorted(Attendance(*row, people) for row, people in rows.items())


def _document(said: dict[str, str]) -> str:
    passage = said.get(PREFIXES["prov"] + "wasQuotedFrom", "")
    place = re.match(r".*/document/[^/#]+", passage)
    return place[0] if place else passage


def _attendance(dataset: Dataset, base: str) -> Iterator[ox.Quad]:
    """Yield the counts as observations (schema.org), in a graph of their own."""
    schema, graph = PREFIXES["schema"], ox.NamedNode(f"{base}graph/attendance")
    for row in attendance(dataset):
        node = ox.NamedNode(f"{base}attendance/{slug(row.meeting.rpartition('/')[2])}/{slug(row.printed or row.organization.rpartition('/')[2])}")
        facts: list[tuple[str, ox.NamedNode | ox.Literal]] = [
            (_TYPE, ox.NamedNode(schema + "Observation")),
            (PREFIXES["rdfs"] + "label", ox.Literal(f"participants for {row.printed or row.organization}", language="en")),
            (schema + "observationAbout", ox.NamedNode(row.meeting)),
            (_MEASURED, ox.NamedNode(_ATTENDEE)),
            (schema + "value", ox.Literal(row.people)),
            (schema + "isBasedOn", ox.NamedNode(row.document)),
        ]
        if row.printed:
            facts.append((schema + "name", ox.Literal(row.printed)))
        if row.organization:
            facts.append((schema + "affiliation", ox.NamedNode(row.organization)))
        yield from (ox.Quad(node, ox.NamedNode(predicate), value, graph) for predicate, value in facts)
