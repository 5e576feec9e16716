"""Saved questions and free ones: load, bind parameters, run, on a store or on a SPARQL endpoint.

>>> from kg.resources import folder
>>> question = load_queries(folder("queries"))["agency-portfolio"]
>>> question.summary
'What does an agency, or another agent, have to do with what, and which sentence says so?'
>>> question.parameters[0].name, question.parameters[0].type, question.parameters[0].cls
('agency', 'entity', 'uneg:Agent')
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, TypeVar

import pyoxigraph as ox

from kg.errors import QueryError
from kg.hints import typos, why_empty
from kg.namespaces import PREFIXES
from kg.results import GRAPH_COLUMNS, Result
from kg.sparql import Token, check, declared_prefixes, excerpt, missing_prefixes, position, variables
from kg.sparql_grammar import syntax_error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kg.results import Row, Term

_STACK = 256 * 1024 * 1024
_LABELS = tuple(ox.NamedNode(PREFIXES[prefix] + name) for prefix, name in (("rdfs", "label"), ("foaf", "name"), ("dcterms", "title")))
_Value = TypeVar("_Value")
