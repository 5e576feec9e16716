"""The words by which a rule finds the sentences it may read: looked for once for all rules, in one pass over a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick

from kg.extract.needed import needed

if TYPE_CHECKING:
    from kg.model import Span

_FORMS: dict[str, int] = {}
"""Each form that some rule has named, with its number: rules name theirs when they are imported."""


def any_of(*forms: str) -> frozenset[int]:
    """Return some forms, words or parts of words as they are written, by number.

    >>> any_of("hair", "hair") == any_of("hair")
    True
    """
    return frozenset(_FORMS.setdefault(form, len(_FORMS)) for form in forms)


_AT_WORD = re.compile(r"\A\\b(\[[A-Za-z]{2}\])(?![*+?{])")
"""The letter first, and that a word begins with it after that: `re` looks for letters ten times as fast as for the edge of a word."""


class Guarded:
    """A pattern with the words that it cannot match without: tried only where they stand."""

    def __init__(self, pattern: str) -> None:
        self.pattern = re.compile(_AT_WORD.sub(r"\1(?<!\\w.)", pattern))
        self._needs = tuple(any_of(*clause) for clause in sorted(needed(pattern), key=lambda words: (-min(map(len, words)), sorted(words))))

    def may_match(self, said: frozenset[int]) -> bool:
        """Tell whether a text with some words in it may match.

        >>> Guarded("[Cc]hairs?").may_match(any_of("chair")), Guarded("[Cc]hairs?").may_match(frozenset())
        (True, False)
        """
        for need in self._needs:  # noqa: SIM110 - all() costs as much as the whole rest
            if need.isdisjoint(said):
                return False
        return True

    @property
    def cues(self) -> frozenset[int]:
        """The longest words of which the pattern needs one."""
        return self._needs[0]


def cues(*patterns: Guarded) -> frozenset[int]:
    """Return words of which one stands wherever one of some patterns matches: asked for once, before a rule looks for any of them.

    >>> cues(Guarded("[Cc]hairs of"), Guarded("leads")) == any_of("chairs of", "Chairs of", "leads")
    True
    """
    return frozenset().union(*(pattern.cues for pattern in patterns))


@lru_cache(maxsize=2)
def _automaton(count: int) -> AhoCorasick:
    return AhoCorasick(list(_FORMS)[:count])


class Words:
    """Which forms stand where in a text.

    >>> from kg.model import Span
    >>> chair, roe = any_of("hair"), any_of("Roe")
    >>> said = Words("Ms. Roe chaired it.").within(Span(8, 19))
    >>> said.isdisjoint(chair), said.isdisjoint(roe)
    (False, True)
    """

    def __init__(self, text: str) -> None:
        self._found = _automaton(len(_FORMS)).find_matches_as_indexes(text, overlapping=True)
        self._ends = [end for _, _, end in self._found]

    def within(self, span: Span) -> frozenset[int]:
        """Return the numbers of the forms that stand in a span, whole."""
        first, last = bisect_right(self._ends, span.start), bisect_right(self._ends, span.end)
        return frozenset([form for form, start, _ in self._found[first:last] if start >= span.start])
