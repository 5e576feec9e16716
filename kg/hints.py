"""Why a query found nothing: which of its names the data does not know, and which is nearest.

A name that does not occur is no error in SPARQL; the answer is just empty. These notes say so.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.namespaces import PREFIXES, UNEG
from kg.results import shorten
from kg.sparql import Token, declared_prefixes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")
_XSD = PREFIXES["xsd"]
TEXT = frozenset({_XSD + "string", PREFIXES["rdf"] + "langString"})
"""The datatypes of text."""
NUMBERS = frozenset(_XSD + name for name in ("integer", "decimal", "double", "float", "int", "long", "nonNegativeInteger", "positiveInteger"))
"""The datatypes of numbers that need no quotation marks."""
_LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
_DATATYPES = ("string", "integer", "date", "gYear", "gYearMonth", "dateTime", "decimal", "double", "boolean", "duration", "anyURI")
_LITERAL = re.compile(r"""^(?:\"{3}|'{3}|"|')(.*?)(?:\"{3}|'{3}|"|')$""", re.DOTALL)
_OPERATORS = frozenset({"=", "!=", "<", ">", "<=", ">=", "(", ","})
EMPTY = "The dataset is empty. Build one with 'kg build'."
NOTHING_TOGETHER = "Every name in the query occurs in the data, but nothing matches all of its patterns together."


def typos(store: ox.Store, tokens: Sequence[Token], prefixes: Mapping[str, str]) -> list[str]:
    """Return a note for every term of our own ontology that the ontology does not have.

    Said of every answer, for such a name is a slip even where other patterns match.
    """
    used = dict.fromkeys(iri for iri, _ in names(tokens, prefixes) if iri.startswith(UNEG))
    strange = [iri for iri in used if not _occurs(store, ox.NamedNode(iri))]
    if not strange or not _occurs(store, ox.NamedNode(UNEG + "Workstream")):
        return []
    return [_unknown(store, iri, "term") for iri in strange]


def why_empty(store: ox.Store, tokens: Sequence[Token], prefixes: Mapping[str, str]) -> list[str]:
    """Return what explains an answer without rows, the most telling first."""
    if not _any(store):
        return [EMPTY]
    notes = [*_namespaces(store, tokens, prefixes)]
    strange = {namespace for namespace, _ in notes}
    found = [note for _, note in notes]
    for iri, is_class in dict.fromkeys(names(tokens, prefixes)):
        if not any(iri.startswith(namespace) for namespace in strange):
            found += _about(store, iri, is_class=is_class)
    found += _about_literals(store, tokens, prefixes)
    return found or [NOTHING_TOGETHER]


def _about(store: ox.Store, iri: str, *, is_class: bool) -> Iterator[str]:
    """Say whether an IRI occurs, and whether as what the query takes it for."""
    node = ox.NamedNode(iri)
    if iri == _TYPE.value or iri.startswith(_XSD):
        return
    if not _occurs(store, node):
        yield _unknown(store, iri, "class" if is_class else "name")
    elif is_class and not _any(store, None, _TYPE, node):
        yield f"The class {shorten(iri)} has no instance.{_nearest(iri, _classes(store))}"
    elif _is_property(store, node) and not is_class and not _any(store, None, node, None):
        yield f"The property {shorten(iri)} is defined, but nothing in the data has it.{_nearest(iri, _properties(store))}"


def _unknown(store: ox.Store, iri: str, what: str) -> str:
    choices = _classes(store) if what == "class" else [*_properties(store), *_classes(store), *_subjects(store, iri)]
    return f"The {what} {shorten(iri)} does not occur in the data.{_nearest(iri, choices)}"


def _nearest(iri: str, choices: Iterable[str]) -> str:
    """Return " Did you mean …?" with the nearest IRIs, by their last part."""
    by_tail: dict[str, str] = {}
    for choice in sorted(choices):
        by_tail.setdefault(_tail(choice), choice)
    by_tail.pop(_tail(iri), None)
    same = sorted(choice for choice in set(choices) if _tail(choice) == _tail(iri) and choice != iri)
    near = [by_tail[tail] for tail in get_close_matches(_tail(iri), by_tail, n=2, cutoff=0.65)]
    found = [*same, *near][:2]
    return f" Did you mean {' or '.join(shorten(choice) for choice in found)}?" if found else ""


def _tail(iri: str) -> str:
    return re.split(r"[/#:]", iri.rstrip("/#"))[-1].casefold()


def names(tokens: Sequence[Token], prefixes: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    """Yield the IRIs of a query, each with whether it stands where a class stands."""
    for index, token in enumerate(tokens):
        before = tokens[index - 1] if index else token
        earlier = tokens[index - 2].word if index > 1 else ""
        if token.kind == "iri" and not (before.word == "BASE" or earlier == "PREFIX"):
            iri = token.text[1:-1]
        elif token.kind == "pname" and before.word != "PREFIX" and token.text.partition(":")[2]:
            prefix, _, local = token.text.partition(":")
            iri = prefixes.get(prefix, "") + re.sub(r"\\(.)", r"\1", local)
        else:
            continue
        if "://" in iri and before.text != "^^":
            yield iri, before.text in {"a", "rdf:type"}


def _namespaces(store: ox.Store, tokens: Sequence[Token], prefixes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the declared namespaces that no name of the data begins with, each with a note."""
    names_used = (t for before, t in pairwise(tokens) if t.kind == "pname" and before.word != "PREFIX")
    used = {token.text.partition(":")[0] for token in names_used}
    for prefix, namespace in declared_prefixes(tokens).items():
        inside = [iri for iri, _ in names(tokens, prefixes) if iri.startswith(namespace)]
        if prefix not in used or any(_occurs(store, ox.NamedNode(iri)) for iri in inside) or _begins(store, namespace):
            continue
        own = PREFIXES.get(prefix)
        near = [own] if own and own != namespace else get_close_matches(namespace, list(PREFIXES.values()), n=1, cutoff=0.7)
        hint = f" Did you mean <{near[0]}>?" if near and near[0] != namespace else ""
        yield namespace, f"The prefix {prefix}: stands for <{namespace}>, with which no name in the data begins.{hint}"


def _about_literals(store: ox.Store, tokens: Sequence[Token], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Say which literal in the place of an object occurs only with another language or datatype."""
    for index, token in enumerate(tokens):
        before = tokens[index - 1] if index else token
        is_object = before.kind in {"pname", "iri"} or (token.kind == "string" and before.kind == "word" and before.word not in {"FILTER", "VALUES"})
        literal = _literal(tokens, index, prefixes) if is_object and before.text not in _OPERATORS else None
        if literal is None or (index > 1 and tokens[index - 2].text in {"^^", "PREFIX"}):
            continue
        prop = next((ox.NamedNode(iri) for iri, _ in names([before], prefixes)), None)
        if not _any(store, None, prop, literal):
            yield from _about_value(store, prop, literal)


def _literal(tokens: Sequence[Token], index: int, prefixes: Mapping[str, str]) -> ox.Literal | None:
    """Return the literal that begins at a place; None where there is none, or one that is written with escapes."""
    token, after = tokens[index], tokens[index + 1 : index + 3]
    if token.kind == "number":
        name = "integer" if token.text.isdigit() else "double" if "e" in token.text.lower() else "decimal"
        return ox.Literal(token.text, datatype=ox.NamedNode(_XSD + name))
    words = _LITERAL.match(token.text) if token.kind == "string" and "\\" not in token.text else None
    if words is None:
        return None
    if after and after[0].kind == "lang":
        return ox.Literal(words[1], language=after[0].text[1:].lower())
    if len(after) > 1 and after[0].text == "^^":
        iri = next((iri for iri, _ in names([after[1]], prefixes)), None)
        return ox.Literal(words[1], datatype=ox.NamedNode(iri)) if iri else None
    return ox.Literal(words[1])


def _about_value(store: ox.Store, prop: ox.NamedNode | None, literal: ox.Literal) -> Iterator[str]:
    """Say in which other form a value occurs, or as the value of which other property."""
    words = literal.value
    other = [ox.Literal(words, language=tag) for tag in _LANGUAGES]
    other += [ox.Literal(words, datatype=ox.NamedNode(_XSD + name)) for name in _DATATYPES]
    there = next((value for value in other if value != literal and _any(store, None, prop, value)), None)
    is_plain = not literal.language and literal.datatype.value == _XSD + "string"
    if there is not None and there.language and is_plain:
        yield f'The text "{words}" occurs with a language only: write "{words}"@{there.language}.'
    elif there is not None:
        kind = f"with the language @{there.language}" if there.language else f"as {shorten(there.datatype.value)}"
        yield f"The value {term(literal)} occurs there {kind} only: write {term(there)}."
    elif literal.datatype.value in TEXT:
        quad = next((q for value in (literal, *_forms(words)) for q in store.quads_for_pattern(None, None, value)), None)
        if quad:
            yield f'The text "{words}" does not occur there, but as {shorten(quad.predicate.value)} {quad.object}.'
        else:
            yield f'The text "{words}" does not occur in the data exactly so. Try FILTER(CONTAINS(LCASE(STR(?x)), "…")).'


def term(value: object) -> str:
    """Return a term as a query has it, in short.

    >>> term(ox.Literal("UNEP", language="en"))
    '"UNEP"@en'
    """
    if isinstance(value, ox.NamedNode):
        short = shorten(value.value)
        return short if re.match(r"[\w-]*:(?!//)", short) else f"<{value.value}>"
    if isinstance(value, ox.Literal):
        words = value.value if len(value.value) <= 60 else value.value[:59] + "…"  # noqa: PLR2004 - enough to know it by
        if value.language:
            return f'"{words}"@{value.language}'
        datatype = value.datatype.value
        return words if datatype in NUMBERS else f'"{words}"' if datatype in TEXT else f'"{words}"^^{shorten(datatype)}'
    return "a blank node"


def _forms(words: str) -> list[ox.Literal]:
    return [ox.Literal(words), ox.Literal(words, language="en")]


def _any(
    store: ox.Store,
    subject: ox.NamedNode | None = None,
    predicate: ox.NamedNode | None = None,
    value: ox.NamedNode | ox.Literal | None = None,
) -> bool:
    return next(iter(store.quads_for_pattern(subject, predicate, value, None)), None) is not None


def _occurs(store: ox.Store, node: ox.NamedNode) -> bool:
    graph = store.contains_named_graph(node)
    return graph or _any(store, node) or _any(store, None, node) or _any(store, None, None, node)


def _is_property(store: ox.Store, node: ox.NamedNode) -> bool:
    types = (quad.object for quad in store.quads_for_pattern(node, _TYPE, None))
    return any(isinstance(kind, ox.NamedNode) and kind.value.endswith("Property") for kind in types)


def _column(store: ox.Store, query: str) -> list[str]:
    rows: Iterable[ox.QuerySolution] = store.query(query, use_default_graph_as_union=True)  # type: ignore[assignment]
    return [row[0].value for row in rows if isinstance(row[0], ox.NamedNode)]


def _classes(store: ox.Store) -> list[str]:
    return _column(store, f"SELECT DISTINCT ?class {{ {{ ?thing a ?class }} UNION {{ ?class a <{PREFIXES['owl']}Class> }} }}")


def _properties(store: ox.Store) -> list[str]:
    return _column(store, "SELECT DISTINCT ?property { ?subject ?property ?object }")


def _subjects(store: ox.Store, iri: str) -> list[str]:
    """Return the things whose IRI lies in the same folder, or ends in the same word."""
    folder = iri[: max(iri.rfind("/"), iri.rfind("#")) + 1]
    return _column(
        store,
        f"SELECT DISTINCT ?thing {{ ?thing ?p ?o FILTER(isIRI(?thing) && (STRSTARTS(STR(?thing), {_quoted(folder)})"
        f" || STRENDS(LCASE(STR(?thing)), {_quoted('/' + _tail(iri))}))) }} LIMIT 20000",
    )


def _begins(store: ox.Store, namespace: str) -> bool:
    asked = f"ASK {{ ?s ?p ?o FILTER(STRSTARTS(STR(?s), {_quoted(namespace)}) || STRSTARTS(STR(?p), {_quoted(namespace)}))  }}"
    return bool(store.query(asked, use_default_graph_as_union=True))


@cache
def _quoted(words: str) -> str:
    return str(ox.Literal(words))
