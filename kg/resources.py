"""Where the files that travel with the program are: beside the checkout, or inside the wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_ROOTS = (_PACKAGE.parent, _PACKAGE / "data")


def folder(name: str) -> Path:
    """Return the folder `ontology`, `queries` or `reports` that travels with the program.

    >>> (folder("ontology") / "uneg.ttl").exists()
    True
    """
    return next((root / name for root in _ROOTS if (root / name / "README.md").exists()), _ROOTS[0] / name)


def default_documents() -> list[Path]:
    """Return the documents that are read when none is named: the shipped reports."""
    return sorted(path for path in folder("reports").glob("*.md") if path.name != "README.md")
