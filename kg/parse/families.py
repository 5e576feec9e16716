"""Families of documents: a table of names, each with what shows that a text belongs to it.

A new family is a new entry here, never a copied script.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.parse.structure import Structure


@dataclass(frozen=True, slots=True)
class Family:
    """A kind of document; `shows` returns the reason to believe a text is one, or nothing."""

    name: str
    title: str
    shows: Callable[[str, Structure], str]


def _action_blocks(_text: str, made: Structure) -> str:
    blocks = [s for s in made.sections if s.kind.endswith("-actions")]
    return f"{len(blocks)} blocks of action items" if blocks else ""


def _draft(text: str, made: Structure) -> str:
    brackets = len(re.findall(r"\[[^\]\n]{3,}(?:\]|\n)", text)) - len(made.links)
    said = re.search(r"\b(?:draft (?:text|decision|conclusions)|negotiating text|advance unedited|elements of)\b", text[:4000], re.I)
    return f"{brackets} passages in square brackets" if said and brackets > 10 else ""  # noqa: PLR2004


def _decisions(text: str, made: Structure) -> str:
    parts = [s for s in made.sections if s.kind == "decision"]
    if parts:
        return f"{len(parts)} headings with a decision symbol"
    body = re.search(r"^\W*The (?:Conference of (?:the )?Parties|General Assembly|Plenary|[A-Z][\w ]{3,80}),\W*$", text, re.M)
    return f"the body line “{body[0].strip()}”" if body else ""


def _meeting_report(_text: str, made: Structure) -> str:
    numbered = sum(passage.kind == "paragraph" for passage in made.passages)
    title = re.match(r"(?:Draft )?[Rr]eport (?:of|on) .*\b(?:session|meeting|segment)\b", made.title)
    return f"{numbered} numbered paragraphs under the title “{made.title[:60]}”" if title and numbered > 1 else ""


def _news(text: str, _made: Structure) -> str:
    return "front matter at the top" if text.startswith("---\n") else ""


def _thematic(_text: str, made: Structure) -> str:
    return f"{len(made.sections)} headings and no decisions" if made.sections else ""


def _plain(_text: str, made: Structure) -> str:
    return f"{len(made.passages)} paragraphs and no structure that is known"


FAMILIES: tuple[Family, ...] = (
    Family("inter-agency-report", "inter-agency meeting report with suggested actions", _action_blocks),
    Family("draft", "draft text in brackets", _draft),
    Family("decisions", "decisions of a governing body", _decisions),
    Family("meeting-report", "intergovernmental meeting report", _meeting_report),
    Family("news", "news item", _news),
    Family("thematic", "thematic report", _thematic),
    Family("plain", "plain text", _plain),
)


def detect_family(text: str, made: Structure) -> tuple[str, str]:
    """Return the name of the first family that the text shows, and the reason."""
    return next((family.name, reason) for family in FAMILIES if (reason := family.shows(text, made)))
