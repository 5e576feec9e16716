r"""What the server reads from a query's tokens, and the one thing it adds: a LIMIT.

>>> text = "SELECT * { ?s ?p ?o } VALUES ?s { <https://example.org/> }"
>>> with_limit(text, tokenize(text), 11)
'SELECT * { ?s ?p ?o } \nLIMIT 11\nVALUES ?s { <https://example.org/> }'
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from kg.sparql import declared_prefixes, tokenize

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.sparql import Token

_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_VOLATILE = frozenset({"RAND", "NOW", "UUID", "STRUUID", "BNODE"})


def form_of(tokens: Sequence[Token]) -> str:
    """Return SELECT, ASK, CONSTRUCT or DESCRIBE: the first such word."""
    return next((token.word for token in tokens if token.word in _FORMS), "")


def is_volatile(tokens: Sequence[Token]) -> bool:
    """Tell whether asking twice may give two answers."""
    return any(token.word in _VOLATILE for token in tokens)


def names_dataset(tokens: Sequence[Token]) -> bool:
    """Tell whether the query says FROM (the engine reads it glued to another word, too)."""
    return any(token.word.endswith("FROM") for token in tokens)


def dataset_graphs(tokens: Sequence[Token], prefixes: Mapping[str, str], base: str) -> tuple[list[str] | None, list[str]]:
    """Return the graphs after FROM and FROM NAMED; None where one of them cannot be read.

    >>> dataset_graphs(tokenize("SELECT * FROM <a> FROM NAMED ex:b {}"), {"ex": "urn:"}, "http://h/")
    (['http://h/a'], ['urn:b'])
    """
    default: list[str] = []
    named: list[str] = []
    for index, token in enumerate(tokens):
        if not token.word.endswith("FROM"):
            continue
        rest = [*tokens[index + 1 : index + 3], *tokens[:0]]
        is_named = bool(rest) and rest[0].word == "NAMED"
        name = rest[1] if is_named and len(rest) > 1 else rest[0] if rest else None
        iri = _iri(name, prefixes, base) if name else None
        if iri is None:
            return None, []
        (named if is_named else default).append(iri)
    return default, named


def _iri(token: Token, prefixes: Mapping[str, str], base: str) -> str | None:
    if "\\" in token.text:
        return None
    if token.kind == "iri":
        return urljoin(base, token.text[1:-1]) if not re.match(r"<[A-Za-z][\w+.-]*:", token.text) else token.text[1:-1]
    if token.kind == "pname":
        prefix, _, local = token.text.partition(":")
        return prefixes[prefix] + local if prefix in prefixes else None
    return None


def with_prefixes(sparql: str, tokens: Sequence[Token], known: Mapping[str, str]) -> str:
    r"""Return a query with the prefixes declared that it uses and does not declare.

    >>> with_prefixes("ASK { ?x a ex:C }", tokenize("ASK { ?x a ex:C }"), {"ex": "urn:"})
    'PREFIX ex: <urn:>\nASK { ?x a ex:C }'
    """
    used = {token.text.partition(":")[0] for token in tokens if token.kind == "pname"}
    missing = sorted(used & known.keys() - declared_prefixes(tokens).keys())
    return "".join(f"PREFIX {name}: <{known[name]}>\n" for name in missing) + sparql


def with_limit(sparql: str, tokens: Sequence[Token], most: int) -> str:
    """Return a SELECT query with a LIMIT of its own, so that the engine stops by itself.

    What is not well formed stays as it is: its errors must name the right place.
    """
    if form_of(tokens) != "SELECT":
        return sparql
    depth, top = 0, []
    for token in tokens:
        closing = token.kind == "punct" and token.text in "}])"
        depth -= closing
        if depth < 0:
            return sparql
        if depth == 0 and not closing:
            top.append(token)
        depth += token.kind == "punct" and token.text in "{[("
    words = [token.word for token in top]
    if depth or "LIMIT" in words:
        return _with_smaller_limit(sparql, top, words, most) if not depth else sparql
    values = next((token for token in reversed(top) if token.word == "VALUES"), None)
    if values:
        return f"{sparql[: values.start]}\nLIMIT {most}\n{sparql[values.start :]}"
    return f"{sparql}\nLIMIT {most}"


def _with_smaller_limit(sparql: str, top: Sequence[Token], words: Sequence[str], most: int) -> str:
    at = len(words) - 1 - list(reversed(words)).index("LIMIT")
    number = top[at + 1] if at + 1 < len(top) else None
    if number is None or not re.fullmatch(r"[0-9]{1,30}", number.text) or int(number.text) <= most:
        return sparql
    return f"{sparql[: number.start]}{most}{sparql[number.start + len(number.text) :]}"


def refusal_code(message: str) -> str:
    """Return what kind of refusal a message of `kg.sparql.check` is.

    >>> refusal_code("line 1, column 7: SERVICE would send the query to another host and is refused. …")
    'federation'
    >>> refusal_code("line 1, column 1: DROP would change the data, which can only be asked.")
    'update'
    """
    if re.match(r"line \d+, column \d+: SERVICE ", message):
        return "federation"
    if re.match(r"line \d+, column \d+: [A-Z]+ would change the data", message):
        return "update"
    if re.match(r"The query has [\d,]+ bytes", message):
        return "size"
    return "query"


__all__ = ["dataset_graphs", "form_of", "is_volatile", "names_dataset", "refusal_code", "tokenize", "with_limit"]
