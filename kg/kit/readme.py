"""The README of a kit: what is in the folder, for whoever opens it first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.catalog import Release

_EDITION = {
    False: "This edition names the people whom the documents list ({people} of them); `kg export --without-people` names nobody.",
    True: "This edition names no person: participants are counted by affiliation (`graph/attendance`), names in texts replaced by […]. "
    "`officers` and `participants`, which ask for persons, have no answer.",
}
_HEAD = """# uneg-kg {version}{edition}

Who leads, decided, attended and delivered what in UN environmental bodies, with the sentence that says so:
{quads:,} statements in {graphs} named graphs. {about}

- Licence: dataset and ontology [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/); the documents read are © United Nations.
- Cite as: The uneg-kg project, *UN environmental governance knowledge graph*, version {version}, {iri}
- Fingerprint of the dataset (SHA-256 of its RDFC-1.0 form, the same for every `dataset.*` file): `{fingerprint}`
- `catalog.ttl`, `.rdf` and `.jsonld` describe the release for portals: DCAT-AP 3, VoID, PROV.
- What is known to be missing stands in the catalogue and, case by case, in `validation.md`.
- `SHA256SUMS` has a checksum for each file: `sha256sum --check SHA256SUMS`.

| file | what it is |
|---|---|
"""
_OTHERS = (
    ("tables/*.csv", "The answers to the saved questions, each with CSVW metadata beside it"),
    ("queries/*.rq", "The questions in SPARQL; they run in any SPARQL 1.1 engine"),
    ("ontology/", "The ontology, its alignments, shapes and rules; start with `ontology/index.html` or `ontology/README.md`"),
    ("context.jsonld", "The JSON-LD context of the `.jsonld` files, which also carry it"),
    ("validation.md", "The validation report in words"),
)


def readme(release: Release, about: Mapping[str, str], fingerprint: str, people: int) -> bytes:
    """Return the README as Markdown."""
    quads = release.dataset.quads
    head = _HEAD.format(
        version=release.version,
        edition=" without people" if release.without_people else "",
        quads=len(quads),
        graphs=len({quad.graph_name for quad in quads}),
        about=_EDITION[release.without_people].format(people=people),
        iri=release.iri,
        fingerprint=fingerprint,
    )
    rows = [(f"`{name}`", words) for name, words in sorted(about.items()) if "/" not in name]
    rows += [(f"`{name}`", words) for name, words in _OTHERS]
    return (head + "".join(f"| {name} | {words} |\n" for name, words in rows)).encode()
