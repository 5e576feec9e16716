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
_LITERAL = re.compile(r"""^(?:\"{3}|'{3}|"|')(.*?)(?:\"{3}|'{3}|"|')$""", re.DOTALL)
_OPERATORS = frozenset({"=", "!=", "<", ">", "<=", ">=", "(", ","})
_ALL = (
    "Every name in the query occurs in the data, but nothing matches all of its patterns together. "
    "Leave patterns out one by one, or make some OPTIONAL."
)


def typos(store: ox.Store, tokens: Sequence[Token], prefixes: Mapping[str, str]) -> list[str]:
    """Return a note for every term of our own ontology that the ontology does not have.

    Said of every answer, for such a name is a slip even where other patterns match.
    """
    names = dict.fromkeys(iri for iri, _ in _names(tokens, prefixes) if iri.startswith(UNEG))
    strange = [iri for iri in names if not _occurs(store, ox.NamedNode(iri))]
    if not strange or not _occurs(store, ox.NamedNode(UNEG + "Workstream")):
        return []
    return [_unknown(store, iri, "term") for iri in strange]


def why_empty(store: ox.Store, tokens: Sequence[Token], prefixes: Mapping[str, str]) -> list[str]:
    """Return what explains an answer without rows, the most telling first."""
    if not _any(store):
        return ["The dataset is empty. Build one with 'kg build'."]
    notes = [*_namespaces(store, tokens, prefixes)]
    strange = {namespace for namespace, _ in notes}
    found = [note for _, note in notes]
    for iri, is_class in dict.fromkeys(_names(tokens, prefixes)):
        if not any(iri.startswith(namespace) for namespace in strange):
            found += _about(store, iri, is_class=is_class)
    found += _about_literals(store, tokens, prefixes)
    return found or [_ALL]


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


def _names(tokens: Sequence[Token], prefixes: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
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
        names = [iri for iri, _ in _names(tokens, prefixes) if iri.startswith(namespace)]
        if prefix not in used or any(_occurs(store, ox.NamedNode(iri)) for iri in names) or _begins(store, namespace):
            continue
        own = PREFIXES.get(prefix)
        near = [own] if own and own != namespace else get_close_matches(namespace, list(PREFIXES.values()), n=1, cutoff=0.7)
        hint = f" Did you mean <{near[0]}>?" if near and near[0] != namespace else ""
        yield namespace, f"The prefix {prefix}: stands for <{namespace}>, with which no name in the data begins.{hint}"


def _about_literals(store: ox.Store, tokens: Sequence[Token], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Say which text in the place of an object occurs only with a language or a datatype."""
    for index, token in enumerate(tokens):
        literal = _LITERAL.match(token.text) if token.kind == "string" else None
        before = tokens[index - 1] if index else token
        after = tokens[index + 1].text if index + 1 < len(tokens) else ""
        plain = not after.startswith(("@", "^^"))
        if literal is None or "\\" in literal[1] or before.text in _OPERATORS or before.kind not in {"pname", "iri", "word"}:
            continue
        if not plain or before.word in {"FILTER", "VALUES"}:
            continue
        prop = next((ox.NamedNode(iri) for iri, _ in _names([before], prefixes)), None)
        if not _any(store, None, prop, ox.Literal(literal[1])):
            yield _about_text(store, prop, literal[1])


def _about_text(store: ox.Store, prop: ox.NamedNode | None, words: str) -> str:
    """Say in which other form a text occurs, or as the value of which other property."""
    languages = [tag for tag in ("en", "fr", "es", "ru", "zh", "ar") if _any(store, None, prop, ox.Literal(words, language=tag))]
    if languages:
        return f'The text "{words}" occurs with a language only: write "{words}"@{languages[0]}.'
    quad = next((q for value in _forms(words) for q in store.quads_for_pattern(None, None, value)), None)
    if quad:
        return f'The text "{words}" does not occur there, but as {shorten(quad.predicate.value)} {quad.object}.'
    return f'The text "{words}" does not occur in the data exactly so. Try FILTER(CONTAINS(LCASE(STR(?x)), "…")).'


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
