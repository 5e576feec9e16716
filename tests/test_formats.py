"""One report in four formats says the same: what Markdown gives, HTML, DOCX and PDF give too."""

from __future__ import annotations

import html
import io
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from kg.extract import extract
from kg.mentions import find_mentions
from kg.model import Decision, Participation, Role
from kg.parse import parse
from kg.source import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.mentions.gazetteer import Gazetteer

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def blocks(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the blocks of a Markdown text: (tag, words), a table with its cells by row."""
    for part in re.split(r"\n\s*\n|\n(?=\s*(?:-|\d+\.|#+)\s)", text):
        lines = [line for line in part.splitlines() if line.strip()]
        if lines and lines[0].lstrip().startswith("|"):
            yield "table", [line for line in lines if not re.fullmatch(r"[|\s:-]+", line)]
        elif lines:
            words = re.sub(r"^\s*- (?=[IVXa-z]+[.)]\s)", "", " ".join(map(str.strip, lines)))
            level = re.match(r"(#+) ", words)
            yield (f"h{len(level[1])}" if level else "p"), [words[level.end() if level else 0 :]]


def cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def as_html(text: str) -> bytes:
    parts = []
    for tag, lines in blocks(text):
        if tag == "table":
            rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in cells(row)) for row in lines)
            parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        else:
            parts.append(f"<{tag}>{html.escape(lines[0])}</{tag}>")
    style = "<style>body { font: 11pt serif } @page { margin: 2.5cm }</style>"
    return f"<!doctype html><html><head><meta charset=utf-8><title>t</title>{style}</head><body>{''.join(parts)}</body></html>".encode()


def as_docx(text: str) -> bytes:
    def paragraph(words: str, style: str = "") -> str:
        properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{html.escape(words)}</w:t></w:r></w:p>'

    parts = []
    for tag, lines in blocks(text):
        if tag == "table":
            rows = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells(row)) for row in lines)
            parts.append("<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>")
        else:
            parts.append(paragraph(lines[0], f"Heading{tag[1:]}" if tag != "p" else ""))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{"".join(parts)}</w:body></w:document>')
    return file.getvalue()


def as_pdf(text: str, folder: Path) -> bytes:
    """Print the HTML page, with the header, the footer and the page numbers of a browser."""
    browser = shutil.which("chromium")
    if browser is None:
        pytest.skip("chromium is not installed")
    page, printed = folder / "page.html", folder / "page.pdf"
    page.write_bytes(as_html(text))
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={printed}", str(page)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return printed.read_bytes()


def facts(path: Path, gazetteer: Gazetteer) -> dict[str, object]:
    """Return what is read from a file, without where it stands."""
    document = parse(read(path))
    items = extract(document, find_mentions(document, gazetteer)).items
    return {
        "family": document.family,
        "paragraphs": Counter(p.number for p in document.passages if p.kind == "paragraph"),
        "decisions": Counter((i.verbs, i.status, i.item, tuple(e.target for e in i.effects)) for i in items if isinstance(i, Decision)),
        "roles": Counter((i.agent, i.role, i.target, i.basis) for i in items if isinstance(i, Role)),
        "people": Counter((i.person, i.printed, i.organization) for i in items if isinstance(i, Participation)),
    }


@pytest.mark.parametrize("suffix", ["html", "docx", "pdf"])
def test_every_format_gives_what_markdown_gives(suffix: str, report_path: Path, gazetteer: Gazetteer, tmp_path: Path) -> None:
    text = report_path.read_text(encoding="utf-8")
    data = {"html": as_html, "docx": as_docx}[suffix](text) if suffix != "pdf" else as_pdf(text, tmp_path)
    path = tmp_path / f"report.{suffix}"
    path.write_bytes(data)
    expected, found = facts(report_path, gazetteer), facts(path, gazetteer)
    assert len(expected["people"]) > 100  # type: ignore[arg-type]
    for what, values in expected.items():
        assert found[what] == values, what
