"""The prefix map: every namespace the dataset uses, and how IRIs are shortened.

>>> compress("http://www.w3.org/2004/02/skos/core#prefLabel")
'skos:prefLabel'
>>> expand("uneg:leads")
'https://w3id.org/uneg/ontology#leads'
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from functools import lru_cache

BASE = "https://w3id.org/uneg/"
UNEG = "https://w3id.org/uneg/ontology#"
SDG = "http://metadata.un.org/sdg/"

PREFIXES: dict[str, str] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "eli-dl": "http://data.europa.eu/eli/eli-draft-legislation-ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sdgo": "http://metadata.un.org/sdg/ontology#",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "uneg": UNEG,
    "vann": "http://purl.org/vocab/vann/",
    "void": "http://rdfs.org/ns/void#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_LOCAL_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*(?<!\.)\Z")


@lru_cache(maxsize=1 << 14)
def compress(iri: str) -> str:
    """Return the CURIE of an IRI, or the IRI itself where no prefix fits.

    >>> compress("https://example.org/x")
    'https://example.org/x'
    """
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL_NAME.match(iri[len(namespace) :]):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def expand(curie: str) -> str:
    """Return the IRI of a CURIE; raise `KeyError` for a prefix that is not in the map."""
    prefix, _, local = curie.partition(":")
    return PREFIXES[prefix] + local


_CURIE = re.compile(rf"(?<![\w<:])(?:{'|'.join(PREFIXES)}):[A-Za-z_][\w-]*")


def named_in(query: str) -> set[str]:
    """Return the IRIs that a query of our own names with a prefix of the map.

    >>> sorted(named_in("SELECT ?x { ?x a uneg:Agency ; rdfs:label ?y }"))
    ['http://www.w3.org/2000/01/rdf-schema#label', 'https://w3id.org/uneg/ontology#Agency']
    """
    return {expand(curie) for curie in _CURIE.findall(query)}


@lru_cache(maxsize=16384)
def slug(text: str) -> str:
    """Return the part of an IRI that stands for a name: ASCII, lower case, hyphens.

    >>> slug("IMG on Human Rights & the Environment")
    'img-on-human-rights-the-environment'
    >>> slug("Stockholm+50"), slug("24/CP.27"), slug("Zoë’s «Плот»")
    ('stockholm-50', '24-cp-27', 'zoes-u43f-u43b-u43e-u442')
    """
    plain = text.casefold()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    plain = re.sub(r"['’]", "", plain)
    plain = re.sub(r"[^\x00-\x7f]", lambda m: f" u{ord(m[0]):x} " if m[0].isalnum() else " ", plain)
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "x"


_LONGEST = 90


def last_part(name: str) -> str:
    """Return the last part of an IRI: a slug, where it is very long its beginning with a checksum of the whole, so that two names stay two.

    >>> last_part("img-on-soil")
    'img-on-soil'
    >>> last_part("x" * 90 + "-one") == last_part("x" * 90 + "-two")
    False
    """
    if len(name) <= _LONGEST:
        return name
    checksum = f"{zlib.crc32(name.encode()):08x}"
    return f"{name[: _LONGEST - len(checksum) - 1].strip('-')}-{checksum}"


_SHORTENED = {"issue-management-group": "img"}
_AFTER_TYPE = re.compile(
    r"\b(img|consultative-process|consultations|task-team|task-force|working-group|network|dialogues?)-(?:on|for|of|towards)-(?:an?-|the-)?"
)


def workstream_slug(label: str) -> str:
    """Return the part of an IRI that stands for a workstream, without the small words.

    >>> workstream_slug("Issue Management Group on Biodiversity")
    'img-biodiversity'
    >>> workstream_slug("Consultative Process for a Pollution-Free Planet")
    'consultative-process-pollution-free-planet'
    """
    name = slug(label)
    for words, short in _SHORTENED.items():
        name = name.replace(words, short)
    return _AFTER_TYPE.sub(r"\1-", name) if any(joint in name for joint in ("-on-", "-for-", "-of-", "-towards-")) else name
