"""Fill the templates of the site: one method for each kind of page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg.catalog import about_file, suffix_of
from kg.catalog_terms import FORMATS, LICENCE
from kg.errors import OntologyError
from kg.kit.archive import ARCHIVES
from kg.kit.canonical import canonical_hash
from kg.kit.report import gaps_of
from kg.kit.tables import joined_columns
from kg.namespaces import UNEG, compress
from kg.ontodoc import document_ontology
from kg.site.linked_data import schema_org, schema_org_dataset
from kg.site.pages import neighbours, page_of, reading_view

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.kit import Kit
    from kg.query import SavedQuery
    from kg.site.web import Web

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
_RDF = (("ttl", "text/turtle"), ("jsonld", "application/ld+json"), ("rdf", "application/rdf+xml"))
_MENU = (
    ("Workstreams", "workstream/index.html"),
    ("Organizations", "agency/index.html"),
    ("Meetings", "meeting/index.html"),
    ("Documents", "document/index.html"),
    ("Questions", "questions/index.html"),
    ("Network", "network.html"),
    ("Ontology", "ontology.html"),
    ("Data", "dataset.html"),
)
_FOLDERS = {  # of the IRIs: what they are called on the site, and what a tile says of them
    "workstream": ("Workstreams", "groups, processes, task teams, dialogues"),
    "agency": ("Organizations", "with a mandate of their own"),
    "mechanism": ("Mechanisms", "through which agencies coordinate"),
    "body": ("Governing bodies", "which take decisions"),
    "meeting": ("Meetings", "and their segments"),
    "cop": ("Conferences of parties", "their sessions"),
    "event": ("Events", "other than meetings"),
    "instrument": ("Frameworks", "strategies, plans, agendas"),
    "convention": ("Conventions", "multilateral agreements"),
    "resolution": ("Resolutions", "of governing bodies"),
    "deliverable": ("Deliverables", "what comes out of the work"),
    "proposal": ("Proposals", "put forward by agencies"),
    "document": ("Documents", "that were read"),
    "person": ("People", "as the documents name them"),
    "topic": ("Topics", ""),
    "state": ("States", ""),
    "statement": ("Statements", "each with the words that make it"),
}
_FIRST_QUESTIONS = ("workstream-leads", "decisions", "workstream-lifecycle", "present-without-role", "collaborations", "deliverables")
_MOST_CLAIMS, _MOST_ROWS = 120, 250


class Renderer:
    """The templates with the data they are filled with."""

    def __init__(self, web: Web, kit: Kit, url: str, ontology: Path) -> None:
        """Load the templates."""
        from jinja2 import Environment, FileSystemLoader

        self.web, self.kit, self.url, self._ontology = web, kit, url, ontology
        self.kit_iri = f"{kit.base}dataset/without-people" if kit.without_people else f"{kit.base}dataset"
        self.data_folder = self.kit_iri.removeprefix(kit.base)
        self.ontology_version = web.value(UNEG.rstrip("#"), "owl:versionInfo") or "0"
        self._environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True)
        present = set(web.by_folder())
        self._menu = [
            (name, path) for name, path in _MENU if path.partition("/")[0] in present or not path.endswith("/index.html") or path.startswith("questions")
        ]

    def ontology_file(self, name: str) -> bytes:
        """Return a file of the ontology; raise `OntologyError` where it is missing."""
        try:
            return (self._ontology / name).read_bytes()
        except OSError:
            message = f"The ontology folder '{self._ontology}' has no {name}. Reinstall the package or give a complete folder."
            raise OntologyError(message) from None

    def _page(self, template: str, path: str, title: str, **values: Any) -> str:  # noqa: ANN401
        root = "../" * path.count("/")
        shared = {
            "title": title, "root": root, "here": path, "menu": self._menu, "catalog": f"{root}catalog.ttl", "rdf": _RDF,
            "stem": path.removesuffix(".html"), "edition": self._edition(), "local": self.web.is_local,
            "href": lambda iri: root + self.web.path(iri) if self.web.is_local(iri) else iri,
        }  # fmt: skip
        return self._environment.get_template(f"site/{template}.html").render({**shared, **values})

    def _edition(self) -> str:
        return f"uneg-kg {self.kit.version}" + (" without people" if self.kit.without_people else "") + (f", {self.kit.date}" if self.kit.date else "")

    def thing(self, iri: str) -> str:
        """Return the page of an IRI; a document gets its reading view."""
        page, path = page_of(self.web, iri), self.web.path(iri)
        said = schema_org(self.web, page, self.url + path)
        if any(kind == UNEG + "Document" for _, kind in page.kinds):
            return self._page("document", path, page.title, iri=iri, page=page, paragraphs=reading_view(self.web, iri), json_ld=said)
        before, after = neighbours(self.web, iri)
        document = self.web.value(iri, "uneg:partOfDocument")
        return self._page("thing", path, page.title, iri=iri, page=page, json_ld=said, before=before, after=after, document=document, most=_MOST_CLAIMS)

    def fixed_pages(self) -> Iterator[tuple[str, str]]:
        """Yield path and text of the pages that belong to no single thing."""
        yield "index.html", self._home()
        for folder, iris in self.web.by_folder().items():
            if folder in _FOLDERS:
                yield f"{folder}/index.html", self._list(folder, iris)
        yield "questions/index.html", self._questions()
        for name in self.kit.answers:
            yield f"questions/{name}.html", self._question(name)
        yield "dataset.html", self._dataset("dataset.html")
        yield "catalog.html", self._dataset("catalog.html")
        if self.kit.without_people:
            yield "dataset/without-people.html", self._dataset("dataset/without-people.html")
        yield "404.html", self._page("404", "404.html", "No such page").replace('href="', f'href="{self.url}', 0)
        for path in ("ontology.html", f"ontology/{self.ontology_version}.html"):
            yield path, self._ontology_page(path)

    def assets(self) -> Iterator[tuple[str, bytes]]:
        """Yield what the pages refer to: style, script, names to find, the network, the context."""
        yield "site.css", (TEMPLATES / "site" / "site.css").read_bytes()
        yield "find.js", (TEMPLATES / "site" / "find.js").read_bytes()
        yield "names.json", self._names()
        yield "network.html", self.kit.files["network.html"]
        yield "context.jsonld", self.kit.files["context.jsonld"]

    def _names(self) -> bytes:
        """Return every name that can be found on the home page, with its page and kind."""
        names = []
        for folder, iris in self.web.by_folder().items():
            if folder in _FOLDERS and folder != "statement":
                shown = [iri for iri in iris if folder != "document" or iri.count("/") == self.web.base.count("/") + 1]
                names += [[self._name(iri), self.web.path(iri), _FOLDERS[folder][0].lower()] for iri in shown]
        return json.dumps(names, ensure_ascii=False, separators=(",", ":")).encode()

    def _name(self, iri: str) -> str:
        acronym = self.web.value(iri, "uneg:acronym")
        return f"{self.web.label(iri)} ({acronym})" if acronym else self.web.label(iri)

    def _documents(self) -> list[str]:
        return [iri for iri in self.web.by_folder().get("document", []) if UNEG + "Document" in self.web.values(iri, "rdf:type")]

    def _home(self) -> str:
        folders = {**self.web.by_folder(), "document": self._documents()}
        tiles = [(_FOLDERS[f][0], f"{f}/index.html", len(folders[f]), _FOLDERS[f][1]) for f in _FOLDERS if folders.get(f)]
        questions = [(n, self.kit.answers[n][0].summary, len(self.kit.answers[n][1].rows)) for n in _FIRST_QUESTIONS if n in self.kit.answers]
        files = {
            name: (FORMATS[suffix_of(name)].media_type, f"{self.url}{self.data_folder}/{name}")
            for name in self.kit.files
            if name.startswith(("dataset.", "graph."))
        }
        title = "Who leads, decided, attended and delivered what"
        said = schema_org_dataset(self.kit.base, "UN environmental governance", self.kit.version, files, self.url)
        documents = [(self.web.label(iri), iri) for iri in folders["document"]]
        return self._page("index", "index.html", title, tiles=tiles, documents=documents, questions=questions, json_ld=said)

    def _list(self, folder: str, iris: list[str]) -> str:
        shown = self._documents() if folder == "document" else iris
        rows = []
        for iri in shown:
            claims = len({*self.web.sources(iri, "uneg:subject"), *self.web.sources(iri, "uneg:object")})
            kind = next((self.web.label(kind) for kind in self.web.types(iri) if kind.startswith(UNEG)), "")
            page = page_of(self.web, iri) if folder == "statement" else None
            title = page.title if page else self.web.label(iri)
            rows.append({"iri": iri, "title": title, "acronym": self.web.value(iri, "uneg:acronym"), "kind": kind, "claims": claims})
        rows.sort(key=lambda row: (str(row["title"]).casefold(), row["iri"]))
        title, about = _FOLDERS[folder]
        return self._page("list", f"{folder}/index.html", title, entries=rows, count=len(rows), about=f": {about}" if about else "")

    def _questions(self) -> str:
        groups: dict[str, list[tuple[SavedQuery, int]]] = {}
        for query, result in self.kit.answers.values():
            groups.setdefault(query.tags[0] if query.tags else "other", []).append((query, len(result.rows)))
        return self._page("questions", "questions/index.html", "Questions", groups=sorted(groups.items()), count=len(self.kit.answers))

    def _question(self, name: str) -> str:
        query, result = self.kit.answers[name]
        joined = joined_columns(query)
        named = {column.removesuffix("Label") for column in result.columns if column.endswith("Label")}
        shown = [(column in joined, column in named) for column in result.columns]
        rows = [[self._cell(term, *how) for term, how in zip(row, shown, strict=True)] for row in result.rows[:_MOST_ROWS]]
        csv = f"{self.data_folder}/tables/{name}.csv"
        return self._page(
            "question",
            f"questions/{name}.html",
            query.summary,
            query=query,
            columns=result.columns,
            rows=rows,
            total=len(result.rows),
            csv=csv,
        )

    def _cell(self, term: object, joined: bool, named: bool) -> tuple[str, str]:  # noqa: FBT001
        """Return what a cell shows: several values apart, and an IRI by its path where a column beside it has the label."""
        if isinstance(term, ox.NamedNode):
            path = term.value.removeprefix(self.web.base) if term.value.startswith(self.web.base) else compress(term.value)
            return path if named else self.web.label(term.value), term.value
        text = str(getattr(term, "value", "") if term is not None else "")
        return text.replace("|", " · ") if joined else text, ""

    def _dataset(self, path: str) -> str:
        people = "It names no person." if self.kit.without_people else ""
        gaps = gaps_of(self.kit.files["validation.ttl"]) if "validation.ttl" in self.kit.files else {}
        files = [(name, about_file(name), f"{len(data):,}") for name, data in self.kit.files.items() if _is_listed(name) and "/" not in name]
        tables = [(f"tables/{n}.csv", q.summary, f"{len(r.rows):,}") for n, (q, r) in self.kit.answers.items() if f"tables/{n}.csv" in self.kit.files]
        quads = self.kit.dataset.quads
        return self._page(
            "dataset", path, "The dataset", iri=self.kit_iri, files=files, folder=self.data_folder, people=people, quads=f"{len(quads):,}",
            graphs=f"{len({q.graph_name for q in quads}):,}", fingerprint=canonical_hash(quads), gaps=sorted(gaps.items()),
            tables=tables, archives=[f"{self.kit.name}.{ending}" for ending in ARCHIVES], licence=LICENCE, version=self.kit.version,
        )  # fmt: skip

    def _ontology_page(self, path: str) -> str:
        texts: Mapping[str, bytes] = {name: self.ontology_file(name) for name in ("uneg.ttl", "alignments.ttl", "shapes.ttl")}
        document = document_ontology(texts, self.kit.answers)
        return self._page("ontology", path, document.title, iri=UNEG.rstrip("#"), doc=document, ns=UNEG)


def _is_listed(name: str) -> bool:
    return name.endswith((".nq", ".trig", ".ttl", ".nt", ".jsonld", ".rdf", ".csv", ".gexf", ".graphml", ".html")) and not name.startswith(
        ("ontology/", "queries/")
    )
