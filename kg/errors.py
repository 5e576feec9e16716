"""One tree of errors; each message names the thing, the choices and the next step.

    KGError                 anything a user can mend; exit code 2, one line on stderr
    ├── SourceError         a document that cannot be read
    ├── ParseError          a text whose structure contradicts itself
    ├── OntologyError       a file of `ontology/` that is missing or broken
    ├── QueryError          a query that cannot be run
    ├── NotFoundError       a name that is not there; the nearest ones are offered
    └── OutputError         a folder that cannot be written or was never built
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class KGError(Exception):
    """Something the user can mend; the message says how."""

    exit_code = 2


class SourceError(KGError):
    """A document that is missing, empty, binary or of a format nobody reads here."""


class ParseError(KGError):
    """A text whose structure contradicts itself."""


class OntologyError(KGError):
    """A file of the ontology that is missing or does not parse."""


class QueryError(KGError):
    """A query with a syntax error, or one that is refused."""


class NotFoundError(KGError):
    """A name that is not there."""


class OutputError(KGError):
    """An output folder that cannot be written, or was never built."""


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """Return " Did you mean …?" with the nearest choices, or an empty string.

    >>> did_you_mean("rolse", ["roles", "cops"])
    " Did you mean 'roles'?"
    >>> did_you_mean("xyzzy", ["roles", "cops"])
    ''
    """
    by_fold = {choice.casefold(): choice for choice in sorted(choices)}
    near = get_close_matches(word.casefold().strip(), by_fold, n=3, cutoff=0.6)
    if not near:
        return ""
    return " Did you mean " + " or ".join(f"'{by_fold[match]}'" for match in near) + "?"
