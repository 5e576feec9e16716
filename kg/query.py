"""Saved questions and free ones: load, bind parameters, run, on a store or on a SPARQL endpoint.

>>> from kg.resources import folder
>>> question = load_queries(folder("queries"))["agency-portfolio"]
>>> question.summary
'What does an agency, or another agent, have to do with what, and which sentence says so?'
>>> question.parameters[0]
Parameter(name='agency', type='entity', cls='uneg:Agent', description='the agency, by acronym, label or IRI', default='https://w3id.org/uneg/agency/unep')
"""

from __future__ import annotations

import re
import threading
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import pyoxigraph as ox

from kg.emptied import SECONDS, emptied_by, explained, why_empty_remote
from kg.errors import NotFoundError, QueryError, did_you_mean
from kg.hints import typos, why_empty
from kg.lookup import find_entity
from kg.namespaces import PREFIXES
from kg.remote import ask_endpoint
from kg.results import GRAPH_COLUMNS, Result
from kg.sparql import check, declared_prefixes, excerpt, missing_prefixes, position, tokenize, variables
from kg.sparql_grammar import syntax_error

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from kg.sparql import Token

_STACK = 256 * 1024 * 1024
_HEADER = re.compile(r"^#\+\s*(summary|tags|param):\s*(.*?)\s*$", re.MULTILINE)
_PARAMETER = re.compile(r'(?P<name>\w+)\s+(?:(?P<type>date|string|integer|entity)(?:\((?P<cls>[\w-]+:\w+)\))?)\s+"(?P<description>[^"]*)"')
_VALUES = re.compile(
    r"^(?P<head>[ \t]*VALUES[ \t]+\?\w+[ \t]*\{)(?P<data>.*)(?P<tail>\}[ \t]*#=[ \t]*(?P<name>\w+)[ \t\r]*)$", re.MULTILINE
)
_TERM = re.compile(r'\s*(?:<(?P<iri>[^<>"\s]*)>|"(?P<words>(?:[^"\\]|\\.)*)"(?:\^\^\S+|@\S+)?|(?P<number>[+-]?\d+))\s*\Z')
_REFUSALS = (
    ("variable that is unbound", "A variable after SELECT is neither grouped nor aggregated. Add it to GROUP BY, or use SAMPLE(?x)."),
    ("Duplicated variable", "A variable stands twice after SELECT. Name it once."),
    ("overrides an existing variable", "The name after AS is already taken by another variable. Choose another name."),
    ("IRI parsing failed", "An IRI is not complete. Write it in full, such as <https://…>, or with a prefix."),
)
_LABELS = tuple(ox.NamedNode(PREFIXES[prefix] + name) for prefix, name in (("rdfs", "label"), ("foaf", "name"), ("dcterms", "title")))
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a saved question can be asked about: `type` is entity, date, string or integer."""

    name: str
    type: str
    cls: str
    description: str
    default: str


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A question in plain language and the SPARQL that answers it; the text runs as it is."""

    name: str
    summary: str
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    text: str
    path: Path | None = None


def load_queries(folder: Path) -> dict[str, SavedQuery]:
    """Return the saved questions of a folder by name, in alphabetical order.

    Raise `NotFoundError` where there is no such folder, `QueryError` where a header is broken.
    """
    if not folder.is_dir():
        message = f"There is no folder '{folder}' with saved queries. Install the program again, or name a query file instead."
        raise NotFoundError(message)
    found = {path.stem: read_query(path) for path in sorted(folder.glob("*.rq"), key=lambda path: path.stem)}
    for query in found.values():
        if not query.summary:
            message = f"{query.path}: the header has no line '#+ summary: …'. Add the question in plain language."
            raise QueryError(message)
    return found


def find_query(queries: Mapping[str, SavedQuery], name: str) -> SavedQuery:
    """Return a saved question by name; raise `NotFoundError` with the nearest names."""
    if name not in queries:
        message = f"No query '{name}'.{did_you_mean(name, queries)} Queries: {', '.join(queries)}."
        raise NotFoundError(message)
    return queries[name]


def read_query(path: Path) -> SavedQuery:
    """Read a query file; a header is welcome but not needed."""
    try:
        return parse_query(path.read_text(encoding="utf-8-sig"), path.stem, path)
    except (OSError, UnicodeDecodeError) as error:
        reason = "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error.strerror).lower()
        message = f"Cannot read '{path}': {reason}. Name a saved query (kg query lists them), a SPARQL file, or - for standard input."
        raise NotFoundError(message) from None


def parse_query(text: str, name: str = "query", path: Path | None = None) -> SavedQuery:
    r"""Return the query of a text with what its header says of it.

    >>> parse_query("#+ summary: Is there anything?\nASK {}").summary
    'Is there anything?'
    """
    header: dict[str, list[str]] = {"summary": [], "tags": [], "param": []}
    for key, value in _HEADER.findall(text):
        header[key].append(value)
    data = {match["name"]: match["data"] for match in _VALUES.finditer(text)}
    parameters = tuple(_parameter(line, data, path or name) for line in header["param"])
    for marked in data.keys() - {parameter.name for parameter in parameters}:
        message = f"{path or name}: the line '#= {marked}' has no header line '#+ param: {marked} TYPE \"description\"'."
        raise QueryError(message)
    tags = tuple(tag.strip() for line in header["tags"] for tag in line.split(",") if tag.strip())
    return SavedQuery(name, " ".join(header["summary"]), tags, parameters, text, path)


def _parameter(line: str, data: Mapping[str, str], where: Path | str) -> Parameter:
    match = _PARAMETER.fullmatch(line)
    if not match:
        message = (
            f"{where}: cannot read '#+ param: {line}'. Write: #+ param: name TYPE \"description\", "
            "where TYPE is entity, entity(uneg:Class), date, string or integer."
        )
        raise QueryError(message)
    default = _TERM.match(data.get(match["name"], ""))
    if not default:
        message = f"{where}: the parameter '{match['name']}' has no line 'VALUES ?x {{ default }} #= {match['name']}' with one default."
        raise QueryError(message)
    return Parameter(match["name"], match["type"], match["cls"] or "", match["description"], default[default.lastgroup or 0])


def bind(query: SavedQuery, values: Mapping[str, str], store: ox.Store | str) -> str:
    """Return the text of a query with its parameters set; what is not given keeps its default.

    A value becomes an RDF term, and the term's serialization stands in the VALUES line of the
    parameter; no value is ever read as SPARQL. An entity may be given as acronym, label in any
    letter case, CURIE or IRI; it is looked up in `store`, a store or the address of an endpoint.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    for name in values:
        if name not in known:
            offered = f"Its parameters: {', '.join(known)}." if known else "It has none."
            message = f"The query '{query.name}' has no parameter '{name}'.{did_you_mean(name, known)} {offered}"
            raise QueryError(message)
    ask = partial(run_remote, store) if isinstance(store, str) else partial(run, store, explain=False)
    terms = {name: str(_term(known[name], value, ask)) for name, value in values.items()}
    return _VALUES.sub(lambda m: f"{m['head']} {terms[m['name']]} {m['tail']}" if m["name"] in terms else m[0], query.text)


def _term(parameter: Parameter, value: str, ask: Callable[[str], Result]) -> ox.NamedNode | ox.Literal:
    """Return the RDF term of a value; raise `QueryError` where it is not of the type."""
    if parameter.type == "entity":
        return ox.NamedNode(find_entity(ask, value, parameter.cls))
    if re.search(r"\\[uU]", value) or any(0xD800 <= ord(character) < 0xE000 for character in value):  # noqa: PLR2004 - surrogates
        message = f"The value of '{parameter.name}' holds a code point escape or half a character. Write the character itself."
        raise QueryError(message)
    if parameter.type == "integer":
        if re.fullmatch(r"[+-]?[0-9]{1,18}", value.strip()):
            return ox.Literal(int(value))
        wanted = "a whole number, such as 5"
    elif parameter.type == "date":
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value.strip(), re.ASCII) and _is_date(value.strip()):
            return ox.Literal(value.strip(), datatype=ox.NamedNode(PREFIXES["xsd"] + "date"))
        wanted = "a day, such as 2022-10-13"
    else:
        return ox.Literal(value)
    message = f"The parameter '{parameter.name}' ({parameter.description}) is {wanted}, not '{value}'."
    raise QueryError(message)


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def run(store: ox.Store, sparql: str, prefixes: Mapping[str, str] = PREFIXES, *, explain: bool = True) -> Result:
    """Ask a store; the default graph is the union of all graphs, unless the query says FROM.

    Well-known prefixes need no declaration. Notes of the answer say which were added and, with
    `explain`, why there are no rows. Raise `QueryError` for what is wrong or refused.

    >>> run(ox.Store(), "SELECT ?b ?a { VALUES (?a ?b) { (1 2) } }").records()
    [{'b': '2', 'a': '1'}]
    """
    tokens = check(sparql)
    added = missing_prefixes(sparql, tokens, prefixes)
    result = _on_big_stack(lambda: _evaluate(store, sparql, tokens, added))
    notes = _added(added)
    known = {**added, **declared_prefixes(tokens)}
    if explain and result.kind == "rows" and not result.rows:
        told: list[str] = []
        with suppress(TimeoutError):
            told = _on_big_stack(lambda: emptied_by(sparql, lambda part: _evaluate(store, part, tokenize(part), added)), 2 * SECONDS)
        notes += explained(why_empty(store, tokens, known), told)
    elif explain:
        notes += typos(store, tokens, known)
    return result.with_notes(notes)


def _evaluate(store: ox.Store, sparql: str, tokens: Sequence[Token], prefixes: Mapping[str, str]) -> Result:
    union = not any(token.word.endswith("FROM") for token in tokens) and not _holds_union(store)
    try:
        answer = store.query(sparql, prefixes=dict(prefixes), use_default_graph_as_union=union)
        if isinstance(answer, ox.QueryBoolean):
            return Result(("answer",), ((ox.Literal(bool(answer)),),), "boolean")
        if isinstance(answer, ox.QueryTriples):
            triples = sorted(dict.fromkeys(answer), key=str)
            return Result(GRAPH_COLUMNS, tuple((t.subject, t.predicate, t.object) for t in triples), "graph")
        names = [variable.value for variable in answer.variables]
        order = _column_order(tokens, names)
        return Result(tuple(names[i] for i in order), tuple(tuple(row[i] for i in order) for row in answer))
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        raise QueryError(_refusal(sparql, str(error))) from None


def _holds_union(store: ox.Store) -> bool:
    """Tell whether the default graph of a store holds triples: those of all graphs, as a build writes it."""
    return next(store.quads_for_pattern(None, None, None, ox.DefaultGraph()), None) is not None


def _column_order(tokens: Sequence[Token], names: Sequence[str]) -> list[int]:
    """Return the places of the columns; for `SELECT *`, which the engine sorts, as they first occur."""
    words = [token.word or token.text for token in tokens]
    select = words.index("SELECT")
    if "*" not in words[select + 1 : select + 3]:
        return list(range(len(names)))
    occurrence = {name: place for place, name in enumerate(variables(tokens))}
    return sorted(range(len(names)), key=lambda place: occurrence.get(names[place], len(occurrence)))


def _refusal(sparql: str, error: str) -> str:
    """Say in plain words why the engine refused a query."""
    message = syntax_error(sparql)
    if message:
        return message
    relative = next((t for t in tokenize(sparql) if t.kind == "iri" and not re.match(r"<[A-Za-z][\w+.-]*:", t.text)), None)
    if relative and "BASE" not in {token.word for token in tokenize(sparql)}:
        line, column = position(sparql, relative.start)
        advice = "Write it in full, such as <https://…>, or with a prefix."
        return f"line {line}, column {column}: {relative.text} is no complete IRI. {advice}\n{excerpt(sparql, relative.start)}"
    advice = next((words for part, words in _REFUSALS if part in error), "")
    if not advice and error.startswith("error at "):
        advice = "Check that BIND(… AS ?x) uses a new name, that no blank node is used in two groups, and that VALUES rows are complete."
    return f"The query is well formed but cannot be run. {advice or error.splitlines()[0][:200] + '.'}"


def _on_big_stack(task: Callable[[], _Value], seconds: float | None = None) -> _Value:
    """Run a task in a thread with room for deep nesting; an interrupt, or so many seconds, end the waiting."""
    outcome: list[_Value] = []
    failure: list[BaseException] = []

    def work() -> None:
        try:
            outcome.append(task())
        except BaseException as error:  # noqa: BLE001 - carried over to the caller's thread
            failure.append(error)

    before = threading.stack_size(_STACK)
    try:
        thread = threading.Thread(target=work, daemon=True)
        thread.start()
    finally:
        threading.stack_size(before)
    thread.join(seconds)
    if thread.is_alive():
        raise TimeoutError
    if failure:
        raise failure[0]
    return outcome[0]


def run_remote(url: str, sparql: str, prefixes: Mapping[str, str] = PREFIXES, *, explain: bool = False) -> Result:
    """Ask a SPARQL 1.1 endpoint; well-known prefixes are added to the query.

    With `explain`, an answer without rows is followed by a few more questions, which tell why. Raise
    `QueryError` where nobody answers within a minute, or not as the protocol says.
    """
    tokens = tokenize(sparql)
    used = {token.text.partition(":")[0] for token in tokens if token.kind == "pname"}
    added = {name: prefixes[name] for name in sorted(used - declared_prefixes(tokens).keys()) if name in prefixes}
    head = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in added.items())
    result = ask_endpoint(url, head + sparql).with_notes(_added(added))
    if explain and result.kind == "rows" and not result.rows:
        known = {**added, **declared_prefixes(tokens)}
        return result.with_notes(why_empty_remote(head + sparql, known, partial(ask_endpoint, url, timeout=SECONDS)))
    return result


def _added(prefixes: Mapping[str, str]) -> list[str]:
    listed = ", ".join(f"{name}: <{iri}>" for name, iri in prefixes.items())
    return [f"Declared for you: {listed}."] if listed else []


def labels_of(store: ox.Store, result: Result) -> dict[str, str]:
    """Return the labels of the IRIs in an answer, the English one where there are several."""
    nodes = {term for row in result.rows for term in row if isinstance(term, ox.NamedNode)}
    labels = {}
    for node in nodes:
        found = [quad.object for name in _LABELS for quad in store.quads_for_pattern(node, name, None)]
        literals = sorted((term for term in found if isinstance(term, ox.Literal)), key=lambda term: (term.language != "en", term.value))
        if literals:
            labels[node.value] = literals[0].value
    return labels
