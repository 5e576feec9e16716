"""Read a file as received: Markdown and plain text as they are, HTML, Word and PDF as text.

The stage has one front function, `read`. Offsets of later stages point into the text that it
returns; of a PDF, the text remembers where each page begins.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from kg.errors import SourceError
from kg.model import Source
from kg.namespaces import slug
from kg.source.docx import docx_to_text
from kg.source.html import html_to_text
from kg.source.pdf import pdf_to_text

if TYPE_CHECKING:
    from pathlib import Path

MEDIA_TYPES = {
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".txt": "text/plain",
    "": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
}
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def read(path: Path) -> Source:
    """Return the document in a file; raise `SourceError` where there is no text to read.

    The text of a text file keeps every character, line ends included; a byte-order mark is not
    part of it.
    """
    data = _bytes(path)
    suffix = path.suffix.casefold()
    if suffix not in MEDIA_TYPES:
        choices = ", ".join(sorted(filter(None, MEDIA_TYPES)))
        message = f"'{path}' is of a format that is not read here. Formats: {choices}. Save it as one of them and try again."
        raise SourceError(message)
    pages: tuple[int, ...] = ()
    if suffix == ".pdf":
        text, pages = pdf_to_text(data, str(path))
    elif suffix == ".docx":
        text = docx_to_text(data, str(path))
    else:
        text = _decode(data, path)
        text = html_to_text(text) if suffix in {".html", ".htm"} else text
    if not text.strip():
        message = f"'{path}' is empty: there is nothing to read."
        raise SourceError(message)
    return Source(slug(path.stem), path.name, text, hashlib.sha256(data).hexdigest(), MEDIA_TYPES[suffix], pages)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        message = f"No file '{path}'. Give the path of a document, for example reports/*.md."
        raise SourceError(message) from None
    except OSError as error:
        message = f"Cannot read '{path}': {error.strerror}."
        raise SourceError(message) from None


def _decode(data: bytes, path: Path) -> str:
    encoding, mark = next(((encoding, mark) for mark, encoding in _BYTE_ORDER_MARKS if data.startswith(mark)), ("utf-8", b""))
    try:
        return _text(data[len(mark) :], encoding, path)
    except UnicodeDecodeError as error:
        if mark or _is_mostly_utf8(data):
            message = f"'{path}' is not {encoding.upper()} text (byte {error.start}). Save it as UTF-8 and try again."
            raise SourceError(message) from None
        return _western(data, path)


def _is_mostly_utf8(data: bytes) -> bool:
    """Tell a text in UTF-8 with a broken byte, which nothing else would read well, from an old Western one."""
    text = data.decode("utf-8", errors="replace")
    return sum(not c.isascii() for c in text) > 2 * text.count("\ufffd")


def _text(data: bytes, encoding: str, path: Path) -> str:
    if b"\x00" in data[:4096] and encoding == "utf-8":
        return _refuse_binary(path)
    text = data.decode(encoding)
    return _refuse_binary(path) if "\x00" in text else text


def _western(data: bytes, path: Path) -> str:
    """Read old Western text; control characters show that it is no text at all."""
    text = data.decode("cp1252", errors="replace")
    controls = sum(1 for c in text if c == "\ufffd" or (ord(c) < 32 and c not in "\t\n\r\f"))  # noqa: PLR2004
    return _refuse_binary(path) if controls > len(text) // 100 else text


def _refuse_binary(path: Path) -> str:
    message = f"'{path}' is a binary file, not text. Give a document as Markdown, plain text, HTML, DOCX or PDF."
    raise SourceError(message)
