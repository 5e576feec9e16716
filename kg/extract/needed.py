"""Which letters a text must hold for a pattern to match it: looked for as they are, at a hundredth of what the pattern costs."""

from __future__ import annotations

import re

Clauses = frozenset[frozenset[str]]
"""Of each set, one stands in every text that matches."""

_ITEM = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?:P<\w+>|[:=!]|<[=!]|[a-z]+:))?|[^\\\[()|^$.*+?{]+(?![*+?{])|[^\\\[(]", re.DOTALL)
_QUANTIFIER = re.compile(r"(?:[*+?]|\{\d*,?\d*\})[?+]?")
_MAY_BE_ABSENT = ("*", "?", "{0", "{,")
_SAYS_NOTHING = re.compile(r"\(\?[a-z]+:")
"""What stands there in any letter case."""
_FEW_LETTERS = re.compile(r"\[[^\^\\-][^\\-]{,5}\]")
_SHORTEST = 3
"""Two letters stand everywhere."""
_RARE_MARKS = ("’", "'", "“", "”", '"')
_MOST = 8
"""So many words are told apart at most: "chair of" and "lead of", but of forty titles only that there is one and, after it, "of"."""
_NOTHING: frozenset[str] = frozenset({""})


def needed(pattern: str) -> Clauses:
    r"""Return sets of words, or parts of words: a text in which none of a set stands matches nothing.

    >>> sorted(sorted(words) for words in needed(r"(?P<verb>chairs?|leads) the\s+(?:not\s+)?[Mm]embers(?!\s+of)"))
    [['Members', 'members'], ['chair the', 'chairs the', 'leads the']]
    """
    words, clauses, _ = _alternatives(pattern, 0)
    return clauses | _telling(words)


def rarest(clauses: Clauses) -> frozenset[str]:
    """Return the clause of the longest words."""
    return max(clauses, key=lambda words: (min(map(len, words)), -len(words), *sorted(words)))


def _telling(words: frozenset[str] | None) -> Clauses:
    """Return some words as what is needed, if none of them is too short; of "chair" and "chairs", the first is enough."""
    if words is None or (min(map(len, words)) < _SHORTEST and not all(word.startswith(_RARE_MARKS) for word in words)):
        return frozenset()
    return frozenset({frozenset(word for word in words if not any(other in word for other in words if other != word))})


def _alternatives(pattern: str, at: int) -> tuple[frozenset[str] | None, Clauses, int]:
    """Return all that some alternatives can say, if that is little, or else what they need; and where they end: at a bracket that closes, or at the end."""
    words, clauses, at = _sequence(pattern, at)
    options = [(words, clauses)]
    while pattern.startswith("|", at):
        words, clauses, at = _sequence(pattern, at + 1)
        options.append((words, clauses))
    if len(options) == 1:
        return words, clauses, at
    said = frozenset().union(*(words or () for words, _ in options))
    if len(said) <= _MOST and all(words is not None for words, _ in options):
        return said, frozenset(), at
    each = [clauses | _telling(words) for words, clauses in options]
    return None, frozenset({frozenset().union(*map(rarest, each))} if all(each) else ()), at


def _sequence(pattern: str, at: int) -> tuple[frozenset[str] | None, Clauses, int]:
    """Return all that a sequence can say, if that is little, or else what it needs, and where it ends."""
    found: set[frozenset[str]] = set()
    run, whole = _NOTHING, True
    while at < len(pattern) and pattern[at] not in "|)":
        words, clauses, at = _item(pattern, at)
        found |= clauses
        if words is None or len(run) * len(words) > _MOST:
            found |= _telling(run)
            run, whole = words if words and len(words) <= _MOST else _NOTHING, False
        else:
            run = frozenset(before + word for before in run for word in words)
    if whole:
        return run, frozenset(), at
    return None, frozenset(found | _telling(run)), at


def _item(pattern: str, at: int) -> tuple[frozenset[str] | None, Clauses, int]:
    """Return all that one item of a sequence can say, if that is little, and what it needs, and where it ends."""
    item: str = _ITEM.match(pattern, at)[0]  # type: ignore[index]
    at += len(item)
    words: frozenset[str] | None = None
    clauses: Clauses = frozenset()
    if item.startswith("("):
        words, clauses, at = _alternatives(pattern, at)
        at += 1
    if item in {"(?!", "(?<!", "(?<=", r"\b", r"\Z", r"\A", "^", "$"}:
        words, clauses = _NOTHING, frozenset()  # what stands before may lie outside the text that is looked at
    elif item == "(?=":
        words, clauses = _NOTHING, clauses | _telling(words)
    elif _SAYS_NOTHING.match(item):
        words, clauses = None, frozenset()
    elif _FEW_LETTERS.fullmatch(item):
        words = frozenset(item[1:-1])
    elif item[0] not in "([." and not re.fullmatch(r"\\\w", item):
        words = frozenset({item.removeprefix("\\")})
    quantifier = _QUANTIFIER.match(pattern, at)
    if quantifier is None:
        return words, clauses, at
    if quantifier[0].startswith("?"):
        return words and words | _NOTHING, frozenset(), quantifier.end()
    return None, frozenset() if quantifier[0].startswith(_MAY_BE_ABSENT) else clauses | _telling(words), quantifier.end()
