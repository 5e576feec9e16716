"""A document as received: its text is kept, and what cannot be read is refused in one sentence that helps."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from html import escape
from typing import TYPE_CHECKING

import pytest

from kg.errors import KGError, SourceError, did_you_mean
from kg.source import MEDIA_TYPES, read

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


# -- what is read --------------------------------------------------------------------------------

KEPT = [
    (b"1. One.\n", "1. One.\n"),
    (b"1. One.\r\n2. Two.\r\n", "1. One.\r\n2. Two.\r\n"),  # line ends stay, so that offsets stay true
    (b"\n\n  1. One.\t\n", "\n\n  1. One.\t\n"),  # blanks stay too
    (b"\xef\xbb\xbf1. One.", "1. One."),  # a byte-order mark is no text
    ("1. Zoë 🌍\u2028".encode(), "1. Zoë 🌍\u2028"),
    ("\ufeff1. Zoë".encode("utf-16-le"), "1. Zoë"),
    ("\ufeff1. Zoë".encode("utf-16-be"), "1. Zoë"),
    (b"a\x0cb", "a\x0cb"),  # a page break
]


@pytest.mark.parametrize(("data", "text"), KEPT)
def test_the_text_is_kept_as_received(tmp_path: Path, data: bytes, text: str) -> None:
    source = read(write(tmp_path, "report.md", data))
    assert source.text == text
    assert source.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("suffix", sorted(MEDIA_TYPES))
def test_every_listed_suffix_is_read(tmp_path: Path, suffix: str) -> None:
    data = {".docx": word("1. One."), ".pdf": pdf("1. One.")}.get(suffix, b"1. One.")
    source = read(write(tmp_path, f"report{suffix}", data))
    assert source.text.strip() == "1. One."
    assert source.media_type == MEDIA_TYPES[suffix]
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert read(write(tmp_path, f"UPPER{suffix.upper()}", data)).text == source.text


def test_old_western_text_is_read(tmp_path: Path) -> None:
    assert read(write(tmp_path, "old.txt", "1. Zoë’s – “café”.".encode("cp1252"))).text == "1. Zoë’s – “café”."


# -- pages, Word, PDF ----------------------------------------------------------------------------


def word(*paragraphs: str, numbered: bool = False) -> bytes:
    """Return a Word document with some paragraphs, automatically numbered or not."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    mark = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>' if numbered else ""
    body = "".join(f"<w:p>{mark}<w:r><w:t>{escape(words)}</w:t></w:r></w:p>" for words in paragraphs)
    level = '<w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    lists = f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
        package.writestr("word/numbering.xml", f"<w:numbering {space}>{lists}</w:numbering>")
    return file.getvalue()


def pdf(*pages: str) -> bytes:
    """Return a PDF with a line of text on each page."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, words in enumerate(pages):
        drawn = f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET"
        page = f"/Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R /Resources << /Font << /F1 3 0 R >> >>"
        objects += [f"<< /Type /Page {page} >>", f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream"]
    file, places = "%PDF-1.4\n", []
    for number, words in enumerate(objects, 1):
        places.append(len(file))
        file += f"{number} 0 obj\n{words}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(file)}\n%%EOF\n"
    return (file + end).encode("latin-1")


def test_a_page_is_read_as_its_text(tmp_path: Path) -> None:
    page = "<html><head><title>x</title><script>alert(1)</script><style>p{}</style></head><body><nav>Menu</nav><h2>Opening</h2>"
    page += "<ol start=5><li>UNEP &amp; FAO <b>met</b>.<li>It ended.</ol><ul><li>One</ul><table><tr><td>a<td>b</table><!-- no --></body>"
    text = read(write(tmp_path, "page.html", page.encode())).text
    assert "## Opening" in text
    assert re.search(r"^5\. UNEP & FAO \*\*met\*\*\.$", text, re.MULTILINE)
    assert re.search(r"^6\. It ended\.$", text, re.MULTILINE)
    assert "- One" in text
    assert "| a | b |" in text
    assert not re.search("alert|Menu|no --|p\\{", text)


def test_automatic_numbers_of_a_word_document_are_printed(tmp_path: Path) -> None:
    text = read(write(tmp_path, "report.docx", word("It began.", "It ended <&>.", numbered=True))).text
    assert re.findall(r"^(\d)\.\s+(.*)$", text, re.MULTILINE) == [("4", "It began."), ("5", "It ended <&>.")]


def test_a_pdf_keeps_where_its_pages_begin(tmp_path: Path) -> None:
    source = read(write(tmp_path, "report.pdf", pdf("1. It began.", "2. It ended.")))
    assert [source.text[at:].split("\n")[0].strip() for at in source.pages] == ["1. It began.", "2. It ended."]
    assert [source.page(source.text.index(words)) for words in ("began", "ended")] == [1, 2]


def test_a_scan_has_no_text(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="it is a scan"):
        read(write(tmp_path, "scan.pdf", pdf("")))


def test_a_word_document_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * (90 * 1024 * 1024))
    assert len(file.getvalue()) < 200_000
    with pytest.raises(SourceError, match="unpacks to more than"):
        read(write(tmp_path, "bomb.docx", file.getvalue()))


def test_a_word_document_reads_no_other_file(tmp_path: Path) -> None:
    secret = write(tmp_path, "secret.txt", b"secret words")
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    xml = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]><w:document {space}><w:body><w:p><w:r><w:t>It &x; began.</w:t></w:r></w:p></w:body></w:document>'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("word/document.xml", xml)
    try:
        text = read(write(tmp_path, "report.docx", file.getvalue())).text
    except SourceError:
        return
    assert "secret" not in text


def test_the_slug_comes_from_the_name(tmp_path: Path) -> None:
    source = read(write(tmp_path, "Report of the 29th (Senior) Meeting.md", b"x"))
    assert source.slug == "report-of-the-29th-senior-meeting"
    assert source.name == "Report of the 29th (Senior) Meeting.md"


# -- what is refused -----------------------------------------------------------------------------

EMPTY_ZIP = b"PK\x05\x06" + b"\x00" * 18
REFUSED = [
    ("empty.md", b"", "is empty"),
    ("blank.md", b" \n\t\n", "is empty"),
    ("mark.md", b"\xef\xbb\xbf", "is empty"),
    ("picture.md", b"\x89PNG\r\n\x1a\n\x00\x00", "is a binary file"),
    ("nul.txt", b"1. One.\x002. Two.", "is a binary file"),
    ("late-nul.txt", b"1. One. " * 2000 + b"\x00", "is a binary file"),
    ("mixed.md", ("1. Zoë’s “café”. " * 9).encode() + b"\xeb", "is not UTF-8 text (byte "),  # one byte must not spoil the rest
    ("odd.md", b"\xff\xfe1", "is not UTF-16-LE text"),
    ("report.pdf", b"%PDF-1.7", "cannot be opened as PDF"),
    ("report.docx", b"PK\x03\x04", "is not a Word document"),
    ("other.docx", EMPTY_ZIP, "is not a Word document"),
    ("page.html", b"<script>alert(1)</script>", "is empty"),
    ("report.odt", b"PK\x03\x04", "is of a format that is not read here. Formats: .docx, .htm, .html"),
    ("report.md.zip", b"PK\x03\x04", "is of a format that is not read here"),
]


@pytest.mark.parametrize(("name", "data", "said"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_cannot_be_read_is_refused(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    path = write(tmp_path, name, data)
    with pytest.raises(SourceError, match=re.escape(said)) as caught:
        read(path)
    assert_helps(str(caught.value), path)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="No file") as caught:
        read(tmp_path / "missing.md")
    assert_helps(str(caught.value), tmp_path / "missing.md")


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    with pytest.raises(SourceError, match="Cannot read") as caught:
        read(tmp_path / "folder.md")
    assert_helps(str(caught.value), tmp_path / "folder.md")


def test_a_name_that_is_too_long_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        read(tmp_path / ("x" * 5000 + ".md"))


def assert_helps(message: str, path: Path) -> None:
    """A message is one line, names the file, and ends as sentences end."""
    assert "\n" not in message
    assert str(path) in message
    assert message.endswith((".", "*.md"))


# -- the tree of errors --------------------------------------------------------------------------


def test_every_error_is_one_the_user_can_mend() -> None:
    assert {kind.__name__ for kind in KGError.__subclasses__()} >= {
        "SourceError", "ParseError", "OntologyError", "QueryError", "NotFoundError", "OutputError",
    }  # fmt: skip
    assert KGError.exit_code == 2


MEANT = [
    ("rolse", ["roles", "cops"], " Did you mean 'roles'?"),
    (" UNEP ", ["unep", "UNDP"], " Did you mean 'unep'"),  # case and blanks do not matter
    ("xyzzy", ["roles"], ""),
    ("", ["roles"], ""),
    ("roles", [], ""),
]


@pytest.mark.parametrize(("word", "choices", "said"), MEANT)
def test_the_nearest_names_are_offered(word: str, choices: list[str], said: str) -> None:
    assert did_you_mean(word, choices).startswith(said)
    assert bool(did_you_mean(word, choices)) == bool(said)
