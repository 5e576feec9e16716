"""Which part of a query empties its answer: found by asking for fewer and fewer of its parts.

Every part has to hold, so that the more there are, the fewer solutions; the first part with which
there is none is found by halving. What is said of it comes from the data: an example of each value.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import QueryError
from kg.hints import EMPTY, NOTHING_TOGETHER, NUMBERS, TEXT, names, term
from kg.namespaces import PREFIXES
from kg.patterns import Conjuncts, Part, conjuncts, shown
from kg.results import shorten
from kg.sparql import tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kg.results import Result
    from kg.sparql import Token

    Ask = Callable[[str], Result]

SECONDS = 5.0
"""How long the search may take before it gives up."""
_FOUND = "The patterns find something"
_TRY = "Leave patterns out one by one, or make some OPTIONAL."
_TERMS = frozenset({"string", "iri", "pname", "number", "word"})
_TYPE = frozenset({"a", "rdf:type"})
_MOST_NAMES = 20
_MOST_PAIRS = 8
_MOST_EXAMPLES = 3
_COMPARING = frozenset({"=", "!=", "<", ">", "<=", ">="})


class _LateError(Exception):
    """The time is up."""


def emptied_by(sparql: str, ask: Ask, seconds: float = SECONDS) -> list[str]:
    """Return what empties the answer to a query, in words; nothing where it cannot be told in time.

    `ask` answers a query on the same data. It is asked again and again, with parts of the query.
    """
    query = conjuncts(sparql)
    if not query.parts:
        return []
    try:
        return list(_Search(query, ask, time.monotonic() + seconds).words(sparql))
    except (_LateError, QueryError):
        return []


def explained(notes: Sequence[str], told: Sequence[str]) -> list[str]:
    """Join what is said of the names of a query and of its parts.

    >>> explained([NOTHING_TOGETHER], ["`A` and `B` match each by itself."])
    ['Every name in the query occurs in the data, but nothing matches all of its patterns together. `A` and `B` match each by itself.']
    """
    if not told or EMPTY in notes:
        return [f"{NOTHING_TOGETHER} {_TRY}" if note == NOTHING_TOGETHER else note for note in notes]
    if list(notes) == [NOTHING_TOGETHER] and told[0].startswith(_FOUND):
        return list(told)
    if list(notes) == [NOTHING_TOGETHER]:
        return [f"{NOTHING_TOGETHER} {told[0]}", *told[1:]]
    return [*notes, *told]


def why_empty_remote(sparql: str, prefixes: Mapping[str, str], ask: Ask, seconds: float = 2 * SECONDS) -> list[str]:
    """Return what explains an answer without rows of an endpoint, which is asked for each name of the query, and then for its parts."""
    deadline = time.monotonic() + seconds
    found = []
    try:
        for iri in list(dict.fromkeys(iri for iri, _ in names(tokenize(sparql), prefixes)))[:_MOST_NAMES]:
            if time.monotonic() > deadline:
                break
            if not ask(f"SELECT * {{ {{ <{iri}> ?p ?o }} UNION {{ ?s <{iri}> ?o }} UNION {{ ?s ?p <{iri}> }} }} LIMIT 1").rows:
                found.append(f"The name {shorten(iri)} does not occur in the data of the endpoint.{_near(iri)}")
    except QueryError:
        return [_TRY]
    told = emptied_by(sparql, ask, deadline - time.monotonic())
    return [*found, *told] or [_TRY]


def _near(iri: str) -> str:
    """Return the prefix that was meant, where an IRI begins with nearly that."""
    namespace = iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]
    near = get_close_matches(namespace, list(PREFIXES.values()), n=1, cutoff=0.7)
    return f" Did you mean <{near[0]}>?" if near and near[0] != namespace else ""


@dataclass(frozen=True, slots=True)
class _Search:
    """A search in the parts of one query."""

    query: Conjuncts
    ask: Ask
    deadline: float

    def holds(self, parts: Sequence[Part]) -> bool:
        """Tell whether some parts have a solution together."""
        if time.monotonic() > self.deadline:
            raise _LateError
        result = self.ask(self.query.ask(parts))
        return bool(result.rows) and getattr(result.rows[0][0], "value", "") in {"true", "1"}

    def words(self, sparql: str) -> Iterator[str]:
        """Yield what is to be said."""
        parts = self.query.parts
        if self.holds(parts):
            yield from _after_the_pattern(tokenize(sparql))
            return
        least, most = 0, len(parts)
        while most - least > 1:
            middle = (least + most) // 2
            least, most = (middle, most) if self.holds(parts[:middle]) else (least, middle)
        yield self._about(parts[:least], parts[least])

    def _about(self, before: Sequence[Part], part: Part) -> str:
        """Say how a part empties what the parts before it find."""
        if part.kind == "filter":
            return f"{_FOUND}, but nothing passes {shown(part)}.{self._compared(before, part)}{self._examples(before, part)}"
        if part.kind == "minus":
            return f"{shown(part)} takes away all that the patterns before it find."
        if not self.holds([part]):
            return f"The pattern {shown(part)} matches nothing by itself.{self._instead(part)}{self._inside(part)}"
        others = [other for other in before if other.cuts and set(other.variables) & set(part.variables)][-_MOST_PAIRS:]
        for other in reversed(others):
            if not self.holds([other, part]):
                shared = [name for name in part.variables if name in other.variables]
                same = " and ".join(f"?{name}" for name in shared)
                return f"{shown(other)} and {shown(part)} match each by itself, but never with the same {same}.{self._unlike(other, part, shared)}"
        many = sum(other.cuts for other in before)
        return f"{shown(part)} matches by itself, but not together with the {many} patterns before it: without it, there are rows."

    def _instead(self, part: Part) -> str:
        """Say what stands where a triple pattern has a term that does not fit."""
        tokens = tokenize(part.text)
        if part.kind != "triple" or tokens[0].text in {"(", "["} or tokens[1].text in _TYPE or tokens[-1].kind == "var":
            return ""
        places = range(len(tokens) - 1, 0, -1)
        cut = next((i for i in places if tokens[i].kind in _TERMS and tokens[i - 1].text != "^^"), 0)
        if cut < 2 or tokens[cut - 1].text in {"/", "|", "^", "!", "(", "["}:  # noqa: PLR2004 - subject and verb stand before
            return ""
        opened = Part("triple", part.text[: tokens[cut].start] + "?instead", ("instead",))
        value = self._sample([opened], ["instead"]).get("instead")
        return f" In that place stands, for example, {term(value)}." if value is not None else ""

    def _inside(self, part: Part) -> str:
        """Say what empties a group, or whether the graph is to blame."""
        if part.kind == "graph":
            anywhere = Part("group", part.text[part.text.index("{") :])
            return " What stands in it matches, but not in such a graph." if self.holds([anywhere]) else ""
        if part.kind != "group":
            return ""
        inner = self.query.sample([part], ["instead"])
        if conjuncts(inner).parts in ((), (part,)):
            return ""
        told = emptied_by(inner, self.ask, self.deadline - time.monotonic())
        return f" {told[0]}" if told and shown(part) not in told[0] else ""

    def _sample(self, parts: Sequence[Part], names: Sequence[str]) -> dict[str, ox.NamedNode | ox.BlankNode | ox.Literal]:
        if time.monotonic() > self.deadline:
            raise _LateError
        result = self.ask(self.query.sample(parts, names))
        if not result.rows:
            return {}
        return {name: value for name, value in zip(result.columns, result.rows[0], strict=True) if value is not None}  # type: ignore[misc]

    def _examples(self, before: Sequence[Part], part: Part) -> str:
        names = [name for name in part.variables if any(name in other.variables for other in before)][:_MOST_EXAMPLES]
        values = self._sample(before, names) if names else {}
        listed = ", ".join(f"?{name} is {term(values[name])}" for name in names if name in values)
        return f" For example {listed}." if listed else ""

    def _unlike(self, one: Part, other: Part, shared: Sequence[str]) -> str:
        """Show what a variable is in each of two patterns, where it is one variable."""
        if len(shared) != 1:
            return ""
        name = shared[0]
        values = [self._sample([part], [name]).get(name) for part in (one, other)]
        if values[0] is None or values[1] is None:
            return ""
        return f" For example ?{name} is {term(values[0])} in the first, {term(values[1])} in the second."

    def _compared(self, before: Sequence[Part], part: Part) -> str:
        """Say where a filter compares values with a text or number of another kind."""
        tokens = tokenize(part.text)
        for index in range(1, len(tokens) - 1):
            if tokens[index].text not in _COMPARING:
                continue
            left, right = tokens[index - 1], tokens[index + 1]
            variable, constant, at = (left, right, index + 1) if left.kind == "var" else (right, left, index - 1)
            if variable.kind != "var" or constant.kind not in {"string", "number"}:
                continue
            value = self._sample(before, [variable.text[1:]]).get(variable.text[1:])
            words = _other_kind(variable.text, value, tokens, at)
            if words:
                return words
        return ""


def _other_kind(variable: str, value: object, tokens: Sequence[Token], at: int) -> str:  # noqa: PLR0911 - a return for each kind
    """Say how to write a constant so that it can equal a value; nothing where it can already."""
    constant, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
    words = re.sub(r"""^("{3}|'{3}|"|')|("{3}|'{3}|"|')$""", "", constant.text)
    if isinstance(value, ox.NamedNode):
        return f" {variable} is an IRI, not a text: compare STR({variable}), or write an IRI."
    if not isinstance(value, ox.Literal):
        return ""
    if value.language and after.kind != "lang":
        return f' The values of {variable} carry a language: write "{words}"@{value.language}, or compare STR({variable}).'
    if value.language and after.text[1:].lower() != value.language:
        return f" The values of {variable} carry the language @{value.language}, not {after.text}."
    if after.kind == "lang" and not value.language:
        return f' The values of {variable} carry no language: write "{words}" without {after.text}.'
    datatype = value.datatype.value
    is_text = constant.kind == "string" and after.text != "^^"
    if is_text and datatype not in TEXT:
        name = shorten(datatype)
        written = words if datatype in NUMBERS else f'"{words}"^^{name}'
        return f" The values of {variable} are {name}, not text: write {written}."
    if constant.kind == "number" and datatype in TEXT:
        return f' The values of {variable} are text, not numbers: write "{words}", or compare xsd:integer({variable}).'
    return ""


def _after_the_pattern(tokens: Sequence[Token]) -> Iterator[str]:
    """Say what takes the rows away that the pattern finds."""
    words = [token.word for token in tokens]
    for word, what in (("LIMIT", "asks for no rows"), ("OFFSET", "skips all rows that there are")):
        at = max((i for i, found in enumerate(words) if found == word), default=-1)
        number = tokens[at + 1].text if 0 <= at < len(tokens) - 1 else ""
        if number.isdigit() and (int(number) == 0) == (word == "LIMIT"):
            yield f"{_FOUND}, but {word} {number} {what}."
            return
    if "HAVING" in words:
        yield f"{_FOUND}, but no group passes HAVING."
