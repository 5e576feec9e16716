"""The text of a query, before any engine sees it: tokens, limits, prefixes.

>>> [(token.kind, token.text) for token in tokenize("ASK { ?x a uneg:Agency }")][:4]
[('word', 'ASK'), ('punct', '{'), ('var', '?x'), ('word', 'a')]

What the limits are for: 2,500 nested braces end the process of the engine, without an exception,
and the engine calls other hosts for SERVICE, its own machine included.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kg.errors import QueryError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MAX_BYTES = 256 * 1024
MAX_DEPTH = 128
_WIDEST = 100
_TOKEN = re.compile(
    r"""
      (?P<space>(?:\s+|\#[^\n\r]*)+)
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<string>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
               | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
    | (?P<var>[?$]\w+)
    | (?P<lang>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<blank>_:\w(?:[\w.\-]*[\w\-])?)
    | (?P<pname>(?:[^\W\d_](?:[\w.\-]*[\w\-])?)?:(?:(?:[\w:]|%[0-9A-Fa-f]{2}|\\[^\w\s])
                (?:(?:[\w:.\-]|%[0-9A-Fa-f]{2}|\\[^\w\s])*(?:[\w:\-]|%[0-9A-Fa-f]{2}|\\[^\w\s]))?)?)
    | (?P<number>(?:\d+\.\d*|\.\d+|\d+)[eE][+-]?\d+|\d*\.\d+|\d+)
    | (?P<word>[A-Za-z_]\w*)
    | (?P<punct>\^\^|&&|\|\||!=|<=|>=|<<|>>|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})
_OPEN, _CLOSE = frozenset("([{"), frozenset(")]}")


class Token(NamedTuple):
    """A piece of a query: what it is, its text, where it starts; `word` is the keyword in capitals, empty for what is none."""

    kind: str
    text: str
    start: int
    word: str = ""


def tokenize(sparql: str) -> list[Token]:
    """Cut a query into tokens; blanks and comments are left out, nothing is refused."""
    tokens = []
    for match in _TOKEN.finditer(sparql):
        kind = match.lastgroup or "punct"
        if kind != "space":
            text = match.group()
            tokens.append(Token._make((kind, text, match.start(), text.upper() if kind == "word" else "")))
    return tokens


def position(sparql: str, offset: int) -> tuple[int, int]:
    r"""Return line and column of an offset, both counted from 1.

    >>> position("ASK\n{ }", 4)
    (2, 1)
    """
    before = sparql[:offset]
    return before.count("\n") + 1, offset - before.rfind("\n")


def excerpt(sparql: str, offset: int) -> str:
    """Return the line of an offset with a caret under the place; a long line is cut around it."""
    line, column = position(sparql, offset)
    text = (sparql.split("\n")[line - 1] if sparql else "").rstrip("\r")
    text = "".join(character if character.isprintable() else " " for character in text)
    cut = max(0, column - 1 - _WIDEST // 2) if len(text) > _WIDEST else 0
    shown = ("…" if cut else "") + text[cut : cut + _WIDEST] + ("…" if cut + _WIDEST < len(text) else "")
    return f"    {shown}\n    {' ' * (column - 1 - cut + bool(cut))}^"


def check(sparql: str) -> list[Token]:
    """Refuse what would harm or change anything; return the tokens of what is left.

    >>> check("ASK { SERVICE <http://example.org/sparql> { } }")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    kg.errors.QueryError: line 1, column 7: SERVICE would send the query to another host and is refused. ...
    """
    check_size(sparql)
    tokens = tokenize(sparql)
    if not tokens:
        message = "The query is empty. Write one that begins with SELECT, ASK, CONSTRUCT or DESCRIBE."
        raise QueryError(message)
    _check_update(sparql, tokens)
    _check_service(sparql, tokens)
    _check_depth(sparql, tokens)
    return tokens


def check_size(sparql: str) -> None:
    """Refuse a query of more than 256 KB, or one with half a character."""
    try:
        size = len(sparql.encode())
    except UnicodeEncodeError as error:
        line, column = position(sparql, error.start)
        message = f"line {line}, column {column}: this is half a character. Save the query as UTF-8."
        raise QueryError(message) from None
    if size > MAX_BYTES:
        message = f"The query has {size:,} bytes; up to {MAX_BYTES:,} are accepted. Shorten it, or ask in several queries."
        raise QueryError(message)


def _check_update(sparql: str, tokens: list[Token]) -> None:
    form = next((token for token in tokens if token.word and token.word not in {"PREFIX", "BASE"}), None)
    if form and form.word in _UPDATES:
        line, column = position(sparql, form.start)
        message = (
            f"line {line}, column {column}: {form.word} would change the data, which can only be asked. "
            "Use SELECT, ASK, CONSTRUCT or DESCRIBE; to change the data, correct the documents or the gazetteer and run 'kg build'."
        )
        raise QueryError(message)


def _check_service(sparql: str, tokens: list[Token]) -> None:
    """Find SERVICE; the engine also reads it glued to a word, as in `trueSERVICE`, and other engines escaped."""
    if "SERVICE" not in sparql.upper() and "\\" not in sparql:
        return
    decoded = _ESCAPE.sub(_character, sparql) if "\\" in sparql else sparql
    for text, found in ((sparql, tokens), (decoded, tokenize(decoded) if decoded != sparql else [])):
        for token in found:
            if "SERVICE" in token.word:
                line, column = position(text, token.start)
                message = (
                    f"line {line}, column {column}: SERVICE would send the query to another host and is refused. "
                    "Leave it out, or ask that host itself: kg query FILE.rq --endpoint URL."
                )
                raise QueryError(message)


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= 0x10FFFF else match[0]  # noqa: PLR2004 - the last code point of Unicode


def _check_depth(sparql: str, tokens: list[Token]) -> None:
    if sum(map(sparql.count, _OPEN)) <= MAX_DEPTH:
        return
    depth = 0
    for token in tokens:
        if token.kind != "punct":
            continue
        depth += (token.text in _OPEN) - (token.text in _CLOSE)
        if depth > MAX_DEPTH:
            line, column = position(sparql, token.start)
            message = (
                f"line {line}, column {column}: more than {MAX_DEPTH} brackets are nested here. "
                "Check for brackets that are never closed, or flatten the query."
            )
            raise QueryError(message)


def declared_prefixes(tokens: Sequence[Token]) -> dict[str, str]:
    """Return the prefixes that a query declares.

    >>> declared_prefixes(tokenize("PREFIX ex: <http://example.org/> ASK {}"))
    {'ex': 'http://example.org/'}
    """
    return {
        name.text[:-1]: iri.text[1:-1]
        for index, keyword in enumerate(tokens[:-2])
        if keyword.word == "PREFIX"
        for name, iri in [tokens[index + 1 : index + 3]]
        if name.kind == "pname" and name.text.endswith(":") and iri.kind == "iri"
    }


def missing_prefixes(sparql: str, tokens: list[Token], known: Mapping[str, str]) -> dict[str, str]:
    """Return the prefixes that a query uses without declaring them; refuse those nobody knows.

    >>> query = "ASK { ?x a uneg:Agency }"
    >>> missing_prefixes(query, tokenize(query), {"uneg": "https://w3id.org/uneg/ontology#"})
    {'uneg': 'https://w3id.org/uneg/ontology#'}
    """
    declared = declared_prefixes(tokens)
    missing: dict[str, str] = {}
    for index, token in enumerate(tokens):
        if token.kind != "pname" or (index and tokens[index - 1].word == "PREFIX"):
            continue
        prefix = token.text.partition(":")[0]
        if prefix in declared or prefix in missing:
            continue
        if prefix not in known:
            line, column = position(sparql, token.start)
            message = (
                f"line {line}, column {column}: the prefix '{prefix}:' of '{token.text}' is not declared."
                f"{did_you_mean(prefix, known)} Known without declaration: {', '.join(sorted(known))}. "
                f"For another one, begin the query with PREFIX {prefix}: <…>."
            )
            raise QueryError(message)
        missing[prefix] = known[prefix]
    return missing


def variables(tokens: Iterable[Token]) -> list[str]:
    """Return the names of the variables in the order in which they first occur.

    >>> variables(tokenize("SELECT * { ?b ?a ?b }"))
    ['b', 'a']
    """
    return list(dict.fromkeys(token.text[1:] for token in tokens if token.kind == "var"))
