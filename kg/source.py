"""Read a file as received: bytes to text, nothing changed, so that offsets stay true."""

from __future__ import annotations

import hashlib
from pathlib import Path

from kg.errors import SourceError
from kg.model import Source
from kg.namespaces import slug

MEDIA_TYPES = {".md": "text/markdown", ".markdown": "text/markdown", ".txt": "text/plain", "": "text/plain"}
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def read(path: Path) -> Source:
    """Return the document in a file; raise `SourceError` where there is no text to read.

    The text keeps every character, line ends included; a byte-order mark is not part of it.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        message = f"No file '{path}'. Give the path of a document, for example reports/*.md."
        raise SourceError(message) from None
    except OSError as error:
        message = f"Cannot read '{path}': {error.strerror}."
        raise SourceError(message) from None
    text = _decode(data, path)
    if not text.strip():
        message = f"'{path}' is empty: there is nothing to read."
        raise SourceError(message)
    return Source(
        slug=slug(path.stem),
        name=path.name,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=MEDIA_TYPES[path.suffix.casefold()],
    )


def _decode(data: bytes, path: Path) -> str:
    suffix = path.suffix.casefold()
    if suffix not in MEDIA_TYPES:
        choices = ", ".join(sorted(filter(None, MEDIA_TYPES)))
        message = f"'{path}' is of a format that is not read here. Formats: {choices}. Save it as text and try again."
        raise SourceError(message)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _text(data[len(mark) :], encoding, path)
    return _text(data, "utf-8", path)


def _text(data: bytes, encoding: str, path: Path) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if b"\x00" in data[:4096]:
            return _refuse_binary(path)
        message = f"'{path}' is not {encoding.upper()} text (byte {error.start}). Save it as UTF-8 and try again."
        raise SourceError(message) from None
    return _refuse_binary(path) if "\x00" in text else text


def _refuse_binary(path: Path) -> str:
    message = f"'{path}' is a binary file, not text. Give a document as Markdown or plain text."
    raise SourceError(message)
