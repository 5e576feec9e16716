"""What stands before the text: front matter, list of contents, title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.parse.clauses import is_decision, is_recital
from kg.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.parse.lines import Line

_TITLE = re.compile(
    r"(?:Report|Proceedings|Minutes|Decision|Resolution|Declaration|Summary|Outcome|Synthesis|Draft)\b|(?:DRAFT\s+)?(?:REPORT|PROCEEDINGS|MINUTES)\s+(?:OF|ON)\b"
)
_DECIDED = re.compile(r"(?:Decision|Resolution)\s+(?:No\.?\s*)?\d{1,3}(?:\.\d{1,3})?:(?:\s+The\b|\s*\Z)")
"""What a meeting decided, printed with its number between the paragraphs of the report: "Decision 3: *The* Board approved …"."""
_FRONT_TITLE = re.compile(r"^title:[ \t]*(.+(?:\n[ \t]+\S.*)*)", re.MULTILINE)
_LONGEST_TITLE = 240
_LONGEST_DECISION_TITLE = 300
_REPORT_OF = re.compile(r"(?:Report|Proceedings|Minutes)\s+of\s+the\b", re.IGNORECASE)
_SESSION = re.compile(r"\b(?:session|meeting|segment)\b", re.IGNORECASE)
_FIRST_LINES = 60
_CONTENTS_GAP = 8


def front_matter(text: str, lines: Sequence[Line]) -> tuple[int, str]:
    """Return (index of the line after a YAML block at the top, its title), or (0, "")."""
    if not lines or lines[0].span.of(text).strip() != "---":
        return 0, ""
    for index, line in enumerate(lines[1:], 1):
        if line.span.of(text).strip() == "---":
            found = _FRONT_TITLE.search(text, 0, line.span.end)
            return index + 1, " ".join(found[1].split()).strip("\"' ") if found else ""
    return 0, ""


_ENTRY = re.compile(r"\s*(?P<title>\S.*?\S)(?:\s|\.{3}|…)[\s.…]*(?:\d{1,3}(?:\s?[–-]\s?\d{1,3})?\s+)?\d{1,3}\s*", re.DOTALL)
_ENOUGH, _SHORTEST_ENTRY = 40, 5


def contents(text: str, lines: Sequence[Line]) -> int:
    """Return the index of the line after a list of contents, or 0.

    An entry ends with its page, after a tab, dots or (where a format has lost them) a blank; its words come again.
    """
    if "contents" not in text.casefold():
        return 0
    last = entries = since = 0
    letters = ""
    for index, line in enumerate(lines):
        since += line.kind != "blank"
        if not last:
            if fold(line.body.of(text)).strip("#*: ") == "contents":
                last, since, letters = index, 0, _letters(text)
        elif since > _CONTENTS_GAP:
            break
        elif line.kind == "contents" or _comes_again(line.span.of(text), letters):
            last, since, entries = index, 0, entries + 1
    return last + 1 if entries else 0


def _comes_again(words: str, letters: str) -> bool:
    entry = _ENTRY.fullmatch(words)
    head = _letters(entry["title"])[:_ENOUGH] if entry else ""
    return len(head) > _SHORTEST_ENTRY and letters.count(head) > 1


def _letters(text: str) -> str:
    """Return the letters and figures of a text, in lower case."""
    return re.sub(r"[\W_]+", "", text.casefold())


_ANY = re.compile(
    r"(?:(?:for\s+)?immediate\s+release|(?:press|media|news)\s+(?:release|advisory|statement|item|note)|news|media|story|feature|"
    r"(?:background|information|technical)\s+(?:note|paper|document))\W*",
    re.IGNORECASE,
)
"""What stands above a title and says which kind of text it is."""


def title(text: str, lines: Sequence[Line]) -> str:
    """Return the title of a document: a line that begins like one, a heading, else the first line.

    A title that is broken over lines is put together again.
    """
    printed = [line for line in lines if line.kind in {"text", "bold", "hash"}][:_FIRST_LINES]
    words = [plain(text, line) for line in printed]
    titled = [_joined(words, at) for at, w in enumerate(words) if _TITLE.match(w) and len(w) <= _LONGEST_TITLE and not _DECIDED.match(w)]
    headed = [plain(text, line) for line in lines if line.kind in {"hash", "bold"}]
    named = [w[:120] for w in words if w and not _ANY.fullmatch(w)]
    return next(iter(titled + headed + named + [w[:120] for w in words if w]), "")


_NUMBERED = re.compile(r"\d{1,2}[.)]\s+[A-Z]")
"""The first heading below a title is no part of it: "1. Opening"."""


def _joined(words: Sequence[str], at: int) -> str:
    """Return a line with the lines that go on with it: up to two, that begin small or with a number; of a report, until its session is named."""
    whole = words[at]
    for following in words[at + 1 : at + 5]:
        unfinished = bool(_REPORT_OF.match(whole)) and not _SESSION.search(whole)
        if whole.count("\n") > 1 and not unfinished:
            break
        begins = following[:1].islower() or (following[:1].isdigit() and not _NUMBERED.match(following))
        goes_on = unfinished or begins or whole.endswith((" of", " the", " its", " on", " and", " to"))
        if not goes_on or len(whole) + len(following) > _LONGEST_TITLE:
            break
        whole = f"{whole}\n{following}"
    return whole.replace("\n", " ")


def is_of_title(words: str) -> bool:
    """Tell a line that may go on with the title of a decision; a recital may look like one but for its comma.

    >>> is_of_title("Strengthening the ponds"), is_of_title("RECALLING Resolution 3.4;"), is_of_title("The Board decided to dig.")
    (True, False, False)
    """
    recital = words.rstrip().endswith((",", ";")) and is_recital(words)
    return len(words) < _LONGEST_DECISION_TITLE and not words.rstrip().endswith(":") and not recital and not is_decision(words)


def plain(text: str, line: Line) -> str:
    """Return the words of a line without marks and doubled blanks."""
    return " ".join(line.body.of(text).split()).strip("*_# ")
