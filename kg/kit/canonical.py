"""The fingerprint of a dataset: RDFC-1.0, so that every serialization of it has the same one.

https://www.w3.org/TR/rdf-canon/ — blank nodes get canonical labels, the statements are written as
canonical N-Quads, sorted, and hashed with SHA-256.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

import pyoxigraph as ox

if TYPE_CHECKING:
    from collections.abc import Iterable

_STRING = "http://www.w3.org/2001/XMLSchema#string"
_ESCAPES = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_ESCAPED = re.compile(r'[\x00-\x1f"\\\x7f]')


def canonical_hash(quads: Iterable[ox.Quad]) -> str:
    """Return the SHA-256 of the canonical N-Quads of a dataset, as 64 hexadecimal digits.

    >>> a, p = ox.NamedNode("https://example.org/a"), ox.NamedNode("https://example.org/p")
    >>> one, other = ox.Quad(a, p, ox.BlankNode("x")), ox.Quad(a, p, ox.BlankNode("y"))
    >>> canonical_hash([one]) == canonical_hash([other])
    True
    """
    return hashlib.sha256(canonical_nquads(quads).encode()).hexdigest()


def canonical_nquads(quads: Iterable[ox.Quad]) -> str:
    """Return the canonical form of a dataset as one text."""
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return "".join(sorted(_line(quad) for quad in dataset))


def _line(quad: ox.Quad) -> str:
    terms = [quad.subject, quad.predicate, quad.object, quad.graph_name]
    return " ".join(_term(term) for term in terms if not isinstance(term, ox.DefaultGraph)) + " .\n"


def _term(term: object) -> str:
    if isinstance(term, ox.NamedNode):
        return f"<{term.value}>"
    if not isinstance(term, ox.Literal):
        return str(term)
    text = f'"{_ESCAPED.sub(_escape, term.value)}"'
    if term.language:
        return f"{text}@{term.language}"
    return text if term.datatype.value == _STRING else f"{text}^^<{term.datatype.value}>"


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0], f"\\u{ord(match[0]):04X}")
