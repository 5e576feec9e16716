"""What every page needs: the engine, the saved queries, templates, labels and links."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader
from starlette.responses import Response

from kg.namespaces import PREFIXES, UNEG, compress
from kg.server.negotiation import content_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.query import SavedQuery
    from kg.server.engine import Engine
    from kg.server.limits import Limits

HERE = Path(__file__).resolve().parent
STATIC = HERE / "static"
EDITOR = STATIC / "yasgui"
_LABELS = "rdfs:label|skos:prefLabel|foaf:name|dcterms:title"
_MOST_LABELS = 400
_UNSAFE = set('<>"{}|\\^`')
_PREFIX_LINES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())


@dataclass(slots=True)
class Site:
    """One running server; `base` is what the IRIs of the data begin with, `address` where it listens."""

    engine: Engine
    limits: Limits
    queries: Mapping[str, SavedQuery]
    base: str
    address: str
    source: str
    output: Path | None = None
    templates: Environment = field(init=False)

    def __post_init__(self) -> None:
        """Prepare the templates; every value is escaped."""
        loader = FileSystemLoader(HERE / "templates")
        self.templates = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
        self.templates.globals.update(href=self.href, short=short, site=self, url=url, has_network=self.has_network)

    @property
    def has_network(self) -> bool:
        """Tell whether the build has a picture of the network."""
        return self.output is not None and (self.output / "network.html").is_file()

    @property
    def has_editor(self) -> bool:
        """Tell whether the installation carries the editor."""
        return (EDITOR / "yasgui.min.js").is_file()

    def href(self, iri: str) -> str:
        """Return where the page of an IRI is: at its own path, or behind /resource."""
        if iri.startswith(UNEG):
            return f"/ontology#{quote(iri[len(UNEG) :])}"
        if iri.startswith(self.base) and len(iri) > len(self.base):
            path, hash_, fragment = iri[len(self.base) :].partition("#")
            if path and not path.startswith(("/", "?")):
                return f"/{quote(path, safe=_PATH)}" + (f"#{quote(fragment, safe=_PATH)}" if hash_ else "")
        return url("/resource", iri=iri)

    def page(self, template: str, status: int = 200, headers: Mapping[str, str] | None = None, **values: Any) -> Response:  # noqa: ANN401 - template values
        """Return a page."""
        text = self.templates.get_template(template).render(**values)
        return Response(text, status, {"content-type": content_type("text/html"), "vary": "Accept", **(headers or {})})

    async def labels(self, iris: Iterable[str]) -> dict[str, str]:
        """Return the labels of IRIs, the English one where there are several."""
        wanted = [iri for iri in dict.fromkeys(iris) if is_iri(iri)]
        found: dict[str, tuple[bool, str]] = {}
        for start in range(0, len(wanted), _MOST_LABELS):
            values = " ".join(f"<{iri}>" for iri in wanted[start : start + _MOST_LABELS])
            rows = await self.engine.rows(prefixed(f"SELECT DISTINCT ?iri ?label {{ VALUES ?iri {{ {values} }} ?iri {_LABELS} ?label }}"))
            for row in rows:
                rank = (row["label"].get("xml:lang", "") not in {"en", ""}, row["label"]["value"])
                iri = row["iri"]["value"]
                found[iri] = min(found.get(iri, rank), rank)
        return {iri: label for iri, (_, label) in found.items()}


_PATH = "/:@!$&'()*+,;=~.-_%"


def prefixed(sparql: str) -> str:
    """Return a query of our own with our prefixes declared, for engines that need them."""
    used = "".join(line + "\n" for line in _PREFIX_LINES.splitlines() if line.split()[1] in sparql)
    return used + sparql


def is_iri(text: str) -> bool:
    """Tell whether a text can stand between < and > in a query as an absolute IRI."""
    scheme = text.partition(":")[0]
    return ":" in text and scheme.isalnum() and scheme.isascii() and not any(c in _UNSAFE or c <= " " for c in text)


def short(iri: str) -> str:
    """Return an IRI as people read it: a CURIE, or the IRI without its scheme."""
    return compress(iri).removeprefix("https://").removeprefix("http://")


def url(path: str, **parameters: str) -> str:
    """Return a path with parameters."""
    return f"{path}?{urlencode(parameters, quote_via=quote)}" if parameters else path


def json_response(value: Any, status: int = 200, media_type: str = "application/json") -> Response:  # noqa: ANN401 - any JSON
    """Return a value as JSON."""
    return Response(json.dumps(value, ensure_ascii=False), status, {"content-type": media_type})
