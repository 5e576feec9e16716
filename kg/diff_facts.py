"""What a dataset says, by what can change: things, events, roles, states; each with its sentence."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.namespaces import PREFIXES, UNEG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Dataset

EVENTS = {
    "extend": "extended", "continue": "continued", "conclude": "concluded", "establish": "established", "rename": "renamed",
    "convert": "converted", "absorb": "absorbed", "task": "tasked", "endorse": "endorsed", "adopt": "adopted",
}  # fmt: skip
"""What happens to a body, by the notation of the effect, as a participle."""

_TYPE, _LABEL, _NOTATION = PREFIXES["rdf"] + "type", PREFIXES["rdfs"] + "label", PREFIXES["skos"] + "notation"
_TITLE, _QUOTED, _EXACT = PREFIXES["dcterms"] + "title", PREFIXES["prov"] + "wasQuotedFrom", PREFIXES["oa"] + "exact"


@dataclass(frozen=True, slots=True)
class Said:
    """Something said of a thing: its label, the words of the change, the quote and where it stands."""

    iri: str
    label: str
    words: str = ""
    quote: str = field(default="", compare=False)
    place: str = field(default="", compare=False)
    passage: str = field(default="", compare=False)


class Facts:
    """A dataset by subject and property, with the look-ups that a comparison needs."""

    def __init__(self, dataset: Dataset) -> None:
        """Index a dataset."""
        self._values: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._typed: dict[str, set[str]] = defaultdict(set)
        self._english: dict[str, str] = {}
        for quad in sorted(dataset.quads, key=str):
            subject, value = (str(getattr(term, "value", "")) for term in (quad.subject, quad.object))
            predicate = quad.predicate.value
            if value not in self._values[subject][predicate]:
                self._values[subject][predicate].append(value)
            if predicate == _TYPE:
                self._typed[value.removeprefix(UNEG)].add(subject)
            if predicate == _LABEL and isinstance(quad.object, ox.Literal) and quad.object.language in {"en", None}:
                self._english.setdefault(subject, value)

    def _one(self, subject: str, predicate: str) -> str:
        return next(iter(self._all(subject, predicate)), "")

    def _all(self, subject: str, predicate: str) -> list[str]:
        about = self._values.get(subject)
        return about.get(predicate, []) if about else []

    def _our(self, subject: str, name: str) -> str:
        return self._one(subject, UNEG + name)

    def label(self, iri: str) -> str:
        """Return what a thing is called, in English if it can be."""
        return self._english.get(iri) or self._one(iri, _LABEL) or self._one(iri, _TITLE) or iri.rpartition("/")[2]

    def _notation(self, iri: str) -> str:
        return self._one(iri, _NOTATION) or iri.rpartition("#")[2].partition("-")[2]

    def _said(self, iri: str, evidence: str, words: str = "") -> Said:
        """Return what a claim says of a thing, with the claim's quote and place."""
        passage = self._one(evidence, _QUOTED)
        document, number = self._our(passage, "partOfDocument"), self._our(passage, "number")
        quote = self._our(evidence, "text") or self._one(self._our(evidence, "evidence"), _EXACT)
        place = f"{self.label(document)}, {number}" if document else ""
        return Said(iri, self.label(iri), words, " ".join(quote.split()), place, passage)

    def things(self, kind: str) -> dict[str, Said]:
        """Return the things of a class that documents name, by IRI."""
        return {iri: self._said(iri, iri) for iri in self._typed[kind]}

    def events(self) -> dict[str, Said]:
        """Return what has happened to bodies or is to happen, by body, kind and status."""
        found: dict[str, Said] = {}
        for effect in sorted(self._typed["Effect"]):
            for target in self._all(effect, UNEG + "affects"):
                self._event(found, target, effect, self._our(effect, "effectOf"))
        for event in sorted(self._typed["LifecycleEvent"]):
            for target in self._all(event, UNEG + "workstream"):
                self._event(found, target, event, event)
        return found

    def _event(self, found: dict[str, Said], target: str, node: str, evidence: str) -> None:
        kind, status = self._notation(self._our(node, "effectKind")), self._notation(self._our(node, "status"))
        terms = [self._our(node, name) for name in ("durationText", "newName")]
        if kind in EVENTS:
            found.setdefault(f"{target}\n{kind}\n{status}", self._said(target, evidence, ", ".join(filter(None, terms))))

    def active(self) -> dict[str, Said]:
        """Return the organizations that hold a role or came to a meeting, by IRI."""
        found: dict[str, Said] = {}
        for claim, agent in self._involvements():
            if agent not in self._typed["Person"]:
                found.setdefault(agent, self._said(agent, claim))
        return {iri: Said(iri, said.label, "", said.quote, said.place, said.passage) for iri, said in found.items()}

    def _involvements(self) -> Iterator[tuple[str, str]]:
        for kind, property_name in (("RoleAssignment", "agent"), ("Participation", "inTheNameOf")):
            for claim in sorted(self._typed[kind]):
                yield from ((claim, agent) for agent in self._all(claim, UNEG + property_name))
        for count in sorted(self._typed[PREFIXES["schema"] + "Observation"]):
            yield from ((count, agent) for agent in self._all(count, PREFIXES["schema"] + "affiliation"))

    def roles(self) -> dict[str, Said]:
        """Return the roles, by agent, role, target and basis."""
        found: dict[str, Said] = {}
        for claim in sorted(self._typed["RoleAssignment"]):
            agent, target = self._our(claim, "agent"), self._our(claim, "target")
            role, basis = self._notation(self._our(claim, "role")), self._notation(self._our(claim, "basis"))
            words = f"{role} of {self.label(target)} ({basis})"
            found.setdefault(f"{agent}\n{role}\n{target}\n{basis}", self._said(agent, claim, words))
        return found

    def deliverables(self) -> dict[str, Said]:
        """Return the deliverables with their state, by IRI; the quote is that of the state."""
        about = UNEG + "deliveryStatus"
        states = {self._our(claim, "subject"): claim for claim in sorted(self._typed["Statement"]) if self._our(claim, "predicate") == about}
        found = ((iri, states.get(iri, iri), self._notation(self._one(iri, about))) for iri in self._typed["Deliverable"])
        return {iri: self._said(iri, claim, state) for iri, claim, state in found}
