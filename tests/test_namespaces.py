"""IRIs: shortened and spelled out, and made of names."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.namespaces import BASE, PREFIXES, SDG, UNEG, compress, expand, slug, workstream_slug

CURIES = [
    (UNEG + "leads", "uneg:leads"),
    ("https://schema.org/startDate", "schema:startDate"),
    ("http://www.w3.org/2004/02/skos/core#prefLabel", "skos:prefLabel"),
    (BASE + "agency/unep", BASE + "agency/unep"),  # a path is no local name
    ("https://schema.org/", "https://schema.org/"),  # nothing is left for the local name
    ("http://www.w3.org/ns/org#ends.", "http://www.w3.org/ns/org#ends."),  # Turtle forbids a dot at the end
    ("http://www.w3.org/ns/org#a b", "http://www.w3.org/ns/org#a b"),
    ("", ""),
]


@pytest.mark.parametrize(("iri", "curie"), CURIES)
def test_compress(iri: str, curie: str) -> None:
    assert compress(iri) == curie


@given(st.sampled_from(sorted(PREFIXES)), st.from_regex(r"[A-Za-z][A-Za-z0-9-]{0,12}", fullmatch=True))
def test_expand_undoes_compress(prefix: str, local: str) -> None:
    iri = PREFIXES[prefix] + local
    assert expand(compress(iri)) == iri
    assert expand(f"{prefix}:{local}") == iri


def test_an_unknown_prefix_is_no_iri() -> None:
    with pytest.raises(KeyError):
        expand("nope:x")


def test_the_fixed_names() -> None:
    assert BASE == "https://w3id.org/uneg/"
    assert UNEG == PREFIXES["uneg"] == "https://w3id.org/uneg/ontology#"
    assert SDG == "http://metadata.un.org/sdg/"
    assert PREFIXES["schema"] == "https://schema.org/"
    assert len(set(PREFIXES.values())) == len(PREFIXES)


SLUGS = [
    ("UNEP", "unep"),
    ("UN-Habitat", "un-habitat"),
    ("CBD COP15", "cbd-cop15"),
    ("24/CP.27", "24-cp-27"),
    ("Children’s Fund", "childrens-fund"),  # an apostrophe joins
    ("Zoë  Müller", "zoe-muller"),  # marks on letters go
    ("Straße", "strasse"),
    ("Рио+20", "u440-u438-u43e-20"),  # letters of other scripts are not lost, so two names stay two
    ("气候", "u6c14-u5019"),
    ("«»", "x"),  # never empty
    ("", "x"),
    ("../../etc/passwd", "etc-passwd"),
    ("<b>&amp;", "b-amp"),
]


@pytest.mark.parametrize(("text", "expected"), SLUGS)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text(max_size=40))
def test_a_slug_is_part_of_an_iri_and_stays_itself(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(text))
    assert slug(slug(text)) == slug(text)


WORKSTREAMS = [
    ("Issue Management Group on Biodiversity", "img-biodiversity"),
    ("Issue Management Group on the Marine Environment", "img-marine-environment"),
    ("Consultative Process for a Pollution-Free Planet", "consultative-process-pollution-free-planet"),
    ("Task Team on Water", "task-team-water"),
    ("Working group on the sustainability of programmes", "working-group-sustainability-of-programmes"),
    ("Nexus Dialogues", "nexus-dialogues"),
    ("Core Working Group on Plastic Pollution", "core-working-group-plastic-pollution"),
]


@pytest.mark.parametrize(("label", "expected"), WORKSTREAMS)
def test_the_slug_of_a_workstream_has_no_small_words(label: str, expected: str) -> None:
    assert workstream_slug(label) == expected
