"""Which letters a text must hold for a pattern to match it: looked for as they are, at a hundredth of what the pattern costs."""

from __future__ import annotations

import re

Clauses = frozenset[frozenset[str]]
"""Of each set, one stands in every text that matches."""

_ITEM = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?:P<\w+>|[:=!]|<[=!]|[a-z]+:))?|[^\\\[(]", re.DOTALL)
_QUANTIFIER = re.compile(r"(?:[*+?]|\{\d*,?\d*\})[?+]?")
_MAY_BE_ABSENT = ("*", "?", "{0", "{,")
_SAYS_NOTHING = re.compile(r"\(\?(?:<?!|[a-z]+:)")
"""What must *not* stand there, and what stands there in any letter case."""
_SHORTEST = 3
"""Two letters stand everywhere."""


def needed(pattern: str) -> Clauses:
    r"""Return sets of words, or parts of words: a text in which none of a set stands matches nothing.

    >>> sorted(sorted(words) for words in needed(r"(?P<verb>chairs?|leads)\s+(?:not\s+)?[Mm]embers(?!\s+of)"))
    [['chair', 'leads'], ['embers']]
    """
    return _alternatives(pattern, 0)[0]


def _alternatives(pattern: str, at: int) -> tuple[Clauses, int]:
    """Return what each of some alternatives needs, and where they end: at a bracket that closes, or at the end."""
    options: list[Clauses] = []
    while at < len(pattern) and pattern[at] != ")":
        clauses, at = _sequence(pattern, at)
        options.append(clauses)
        if pattern.startswith("|", at):
            at += 1
            options += [frozenset()] if at == len(pattern) or pattern[at] == ")" else []
    if len(options) == 1:
        return options[0], at
    return frozenset({frozenset().union(*map(rarest, options))} if options and all(options) else ()), at


def rarest(clauses: Clauses) -> frozenset[str]:
    """Return the clause of the longest words."""
    return max(clauses, key=lambda words: (min(map(len, words)), -len(words), *sorted(words)))


def _sequence(pattern: str, at: int) -> tuple[Clauses, int]:
    found: set[frozenset[str]] = set()
    run = ""
    while at < len(pattern) and pattern[at] not in "|)":
        item: re.Match[str] = _ITEM.match(pattern, at)  # type: ignore[assignment]
        at = item.end()
        clauses: Clauses = frozenset()
        if item[0].startswith("("):
            clauses, at = _alternatives(pattern, at)
            clauses, at = (frozenset() if _SAYS_NOTHING.match(item[0]) else clauses), at + 1
        quantifier = _QUANTIFIER.match(pattern, at)
        at = quantifier.end() if quantifier else at
        absent = quantifier is not None and quantifier[0].startswith(_MAY_BE_ABSENT)
        letter = item[0] if item[0].isalpha() and not absent else ""
        run += letter
        if not letter or quantifier:
            found |= {frozenset({run})} if len(run) >= _SHORTEST else set()
            found |= frozenset() if absent else clauses
            run = ""
    found |= {frozenset({run})} if len(run) >= _SHORTEST else set()
    return frozenset(found), at
