"""Answer one question on a store or an endpoint: check, bind, run, serialize, explain.

This runs inside a worker process. A question and the head of a reply are plain dictionaries, as
they travel as JSON.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pyoxigraph as ox

from kg.emptied import SECONDS, emptied_by, explained, why_empty_remote
from kg.errors import KGError, NotFoundError, QueryError
from kg.hints import typos, why_empty
from kg.namespaces import PREFIXES
from kg.query import bind, run, run_remote
from kg.remote import ask_endpoint
from kg.results import Result
from kg.server.graphs import ask_graph
from kg.server.limits import BYTES, ROWS
from kg.server.rewriting import dataset_graphs, form_of, is_volatile, names_dataset, refusal_code, with_limit, with_prefixes
from kg.sparql import check, declared_prefixes, missing_prefixes, tokenize

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.query import SavedQuery
    from kg.sparql import Token

_ROWS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
TRIPLES = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "nquads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
_SMALLEST_ROW = 3
_SORTABLE = 10_000
"""Virtuoso refuses to sort for a larger LIMIT."""
_Head = dict[str, Any]


class _TooLargeError(Exception):
    """The answer does not fit a limit, which is its argument."""


class _ValueError(KGError):
    """The value of a parameter does not fit."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back: `head` says how it went, `body` is the serialized answer."""

    head: _Head
    body: bytes = b""


@dataclass(slots=True)
class _Sink:
    """A file that holds so many bytes and no more."""

    room: int
    parts: list[bytes] = field(default_factory=list)

    def write(self, data: bytes) -> int:
        self.room -= len(data)
        if self.room < 0:
            raise _TooLargeError(BYTES)
        self.parts.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Do nothing: all is in memory."""


class Answerer:
    """Holds the store (or the endpoint's address) and the saved queries of a worker."""

    def __init__(self, store: str, endpoint: str, queries: Mapping[str, SavedQuery]) -> None:
        """Open the store read-only."""
        self.store = ox.Store() if endpoint else ox.Store.read_only(store)
        self.endpoint = endpoint
        self.saved = queries

    def answer(self, question: Mapping[str, Any]) -> Reply:
        """Return the reply to a question; what the asker can mend comes back as a message."""
        try:
            sparql = self._bound(question)
            if question.get("why"):
                return self._why(sparql, question)
            return self._remote(sparql, question) if self.endpoint else self._local(sparql, question)
        except _TooLargeError as limit:
            return Reply({"ok": False, "code": "limit", "limit": str(limit)})
        except NotFoundError as error:
            return Reply({"ok": False, "code": "absent", "message": str(error)})
        except _ValueError as error:
            return Reply({"ok": False, "code": "value", "message": str(error)})
        except KGError as error:
            return Reply({"ok": False, "code": refusal_code(str(error)), "message": str(error)})

    def _bound(self, question: Mapping[str, Any]) -> str:
        """Return the SPARQL of a question: free, or a saved query with its values."""
        name = question.get("saved")
        if not name:
            return str(question["query"])
        try:
            return bind(self.saved[name], question["values"], self.endpoint or self.store)
        except QueryError as error:
            raise _ValueError(str(error)) from None

    def _local(self, sparql: str, question: Mapping[str, Any]) -> Reply:
        tokens = check(sparql)
        added = missing_prefixes(sparql, tokens, PREFIXES)
        limit = int(question["max_rows"])
        run_query = partial(self._evaluate, question, tokens, added)
        try:
            reply = self._serialized(run_query(with_limit(sparql, tokens, limit + 1)), question)
        except (SyntaxError, ValueError, OSError, RuntimeError) as error:
            run(self.store, sparql, explain=False)
            message = f"The query could not be run: {str(error).splitlines()[0][:300]}"
            raise QueryError(message) from None
        if not reply.head["ok"]:
            return reply
        known = {**added, **declared_prefixes(tokens)}
        notes = [f"Declared for you: {', '.join(f'{name}: <{iri}>' for name, iri in added.items())}."] if added else []
        if question.get("explain") and reply.head["count"]:
            notes += typos(self.store, tokens, known)
        return _finished(reply, question, sparql, tokens, notes)

    def _why(self, sparql: str, question: Mapping[str, Any]) -> Reply:
        """Say why a query has no rows; that it may be asked has been checked."""
        tokens = check(sparql)
        if self.endpoint:
            known = {**PREFIXES, **declared_prefixes(tokens)}
            ask = partial(ask_endpoint, self._address(question), timeout=SECONDS)
            return Reply({"ok": True, "notes": why_empty_remote(with_prefixes(sparql, tokens, PREFIXES), known, ask)})
        added = missing_prefixes(sparql, tokens, PREFIXES)
        notes = why_empty(self.store, tokens, {**added, **declared_prefixes(tokens)})
        return Reply({"ok": True, "notes": explained(notes, emptied_by(sparql, partial(self._part, question, added)))})

    def _part(self, question: Mapping[str, Any], prefixes: Mapping[str, str], sparql: str) -> Result:
        """Ask a part of a query, on the same dataset."""
        try:
            answer = self._evaluate(question, tokenize(sparql), prefixes, sparql)
            if isinstance(answer, ox.QueryBoolean):
                return Result(("answer",), ((ox.Literal(bool(answer)),),), "boolean")
            names = tuple(variable.value for variable in answer.variables)
            return Result(names, tuple(tuple(row) for row in answer))
        except (SyntaxError, ValueError, OSError, RuntimeError) as error:
            message = str(error)
            raise QueryError(message) from None

    def _evaluate(self, question: Mapping[str, Any], tokens: Sequence[Token], prefixes: Mapping[str, str], sparql: str) -> Any:  # noqa: ANN401 - one of three
        """Run a query on the dataset that the request or the query names, else on all of the store."""
        ask = partial(self.store.query, sparql, base_iri=question["base"], prefixes=dict(prefixes))
        default, named = question.get("default"), question.get("named")
        if not default and not named:
            if not names_dataset(tokens):
                return ask()
            default, named = dataset_graphs(tokens, {**prefixes, **declared_prefixes(tokens)}, question["base"])
            if default is None:
                return ask()
        graphs: list[Any] = [ox.NamedNode(iri) for iri in default or ()]
        others: list[Any] = [ox.NamedNode(iri) for iri in named or ()]
        if len(set(graphs)) < 2:  # noqa: PLR2004 - several graphs are merged
            return ask(default_graph=graphs, named_graphs=others)
        merged = _merged(self.store, graphs, others)
        return merged.query(sparql, base_iri=question["base"], prefixes=dict(prefixes), default_graph=[ox.DefaultGraph()], named_graphs=others)

    def _serialized(self, answer: Any, question: Mapping[str, Any]) -> Reply:  # noqa: ANN401 - as above
        formats, limit, room = question["formats"], int(question["max_rows"]), int(question["max_bytes"])
        if isinstance(answer, ox.QueryTriples):
            return _triples(answer, formats["graph"], limit, room, may_cut=bool(question.get("cut")))
        kind = "boolean" if isinstance(answer, ox.QueryBoolean) else "rows"
        if formats[kind] is None:
            return Reply({"ok": False, "code": "format", "kind": kind})
        if isinstance(answer, ox.QueryBoolean):
            return Reply({"ok": True, "kind": kind, "format": formats[kind], "count": 1}, answer.serialize(format=_ROWS[formats[kind]]) or b"")
        return _rows(answer, formats[kind], limit, room, may_cut=bool(question.get("cut")))

    def _remote(self, sparql: str, question: Mapping[str, Any]) -> Reply:
        """Ask the endpoint; SERVICE and updates are refused here too."""
        tokens = check(sparql)
        url = self._address(question)
        most = int(question["max_rows"]) + 1
        is_sorted = most > _SORTABLE and any(token.word == "ORDER" for token in tokens)
        sent = sparql if is_sorted else with_limit(sparql, tokens, most)
        is_graph = form_of(tokens) in {"CONSTRUCT", "DESCRIBE"}
        result = ask_graph(url, with_prefixes(sent, tokens, PREFIXES)) if is_graph else run_remote(url, sent)
        result = _as_asked(result, form_of(tokens))
        form = question["formats"]["graph" if result.kind == "graph" else result.kind]
        if form is None:
            return Reply({"ok": False, "code": "format", "kind": result.kind})
        rows = result.rows[: most - 1]
        cut = len(result.rows) > len(rows)
        if cut and not question.get("cut"):
            raise _TooLargeError(ROWS)
        body = _remote_body(result.kind, result.columns, rows, form)
        if len(body) > int(question["max_bytes"]):
            raise _TooLargeError(BYTES)
        reply = Reply({"ok": True, "kind": result.kind, "format": form, "count": len(rows), "cut": cut}, body)
        return _finished(reply, question, sparql, tokens, result.notes)

    def _address(self, question: Mapping[str, Any]) -> str:
        """Return the address of the endpoint with the dataset that the request names."""
        graphs = [("default-graph-uri", iri) for iri in question.get("default") or ()]
        graphs += [("named-graph-uri", iri) for iri in question.get("named") or ()]
        return self.endpoint + (("&" if "?" in self.endpoint else "?") + urlencode(graphs) if graphs else "")


def _as_asked(result: Result, form: str) -> Result:
    """Return an answer as its query has it: Virtuoso answers ASK with a table, if it may."""
    if result.kind == "rows" and form == "ASK":
        is_true = bool(result.rows) and getattr(result.rows[0][0], "value", "") in {"1", "true"}
        return Result(("answer",), ((ox.Literal(is_true),),), "boolean", result.notes)
    return result


def _remote_body(kind: str, columns: Sequence[str], rows: Sequence[Sequence[Any]], form: str) -> bytes:
    """Serialize rows that came from an endpoint."""
    if kind == "graph" and form != "json":
        triples = [ox.Triple(*row) for row in rows]
        rdf = TRIPLES[form]
        items: Any = (ox.Quad(*triple) for triple in triples) if rdf in {ox.RdfFormat.TRIG, ox.RdfFormat.N_QUADS} else triples
        return ox.serialize(items, format=rdf, prefixes=PREFIXES) or b""
    if kind == "boolean":
        document: dict[str, Any] = {"head": {}, "boolean": rows[0][0].value == "true"}
    else:
        bindings = [{name: _term(term) for name, term in zip(columns, row, strict=True) if term is not None} for row in rows]
        document = {"head": {"vars": list(columns)}, "results": {"bindings": bindings}}
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    if form == "json":
        return body
    return ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON).serialize(format=_ROWS[form]) or b""


def _rows(answer: ox.QuerySolutions, form: str, limit: int, room: int, *, may_cut: bool) -> Reply:
    sink = _Sink(room)
    answer.serialize(sink, format=_ROWS[form])  # type: ignore[arg-type]
    body = b"".join(sink.parts)
    head: _Head = {"ok": True, "kind": "rows", "format": form, "count": 1}
    if form == "json" and (may_cut or len(body) > _SMALLEST_ROW * limit):
        document = json.loads(body)
        bindings = document["results"]["bindings"]
        head["count"] = len(bindings)
        if len(bindings) > limit:
            if not may_cut:
                raise _TooLargeError(ROWS)
            document["results"]["bindings"] = bindings[:limit]
            return Reply({**head, "count": limit, "cut": True}, json.dumps(document, ensure_ascii=False).encode())
    elif _more_rows(body, form, limit):
        raise _TooLargeError(ROWS)
    head["count"] = 0 if _is_empty(body, form) else max(1, int(head["count"]))
    return Reply(head, body)


def _more_rows(body: bytes, form: str, limit: int) -> bool:
    """Tell whether an answer has more rows than the limit; counted only where it may."""
    if len(body) <= limit:
        return False
    if form == "xml":
        return body.count(b"<result>") > limit
    if form == "tsv":
        return body.count(b"\n") - 1 > limit
    if form == "csv":
        return sum(part.count(b"\n") for part in body.split(b'"')[::2]) - 1 > limit
    return len(json.loads(body)["results"]["bindings"]) > limit


def _is_empty(body: bytes, form: str) -> bool:
    if form == "json":
        return body.endswith(b'"bindings":[]}}')
    if form == "xml":
        return b"<result>" not in body
    return body.count(b"\n") <= 1


def _triples(answer: ox.QueryTriples, form: str | None, limit: int, room: int, *, may_cut: bool) -> Reply:
    """Serialize the triples of a CONSTRUCT or DESCRIBE, each once, with our prefixes."""
    if form is None:
        return Reply({"ok": False, "code": "format", "kind": "graph"})
    found: dict[ox.Triple, None] = {}
    cut = False
    for triple in answer:
        if len(found) >= limit and triple not in found:
            if not may_cut:
                raise _TooLargeError(ROWS)
            cut = True
            break
        found[triple] = None
    head: _Head = {"ok": True, "kind": "graph", "format": form, "count": len(found), "cut": cut}
    if form == "json":
        return Reply(head, _as_json(found))
    sink = _Sink(room)
    rdf = TRIPLES[form]
    items: Any = (ox.Quad(*triple) for triple in found) if rdf in {ox.RdfFormat.TRIG, ox.RdfFormat.N_QUADS} else iter(found)
    ox.serialize(items, sink, format=rdf, prefixes=PREFIXES)  # type: ignore[arg-type]
    return Reply(head, b"".join(sink.parts))


def _as_json(triples: Mapping[ox.Triple, None]) -> bytes:
    """Return triples as a table of SPARQL JSON, for the pages."""
    rows = [{name: _term(term) for name, term in zip(("subject", "predicate", "object"), triple, strict=True)} for triple in triples]
    return json.dumps({"head": {"vars": ["subject", "predicate", "object"]}, "results": {"bindings": rows}}, ensure_ascii=False).encode()


def _term(term: Any) -> dict[str, str]:  # noqa: ANN401 - any RDF term
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if not isinstance(term, ox.Literal):
        return {"type": "literal", "value": str(term)}
    extra = {"xml:lang": term.language} if term.language else {"datatype": term.datatype.value}
    return {"type": "literal", "value": term.value, **extra}


def _merged(store: ox.Store, graphs: Sequence[ox.NamedNode], others: Sequence[ox.NamedNode]) -> ox.Store:
    """Return the dataset whose default graph is the merge of several graphs: a triple of two counts once."""
    merged = ox.Store()
    for graph in set(graphs):
        merged.bulk_extend(ox.Quad(*quad.triple) for quad in store.quads_for_pattern(None, None, None, graph))
    for graph in set(others):
        merged.bulk_extend(store.quads_for_pattern(None, None, None, graph))
    return merged


def _finished(reply: Reply, question: Mapping[str, Any], sparql: str, tokens: Sequence[Token], notes: Sequence[str]) -> Reply:
    """Add to the head what the server must know of the query."""
    if not reply.head["ok"]:
        return reply
    head = {**reply.head, "notes": list(notes), "volatile": is_volatile(tokens)}
    if question.get("saved"):
        head["query"] = sparql
    return Reply(head, reply.body)
