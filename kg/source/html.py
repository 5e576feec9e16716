"""HTML as text: headings, lists with their numbers, tables; what is not shown is left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED = frozenset("script style head nav footer noscript template svg form button aside".split())
_BLOCKS = frozenset("p div section article main header blockquote pre table ul ol dl dd dt figure figcaption address hr".split())
_MARKS = {"em": "*", "i": "*", "strong": "**", "b": "**"}
_HEADING = re.compile(r"h([1-6])\Z")


def html_to_text(html: str) -> str:
    """Return the text of an HTML page in the marks of Markdown.

    >>> html_to_text("<h1>Report</h1><ol start=3><li>The <i>SBI</i> met.</li></ol>")
    '# Report\\n\\n3. The *SBI* met.\\n'
    """
    from lxml import html as parser

    if not html.strip():
        return ""
    tree = parser.document_fromstring(re.sub(r"\A\s*<\?xml[^>]*\?>", "", html))
    parts: list[str] = []
    _walk(tree, parts, [])
    text = "".join(parts)
    text = re.sub(r"[ \t]*\n[ \t]*(?=\n)|[ \t]+(?=\n)", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


def _walk(element: _Element, parts: list[str], lists: list[int | None]) -> None:
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag not in _SKIPPED and tag:
        _open(element, tag, parts, lists)
        inside = [*lists, _first_number(element) if tag == "ol" else None] if tag in {"ol", "ul"} else lists
        _say(parts, element.text)
        for child in element:
            _walk(child, parts, inside)
            _say(parts, child.tail)
        _close(tag, parts)


def _say(parts: list[str], text: str | None) -> None:
    if text:
        plain = re.sub(r"\s+", " ", text)
        at_start = not parts or parts[-1].endswith(("\n", "- ", ". ", "| "))
        parts.append(plain.lstrip() if at_start else plain)


def _first_number(element: _Element) -> int:
    start = element.get("start", "1")
    return int(start) - 1 if start.lstrip("-").isdigit() else 0


def _open(element: _Element, tag: str, parts: list[str], lists: list[int | None]) -> None:
    heading = _HEADING.match(tag)
    if heading:
        parts.append("\n\n" + "#" * int(heading[1]) + " ")
    elif tag == "li":
        parts.append("\n" + _marker(element, lists))
    elif tag == "tr":
        parts.append("\n| ")
    elif tag == "br":
        parts.append("\n")
    elif tag in _BLOCKS and not _is_only_in_item(element):
        parts.append("\n\n")
    elif tag in _MARKS and (element.text or "").strip():
        parts.append(_MARKS[tag])


def _is_only_in_item(element: _Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag in {"li", "td", "th"} and parent.index(element) == 0 and not (parent.text or "").strip()


def _marker(element: _Element, lists: list[int | None]) -> str:
    value = element.get("value", "")
    indent = "  " * max(0, len(lists) - 1)
    if not lists or lists[-1] is None:
        return f"{indent}- "
    lists[-1] = int(value) if value.isdigit() else lists[-1] + 1
    kind = (element.getparent().get("type") if element.getparent() is not None else "") or "1"
    return f"{indent}{label(lists[-1], kind)} "


def label(number: int, kind: str) -> str:
    """Return the label of a list item: `1.`, `(a)`, `(iv)`.

    >>> label(3, "1"), label(3, "a"), label(4, "i"), label(2, "I")
    ('3.', '(c)', '(iv)', 'II.')
    """
    if kind in {"a", "A"}:
        letter = chr(ord("a") + (number - 1) % 26)
        return f"({letter})" if kind == "a" else f"{letter.upper()}."
    if kind in {"i", "I"}:
        roman = ""
        for value, sign in ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
            roman += sign * (number // value)
            number %= value
        return f"({roman})" if kind == "i" else f"{roman.upper()}."
    return f"{number}."


def _close(tag: str, parts: list[str]) -> None:
    if tag in _MARKS and parts and any(part.startswith(_MARKS[tag]) for part in parts[-3:]):
        words = parts[-1]
        parts[-1] = words.rstrip() + _MARKS[tag] + (" " if words.endswith(" ") else "")
    elif tag in {"td", "th"}:
        parts.append(" | ")
    elif tag in _BLOCKS or _HEADING.match(tag):
        parts.append("\n\n")
