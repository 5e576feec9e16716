"""Long lists of alternatives put together by their first letter, which `re` tries one by one where they are not."""

from __future__ import annotations

import re

_ITEM = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)
_FIRST_LETTER = re.compile(r"(?:[A-Za-z]|\[[A-Za-z]{2}\])(?![*+?{])")


def by_letter(pattern: str) -> str:
    r"""Return alternatives that match the same in the same order of preference, those with one first letter behind it.

    >>> by_letter("(?:map|project|pilot|programme)|group"), by_letter(r"map|(?:work\s+)?plan|mission"), by_letter("[Mm]ap|task|[Mm]ission|milestone")
    ('map|p(?:roject|ilot|rogramme)|group', 'map|(?:work\\s+)?plan|mission', '[Mm](?:ap|ission)|task|milestone')
    """
    return "|".join(words[0] if len(words) == 1 else f"{first}(?:{'|'.join(one[len(first) :] for one in words)})" for first, words in _runs(pattern))


def capitalized(pattern: str) -> str:
    """Return the alternatives with a capital at the beginning, and any letter case after it.

    >>> capitalized("map|project|pilot"), capitalized("(?:sub)?group|map")
    ('M(?i:ap)|P(?i:roject|ilot)', '(?=[A-Z])(?i:(?:sub)?group)|M(?i:ap)')
    """
    runs = _runs(pattern, any_case=True)
    return "|".join(f"{first}(?i:{'|'.join(one[1:] for one in words)})" if first else f"(?=[A-Z])(?i:{words[0]})" for first, words in runs)


def _runs(pattern: str, *, any_case: bool = False) -> list[tuple[str, list[str]]]:
    """Return the first letters of the alternatives, each with all that begin with it as far as nothing else could match there that stood before them."""
    found: list[tuple[str, list[str]]] = []
    near: dict[str, list[str]] = {}
    for one in _alternatives(pattern):
        match = _FIRST_LETTER.match(one)
        first = match[0].upper() if match and any_case else match[0] if match else ""
        if first in near:
            near[first].append(one)
            continue
        if not first or any(letter in other for other in near for letter in first.strip("[]")):
            near = {}
        found.append((first, [one]))
        if first:
            near[first] = found[-1][1]
    return found


def _alternatives(pattern: str) -> list[str]:
    """Return the alternatives of a pattern, also those of an alternative that is nothing but a group of them."""
    found, depth, start = [], 0, 0
    for item in _ITEM.finditer(pattern):
        depth += (item[0] == "(") - (item[0] == ")")
        if item[0] == "|" and not depth:
            found.append(pattern[start : item.start()])
            start = item.end()
    found.append(pattern[start:])
    if len(found) == 1:
        return found if not _is_group(pattern) else _alternatives(pattern[len("(?:") : -1])
    return [inner for one in found for inner in (_alternatives(one) if _is_group(one) else [one])]


def _is_group(pattern: str) -> bool:
    """Tell whether a pattern is one group that binds nothing, from its first bracket to its last."""
    depth = 0
    for item in _ITEM.finditer(pattern):
        depth += (item[0] == "(") - (item[0] == ")")
        if not depth:
            return item.end() == len(pattern) and pattern.startswith("(?:")
    return False
