"""Word documents as text: headings, automatic numbers as printed, tables, italics."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.errors import SourceError
from kg.source.html import label

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KINDS = {"decimal": "1", "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_LARGEST = 80 * 1024 * 1024


@dataclass(slots=True)
class _Numbering:
    """The automatic numbers of a document: list definitions, and how far each list has counted."""

    levels: dict[tuple[str, int], tuple[str, str, int]] = field(default_factory=dict)
    counts: dict[tuple[str, int], int] = field(default_factory=dict)

    def next(self, number: str, level: int) -> str:
        """Return the printed label of the next paragraph of a list level."""
        kind, pattern, start = self.levels.get((number, level), ("decimal", "%1.", 1))
        for key in [key for key in self.counts if key[0] == number and key[1] > level]:
            del self.counts[key]
        self.counts[number, level] = self.counts.get((number, level), start - 1) + 1
        if kind == "bullet":
            return "- "
        if kind not in _KINDS:
            return ""
        value = label(self.counts[number, level], _KINDS[kind]).strip("().")
        printed = pattern.replace(f"%{level + 1}", value)
        for above in range(level):
            other = self.levels.get((number, above), ("decimal", "", 1))[0]
            printed = printed.replace(f"%{above + 1}", label(self.counts.get((number, above), 1), _KINDS.get(other, "1")).strip("()."))
        return f"{printed}\t"


def docx_to_text(data: bytes, name: str) -> str:
    """Return the text of a Word document; raise `SourceError` where it is none."""
    from lxml import etree

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(item.file_size for item in package.infolist()) > _LARGEST:
                message = f"'{name}' unpacks to more than {_LARGEST // 1024 // 1024} MB. Save it as text and try again."
                raise SourceError(message)
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            body = etree.fromstring(package.read("word/document.xml"), parser)
            names = set(package.namelist())
            numbering = etree.fromstring(package.read("word/numbering.xml"), parser) if "word/numbering.xml" in names else None
            styles = etree.fromstring(package.read("word/styles.xml"), parser) if "word/styles.xml" in names else None
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError):
        message = f"'{name}' is not a Word document (DOCX). Save it as DOCX or as text and try again."
        raise SourceError(message) from None
    lists = _numbering(numbering)
    style_lists = _style_lists(styles)
    content = body.find(f"{_W}body")
    blocks = [_block(child, lists, style_lists) for child in (() if content is None else content)]
    return "\n\n".join(block for block in blocks if block.strip()) + "\n"


def _numbering(root: _Element | None) -> _Numbering:
    made = _Numbering()
    if root is None:
        return made
    abstract: dict[str, dict[int, tuple[str, str, int]]] = {}
    for definition in root.findall(f"{_W}abstractNum"):
        levels = {}
        for level in definition.findall(f"{_W}lvl"):
            start = _value(level.find(f"{_W}start")) or "1"
            levels[int(level.get(f"{_W}ilvl", "0"))] = (
                _value(level.find(f"{_W}numFmt")) or "decimal", _value(level.find(f"{_W}lvlText")) or "", int(start),
            )  # fmt: skip
        abstract[definition.get(f"{_W}abstractNumId", "")] = levels
    for number in root.findall(f"{_W}num"):
        used = _value(number.find(f"{_W}abstractNumId"))
        for level, values in abstract.get(used, {}).items():
            made.levels[number.get(f"{_W}numId", ""), level] = values
    return made


def _style_lists(root: _Element | None) -> dict[str, tuple[str, int]]:
    """Return the list (number, level) that a paragraph style brings with it."""
    found = {}
    for style in root.findall(f"{_W}style") if root is not None else []:
        properties = style.find(f"{_W}pPr/{_W}numPr")
        if properties is not None:
            number = _value(properties.find(f"{_W}numId"))
            level = _value(properties.find(f"{_W}ilvl")) or "0"
            if number:
                found[style.get(f"{_W}styleId", "")] = (number, int(level))
    return found


def _value(element: _Element | None) -> str:
    return "" if element is None else element.get(f"{_W}val", "")


def _block(element: _Element, lists: _Numbering, style_lists: dict[str, tuple[str, int]]) -> str:
    if element.tag == f"{_W}p":
        return _paragraph(element, lists, style_lists)
    if element.tag == f"{_W}tbl":
        rows = []
        for row in element.iter(f"{_W}tr"):
            cells = [" ".join(_runs(p) for p in cell.iter(f"{_W}p")) for cell in row.findall(f"{_W}tc")]
            rows.append("| " + " | ".join(cell.strip() for cell in cells) + " |")
        return "\n".join(rows)
    return ""


def _paragraph(element: _Element, lists: _Numbering, style_lists: dict[str, tuple[str, int]]) -> str:
    style = _value(element.find(f"{_W}pPr/{_W}pStyle"))
    words = _runs(element).strip()
    if not words:
        return ""
    number = element.find(f"{_W}pPr/{_W}numPr/{_W}numId")
    listed = (_value(number), int(_value(element.find(f"{_W}pPr/{_W}numPr/{_W}ilvl")) or "0")) if number is not None else style_lists.get(style)
    prefix = lists.next(*listed) if listed and listed[0] not in {"", "0"} else ""
    level = style.lower().removeprefix("heading").strip()
    if style.lower().startswith("heading") and level.isdigit():
        return f"{'#' * min(6, int(level))} {prefix.strip()} {words}".replace("  ", " ")
    return f"{'  ' * listed[1] if listed else ''}{prefix}{words}"


def _runs(element: _Element) -> str:
    parts = []
    for run in element.iter(f"{_W}r"):
        words = "".join(
            (node.text or "") if node.tag == f"{_W}t" else "\t" if node.tag == f"{_W}tab" else "\n" if node.tag == f"{_W}br" else ""
            for node in run
        )
        italic = run.find(f"{_W}rPr/{_W}i")
        if words.strip() and italic is not None and _value(italic) not in {"0", "false"}:
            inner = words.strip()
            words = words.replace(inner, f"*{inner}*", 1)
        parts.append(words)
    return "".join(parts).replace("**", "")
