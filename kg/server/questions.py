"""The saved queries: a page with a form for each, and an HTTP API over the same addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from kg.errors import did_you_mean
from kg.namespaces import expand
from kg.server.endpoint import SHOWN, serialized, while_connected
from kg.server.engine import Question
from kg.server.errors import HTTPError, not_acceptable
from kg.server.negotiation import GRAPH, ROWS, SUFFIXES, choose, listing, media_type_of
from kg.server.protocol import decode
from kg.server.site import Site, json_response, prefixed
from kg.server.tables import table_of

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from kg.query import Parameter, SavedQuery

FORMS = ("csv", "json", "tsv", "xml")
_PAGE_FIRST = (ROWS[-1], *ROWS[:-1])
_MOST_CHOICES = 2000
_LIST_FORMS = "text/html, application/json"


async def questions(request: Request) -> Response:
    """List the saved queries: a page, or JSON."""
    site: Site = request.app.state.site
    chosen = choose(request.headers.get("accept", ""), (("html", ("text/html", "application/xhtml+xml")), ("json", ("application/json",))))
    if chosen is None:
        raise not_acceptable(_LIST_FORMS)
    if chosen[0] == "json":
        return json_response([_as_json(query) for query in site.queries.values()])
    return site.page("questions.html", title="Questions", queries=list(site.queries.values()))


def _as_json(query: SavedQuery) -> dict[str, object]:
    parameters = [{"name": p.name, "type": p.type, "class": p.cls, "description": p.description, "default": p.default} for p in query.parameters]
    return {
        "name": query.name,
        "summary": query.summary,
        "tags": list(query.tags),
        "parameters": parameters,
        "query": query.text,
        "answers": {form: f"/queries/{query.name}.{form}" for form in FORMS},
    }


async def question(request: Request) -> Response:
    """Answer a saved query: a page with a form, or data by suffix or Accept header."""
    site: Site = request.app.state.site
    query, suffix = _named(site, request.path_params["name"])
    accept = request.headers.get("accept", "")
    offers = GRAPH if suffix in {"ttl", "nt", "jsonld", "rdf", "trig", "nq"} else ROWS
    pair = (SUFFIXES[suffix], media_type_of(SUFFIXES[suffix], offers)) if suffix else choose(accept, _PAGE_FIRST)
    if pair is None or pair[1] is None:
        raise not_acceptable(listing(_PAGE_FIRST))
    form, media_type = pair
    is_page = form == "html"
    values = _values(query, decode(request.scope["query_string"], site.limits.fields), may_be_empty=is_page)
    data = "json" if is_page else form
    asked = Question(
        saved=query.name,
        values=tuple(values.items()),
        formats=_formats(data, is_graph=offers is GRAPH, is_page=is_page),
        max_rows=SHOWN if is_page else 0,
        cut=is_page,
        explain=True,
    )
    if not is_page:
        head, body = await while_connected(request, site.engine.ask(asked))
        return serialized(head, body, media_type or "")
    head, body = await while_connected(request, site.engine.ask(asked))
    shown = urlencode(values)
    return site.page(
        "question.html",
        title=query.summary or query.name,
        query=query,
        values={p.name: values.get(p.name, p.default) for p in query.parameters},
        shown_values={p.name: await _label(site, p, values.get(p.name, p.default)) for p in query.parameters},
        sparql=head["query"],
        notes=head.get("notes", ()),
        cut=head.get("cut", False),
        shown=SHOWN,
        table=await table_of(site, body),
        forms=[(form.upper(), f"/queries/{query.name}.{form}" + (f"?{shown}" if shown else "")) for form in FORMS],
    )


def _formats(form: str, *, is_graph: bool, is_page: bool) -> tuple[tuple[str, str | None], ...]:
    """Return the form for each kind of answer; None where a table cannot be a graph, or the reverse."""
    rows, graph = (None, form) if is_graph else (form, form if is_page else None)
    return ("rows", rows), ("boolean", rows), ("graph", graph)


def _named(site: Site, name: str) -> tuple[SavedQuery, str]:
    """Return the query of a path's end, and the suffix that names the form."""
    if name in site.queries:
        return site.queries[name], ""
    stem, dot, suffix = name.rpartition(".")
    if dot and suffix in SUFFIXES and stem in site.queries:
        return site.queries[stem], suffix
    hint = did_you_mean(stem or name, site.queries)
    raise HTTPError(404, "No such question", f"There is no saved query '{name[:100]}'.{hint} The list is at /queries.")


def _values(query: SavedQuery, fields: list[tuple[str, str]], *, may_be_empty: bool) -> dict[str, str]:
    """Return the values of the parameters; an empty field of a form means the default."""
    known = {parameter.name for parameter in query.parameters}
    values: dict[str, str] = {}
    for name, value in fields:
        if name not in known:
            offered = f"Its parameters: {', '.join(sorted(known))}." if known else "It has none."
            raise HTTPError(400, "Unknown parameter", f"'{query.name}' has no parameter '{name[:100]}'.{did_you_mean(name, known)} {offered}")
        if name in values:
            raise HTTPError(400, "Twice the same parameter", f"The parameter '{name}' is there more than once.")
        if value.strip() or not may_be_empty:
            values[name] = value
    return values


async def _label(site: Site, parameter: Parameter, value: str) -> str:
    """Return an entity's label in place of its IRI."""
    if parameter.type != "entity" or "://" not in value:
        return value
    return (await site.labels([value])).get(value, value)


async def choices(request: Request) -> Response:
    """Return the entities that a parameter can have, by label."""
    site: Site = request.app.state.site
    query, _ = _named(site, request.path_params["name"])
    name = request.path_params["parameter"]
    parameter = next((p for p in query.parameters if p.name == name), None)
    if parameter is None or parameter.type != "entity":
        raise HTTPError(404, "No such parameter", f"'{query.name}' has no parameter '{name[:100]}' that is an entity.")
    of_class = f"?iri a/rdfs:subClassOf* <{expand(parameter.cls)}> ." if parameter.cls else "?mention oa:hasBody ?iri ."
    sparql = prefixed(
        f"SELECT ?iri (MIN(?name) AS ?label) (MIN(?short) AS ?acronym) {{ {of_class} ?iri rdfs:label ?name "
        'FILTER(LANG(?name) IN ("en", "")) OPTIONAL { ?iri uneg:acronym ?short } } GROUP BY ?iri ORDER BY ?label'
    )
    rows = await while_connected(request, site.engine.texts(sparql, _MOST_CHOICES))
    return json_response([{"iri": row["iri"], "label": row["label"], "acronym": row["acronym"]} for row in rows if row["iri"]])
