"""The files of the build: serializations, the catalogue, the picture of the network. Only these, by name."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

from starlette.responses import FileResponse, RedirectResponse, Response

from kg.server.errors import HTTPError
from kg.server.negotiation import content_type

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.requests import Request

    from kg.server.site import Site

FILES = {
    "dataset.nq": "application/n-quads", "dataset.trig": "application/trig", "graph.ttl": "text/turtle",
    "graph.nt": "application/n-triples", "graph.jsonld": "application/ld+json", "graph.rdf": "application/rdf+xml",
    "catalog.ttl": "text/turtle", "validation.md": "text/markdown", "validation.ttl": "text/turtle",
    "network.graphml": "application/graphml+xml", "network.gexf": "application/gexf+xml",
}  # fmt: skip
"""What may be downloaded, with its media type."""

_SCRIPT = re.compile(rb"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)


def _file(site: Site, name: str) -> Path:
    path = site.output / name if site.output else None
    if path is None or not path.is_file():
        raise HTTPError(404, "Not here", f"The file '{name}' is not part of what is served.")
    return path


async def download(request: Request) -> Response:
    """Return a file of the build."""
    name = request.path_params["name"]
    if name not in FILES:
        raise HTTPError(404, "Not here", f"There is no such file. Files: {', '.join(FILES)}.")
    return FileResponse(_file(request.app.state.site, name), headers={"content-type": content_type(FILES[name])})


async def catalogue(request: Request) -> Response:
    """Return the catalogue of the build."""
    return FileResponse(_file(request.app.state.site, "catalog.ttl"), headers={"content-type": content_type("text/turtle")})


async def void(_: Request) -> Response:
    """Lead from the well-known address to the description: https://www.w3.org/TR/void/#well-known."""
    return RedirectResponse("/sparql", 302)


async def network(request: Request) -> Response:
    """Return the page of the network; its scripts are allowed by their hashes, and no others."""
    data = _file(request.app.state.site, "network.html").read_bytes()
    hashes = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'" for script in _SCRIPT.findall(data))
    policy = (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return Response(data, headers={"content-type": content_type("text/html"), "content-security-policy": policy})
