"""What the network is made of, its exchange files, what has changed, and the page as text."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.network import Background, Network, Node, layout, network_of, next_picture, node_groups, to_gexf, to_graphml, to_html, to_networkx
from kg.network import background as network_background
from kg.network.background import page_texts
from kg.network.exchange import read_graphml
from kg.network.values import Passage
from tests.network.conftest import BASE, CO_CHAIRED, PRESENTED, REPORT, SECRETARIAT, Example

if TYPE_CHECKING:
    from collections.abc import Callable


def test_nodes_are_organizations_and_their_work_not_people_or_meetings(network: Network) -> None:
    assert [node.iri.removeprefix(BASE) for node in network.nodes] == [
        "agency/emg-secretariat", "agency/undp", "agency/unep", "agency/unesco", "agency/wipo",
        "workstream/img-biodiversity", "workstream/task-team", "workstream/wg-decade", "instrument/strategy",
    ]  # fmt: skip


def test_a_lead_is_stated_only_by_a_stated_leading_role(network: Network) -> None:
    groups = {iri.removeprefix(BASE): group for iri, group in node_groups(network).items()}
    assert {path: group for path, group in groups.items() if path.startswith("workstream/")} == {
        "workstream/img-biodiversity": "open",  # UNDP merely reported
        "workstream/task-team": "nobody",
        "workstream/wg-decade": "led",
    }
    assert groups["agency/wipo"] == "idle"
    assert [node.iri for node in network.nodes if node.lead_stated] == [BASE + "workstream/wg-decade"]


SENTENCES = [
    (PRESENTED, "UNDP reported on the Issue Management Group on Biodiversity. A leading role is implied, not stated."),
    (SECRETARIAT, "EMG Secretariat provides the secretariat of the UN Sustainability Strategy. This is suggested, not yet decided."),
    (CO_CHAIRED, "UNDP co-chairs the Working group on the UN Decade on Ecosystem Restoration, together with others."),
    (CO_CHAIRED, "The Issue Management Group on Biodiversity established the Working group on the UN Decade on Ecosystem Restoration."),
]


@pytest.mark.parametrize(("quote", "sentence"), SENTENCES)
def test_every_edge_says_in_a_sentence_what_its_quote_supports(network: Network, quote: str, sentence: str) -> None:
    assert sentence in {edge.sentence for edge in network.edges if edge.quote == quote}


def test_the_order_of_rows_does_not_matter(example: Example, network: Network) -> None:
    assert Example({name: table[::-1] for name, table in example.rows.items()}).network == network


def test_columns_the_contract_does_not_promise_may_be_missing(example: Example) -> None:
    extra = ("status", "collective", "aliases", "identifiers")
    network = Example({name: [{key: value for key, value in row.items() if key not in extra} for row in table] for name, table in example.rows.items()}).network
    assert len(network.edges) == 7
    assert not any(edge.status or edge.collective for edge in network.edges)


def test_no_rows_give_an_empty_network_and_a_page() -> None:
    empty = network_of([], [], [])
    assert (empty.nodes, empty.edges) == ((), ())
    assert "Who does what" in to_html(empty, layout(empty))


def test_networkx_keeps_every_statement_with_plain_attributes(network: Network) -> None:
    graph = to_networkx(network)
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (len(network.nodes), len(network.edges)) == (9, 7)
    undp, decade = BASE + "agency/undp", BASE + "workstream/wg-decade"
    assert {data["role"] for data in graph.get_edge_data(undp, decade).values()} == {"co-chair", "reporting"}
    values = [value for _, data in graph.nodes(data=True) for value in data.values()]
    values += [value for *_, data in graph.edges(data=True) for value in data.values()]
    assert {type(value) for value in values} == {str, bool}


@pytest.mark.parametrize(("write", "read"), [(to_graphml, nx.read_graphml), (to_gexf, nx.read_gexf)])
def test_exchange_files_read_back(network: Network, write: Callable[[Network], bytes], read: Callable[[io.BytesIO], Any]) -> None:
    back = read(io.BytesIO(write(network)))
    assert (back.number_of_nodes(), back.number_of_edges()) == (9, 7)
    assert back.nodes[BASE + "agency/unep"]["label"] == "United Nations Environment Programme"
    quotes = {data["quote"] for *_, data in back.edges(data=True)}
    assert {PRESENTED, SECRETARIAT, CO_CHAIRED} <= quotes


def test_gexf_has_no_date_and_stands_as_the_page_does(network: Network) -> None:
    positions = layout(network)
    data = to_gexf(network, positions)
    assert b"lastmodified" not in data
    places = [place.attrib for place in ET.fromstring(data).iter("{http://www.gexf.net/1.2draft/viz}position")]  # noqa: S314 - our own file
    assert [(float(place["x"]), -float(place["y"])) for place in places] == [positions[node.iri] for node in network.nodes]


@settings(max_examples=12, deadline=None)
@given(text=st.text(alphabet=st.characters(codec=None), max_size=40))
def test_any_text_at_all_makes_valid_files(text: str) -> None:
    network = Network(text, text, (Node("i", text, text, "agency", text), Node("j", text, text, "workstream", text)), ())
    for data in (to_graphml(network), to_gexf(network)):
        ET.fromstring(data)  # noqa: S314 - our own file
    page = to_html(network, layout(network))
    page.encode("utf-8")
    assert scripts_in(page) == scripts_in(to_html(network_of([], [], []), {}))


def scripts_in(page: str) -> tuple[int, int]:
    """Count what begins and what ends a script."""
    return page.lower().count("<script"), page.lower().count("</script")


def test_the_page_names_no_other_file_and_forbids_every_request(network: Network) -> None:
    page = to_html(network, layout(network))
    assert "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:" in page
    assert not re.search(r"<(?:script|img|iframe|link)\b[^>]*\b(?:src|href)=\"(?!data:)", page)
    assert "bootstrap" not in page.lower()


def test_hostile_text_never_becomes_markup(hostile: tuple[Network, Background]) -> None:
    network, background = hostile
    page = to_html(network, layout(network), background)
    assert "<img src=x" not in page
    assert scripts_in(page) == scripts_in(to_html(network_of([], [], []), {}))


# ── what the page shows beside it ────────────────────────────────────────────────────────────────


def test_background_holds_documents_events_and_who_attended(example: Example) -> None:
    background = example.background
    assert [(paper.symbol, paper.date, paper.meeting) for paper in background.papers] == [("R.1", "2022-10-13", "A Meeting")]
    told = [(event.effect, event.status, event.told, event.detail, event.successor) for event in background.events]
    assert told == [
        ("endorse", "adopted", True, "", ""),
        ("extend", "suggested", False, "for one more year", ""),
        ("convert", "suggested", False, "", BASE + "workstream/wg-decade"),
    ]
    assert [(iri.removeprefix(BASE), people) for iri, _, people in background.attendance] == [("agency/unep", 26), ("agency/wipo", 2)]


def test_mentions_stand_where_the_text_has_them_and_do_not_overlap(example: Example) -> None:
    for passage in example.background.passages:
        ends = [0]
        for start, end, iri in passage.mentions:
            assert start >= ends[-1]
            assert passage.text[start:end] in {"UNDP", "UNEP", "UNESCO", "COP15", "Issue Management Group on Biodiversity"}
            assert iri.startswith(BASE)
            ends.append(end)


def test_offsets_are_counted_as_browsers_count() -> None:
    thing = network_background.Thing("i", "UNEP", "")
    background = Background((), (Passage("http://x/d", "1", "paragraph", "😀 UNEP", ((2, 6, "i"),)),), (thing,))
    plain: Any = page_texts(background, Network("", "", (), ()))["plain"]
    assert plain["d"][0][3] == [3, 7, 0]


def long_reading(passages: int) -> Background:
    """Return a document of many long paragraphs, of which every tenth names a node."""
    text = "What is said in this paragraph goes on and on without naming anybody in particular. " * 12
    return Background(
        (),
        tuple(Passage(REPORT, str(n), "paragraph", text, ((0, 4, BASE + "agency/undp"),) if n % 10 == 0 else ()) for n in range(passages)),
        (network_background.Thing(BASE + "agency/undp", "UNDP", ""),),
    )


def test_long_documents_travel_compressed_and_within_the_budget(network: Network) -> None:
    some, many = page_texts(long_reading(400), network), page_texts(long_reading(5000), network)
    assert some["left"] == 0
    assert isinstance(some["packed"], str)
    assert isinstance(many["packed"], str)
    assert isinstance(many["left"], int)
    assert many["left"] > 3000
    assert len(many["packed"]) < 700_000


def test_what_is_quoted_is_left_out_last(network: Network) -> None:
    background, nodes = long_reading(5000), {node.iri for node in network.nodes}
    kept = network_background._kept(background, network)
    assert {5, 6} <= kept  # roles are quoted from these paragraphs
    assert set(range(0, 5000, 10)) <= kept
    assert BASE + "agency/undp" in nodes


# ── what has changed ─────────────────────────────────────────────────────────────────────────────


def test_graphml_reads_back_with_positions(network: Network) -> None:
    positions = layout(network)
    back = read_graphml(to_graphml(network, positions))
    assert back is not None
    assert (back[0].nodes, set(back[0].edges), back[1]) == (network.nodes, set(network.edges), positions)
    assert read_graphml(b"<graphml") is None


def test_the_same_build_again_changes_nothing(example: Example, network: Network) -> None:
    first, positions = next_picture(network)
    again = next_picture(network, to_graphml(first, positions))
    assert again == (first, positions)
    assert to_html(*again, example.background) == to_html(first, positions, example.background)


def test_new_changed_and_gone_are_marked_and_nobody_moves(network: Network) -> None:
    kept = tuple(edge for edge in network.edges if edge.role != "secretariat")
    before = replace(
        network,
        nodes=tuple(node for node in network.nodes if "unesco" not in node.iri),
        edges=tuple(edge for edge in network.edges if "unesco" not in edge.source),
    )
    after = replace(network, nodes=tuple(node for node in network.nodes if "wipo" not in node.iri), edges=kept)
    positions = layout(before)
    shown, places = next_picture(after, to_graphml(before, positions))
    changes = {node.iri.removeprefix(BASE): node.change for node in shown.nodes if node.change}
    assert changes == {
        "agency/unesco": "new",
        "workstream/wg-decade": "changed",  # one co-chair more
        "agency/emg-secretariat": "changed",  # one role less
        "instrument/strategy": "changed",
        "agency/wipo": "gone",
    }
    assert {(edge.role, edge.change) for edge in shown.edges if edge.change} == {("co-chair", "new"), ("secretariat", "gone")}
    assert {iri: places[iri] for iri in positions} == positions
    page = to_html(shown, places)
    assert "Since the previous build" in page


def test_another_basis_or_standing_is_a_change(network: Network) -> None:
    before = replace(network, edges=tuple(replace(edge, status="suggested") if edge.role == "reporting" else edge for edge in network.edges))
    shown, _ = next_picture(network, to_graphml(before, layout(before)))
    assert {edge.role for edge in shown.edges if edge.change == "changed"} == {"reporting"}
    assert not [edge for edge in shown.edges if edge.change in ("new", "gone")]


def test_another_corpus_is_another_picture(network: Network, crowd: Callable[[int, int], Network]) -> None:
    other = crowd(20, 30)
    assert next_picture(network, to_graphml(other, layout(other))) == (network, layout(network))


def test_the_page_of_the_shipped_report_is_small(shipped: Any) -> None:  # noqa: ANN401 - the fixture of this folder
    page = to_html(shipped.network, layout(shipped.network), shipped.background)
    assert 500_000 < len(page.encode()) < 1_500_000
