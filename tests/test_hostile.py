"""Texts that want to be code: what is read stays text, in every file that is written."""

from __future__ import annotations

import csv
import io
import re
import sys
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from kg.corpus import Failure, read_all
from kg.errors import SourceError
from kg.export import SERIALIZATIONS, serialize
from kg.namespaces import BASE
from kg.output import write_build
from kg.pipeline import build
from kg.query import load_queries
from kg.resources import folder
from kg.service import described
from kg.source import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kg.ontology import Ontology
    from kg.pipeline import Build, Reading

SCRIPT = "<script>alert('x')</script>"
ATTACKS = {
    "script": f"{SCRIPT} <img src=x onerror=alert(1)> </script><script>alert(2)//",
    "rdf": '" . <http://evil> <http://evil> <http://evil> . # \\" \'\'\' """ \\u0022 \\',
    "sparql": "?x } INSERT DATA { <http://evil> <http://evil> <http://evil> } #",
    "iri": "<http://evil> {x|y} ^`\\ %zz ../../../etc/passwd",
    "json": '"]}</script>\\u2028\u2028\u2029',
    "template": "{{ 7*7 }} {% include 'x' %} ${jndi:ldap://x}",
    "csv": '=HYPERLINK("http://evil") ,"; \r\n+1',
    "xml": "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]> &e; ]]> <![CDATA[",
    "markdown": "[click](javascript:alert(1)) ![x](http://evil/x.png) | `a` | # b",
    "right to left": "\u202eevil\u202c \u200fUNEP\u200e \u2066FAO\u2069",
    "escaped surrogate": "\\ud800 \\udfff \\x00 &#xD800; &#0; %00",
    "control": "\x01\x02\x0b\x0c\x1b[31m\x7f\x85",
    "not characters": "\ufffe\uffff\U0010ffff\ufdd0",
    "combining": "e" + "\u0301" * 500,
    "wide": "\U0001f30d" * 50 + "\u3000",
}


def report(attack: str) -> str:
    """Return a report with an attack in every place from which something is read."""
    line = " ".join(attack.split())
    return f"""| {line} | X.99 |
|---|---|
Report of the Technical Segment {line}

1. The Technical Segment of the 30th meeting of the Senior Officials (SOM30) was opened by the Chair, Ms. Ada Roe, Director of {line}. UNEP leads the IMG on Water. {attack}

II. Opening {line}

2. The IMG on Water created a working group on {line}. The task team 'Working group on {line}' met. UNEP conducted a study of {line}.

Suggested Actions: IMG on Water {line}

The Senior Officials:

- a) Take note of {line}, including:
 - i) The report “{line}”
- b) Decide that the IMG becomes a working group under the Network of {line} and be renamed as 'Working group on {line}'.

3. UNEP made two proposals for consideration:
- {line}: {line}
- Clean air {line}

Annex I. List of participants {line}

1. Ada {line} Roe (UNEP)
2. Bo Poe ({line})
"""


@pytest.fixture(scope="module")
def hostile(reading_of: Callable[..., Reading], ontology: Ontology) -> Build:
    """One build of all the attacks, each in a document of its own."""
    return build([reading_of(report(attack), slug=name.replace(" ", "-")).part for name, attack in ATTACKS.items()], ontology)


@pytest.fixture(scope="module")
def output(hostile: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of that build."""
    where = tmp_path_factory.mktemp("hostile")
    write_build(hostile, folder("queries"), where)
    return where


@pytest.mark.parametrize("name", ATTACKS)
def test_the_text_stays_as_it_is(reading_of: Callable[..., Reading], name: str) -> None:
    text = report(ATTACKS[name])
    reading = reading_of(text)
    assert reading.document.source.text == text
    exact = {q.subject.value: q.object.value for q in reading.dataset.quads if q.predicate.value.endswith("oa#exact")}
    assert exact
    for span, words in exact.items():
        start, end = map(int, span.rpartition("=")[2].split(","))
        assert words == text[start:end]


@pytest.mark.parametrize("name", ATTACKS)
def test_it_conforms(hostile: Build, name: str) -> None:
    mark = f"/document/{name.replace(' ', '-')}/"
    assert [(f.message, f.focus) for f in hostile.report.findings if f.severity == "Violation" and mark in f.focus] == []


def test_all_of_it_conforms(hostile: Build) -> None:
    assert [(f.message, f.focus) for f in hostile.report.findings if f.severity == "Violation"] == []


def test_no_iri_is_made_of_an_attack(hostile: Build) -> None:
    iris = {t.value for q in hostile.dataset.quads for t in (q.subject, q.predicate, q.object, q.graph_name) if isinstance(t, ox.NamedNode)}
    ours = {iri for iri in iris if iri.startswith(BASE)}
    assert [iri for iri in ours if not re.fullmatch(r"[A-Za-z0-9:/._#=,-]+", iri.replace("¶", ""))] == []
    assert not any("evil" in iri for iri in iris if not iri.startswith(BASE))


# -- the files -----------------------------------------------------------------------------------


WRITTEN = [row for row in SERIALIZATIONS if row[0] in {"dataset.nq", "dataset.trig", "graph.ttl", "graph.nt", "graph.jsonld", "graph.rdf"}]


@pytest.mark.parametrize(("name", "form", "has_graphs"), WRITTEN, ids=[row[0] for row in WRITTEN])
def test_every_serialization_can_be_read(hostile: Build, output: Path, name: str, form: ox.RdfFormat, has_graphs: bool) -> None:  # noqa: FBT001
    read_back = set(ox.parse((output / name).read_bytes(), format=form))
    dataset = described(hostile.dataset, load_queries(folder("queries")))
    expected = dataset.quads if has_graphs else {q.triple for q in dataset.quads}
    assert len(read_back) == len(expected)
    if form != ox.RdfFormat.RDF_XML:
        assert {q if has_graphs else q.triple for q in read_back} == expected


def test_the_xml_is_xml(output: Path) -> None:
    for name in ("graph.rdf", "network.graphml", "network.gexf"):
        assert etree.fromstring((output / name).read_bytes()) is not None


def test_rdflib_reads_the_catalogue_and_the_report(output: Path) -> None:
    for name in ("catalog.ttl", "validation.ttl"):
        assert len(rdflib.Graph().parse(output / name, format="turtle")) > 3


def test_the_page_runs_no_script_of_a_text(output: Path) -> None:
    page = (output / "network.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert not re.search(r"<img[^>]*onerror", re.sub(r"(?s)<script[^>]*>.*?</script>", "", page))
    blocks = re.findall(r"(?s)<script[^>]*application/json[^>]*>(.*?)</script>", page)
    assert blocks
    assert all("<" not in block or "\\u003c" in block for block in blocks)
    assert "default-src 'none'" in page


def test_the_validation_report_shows_no_markup_of_a_text(output: Path) -> None:
    words = (output / "validation.md").read_text(encoding="utf-8")
    assert "<script>" not in words
    assert not re.search(r"(?<!\\)\[click(?<!\\)\]\(javascript", words)


def test_every_answer_is_a_table(output: Path) -> None:
    for path in sorted((output / "answers").glob("*.csv")):
        rows = list(csv.reader(io.StringIO(path.read_bytes().decode(), newline=""), strict=True))
        assert len({len(row) for row in rows}) == 1, path.name


# -- what is refused is refused in one line, and nothing is left ---------------------------------

BROKEN = {"nul.md": b"1. One.\x00", "picture.md": b"\x89PNG\r\n\x1a\n\x00", "half.md": "1. Zoë “x”. ".encode() * 20 + b"\xe2\x80", "odd.md": b"\xfe\xff1"}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_text_is_refused_in_one_line(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BROKEN[name])
    with pytest.raises(SourceError) as caught:
        read(tmp_path / name)
    assert "\n" not in str(caught.value)
    (failure,) = read_all([tmp_path / name], folder("ontology"), BASE)
    assert isinstance(failure, Failure)
    assert sorted(path.name for path in tmp_path.iterdir()) == [name]


@pytest.mark.parametrize("name", ["<b>.md", "a b&c.md", "'; DROP.md", "ünï.md", "-o.md", "x" * 200 + ".md", "..md"])
def test_a_file_may_have_any_name(tmp_path: Path, reading_of: Callable[..., Reading], name: str) -> None:
    (tmp_path / name).write_bytes(b"1. UNEP spoke.\n2. It ended.\n")
    source = read(tmp_path / name)
    assert re.fullmatch(r"[a-z0-9-]+", source.slug)
    assert source.name == name
    assert reading_of(source.text, slug=source.slug).dataset.quads


def test_a_page_with_odd_characters_is_read(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(b"<p>1. One &#xD800; &#0; &#x1F; &bogus; <b>two</p><p>" + b"<div>" * 3000 + b"deep")
    text = read(tmp_path / "page.html").text
    assert "1. One" in text
    text.encode()


# -- sizes ---------------------------------------------------------------------------------------

SIZES = {
    "a long line": "UNEP leads the IMG on Water. " * 2500,
    "a long word": "x" * 200_000,
    "many paragraphs": "\n".join(f"{n}. UNEP and FAO spoke of the IMG on Water." for n in range(1, 999)),
    "many items": "1. One.\n2. Two.\n\nSuggested Actions: IMG on Water\n\nThe Senior Officials:\n\n" + "- a) Agree to extend the IMG.\n" * 400,
    "many names": "Ms. Ada Roe, " * 3000,
    "many offices": "the Chair, Ada Roe (Chad), " * 600,
    "many elections": "elected Ada Roe (Chad) as Chair, " * 600,
    "many co-chairs": "Ada Roe and Ben Stone, Co-Chairs of the Adaptation Committee, " * 300,
    "many hosts": "Chad, which will host the meeting, " * 600,
    "many decisions": "decision 1/2 of 3 May 1999, " * 600,
    "many groups": " ".join(f"The IMG on Water{n} met." for n in range(400)),
    "many conferences": "CBD COP15, " * 2000,
    "capitals": "The Strategy of The Plan Of " * 2000,
    "commas": "1. UNEP, " * 2000,
    "brackets": "([{" * 2000,
    "hyphens": "a-" * 20_000,
}


def calls_of(task: Callable[[], object]) -> int:
    """Return how many functions a task calls: what it costs, the same on every machine."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        task()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", SIZES)
def test_twice_the_text_costs_twice_as_much(reading_of: Callable[..., Reading], name: str) -> None:
    text = SIZES[name]
    reading_of("UNEP leads the IMG on Water.")
    half, whole = (calls_of(lambda part=part: reading_of(part)) for part in (text[: len(text) // 2], text))  # type: ignore[misc]
    assert whole < 2.4 * half + 5000


# -- anything at all -----------------------------------------------------------------------------

CHARACTERS = st.characters(codec="utf-8", exclude_characters="\x00")


@given(text=st.text(CHARACTERS, max_size=120))
def test_any_text_survives_every_format(reading_of: Callable[..., Reading], text: str) -> None:
    """Inside a sentence that is read, so that it is quoted."""
    dataset = reading_of(f"1. UNEP leads the IMG on Water {text} and FAO.\n\n2. The end.\n").dataset
    files = dict(serialize(dataset))
    for name, form, has_graphs in SERIALIZATIONS:
        found = {q if has_graphs else q.triple for q in ox.parse(files[name], format=form)}
        if form == ox.RdfFormat.RDF_XML:
            assert etree.fromstring(files[name]) is not None
            assert len(found) == len({q.triple for q in dataset.quads})
        else:
            assert found == (dataset.quads if has_graphs else {q.triple for q in dataset.quads}), name
