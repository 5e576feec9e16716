"""Which passages hold which words: looked for in one pass over a text, for all words that were asked for while another was read."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, Implementation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.model import Passage

_ASKED: dict[str, int] = {}
"""Each word that has been asked for, with its number."""


@lru_cache(maxsize=4)
def _automata(count: int) -> tuple[tuple[list[str], AhoCorasick], ...]:
    words = list(_ASKED)[:count]
    small, printed = [word for word in words if word.islower()], [word for word in words if not word.islower()]
    return (small, AhoCorasick(small, implementation=Implementation.DFA)), (printed, AhoCorasick(printed, implementation=Implementation.DFA))


class Saying:
    """The passages of a text by the words that they hold: words in lower case in any letter case, others as written."""

    def __init__(self, passages: Sequence[Passage], text: str, lower: str) -> None:
        self._texts = (lower, text)
        self._starts = [passage.span.start for passage in passages]
        self._ends = [passage.span.end for passage in passages]
        self._said: dict[str, set[int]] = {word: set() for word in _ASKED}
        for (words, automaton), within in zip(_automata(len(_ASKED)), self._texts, strict=True):
            for word, start, end in automaton.find_matches_as_indexes(within, overlapping=True):
                number = bisect_right(self._starts, start) - 1
                if number >= 0 and end <= self._ends[number]:
                    self._said[words[word]].add(number)

    def numbers(self, word: str) -> set[int]:
        """Return the numbers of the passages that hold a word."""
        if word not in self._said:
            _ASKED.setdefault(word, len(_ASKED))
            self._said[word] = set()
            text = self._texts[not word.islower()]
            at = text.find(word)
            while at >= 0:
                number = bisect_right(self._starts, at) - 1
                if number >= 0 and at + len(word) <= self._ends[number]:
                    self._said[word].add(number)
                at = text.find(word, at + 1)
        return self._said[word]
