"""A document as received: its text is kept, and what cannot be read is refused in one sentence that helps."""

from __future__ import annotations

import hashlib
import re
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
    assert read(write(tmp_path, f"report{suffix}", b"1. One.")).media_type == MEDIA_TYPES[suffix]
    assert read(write(tmp_path, f"UPPER{suffix.upper()}", b"1. One.")).media_type == MEDIA_TYPES[suffix]


def test_the_slug_comes_from_the_name(tmp_path: Path) -> None:
    source = read(write(tmp_path, "Report of the 29th (Senior) Meeting.md", b"x"))
    assert source.slug == "report-of-the-29th-senior-meeting"
    assert source.name == "Report of the 29th (Senior) Meeting.md"


# -- what is refused -----------------------------------------------------------------------------

REFUSED = [
    ("empty.md", b"", "is empty"),
    ("blank.md", b" \n\t\n", "is empty"),
    ("mark.md", b"\xef\xbb\xbf", "is empty"),
    ("picture.md", b"\x89PNG\r\n\x1a\n\x00\x00", "is a binary file"),
    ("nul.txt", b"1. One.\x002. Two.", "is a binary file"),
    ("late-nul.txt", b"1. One. " * 2000 + b"\x00", "is a binary file"),
    ("latin.md", "1. Zoë.".encode("latin-1"), "is not UTF-8 text (byte 5)"),
    ("cut.md", "1. Zoë".encode()[:-1], "is not UTF-8 text (byte 5)"),
    ("surrogate.md", b"1. \xed\xa0\x80.", "is not UTF-8 text (byte 3)"),
    ("odd.md", b"\xff\xfe1", "is not UTF-16-LE text"),
    ("report.pdf", b"%PDF-1.7", "is of a format that is not read here. Formats: .markdown, .md, .txt"),
    ("report.docx", b"PK\x03\x04", "is of a format that is not read here"),
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
    assert message.endswith(".") or message.endswith("*.md")


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
