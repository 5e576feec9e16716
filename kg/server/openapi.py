"""The OpenAPI description of the HTTP API: https://spec.openapis.org/oas/v3.1.0."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.server.negotiation import GRAPH, PAGE, ROWS
from kg.server.site import Site, json_response

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from kg.query import Parameter, SavedQuery
    from kg.server.negotiation import Offers

_TEXT: dict[str, Any] = {"schema": {"type": "string"}}
_ERRORS = {
    "400": "The request is not right; the text says where and why.",
    "403": "Updates and SERVICE are refused.",
    "404": "There is no such thing.",
    "406": "The Accept header allows nothing that there is; the text lists what there is.",
    "413": "The query, or its answer, is larger than the limit.",
    "414": "The URL is longer than the limit.",
    "415": "The body is of a kind, encoding or compression that is not read.",
    "503": "The query met a limit of time or memory, or the server is busy: see Retry-After.",
}
_SUFFIX_TYPES = {
    "csv": "text/csv",
    "json": "application/sparql-results+json",
    "tsv": "text/tab-separated-values",
    "xml": "application/sparql-results+xml",
}


async def openapi(request: Request) -> Response:
    """Answer /openapi.json."""
    return json_response(describe(request.app.state.site), media_type="application/json")


def describe(site: Site) -> dict[str, Any]:
    """Return the description: the endpoint, every saved query, entities, search."""
    paths: dict[str, Any] = {"/sparql": _sparql(), "/search": _search(), "/resource": _resource(site), "/queries": _queries()}
    for query in site.queries.values():
        paths[f"/queries/{query.name}.{{format}}"] = _saved(query)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "UN environmental governance: SPARQL endpoint and questions",
            "version": "1",
            "license": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        },
        "servers": [{"url": site.address.rstrip("/")}],
        "paths": paths,
    }


def _content(*offers: Offers) -> dict[str, Any]:
    return {types[0]: {"schema": {}} if types[0].endswith("json") else dict(_TEXT) for offer in offers for _, types in offer}


def _responses(content: dict[str, Any], *codes: str) -> dict[str, Any]:
    failed: dict[str, Any] = {code: {"description": _ERRORS[code], "content": _ERROR_CONTENT} for code in (*codes, "414", "503")}
    failed["503"]["headers"] = _LATER
    return {"200": {"description": "The answer.", "content": content}, **failed}


_LATER: dict[str, Any] = {
    "Retry-After": {"required": True, "schema": {"type": "integer", "minimum": 1}, "description": "After so many seconds it may be asked again."},
    "Kg-Limit": {"schema": {"type": "string", "enum": ["time", "memory"]}, "description": "The limit that was met; none where the server is busy."},
}


_ERROR_CONTENT: dict[str, Any] = {
    "text/plain": {"schema": {"type": "string"}},
    "text/html": {"schema": {"type": "string"}},
    "application/problem+json": {"schema": {"type": "object", "required": ["title", "status", "detail"]}},
}


def _sparql() -> dict[str, Any]:
    content = {**_content(ROWS, GRAPH)}
    graphs = [
        {
            "name": name,
            "in": "query",
            "description": "A graph of the dataset to ask; may be repeated.",
            "schema": {
                "type": "array",
                "items": {"type": "string", "format": "iri", "pattern": r"^[A-Za-z][A-Za-z0-9+.\-]*:[!#-;=?-\[\]_a-z~]*$"},
                "maxItems": 20,
            },
        }
        for name in ("default-graph-uri", "named-graph-uri")
    ]
    text = {
        "type": "string",
        "minLength": 5,
        "contentMediaType": "application/sparql-query",
        "description": "SPARQL 1.1. What is no well-formed query is answered 400 with line, column and cause, as the SPARQL Protocol has it.",
        "examples": ["SELECT * { ?s ?p ?o } LIMIT 3"],
    }
    query = {
        "name": "query",
        "in": "query",
        "required": False,
        "schema": text,
        "description": "A query; without one, the service description. A graph that is named needs a query.",
    }
    codes = ("400", "403", "406", "413", "415")
    return {
        "get": {
            "operationId": "query",
            "summary": "Ask a SPARQL query.",
            "parameters": [query, *graphs],
            "responses": _responses(content, *codes),
        },
        "post": {
            "operationId": "queryByPost",
            "summary": "Ask a SPARQL query that is too long for a URL.",
            "description": "As a form, or the query itself as the body, with Content-Type application/sparql-query.",
            "parameters": graphs,
            "requestBody": {
                "required": True,
                "content": {
                    "application/x-www-form-urlencoded": {"schema": {"type": "object", "required": ["query"], "properties": {"query": text}}},
                },
            },
            "responses": _responses(content, *codes),
        },
    }


def _search() -> dict[str, Any]:
    item = {
        "type": "object",
        "required": ["label", "iri", "href", "type"],
        "properties": {name: {"type": "string"} for name in ("label", "iri", "href", "type")},
    }
    content = {"application/json": {"schema": {"type": "array", "items": item}}, "text/html": _TEXT}
    words = {"name": "q", "in": "query", "schema": {"type": "string"}, "description": "Words of a name."}
    return {
        "get": {
            "operationId": "search",
            "summary": "Find things by name.",
            "parameters": [words],
            "responses": _responses(content, "400", "406"),
        }
    }


def _resource(site: Site) -> dict[str, Any]:
    iri = {
        "name": "iri",
        "in": "query",
        "required": True,
        "schema": {"type": "string", "format": "iri", "examples": [f"{site.base}agency/unep"], "minLength": 3},
    }
    answer = _responses(_content(PAGE), "400", "404", "406")
    return {"get": {"operationId": "resource", "summary": "What the data says of an IRI.", "parameters": [iri], "responses": answer}}


def _queries() -> dict[str, Any]:
    content = {"application/json": {"schema": {"type": "array", "items": {"type": "object"}}}, "text/html": _TEXT}
    return {"get": {"operationId": "queries", "summary": "The saved questions.", "responses": _responses(content, "406")}}


def _saved(query: SavedQuery) -> dict[str, Any]:
    form = {"name": "format", "in": "path", "required": True, "schema": {"type": "string", "enum": list(_SUFFIX_TYPES)}}
    content = {media_type: dict(_TEXT) for media_type in _SUFFIX_TYPES.values()}
    content["application/sparql-results+json"] = {"schema": {"type": "object", "required": ["head"]}}
    return {
        "get": {
            "operationId": query.name,
            "summary": query.summary,
            "tags": list(query.tags),
            "parameters": [form, *(_parameter(parameter) for parameter in query.parameters)],
            "responses": _responses(content, "400", "404", "406", "413"),
        }
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string", "default": parameter.default}
    if parameter.type == "integer":
        schema = {"type": "integer", "default": int(parameter.default), "minimum": -(10**18) + 1, "maximum": 10**18 - 1}
    if parameter.type == "date":
        schema["format"] = "date"
    return {"name": parameter.name, "in": "query", "schema": schema, "description": parameter.description}
