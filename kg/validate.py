"""Validate a dataset against the shapes: SHACL with pySHACL, the report in Turtle and in words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.namespaces import PREFIXES, UNEG, compress, named_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import rdflib

    from kg.model import Dataset, Doubt, Summary
    from kg.ontology import Ontology

_SH = PREFIXES["sh"]
_TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")
_TARGET_CLASS, _SELECT, _PROPERTY = (ox.NamedNode(_SH + name) for name in ("targetClass", "select", "property"))
_SUB_CLASS = ox.NamedNode(PREFIXES["rdfs"] + "subClassOf")
_TEXT_LAYER = tuple(UNEG + name for name in ("TextSpan", "Mention", "Passage", "Section"))
_LABEL = ox.NamedNode(PREFIXES["rdfs"] + "label")
_STRING = PREFIXES["xsd"] + "string"
_NEEDED = frozenset(PREFIXES[p] + name for p, name in (("rdf", "type"), ("rdfs", "subClassOf"), ("skos", "notation")))
_WORLD = ("/graph/entities", "/graph/ontology", "/graph/entailments", "/graph/entailments/people")
_MOST_LISTED = 40


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of the validation: a focus node and what is wrong or unknown about it."""

    severity: str
    message: str
    focus: str
    label: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """What the shapes say of a dataset, and what the readers doubted on the way.

    `conforms` is false where there is a violation; warnings are what is merely unknown.
    """

    findings: tuple[Finding, ...]
    doubts: tuple[tuple[str, Doubt], ...]
    turtle: bytes = field(repr=False)
    families: tuple[tuple[str, str, str], ...] = ()

    @property
    def conforms(self) -> bool:
        """Tell whether there is no violation."""
        return not any(finding.severity == "Violation" for finding in self.findings)

    def count(self, severity: str) -> int:
        """Return the number of findings of a severity."""
        return sum(finding.severity == severity for finding in self.findings)


def validate(dataset: Dataset, ontology: Ontology, documents: Iterable[Summary] = (), *, thorough: bool = False) -> ValidationReport:
    """Return the validation report of a dataset and of how its documents were read.

    The text layer (spans, mentions, passages) checks itself when it is written; it is looked at
    again only where `thorough` is asked for, and of the gazetteer only what documents name.
    """
    import pyshacl
    import rdflib

    shapes = [quad.triple for quad in ox.parse(ontology.text("shapes.ttl"), format=ox.RdfFormat.TURTLE)]
    asked = _asked(shapes)
    if thorough:
        triples = {*dataset.triples, *ontology.core}
    else:
        triples = _checked(dataset) | {t for t in ontology.core if t.predicate.value in _NEEDED}
        shapes = [t for t in shapes if t.predicate != _TARGET_CLASS or getattr(t.object, "value", "") not in _TEXT_LAYER]
    data = _as_rdflib(t for t in triples if t.predicate in asked)
    _, results, _ = pyshacl.validate(data, shacl_graph=_as_rdflib(_flat(shapes), "SimpleMemory"), inference="none", allow_warnings=True)
    if not isinstance(results, rdflib.Graph):
        raise TypeError(results)
    labels = {q.subject.value: q.object.value for q in dataset.quads if q.predicate == _LABEL and getattr(q.object, "language", "") == "en"}  # type: ignore[union-attr]
    findings = sorted(_findings(results, labels), key=lambda f: (f.severity != "Violation", f.message, f.focus, f.value))
    documents = tuple(documents)
    doubts = tuple((d.name, doubt) for d in documents for doubt in d.doubts)
    return ValidationReport(tuple(findings), doubts, _turtle(findings), tuple((d.name, d.family, d.reason) for d in documents))


def _flat(shapes: Iterable[ox.Triple]) -> Iterable[ox.Triple]:
    """Give the properties of a shape its targets, which means the same.

    pySHACL looks at a property of a shape once for each focus node, and at a shape with targets once for all.
    """
    targets: dict[object, list[ox.Triple]] = defaultdict(list)
    for triple in shapes:
        if triple.predicate.value.startswith(_SH + "target"):
            targets[triple.subject].append(triple)
    for triple in shapes:
        if triple.predicate == _PROPERTY and triple.subject in targets:
            yield from (ox.Triple(triple.object, target.predicate, target.object) for target in targets[triple.subject])  # type: ignore[arg-type]
        else:
            yield triple


def _asked(shapes: Iterable[ox.Triple]) -> set[object]:
    """Return what the shapes name, in their queries too: a triple of another predicate cannot matter to them."""
    named: set[object] = {_TYPE, _SUB_CLASS}
    for triple in shapes:
        if isinstance(triple.object, ox.NamedNode):
            named.add(triple.object)
        elif triple.predicate == _SELECT:
            named |= {ox.NamedNode(iri) for iri in named_in(triple.object.value)}  # type: ignore[union-attr]
    return named


def _as_rdflib(triples: Iterable[ox.Triple], store: str = "default") -> rdflib.Graph:
    """Return triples as an rdflib graph, which is what pySHACL reads; it wants to know of graphs in the data, not in the shapes."""
    import rdflib

    terms: dict[object, rdflib.term.Identifier] = {}

    def term(node: object) -> rdflib.term.Identifier:
        known = terms.get(node)
        if known is None:
            if isinstance(node, ox.Literal):
                plain = node.language or node.datatype.value == _STRING
                known = rdflib.Literal(node.value, lang=node.language, datatype=None if plain else rdflib.URIRef(node.datatype.value))
            else:
                value = node.value  # type: ignore[attr-defined]
                known = rdflib.BNode(value) if isinstance(node, ox.BlankNode) else rdflib.URIRef(value)
            terms[node] = known
        return known

    graph = rdflib.Graph(store=store, bind_namespaces="none")
    for triple in triples:
        graph.store.add((term(triple.subject), term(triple.predicate), term(triple.object)), graph)
    return graph


def _checked(dataset: Dataset) -> set[ox.Triple]:
    """Return what the shapes are about: not the text layer, nor what nobody names."""
    layer: set[object] = set()
    known: list[ox.Triple] = []
    said: list[ox.Triple] = []
    for quad in dataset.quads:
        triple = quad.triple
        if triple.predicate == _TYPE and getattr(triple.object, "value", "") in _TEXT_LAYER:
            layer.add(triple.subject)
        (known if str(getattr(quad.graph_name, "value", "")).endswith(_WORLD) else said).append(triple)
    named = {t.object for t in said if t.predicate != _TYPE} | {t.subject for t in said}
    kept = {t for t in said if t.predicate == _TYPE or t.subject not in layer}
    return kept | {t for t in known if t.subject in named}


def _findings(results: object, labels: Mapping[str, str]) -> Iterable[Finding]:
    import rdflib

    assert isinstance(results, rdflib.Graph)  # noqa: S101
    sh = rdflib.Namespace(_SH)
    details = set(results.objects(None, sh.detail))
    for node in set(results.subjects(rdflib.RDF.type, sh.ValidationResult)) - details:
        focus = str(results.value(node, sh.focusNode))
        value = results.value(node, sh.value)
        yield Finding(
            severity=str(results.value(node, sh.resultSeverity)).removeprefix(_SH),
            message=str(results.value(node, sh.resultMessage)),
            focus=focus,
            label=labels.get(focus, ""),
            value="" if value is None or str(value) == focus else str(value),
        )


def _turtle(findings: list[Finding]) -> bytes:
    """Return the report as sh:ValidationReport, without blank nodes and in a fixed order."""
    report = ox.NamedNode("urn:uneg:validation")
    type_node = ox.NamedNode(PREFIXES["rdf"] + "type")
    conforms = not any(finding.severity == "Violation" for finding in findings)
    boolean = ox.NamedNode(PREFIXES["xsd"] + "boolean")
    triples = [
        ox.Triple(report, type_node, ox.NamedNode(_SH + "ValidationReport")),
        ox.Triple(report, ox.NamedNode(_SH + "conforms"), ox.Literal(str(conforms).lower(), datatype=boolean)),
    ]
    for number, finding in enumerate(findings, 1):
        result = ox.NamedNode(f"urn:uneg:validation:{number}")
        triples += [
            ox.Triple(report, ox.NamedNode(_SH + "result"), result),
            ox.Triple(result, type_node, ox.NamedNode(_SH + "ValidationResult")),
            ox.Triple(result, ox.NamedNode(_SH + "resultSeverity"), ox.NamedNode(_SH + finding.severity)),
            ox.Triple(result, ox.NamedNode(_SH + "focusNode"), ox.NamedNode(finding.focus)),
            ox.Triple(result, ox.NamedNode(_SH + "resultMessage"), ox.Literal(finding.message, language="en")),
        ]
    prefixes = {name: PREFIXES[name] for name in ("sh", "xsd", "uneg")}
    return ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=prefixes) or b""


def to_markdown(report: ValidationReport) -> str:
    """Return the report in words: what it is about, then what to do, most serious first.

    >>> print(to_markdown(ValidationReport((), (), b"")).splitlines()[2])
    **The dataset conforms.** 0 violations, 0 warnings, 0 open questions from reading.
    """
    verdict = "The dataset conforms." if report.conforms else "The dataset does not conform."
    counts = f"{report.count('Violation')} violations, {report.count('Warning')} warnings"
    lines = ["# Validation report", "", f"**{verdict}** {counts}, {len(report.doubts)} open questions from reading.", ""]
    lines += ["A violation must be mended; a warning says what is merely unknown or doubtful: it is the to-do list.", ""]
    if report.families:
        lines += ["## Documents", "", "| document | read as | because of |", "|---|---|---|"]
        lines += [f"| {_cell(name)} | {family} | {_cell(reason)} |" for name, family, reason in report.families] + [""]
    if report.doubts:
        lines += ["## Open questions from reading", ""]
        lines += [f"- {_cell(name)}, {_cell(doubt.passage) or 'no paragraph'}: {_cell(doubt.message)}" for name, doubt in report.doubts] + [""]
    for severity, title in (("Violation", "Violations"), ("Warning", "Warnings"), ("Info", "Notes")):
        lines += _section(title, [f for f in report.findings if f.severity == severity])
    return "\n".join(lines).rstrip() + "\n"


def _section(title: str, findings: list[Finding]) -> list[str]:
    if not findings:
        return []
    by_message: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_message[finding.message].append(finding)
    lines = [f"## {title}", ""]
    for message, group in by_message.items():
        lines += [f"### {message} ({len(group)})", ""]
        for finding in group[:_MOST_LISTED]:
            value = f" — `{_cell(finding.value)}`" if finding.value else ""
            lines.append(f"- {_cell(finding.label) or '(no label)'} `{compress(finding.focus)}`{value}")
        if len(group) > _MOST_LISTED:
            lines.append(f"- … and {len(group) - _MOST_LISTED} more, all in `validation.ttl`")
        lines.append("")
    return lines


def _cell(text: str) -> str:
    """Escape what comes from a document: no markup, no table borders, one line."""
    flat = " ".join(text.split())
    for mark in "\\`*_[]<>|":
        flat = flat.replace(mark, "\\" + mark)
    return flat


