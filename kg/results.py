r"""The answer to a query, and every form in which it can be shown.

>>> answer = Result(("agency", "agencyLabel"), ((ox.NamedNode("https://w3id.org/uneg/agency/unep"), ox.Literal("UNEP")),))
>>> render(answer, "csv")
'agency,agencyLabel\r\nhttps://w3id.org/uneg/agency/unep,UNEP\r\n'
"""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

import pyoxigraph as ox

from kg.errors import QueryError, did_you_mean
from kg.namespaces import BASE, PREFIXES, compress
from kg.results_table import table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Row: TypeAlias = tuple[Term | None, ...]

XSD_STRING = PREFIXES["xsd"] + "string"
GRAPH_COLUMNS = ("subject", "predicate", "object")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Result:
    """Columns and rows, in order; `None` where a variable has no value.

    `kind` is "rows" (SELECT), "boolean" (ASK: one cell) or "graph" (CONSTRUCT, DESCRIBE: three
    columns). `notes` is what the reader should know about the query.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    kind: str = "rows"
    notes: tuple[str, ...] = ()

    def with_notes(self, notes: Iterable[str]) -> Result:
        """Return the same answer with more notes."""
        return replace(self, notes=(*self.notes, *notes))

    def records(self) -> list[dict[str, str]]:
        """Return the rows as dictionaries of plain text, empty where there is no value."""
        return [dict(zip(self.columns, map(text, row), strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True)
class Format:
    """A form of an answer: its media type, the kinds of answer it can hold, its writer."""

    media_type: str
    kinds: frozenset[str]
    write: Callable[[Result, Mapping[str, str], int | None], str]


def text(term: Term | None) -> str:
    """Return the plain text of a term: an IRI, the words of a literal, nothing for no value.

    >>> text(ox.Literal("UNEP", language="en")), text(ox.BlankNode("b0")), text(None)
    ('UNEP', '_:b0', '')
    """
    if term is None:
        return ""
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)


def shorten(iri: str) -> str:
    """Return the CURIE of an IRI, or its path below the base of the data.

    >>> shorten("https://w3id.org/uneg/ontology#leads"), shorten("https://w3id.org/uneg/agency/unep")
    ('uneg:leads', 'agency/unep')
    """
    short = compress(iri)
    return iri[len(BASE) :] if short == iri and iri.startswith(BASE) and len(iri) > len(BASE) else short


def render(result: Result, form: str, *, labels: Mapping[str, str] | None = None, width: int | None = None) -> str:
    """Return an answer as text in one of `FORMATS`; raise `QueryError` where it cannot be.

    `labels` (from IRI to label) serve the forms that people read. `width` is that of the
    terminal: 0 for a table without line breaks, None to look whether there is a terminal.
    """
    name = ALIASES.get(form.lower().strip(), form.lower().strip())
    if name not in FORMATS:
        message = f"There is no format '{form}'.{did_you_mean(form, [*FORMATS, *ALIASES])} Formats: {', '.join(FORMATS)}."
        raise QueryError(message)
    if result.kind not in FORMATS[name].kinds:
        fitting = ", ".join(other for other, known in FORMATS.items() if result.kind in known.kinds)
        message = f"{_KINDS[result.kind]} has no form as {name}. Choose one of: {fitting}.{_REWRITE.get(result.kind, '')}"
        raise QueryError(message)
    return FORMATS[name].write(result, labels or {}, width)


_KINDS = {"rows": "The answer to a SELECT", "boolean": "The answer to an ASK", "graph": "The answer to a CONSTRUCT or DESCRIBE"}
_REWRITE = {"rows": " For an RDF graph, ask with CONSTRUCT instead of SELECT."}


def _table(result: Result, labels: Mapping[str, str], width: int | None) -> str:
    if result.kind == "boolean":
        return text(result.rows[0][0]) + "\n"
    cells = [[_readable(term) for term in row] for row in result.rows]
    shown = [["" if isinstance(term, ox.Literal) else _label(term, labels) for term in row] for row in result.rows]
    return table(result.columns, cells, shown, width)


def _readable(term: Term | None) -> str:
    """Return a cell as people read it: IRIs short, no control character."""
    words = text(term)
    if isinstance(term, ox.NamedNode):
        return shorten(words)
    if isinstance(term, ox.Literal) and "://" in words and all(re.match(r"https?://\S+\Z", part) for part in words.split("|")):
        return "|".join(shorten(part) for part in words.split("|"))
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", words.replace("\r\n", "\n"))


def _label(term: Term | None, labels: Mapping[str, str]) -> str:
    return _CONTROL.sub("", labels.get(term.value, "")) if isinstance(term, ox.NamedNode) else ""


def _csv(result: Result, _labels: Mapping[str, str], _width: int | None) -> str:
    """RFC 4180: https://www.rfc-editor.org/rfc/rfc4180."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(result.columns)
    writer.writerows([text(term) for term in row] for row in result.rows)
    return stream.getvalue()


def _tsv(result: Result, _labels: Mapping[str, str], _width: int | None) -> str:
    """SPARQL 1.1 TSV: https://www.w3.org/TR/sparql11-results-csv-tsv/#tsv."""
    lines = ["\t".join(f"?{column}" for column in result.columns)]
    lines += ["\t".join("" if term is None else str(term) for term in row) for row in result.rows]
    return "".join(line + "\n" for line in lines)


def _json(result: Result, _labels: Mapping[str, str], _width: int | None) -> str:
    """SPARQL 1.1 JSON: https://www.w3.org/TR/sparql11-results-json/."""
    document: dict[str, Any]
    if result.kind == "boolean":
        document = {"head": {}, "boolean": text(result.rows[0][0]) == "true"}
    else:
        bindings = [
            {column: _binding(term) for column, term in zip(result.columns, row, strict=True) if term is not None} for row in result.rows
        ]
        document = {"head": {"vars": list(result.columns)}, "results": {"bindings": bindings}}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _binding(term: Term) -> dict[str, Any]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        parts = {name: _binding(part) for name, part in zip(GRAPH_COLUMNS, term, strict=True)}
        return {"type": "triple", "value": parts}
    binding = {"type": "literal", "value": term.value}
    if term.language:
        binding["xml:lang"] = term.language
    elif term.datatype.value != XSD_STRING:
        binding["datatype"] = term.datatype.value
    return binding


def _markdown(result: Result, labels: Mapping[str, str], _width: int | None) -> str:
    lines = [result.columns, tuple("---" for _ in result.columns)]
    lines += [tuple(_markdown_cell(term, labels) for term in row) for row in result.rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)


def _markdown_cell(term: Term | None, labels: Mapping[str, str]) -> str:
    if isinstance(term, ox.NamedNode):
        return f"[{_escaped(_label(term, labels) or shorten(term.value))}](<{term.value.replace('|', '%7C')}>)"
    return _escaped(_readable(term))


def _escaped(words: str) -> str:
    """Return text without anything that Markdown or HTML would read as markup."""
    words = re.sub(r"\s+", " ", words).strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_{}\[\]|~])", r"\\\1", words)


def _graph(rdf_format: ox.RdfFormat) -> Callable[[Result, Mapping[str, str], int | None], str]:
    def write(result: Result, _labels: Mapping[str, str], _width: int | None) -> str:
        triples: list[Any] = [ox.Triple(*row) for row in result.rows]  # type: ignore[arg-type]
        if rdf_format in {ox.RdfFormat.TRIG, ox.RdfFormat.N_QUADS}:
            triples = [ox.Quad(*triple) for triple in triples]
        return _sorted_prefixes((ox.serialize(triples, format=rdf_format, prefixes=_used(result)) or b"").decode())

    return write


def _used(result: Result) -> dict[str, str]:
    """Return the prefixes that shorten something in an answer."""
    nodes = [term for row in result.rows for term in row if isinstance(term, ox.NamedNode)]
    types = [term.datatype for row in result.rows for term in row if isinstance(term, ox.Literal) and not term.language]
    names = {compress(node.value).partition(":")[0] for node in (*nodes, *types)}
    return {prefix: namespace for prefix, namespace in PREFIXES.items() if prefix in names}


def _sorted_prefixes(document: str) -> str:
    """Put the prefixes in order, which the serializer draws from a hash table."""
    lines = document.split("\n")
    count = next((index for index, line in enumerate(lines) if not line.startswith("@prefix ")), len(lines))
    return "\n".join([*sorted(lines[:count]), *lines[count:]])


_ANY = frozenset({"rows", "boolean", "graph"})
_GRAPH = frozenset({"graph"})

FORMATS: dict[str, Format] = {
    "table": Format("text/plain", _ANY, _table),
    "csv": Format("text/csv", _ANY, _csv),
    "tsv": Format("text/tab-separated-values", _ANY, _tsv),
    "json": Format("application/sparql-results+json", frozenset({"rows", "boolean"}), _json),
    "markdown": Format("text/markdown", _ANY, _markdown),
    "turtle": Format("text/turtle", _GRAPH, _graph(ox.RdfFormat.TURTLE)),
    "trig": Format("application/trig", _GRAPH, _graph(ox.RdfFormat.TRIG)),
    "ntriples": Format("application/n-triples", _GRAPH, _graph(ox.RdfFormat.N_TRIPLES)),
    "nquads": Format("application/n-quads", _GRAPH, _graph(ox.RdfFormat.N_QUADS)),
    "jsonld": Format("application/ld+json", _GRAPH, _graph(ox.RdfFormat.JSON_LD)),
    "rdfxml": Format("application/rdf+xml", _GRAPH, _graph(ox.RdfFormat.RDF_XML)),
}
"""Every form of an answer, by the name that `--format` takes."""

ALIASES = {"md": "markdown", "ttl": "turtle", "nt": "ntriples", "nq": "nquads", "json-ld": "jsonld", "rdf": "rdfxml", "xml": "rdfxml"}
