"""The documentation of the ontology as one file of its own: style and diagrams inside, nothing to load."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.namespaces import UNEG

if TYPE_CHECKING:
    from kg.ontodoc import OntologyDocument

TEMPLATES = Path(__file__).resolve().parent / "templates"


def standalone(document: OntologyDocument) -> bytes:
    """Return the documentation as one HTML file."""
    from jinja2 import Environment, FileSystemLoader
    from markupsafe import Markup

    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    style = Markup((TEMPLATES / "site" / "site.css").read_text(encoding="utf-8"))  # noqa: S704 - a file of ours
    page = environment.get_template("site/ontology.html").render(
        title=document.title, doc=document, ns=UNEG, style=style, root="", rdf=(), iri=UNEG.rstrip("#"), edition=f"version {document.version}"
    )
    return page.encode()
