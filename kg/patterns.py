"""The conjuncts of a query: the triple patterns, groups and filters that must all hold, each with its text.

Read from the tokens of a query that the engine accepts; what is beyond it (RDF-star) has no conjuncts.

>>> [part.text for part in conjuncts("SELECT * { ?x a uneg:Agency ; rdfs:label ?l FILTER(?l = 'x') }").parts]
['?x a uneg:Agency', '?x rdfs:label ?l', "FILTER(?l = 'x')"]
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.sparql import tokenize, variables

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from kg.sparql import Token

_PAIRS = {"(": ")", "[": "]", "{": "}"}
_AFTER_GRAPH = 2
_LONGEST = 160
_KEYWORDS = frozenset({"FILTER", "OPTIONAL", "MINUS", "GRAPH", "BIND", "VALUES"})


class _BeyondError(Exception):
    """Something is written that is not read here."""


@dataclass(frozen=True, slots=True)
class Part:
    """A conjunct: `kind` is triple, filter, optional, minus, graph, bind, values, group or union."""

    kind: str
    text: str
    variables: tuple[str, ...] = ()

    @property
    def cuts(self) -> bool:
        """Whether it can leave a result without rows."""
        return self.kind not in {"optional", "bind"}


@dataclass(frozen=True, slots=True)
class Conjuncts:
    """The parts of a query's pattern, filters last, and what stands before it: prefixes and dataset."""

    parts: tuple[Part, ...] = ()
    prologue: str = ""
    dataset: str = ""

    def ask(self, parts: Sequence[Part]) -> str:
        """Return the query that asks whether some of the parts have a solution together."""
        return f"{self.prologue}ASK {self.dataset}{{ {self._joined(parts)} }}"

    def sample(self, parts: Sequence[Part], names: Sequence[str]) -> str:
        """Return the query that asks for one solution of some of the parts."""
        columns = " ".join(f"?{name}" for name in names)
        return f"{self.prologue}SELECT {columns} {self.dataset}{{ {self._joined(parts)} }} LIMIT 1"

    @staticmethod
    def _joined(parts: Sequence[Part]) -> str:
        return "\n".join(f"{part.text} ." if part.kind == "triple" else part.text for part in parts)


def conjuncts(sparql: str) -> Conjuncts:
    """Return the conjuncts of a SELECT or CONSTRUCT query; none where it cannot be cut up."""
    tokens = tokenize(sparql)
    try:
        form = next(i for i, token in enumerate(tokens) if token.word in {"SELECT", "CONSTRUCT"})
        opened = begin = _where(tokens, form)
        closed = end = _closing(tokens, begin)
        parts = list(_Reader(sparql, tokens).parts(begin + 1, end))
        while len(parts) == 1 and parts[0].kind == "group":
            begin, end = _inner(tokens, begin, end)
            parts = list(_Reader(sparql, tokens).parts(begin + 1, end))
    except (_BeyondError, StopIteration, IndexError):
        return Conjuncts()
    values = next((i for i in range(closed + 1, len(tokens)) if tokens[i].word == "VALUES"), None)
    if values is not None:
        parts.append(Part("values", sparql[tokens[values].start :].strip(), tuple(variables(tokens[values:]))))
    parts.sort(key=lambda part: part.kind == "filter")
    heads = [i for i in range(form, opened) if tokens[i].word == "FROM"]
    dataset = ""
    if heads:
        stop = opened - (tokens[opened - 1].word == "WHERE")
        dataset = sparql[tokens[heads[0]].start : tokens[stop].start].strip() + " "
    return Conjuncts(tuple(parts), sparql[: tokens[form].start], dataset)


def _where(tokens: Sequence[Token], form: int) -> int:
    """Return the place of the brace that opens the pattern."""
    index = form + 1
    if tokens[form].word == "CONSTRUCT" and tokens[index].text == "{":
        index = _closing(tokens, index) + 1
    while tokens[index].text != "{":
        index = _closing(tokens, index) + 1 if tokens[index].text == "(" else index + 1
    return index


def _inner(tokens: Sequence[Token], begin: int, end: int) -> tuple[int, int]:
    """Return where the only group inside a group begins and ends; that of a sub-select is its pattern."""
    select = next((i for i in (begin + 1, begin + 2) if tokens[i].word == "SELECT"), None)
    if select is None:
        return begin + 1, end - 1
    inside = _where(tokens, select)
    return inside, _closing(tokens, inside)


def _closing(tokens: Sequence[Token], index: int) -> int:
    """Return the place of the bracket that closes the one at a place; a token that is none closes itself."""
    stack: list[str] = []
    for place in range(index, len(tokens)):
        token = tokens[place]
        if token.kind == "punct" and token.text in _PAIRS:
            stack.append(_PAIRS[token.text])
        elif stack and token.kind == "punct" and token.text == stack[-1]:
            stack.pop()
        if not stack:
            return place
    raise _BeyondError


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the inside of a group."""

    sparql: str
    tokens: Sequence[Token]

    def parts(self, begin: int, end: int) -> Iterator[Part]:
        """Yield the parts between two places."""
        index = begin
        while index < end:
            token = self.tokens[index]
            if token.text == "." and token.kind == "punct":
                index += 1
            elif token.word in _KEYWORDS or token.text == "{":
                stop, kind = self._block(index)
                yield self._part(kind, index, stop)
                index = stop
            elif index == begin and token.word == "SELECT":
                yield Part("group", "{ " + self._text(begin, end) + " }", tuple(variables(self.tokens[begin:end])))
                return
            else:
                index = yield from self._triples(index, end)

    def _block(self, index: int) -> tuple[int, str]:
        """Return where a block ends, and its kind."""
        word = self.tokens[index].word
        if word == "FILTER":
            return self._constraint(index + 1), "filter"
        if word == "BIND":
            return _closing(self.tokens, index + 1) + 1, "bind"
        if word == "VALUES":
            return _closing(self.tokens, _closing(self.tokens, index + 1) + 1) + 1, "values"
        if word == "GRAPH":
            return _closing(self.tokens, index + _AFTER_GRAPH) + 1, "graph"
        if word:
            return _closing(self.tokens, index + 1) + 1, word.lower()
        stop, kind = _closing(self.tokens, index) + 1, "group"
        while self.tokens[stop].word == "UNION":
            stop, kind = _closing(self.tokens, stop + 1) + 1, "union"
        return stop, kind

    def _constraint(self, index: int) -> int:
        """Return where the expression of a FILTER ends: EXISTS {…}, (…), or a call."""
        if self.tokens[index].word == "NOT":
            index += 1
        if self.tokens[index].text != "(":
            index += 1
        return _closing(self.tokens, index) + 1

    def _triples(self, index: int, end: int) -> Generator[Part, None, int]:
        """Yield the triples of a subject; return where they end."""
        start, subject_end = index, self._node(index)
        is_bracket = self.tokens[index].text in _PAIRS
        subject = self._text(index, subject_end)
        index = subject_end
        while index < end and not self._is_end(index):
            verb, verb_end = index, self._path(index)
            index = verb_end
            while True:
                thing, index = index, self._node(index)
                if not is_bracket:
                    text = f"{subject} {self._text(verb, verb_end)} {self._text(thing, index)}"
                    seen = [*self.tokens[start:subject_end], *self.tokens[verb:verb_end], *self.tokens[thing:index]]
                    yield Part("triple", text, tuple(variables(seen)))
                if index >= end or self.tokens[index].text != ",":
                    break
                index += 1
            while index < end and self.tokens[index].text == ";":
                index += 1
        if is_bracket:
            yield self._part("triple", start, index)
        return index

    def _is_end(self, index: int) -> bool:
        token = self.tokens[index]
        return (token.kind == "punct" and token.text in {".", "{"}) or token.word in _KEYWORDS

    def _path(self, index: int) -> int:
        """Return where a verb ends."""
        while True:
            while self.tokens[index].text in {"^", "!"}:
                index += 1
            if self.tokens[index].kind not in {"iri", "pname", "var", "word"} and self.tokens[index].text != "(":
                raise _BeyondError
            index = _closing(self.tokens, index) + 1
            while self.tokens[index].text in {"*", "+", "?"}:
                index += 1
            if self.tokens[index].text not in {"/", "|"}:
                return index
            index += 1

    def _node(self, index: int) -> int:
        """Return where a subject or an object ends."""
        token = self.tokens[index]
        if token.text in {"+", "-"}:
            return index + 2
        if token.kind == "punct" and token.text not in _PAIRS:
            raise _BeyondError
        index = _closing(self.tokens, index) + 1
        if token.kind == "string" and self.tokens[index].kind == "lang":
            return index + 1
        if token.kind == "string" and self.tokens[index].text == "^^":
            return index + 2
        return index

    def _part(self, kind: str, begin: int, end: int) -> Part:
        return Part(kind, self._text(begin, end), tuple(variables(self.tokens[begin:end])))

    def _text(self, begin: int, end: int) -> str:
        last = self.tokens[end - 1]
        return self.sparql[self.tokens[begin].start : last.start + len(last.text)]


def shown(part: Part) -> str:
    """Return the text of a part in one line without comments, not too long, for a sentence.

    >>> shown(Part("triple", "?x  a\\n uneg:Agency"))
    '`?x a uneg:Agency`'
    """
    tokens = tokenize(part.text)
    words = "".join(
        (" " if index and token.start > tokens[index - 1].start + len(tokens[index - 1].text) else "") + token.text for index, token in enumerate(tokens)
    )
    text = re.sub(r"\s+", " ", words)
    return f"`{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}`"
