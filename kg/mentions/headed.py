"""Patterns for names that are built around a head: looked for from the head, for few words are one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDS_RUN = re.compile(
    r"(?!(?:of|for|on|the|and|or|to|in|a|an|towards|hoc|es|de|del|della|der|van|von|du|da|do|dos|das|this|its|future|working)\b)[a-z]"
)
"""A word in small letters that stands in no name before its head."""


class Headed:
    """A pattern for names, with one for their heads: tried only from the words in capitals on that lead up to a head.

    >>> strategy = Headed(r"\\b(?P<name>(?:[A-Z]\\w+\\s+){0,6}Strategy)", "Strategy")
    >>> [match["name"] for match in strategy.finditer("It has the Pond Strategy, and a Strategy.", 0, 40)]
    ['Pond Strategy', 'Strategy']
    """

    def __init__(self, pattern: str, head: str) -> None:
        self._pattern, self._head = re.compile(pattern), re.compile(head)

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """Return the first match in a part of a text, as the pattern alone would find it."""
        head = self._head.search(text, start, end)
        return self._pattern.search(text, _run_before(text, start, head.start()), end) if head else None

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Yield the matches in a part of a text."""
        match = self.search(text, start, end)
        while match:
            yield match
            match = self.search(text, match.end(), end)


def _run_before(text: str, start: int, at: int) -> int:
    """Return where to begin, so that no name is missed that goes on to the word at a position: at the last word before it that stands in no name."""
    at = text.rfind(" ", start, at)
    while at >= 0:
        at = text.rfind(" ", start, at)
        if at >= 0 and _ENDS_RUN.match(text, at + 1):
            return at + 1
    return start
