"""A static web site of a release: a page and RDF files for every IRI, served by any web server.

    Kit ─Web▶ pages, lists, documents, questions, ontology ─write_site▶ folder   (kg export DIR --site)

`.htaccess` makes Apache answer an IRI with the form that is asked for; `w3id/.htaccess` is the
redirect file for a permanent address. On an object store, where nothing negotiates, the pages and
files are there under the IRI with an ending.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.errors import OutputError
from kg.export import staged
from kg.kit import write_kit
from kg.site.linked_data import RDF_FILES, description, ontology_files
from kg.site.render import Renderer
from kg.site.server_files import nginx_conf, robots, site_htaccess, sitemap, w3id_htaccess
from kg.site.web import ONTOLOGY, Web

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.kit import Kit

_OF_THE_ONTOLOGY = ("alignments", "style", "dcat-ap")
_SHAPES = "shapes"


def write_site(kit: Kit, directory: Path, ontology: Path, site_url: str = "") -> Iterator[str]:
    """Write the site of a kit to a folder and yield a line for each part of it.

    `site_url` is where the site will be served; the base of the IRIs if it is empty. Raise
    `OutputError` where that is no web address or the folder cannot be written.
    """
    url = checked_url(site_url or kit.base)
    web = Web(kit.dataset, kit.base)
    renderer = Renderer(web, kit, url, ontology)
    with staged(directory) as new:
        pages = sorted([*_things(renderer, new), *_fixed(renderer, new)])
        _write(new, "sitemap.xml", sitemap(url, pages, kit.date))
        _write(new, "robots.txt", robots(url))
        _write(new, ".htaccess", site_htaccess(url).encode())
        _write(new, "nginx.conf", nginx_conf(url).encode())
        if url != kit.base:
            _write(new, "w3id/.htaccess", w3id_htaccess(kit.base, url).encode())
        lines = list(write_kit(kit, new / renderer.data_folder))
    yield f"{directory}/  {len(pages):,} pages, each with {', '.join(RDF_FILES)} beside it"
    yield f"{directory}/sitemap.xml, .htaccess, nginx.conf{', w3id/.htaccess' if url != kit.base else ''}"
    yield f"{directory / renderer.data_folder}/  the kit, {len(lines)} entries"


def checked_url(url: str) -> str:
    """Return the address of a site with its last slash; raise `OutputError` where it is none.

    >>> checked_url("https://example.org/kg")
    'https://example.org/kg/'
    """
    if not re.fullmatch(r"https?://[^\s<>\"{}|\\^`?#]+", url):
        message = f"'{url}' is not the address of a web site. Give one such as https://example.org/kg/ with --site-url."
        raise OutputError(message)
    return url if url.endswith("/") else url + "/"


def _things(renderer: Renderer, folder: Path) -> Iterator[str]:
    """Write the page and the RDF files of every IRI; yield the paths of the pages."""
    web = renderer.web
    for iri in web.pages():
        if iri in {renderer.kit_iri, f"{web.base}catalog"}:
            continue
        path = web.path(iri)
        _write(folder, path, renderer.thing(iri).encode())
        triples = description(web, iri)
        for ending, form in RDF_FILES.items():
            _write(folder, web.path(iri, ending), form(iri, triples))
        yield path


def _fixed(renderer: Renderer, folder: Path) -> Iterator[str]:
    """Write what belongs to no single IRI of the data: home, lists, questions, ontology, dataset."""
    for path, page in renderer.fixed_pages():
        _write(folder, path, page.encode())
        if path != "404.html":
            yield path
    for path, data in renderer.assets():
        _write(folder, path, data)
    for name, turtle in _ontology_sources(renderer):
        for ending, data in ontology_files(turtle).items():
            _write(folder, f"{name}.{ending}", data)


def _ontology_sources(renderer: Renderer) -> Iterator[tuple[str, bytes]]:
    """Yield each file of the ontology under the path of its IRI, and of its version."""
    files = renderer.kit.files
    core = renderer.ontology_file("uneg.ttl")
    name = ONTOLOGY.rpartition("/")[2]
    yield name, core
    yield f"{name}/{renderer.ontology_version}", core
    for other in (*_OF_THE_ONTOLOGY, _SHAPES):
        yield other, renderer.ontology_file(f"{other}.ttl")
    for catalogue in ("catalog", renderer.kit_iri.removeprefix(renderer.web.base)):
        yield catalogue, files["catalog.ttl"]


def _write(folder: Path, path: str, data: bytes) -> None:
    place = folder / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
