"""Names in a text and what they mean: each case is new in one thing, which its comment says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.mentions import find_mentions
from kg.mentions.gazetteer import Gazetteer
from kg.model import Entity, Span
from kg.namespaces import BASE

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.model import Document, Mentions
    from kg.pipeline import Reading

    Parsed = Callable[..., Document]
    Pairs = list[tuple[str, str]]


@pytest.fixture(scope="session")
def found(parsed: Parsed, gazetteer: Gazetteer) -> Callable[[str], tuple[Document, Mentions]]:
    """Return a function from a sentence or a small document to the document and its mentions."""

    def find(text: str) -> tuple[Document, Mentions]:
        document = parsed(text if re.search(r"^1\. ", text, re.MULTILINE) else f"1. {text}\n\n2. The end.\n")
        return document, find_mentions(document, gazetteer)

    return find


def pairs(document: Document, mentions: Mentions) -> Pairs:
    return [(" ".join(document.quote(m.span).split()), m.entity.removeprefix(BASE)) for m in mentions.items]


def kinds(mentions: Mentions) -> set[str]:
    return {mentions.entities[m.entity].kind for m in mentions.items}


# -- standing names ------------------------------------------------------------------------------

UNEP, FAO, WHO, UN = "agency/unep", "agency/fao", "agency/who", "agency/un"
CBD, CBD_COP, CBD_SECRETARIAT = "convention/cbd", "body/cbd-cop", "agency/cbd-secretariat"

STANDING: list[tuple[str, Pairs]] = [
    # an acronym
    ("UNEP spoke.", [("UNEP", UNEP)]),
    # an acronym is found only as it is written: WHO is not who
    ("WHO spoke to those who listened, whoever they were.", [("WHO", WHO)]),
    ("unep and Unep spoke.", []),
    # a full name is found in any case
    ("The World health organization and the FOOD AND AGRICULTURE ORGANIZATION spoke.",
     [("World health organization", WHO), ("FOOD AND AGRICULTURE ORGANIZATION", FAO)]),
    # and across a line break
    ("The World\nHealth\n Organization spoke.", [("World Health Organization", WHO)]),
    # a possessive ends the name
    ("UNEP’s report and FAO's work.", [("UNEP", UNEP), ("FAO", FAO)]),
    # a name is a whole word
    ("XUNEP, UNEPs, UNEP_x and UNEP2 are nothing.", []),
    # marks around a name are no part of it
    ("“UNEP”, ‘FAO’, (WHO), [UNDP], **UNESCO**.",
     [("UNEP", UNEP), ("FAO", FAO), ("WHO", WHO), ("UNDP", "agency/undp"), ("UNESCO", "agency/unesco")]),
    # an acronym in a file name, an address or an e-mail is no mention
    ("Write to unep@UNEP.org, see www.UNEP.org or https://x.org/UNEP/a.", []),
    # the acronym inside the symbol of a document names no organization, but the document
    ("See document EMG.SOM99_INF_2 on it.", [("EMG.SOM99_INF_2", "publication/emg-som99-inf-2")]),
    ("The guide is FAO-No. 12 of FAO.", [("FAO", "agency/fao")]),
    ("See UNEP/EA.5/INF/3 on it.", [("UNEP/EA.5/INF/3", "publication/unep-ea-5-inf-3")]),
    # a longer name wins over the shorter one in it
    ("The UNEP-WCMC spoke.", [("UNEP-WCMC", "agency/unep-wcmc"), ("UNEP", UNEP)]),
    # one name is one mention: the United Nations is not named in the name of its programme
    ("The United Nations Environment Programme spoke.", [("United Nations Environment Programme", UNEP)]),
    ("UN-Habitat spoke.", [("UN-Habitat", "agency/un-habitat")]),
    # the UN itself, and its possessive
    ("The UN's work goes on.", [("UN", UN)]),
    # the secretariat of a mechanism names the mechanism too
    ("The EMG Secretariat spoke.", [("EMG Secretariat", "agency/emg-secretariat"), ("EMG", "mechanism/emg")]),
    # an adjective with a hyphen
    ("EMG-wide work went on.", [("EMG", "mechanism/emg")]),
    # a name with its acronym is named twice
    ("The High-Level Committee on Programmes (HLCP) met.",
     [("High-Level Committee on Programmes", "mechanism/hlcp"), ("HLCP", "mechanism/hlcp")]),
    # a misprint that the gazetteer lists
    ("The Development Cooperation Office (DCO) spoke.", [("Development Cooperation Office", "agency/dco"), ("DCO", "agency/dco")]),
    # a treaty, its secretariat and its conference are three
    ("The CBD entered into force.", [("CBD", CBD)]),
    ("The CBD Secretariat spoke.", [("CBD Secretariat", CBD_SECRETARIAT), ("CBD", CBD)]),
    ("The Secretariat of the CBD spoke.", [("Secretariat of the CBD", CBD_SECRETARIAT), ("CBD", CBD)]),
    ("The Conference of the Parties to the CBD met.", [("Conference of the Parties to the CBD", CBD_COP), ("CBD", CBD)]),
    # a goal by its number, the goals together
    ("SDG 12 is one of the SDGs.", [("SDG 12", "http://metadata.un.org/sdg/12"), ("SDGs", "instrument/sdgs")]),
    # an agenda with its year before or after
    ("The 2030 Agenda and the Paris Agreement were recalled.",
     [("2030 Agenda", "instrument/2030-agenda"), ("Paris Agreement", "convention/paris-agreement")]),
    # a council that sat as a forum, too
    ("The GC/GMEF took a decision.", [("GC/GMEF", "body/unep-gc")]),
    # nothing is named
    ("The meeting was opened by its host in a good mood.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STANDING, ids=[text[:40] for text, _ in STANDING])
def test_standing_names(found: Callable[[str], tuple[Document, Mentions]], text: str, expected: Pairs) -> None:
    assert pairs(*found(text)) == expected


# -- conferences, sessions, resolutions ----------------------------------------------------------

SESSIONS: list[tuple[str, Pairs]] = [
    # the convention before the number decides which conference is meant
    ("CBD COP15 and UNCCD COP15 met.", [("CBD COP15", "cop/cbd-cop15"), ("UNCCD COP15", "cop/unccd-cop15")]),
    # without one, it is that of the convention last named
    ("The CBD was praised. COP15 met.", [("COP15", "cop/cbd-cop15")]),
    # or the session of that number last named
    ("CBD COP15 and UNCCD COP14 met. COP15 ended.", [("CBD COP15", "cop/cbd-cop15"), ("UNCCD COP14", "cop/unccd-cop14"), ("COP15", "cop/cbd-cop15")]),
    # from the paragraph before
    ("1. CBD COP15 met.\n\n2. COP15 ended.\n", [("CBD COP15", "cop/cbd-cop15"), ("COP15", "cop/cbd-cop15")]),
    # without any convention it means nothing
    ("COP15 met.", []),
    # with a blank or a hyphen
    ("UNFCCC COP 27 and UNFCCC COP-28 met.", [("UNFCCC COP 27", "cop/unfccc-cop27"), ("UNFCCC COP-28", "cop/unfccc-cop28")]),
    # in full, with the ordinal in words
    ("The fifteenth meeting of the Conference of the Parties to the Convention on Biological Diversity met.",
     [("fifteenth meeting of the Conference of the Parties to the Convention on Biological Diversity", "cop/cbd-cop15")]),
    # in full, with the ordinal before the conference
    ("The 27th Conference of the Parties of the UNFCCC met.", [("27th Conference of the Parties of the UNFCCC", "cop/unfccc-cop27")]),
    # parties to a protocol may decide in a "Meeting of the Parties", but not all do
    ("The Nineteenth Meeting of the Parties to the Montreal Protocol met.",
     [("Nineteenth Meeting of the Parties to the Montreal Protocol", "cop/montreal-protocol-mop19")]),
    ("The first meeting of the Parties to the Paris Agreement met.", []),
    # a session of a governing body, and its short form
    ("The fifth session of the United Nations Environment Assembly (UNEA 5.2) met. UNEA 5.2 ended.",
     [("fifth session of the United Nations Environment Assembly", "meeting/unea-5"), ("UNEA 5.2", "meeting/unea-5"), ("UNEA 5.2", "meeting/unea-5")]),
    # a senior officials' meeting by its short form
    ("SOM30 will follow SOM29.", [("SOM30", "meeting/som30"), ("SOM29", "meeting/som29")]),
    # a segment of a meeting
    ("The Senior Segment of SOM30 met.", [("Senior Segment", "meeting/som30-senior-segment"), ("SOM30", "meeting/som30")]),
    # a segment in small letters
    ("SOM30 met. The technical segment of SOM30 ended.", [("SOM30", "meeting/som30"), ("technical segment", "meeting/som30-technical-segment"), ("SOM30", "meeting/som30")]),
    # a meeting without number
    ("The medium-term meeting of the EMG met.", [("medium-term meeting of the EMG", "meeting/medium-term-meeting-of-the-emg")]),
    # a resolution by its symbol
    ("A/RES/76/300 was recalled.", [("A/RES/76/300", "resolution/unga-76-300")]),
    # by its number and the body before it
    ("World Health Assembly resolution WHA77.2 was recalled.", [("resolution WHA77.2", "resolution/wha-wha77-2")]),
    ("UNEA resolution 5/14 was recalled.", [("resolution 5/14", "resolution/unea-5-14")]),
    # by its topic
    ("The General Assembly resolution on the human right to water was recalled.",
     [("General Assembly resolution on the human right to water", "resolution/unga-the-human-right-to-water")]),
    # a resolution of nobody is none
    ("A resolution on water was recalled.", []),
    # an event by how its name is built, and its short form
    ("The Heads of Agencies Dialogue met. The Dialogue ended.",
     [("Heads of Agencies Dialogue", "event/heads-of-agencies-dialogue"), ("Dialogue", "event/heads-of-agencies-dialogue")]),
    # one dialogue of a series is an event
    ("An EMG Nexus Dialogue on water in cities was held.",
     [("EMG Nexus Dialogue on water in cities", "event/emg-nexus-dialogue-on-water-in-cities")]),
]  # fmt: skip
OCCASIONS = {"COPSession", "Meeting", "Segment", "Event", "Resolution"}


@pytest.mark.parametrize(("text", "expected"), SESSIONS, ids=[text[:40] for text, _ in SESSIONS])
def test_sessions_and_resolutions(found: Callable[[str], tuple[Document, Mentions]], text: str, expected: Pairs) -> None:
    document, mentions = found(text)
    ours = [m for m in mentions.items if mentions.entities[m.entity].kind in OCCASIONS]
    assert [(" ".join(document.quote(m.span).split()), m.entity.removeprefix(BASE)) for m in ours] == expected


CITED: list[tuple[str, set[str]]] = [
    # the body stands before the symbol, or after it
    ("Governing Council of the United Nations Environment Programme decision 13/6 was recalled.", {"decision/unep-gc-13-6"}),
    ("It recalled decision 27/2 of the United Nations Environment Assembly.", {"decision/unea-27-2"}),
    # nobody can tell whose it is: a node of this document only
    ("It recalled decision 27/2.", {"decision/example-27-2"}),
    ("It recalled decisions XIX/6 and 14/5.", {"decision/example-xix-6", "decision/example-14-5"}),
    # a series of letters
    ("Decisions NP-2/11 and CP-9/13 were recalled.", {"decision/np-2-11", "decision/cp-9-13"}),
    ("Decision CP.12/3 was recalled.", {"decision/example-cp-12-3"}),
    # a point for the slash
    ("Ramsar Convention Resolutions VII.3 and XI.7 were recalled.", {"decision/ramsar-cop-resolution-vii-3", "decision/ramsar-cop-resolution-xi-7"}),
    ("CITES Resolution Conf. 4.6 (Rev. CoP18) was recalled.", {"decision/cites-cop-resolution-conf-4-6"}),
    # a number is no symbol
    ("The resolution 4.5 metres wide was recalled, and 3.2 of them.", set()),
]


@pytest.mark.parametrize(("text", "expected"), CITED, ids=[text[:40] for text, _ in CITED])
def test_cited_decisions(found: Callable[[str], tuple[Document, Mentions]], text: str, expected: set[str]) -> None:
    _, mentions = found(text)
    assert {m.entity.removeprefix(BASE) for m in mentions.items if mentions.entities[m.entity].kind == "DecisionText"} == expected


IN_LISTS: list[tuple[str, set[str]]] = [
    # each with its date, over the end of a line, special sessions among them
    ("It recalled decisions 8/12 of 26 May 1995, SS.VII/3 of\n15 February 2002, 9/9 and 20/4 of the United Nations Environment Assembly.",
     {"decision/unea-8-12", "decision/unea-ss-vii-3", "decision/unea-9-9", "decision/unea-20-4"}),
    # parts of decisions and paragraphs between
    ("UNEA decisions 4/3 II, 3/3 IV and 4/5, paragraph 2, were recalled.", {"decision/unea-4-3", "decision/unea-3-3", "decision/unea-4-5"}),
    # what each is about between
    ("The United Nations Environment Assembly, recalling its resolutions 1/6 on marine debris, 2/11 on litter (all of it) and 3/7 on both, met.",
     {"resolution/unea-1-6", "resolution/unea-2-11", "resolution/unea-3-7"}),
    # both ends of a range
    ("Decisions 1/3 to 1/6 of the United Nations Environment Assembly were recalled.", {"decision/unea-1-3", "decision/unea-1-6"}),
    # one in the singular does not reach over other words
    ("UNEA decision 5/1 on water, 2/3 of it.", {"decision/unea-5-1"}),
    # another word begins another list
    ("UNEA decisions 4/3 and 4/5 and General Assembly resolutions 60/1 of 2 May 2005 and 65/2 were recalled.",
     {"decision/unea-4-3", "decision/unea-4-5", "resolution/unga-60-1", "resolution/unga-65-2"}),
    # the council that numbers by years, where it is named; nobody else
    ("General Assembly resolution 1823 (XVII), Council resolution 1998/46 and Council decision 2004/323 were recalled.",
     {"resolution/unga-1823-xvii", "resolution/ecosoc-1998-46", "decision/ecosoc-2004-323"}),
    ("ECOSOC, in resolution 2000/35, approved it.", {"resolution/ecosoc-2000-35"}),
    ("It recalled resolution 1998/46 and decision 2004/323.", {"decision/example-resolution-1998-46", "decision/example-2004-323"}),
    # an agency's resolution is not the General Assembly's, whatever its number
    ("WIPO Assembly resolution 40/15, UNESCO resolution 36/2 and resolution 41/3 of UNESCO were recalled.",
     {"decision/example-resolution-40-15", "decision/example-resolution-36-2", "decision/example-resolution-41-3"}),
    ("The Human Rights Council resolutions 37/8 and 45/30 were recalled.", {"resolution/unhrc-37-8", "resolution/unhrc-45-30"}),
    # "its" is the one named right before
    ("The General Assembly, by its resolution 60/283, approved it.", {"resolution/unga-60-283"}),
    ("UNEA, recalling that the General Assembly, in its resolution 5/1, approved it.", {"resolution/unga-5-1"}),
    # a recommendation is no decision
    ("It recalled recommendation XV/1.", {"decision/example-recommendation-xv-1"}),
    # one body in one place is that body in the others
    ("UNEA decision 5/1 was recalled. The paragraphs of decision 5/1 stand.", {"decision/unea-5-1"}),
    # boards of funds, extraordinary meetings, series of letters that the word decision leads in
    ("Green Climate Fund Board decision B.08/13 was recalled.", {"decision/board-of-the-green-climate-fund-b-08-13"}),
    ("Decisions BC.Ex-1/1 and Ex.III/1 were recalled.", {"decision/bc-ex-1-1", "decision/montreal-protocol-ex-iii-1"}),
    ("Decision VC-I/2 was recalled, and not VB-I/2.", {"decision/example-vc-i-2"}),
    # a decision of a conference of parties is known by its convention
    ("Decision XII/6 of the Conference of the Parties to the Convention on Biological Diversity was recalled.", {"decision/cbd-xii-6"}),
    # the year after the stroke
    ("Resolution 9/2015, FAO Conference resolution 7/2017 and resolution 75/2801 of the General Assembly were recalled.",
     {"resolution/conference-of-the-food-and-agriculture-organization-of-the-united-nations-7-2017", "decision/example-resolution-9-2015", "resolution/unga-75-280"}),
    # by session and body, by meeting
    ("Decisions 42 COM 7A.1 and 14 EXT.COM 4 and Decision SC54-01 were recalled.",
     {"decision/world-heritage-committee-42-com-7a-1", "decision/world-heritage-committee-14-ext-com-4", "decision/example-sc54-01"}),
    ("General Assembly resolution 2749(XXV) was recalled.", {"resolution/unga-2749-xxv"}),
    # fractions, seasons, dates and ratios
    ("On 5/6 May 1/2 of the 2019/20 season was open 24/7.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), IN_LISTS, ids=[text[:40] for text, _ in IN_LISTS])
def test_lists_of_decisions_and_resolutions(found: Callable[[str], tuple[Document, Mentions]], text: str, expected: set[str]) -> None:
    _, mentions = found(text)
    assert {m.entity.removeprefix(BASE) for m in mentions.items if mentions.entities[m.entity].kind in {"DecisionText", "Resolution"}} == expected


def test_its_resolutions_are_those_of_the_body_that_decides(found: Callable[[str], tuple[Document, Mentions]]) -> None:
    text = (
        "Human Rights Council\n\nResolution adopted by the Human Rights Council\n\n46/7. Clean water\n\nThe Human Rights Council,\n\n"
        "Reaffirming its resolutions on water, the latest of which is resolution 37/8 of 22 March 2018,\n\n"
        "Recalling General Assembly resolution 70/1 and its decision 5/2,\n\n1. Decides to meet again.\n"
    )
    document, mentions = found(text)
    cited = {document.quote(m.span): m.entity.removeprefix(BASE) for m in mentions.items if mentions.entities[m.entity].kind in {"DecisionText", "Resolution"}}
    assert cited["resolution 37/8"] == "resolution/unhrc-37-8"
    assert cited["resolution 70/1"] == "resolution/unga-70-1"


DOCUMENTS: list[tuple[str, set[str]]] = [
    # two symbols of one document
    ("See E/2015/42-E/CN.18/2015/14.", {"e-2015-42", "e-cn-18-2015-14"}),
    ("See CBD/CP/BCH-IAC/11/3.", {"cbd-cp-bch-iac-11-3"}),
    ("See UNEP/CHW.15/INF/7–UNEP/POPS/COP.10/INF/4.", {"unep-chw-15-inf-7", "unep-pops-cop-10-inf-4"}),
    # sessions in parentheses, symbols with a blank
    ("See ICCD/COP(10)/31/Add.1 (and UNEP(DEPI)/MED IG.20/8).", {"iccd-cop-10-31-add-1", "unep-depi-med-ig-20-8"}),
    ("See CoP17 Doc. 60.1, SC74 Doc. 12, SC83 Com. 3 and Doc. SC54-2.", {"cop17-doc-60-1", "sc74-doc-12", "sc83-com-3", "sc54-2"}),
    ("See AC19/INFO/5B; CO2/GDP, A4/A5/A6 and Q1/2020 are none.", {"ac19-info-5b"}),
    # a report, not a decision, where nobody says decision
    ("See IPBES/3/18.", {"ipbes-3-18"}),
    ("See decision IPBES/3/1 and IPBES-2/5.", set()),
    ("See UN-Ponds/29/1, UN-Ponds/29/INF.3 and POND27 Doc. 3, by UNEP-WCMC/IUCN.", {"un-ponds-29-1", "un-ponds-29-inf-3", "pond27-doc-3"}),
    ("See ASCOBANS/AC28/Doc.2.1; FISHERIES/WATER and GOVERNANCE/2030 are none.", {"ascobans-ac28-doc-2-1"}),
    ("See AEWA/StC 17.5 and UNEP/AEWA/MOP8.1; RAIN/WET 4.5 is none.", {"aewa-stc-17-5", "unep-aewa-mop8-1"}),
    ("The Doc. 3 of IG. 2 and the and/or rule say 1/2.", set()),
]


@pytest.mark.parametrize(("text", "expected"), DOCUMENTS, ids=[text[:40] for text, _ in DOCUMENTS])
def test_symbols_of_documents(found: Callable[[str], tuple[Document, Mentions]], text: str, expected: set[str]) -> None:
    _, mentions = found(text)
    assert {m.entity.removeprefix(f"{BASE}publication/") for m in mentions.items if mentions.entities[m.entity].kind == "Publication"} == expected


def test_a_conference_of_no_convention_is_a_doubt(found: Callable[[str], tuple[Document, Mentions]]) -> None:
    _, mentions = found("COP15 met.")
    assert [d.passage for d in mentions.doubts] == ["1"]
    assert "COP15" in mentions.doubts[0].message


def test_a_session_knows_its_convention(found: Callable[[str], tuple[Document, Mentions]]) -> None:
    _, mentions = found("UNCCD COP15 met.")
    session = mentions.entities[BASE + "cop/unccd-cop15"]
    assert dict(session.links) == {"underConvention": BASE + "convention/unccd", "sessionOf": BASE + "body/unccd-cop"}
    assert session.label == session.acronym == "UNCCD COP15"


# -- workstreams: discovered, not listed ---------------------------------------------------------

WATER, AIR = "workstream/img-water", "workstream/img-air"
GROUPS: list[tuple[str, Pairs]] = [
    # by how such names are built
    ("The IMG on Water met.", [("IMG on Water", WATER)]),
    # with the acronym of its kind, which is no acronym of its own
    ("The Issue Management Group (IMG) on Water met.", [("Issue Management Group (IMG) on Water", WATER)]),
    # all spellings of a name are one group
    ("The Issue Management Group on Water, or IMG on Water, met.", [("Issue Management Group on Water", WATER), ("IMG on Water", WATER)]),
    # two groups in one breath are two
    ("The IMG on Water and the IMG on Air met.", [("IMG on Water", WATER), ("IMG on Air", AIR)]),
    # small words do not make another group
    ("The Consultative Process for a Cleaner Planet met. The Consultative Process on a Cleaner Planet ended.",
     [("Consultative Process for a Cleaner Planet", "workstream/consultative-process-cleaner-planet"),
      ("Consultative Process on a Cleaner Planet", "workstream/consultative-process-cleaner-planet")]),
    # a core working group
    ("The Core Working Group on Plastic met.", [("Core Working Group on Plastic", "workstream/core-working-group-plastic")]),
    # a name in quotation marks may be in lower case
    ("It is renamed as ‘Working group on the sustainability of programmes’.",
     [("Working group on the sustainability of programmes", "workstream/working-group-sustainability-of-programmes")]),
    # so may that of a group just created
    ("It created a working group on the use of data.", [("working group on the use of data", "workstream/working-group-use-of-data")]),
    # an adjective before a network
    ("The International Network of Brook Makers met.", [("International Network of Brook Makers", "workstream/international-network-brook-makers")]),
    # the article of a treaty belongs to the name
    ("The Working Group on Article 8(j) and Related Provisions met.",
     [("Working Group on Article 8(j) and Related Provisions", "workstream/working-group-article-8-j-and-related-provisions")]),
    # kinds of groups in the plural name none
    ("Working groups on water and task teams met.", []),
    # a network of anything in lower case is none
    ("A network of technical focal points met.", []),
    # a list of as many points as were counted
    ("1. The EMG has two working groups that promote:\n - Water for all: an inventory.\n - Clean air: in collaboration with FAO.\n\n2. The end.\n",
     [("Water for all", "workstream/working-group-water-for-all"), ("Clean air", "workstream/working-group-clean-air")]),
    # a list of another length is none
    ("1. The EMG has three working groups that promote:\n - Water for all: an inventory.\n - Clean air: a plan.\n\n2. The end.\n", []),
]  # fmt: skip

SHORT: list[tuple[str, Pairs]] = [
    # the group of that kind last named in the paragraph
    ("The IMG on Water met. The IMG agreed.", [("IMG on Water", WATER), ("IMG", WATER)]),
    # a group of another kind does not matter
    ("The Expert Team on Ponds met.", [("Expert Team on Ponds", "workstream/expert-team-on-ponds")]),
    ("The IMG on Water met. The Task Team on Air met. The IMG agreed.",
     [("IMG on Water", WATER), ("Task Team on Air", "workstream/task-team-air"), ("IMG", WATER)]),
    # the core group, not any group
    ("The Core Working Group on Plastic met. The Working Group on Data met. The Core Working Group agreed.",
     [("Core Working Group on Plastic", "workstream/core-working-group-plastic"), ("Working Group on Data", "workstream/working-group-data"),
      ("Core Working Group", "workstream/core-working-group-plastic")]),
    # without any group of that kind it means nothing
    ("The IMG on Water met. The Consultative Process agreed.", [("IMG on Water", WATER)]),
    ("The IMG agreed.", []),
    # a group of another section is out of scope
    ("I. Water\n\n1. The IMG on Water met.\n\nII. Air\n\n2. The IMG agreed.\n", [("IMG on Water", WATER)]),
    # but for the only one, of which the title says that the document is
    ("IMG on Water\n\nI. Air\n\n1. It met.\n\nII. Soil\n\n2. The IMG agreed.\n", [("IMG on Water", WATER), ("IMG", WATER)]),
    # a group of the same section is in scope
    ("I. Water\n\n1. The IMG on Water met.\n\n2. The IMG agreed.\n", [("IMG on Water", WATER), ("IMG", WATER)]),
    # "the IMG on …" is no short form
    ("The IMG on Water met. The IMG on Air agreed.", [("IMG on Water", WATER), ("IMG on Air", AIR)]),
    # the article is no part of it, a possessive is none either
    ("The IMG on Water met. They extended the IMG's mandate.", [("IMG on Water", WATER), ("IMG", WATER)]),
]  # fmt: skip
WORKSTREAMS = {"Workstream", "IssueManagementGroup", "ConsultativeProcess", "TaskTeam", "WorkingGroup", "DialogueSeries", "Network"}


@pytest.mark.parametrize(("text", "expected"), GROUPS + SHORT, ids=[text[:40] for text, _ in GROUPS + SHORT])
def test_workstreams(found: Callable[[str], tuple[Document, Mentions]], text: str, expected: Pairs) -> None:
    document, mentions = found(text)
    ours = [m for m in mentions.items if mentions.entities[m.entity].kind in WORKSTREAMS]
    assert [(" ".join(document.quote(m.span).split()), m.entity.removeprefix(BASE)) for m in ours] == expected


TWO_SECTIONS = """I. Work

IMG on Water

1. The IMG met.

Suggested Actions: IMG on Water

The Senior Officials:

- a) Agree to extend the IMG.

IMG on Air

2. The IMG met.

Suggested Actions: IMG on Air

The Senior Officials:

- a) Agree to conclude the IMG.

II. Other matters

3. The IMG was praised.
"""


def test_a_heading_with_action_items_is_the_topic_of_its_section(found: Callable[[str], tuple[Document, Mentions]]) -> None:
    document, mentions = found(TWO_SECTIONS)
    numbers = {p.id: p.number for p in document.passages}
    short = {numbers[m.passage]: m.entity.removeprefix(BASE) for m in mentions.items if document.quote(m.span) == "IMG"}
    assert short == {"1": WATER, "IMG on Water a": WATER, "2": AIR, "IMG on Air a": AIR}
    assert {iri.removeprefix(BASE) for iri in mentions.topics.values()} == {WATER, AIR}
    assert [(d.passage, "IMG" in d.message) for d in mentions.doubts] == [("3", True)]


def test_a_listed_group_is_part_of_the_one_that_has_it(found: Callable[[str], tuple[Document, Mentions]]) -> None:
    _, mentions = found("1. The IMG on Water has two working groups that promote:\n - Clean rivers: a plan.\n - Safe lakes: a map.\n\n2. The end.\n")
    group = mentions.entities[BASE + "workstream/working-group-clean-rivers"]
    assert group.label == "Working group on clean rivers"
    assert group.links == (("partOf", BASE + WATER),)


# -- other things a document introduces ----------------------------------------------------------

INTRODUCED: list[tuple[str, str, Pairs]] = [
    # a person by the form of address; the particles of a name are part of it
    ("Person", "Ms. Ada Roe and Dr. Bo van der Poe spoke.", [("Ada Roe", "person/ada-roe"), ("Bo van der Poe", "person/bo-van-der-poe")]),
    # the full stop after a name is none of its letters; that after an initial is
    ("Person", "They heard Ms. Ada Roe. Mr. Bo K. Poe spoke.", [("Ada Roe", "person/ada-roe"), ("Bo K. Poe", "person/bo-k-poe")]),
    # without a form of address nobody is known to be a person
    ("Person", "Ada Roe and the Chair spoke.", []),
    # a plan by how its name is built
    ("PolicyFramework", "They adopted the Nairobi Strategy.", [("Nairobi Strategy", "instrument/nairobi-strategy")]),
    ("PolicyFramework", "They adopted the Nairobi Action Plan on Cats.", [("Nairobi Action Plan on Cats", "instrument/nairobi-action-plan-on-cats")]),
    # at the beginning of a sentence
    ("PolicyFramework", "The Nairobi Strategy was adopted.", [("Nairobi Strategy", "instrument/nairobi-strategy")]),
    # with a topic that the gazetteer knows in its name
    ("PolicyFramework", "They adopted the Nairobi Action Plan on Wetlands.", [("Nairobi Action Plan on Wetlands", "instrument/nairobi-action-plan-on-wetlands")]),
    # a plan in lower case is none
    ("PolicyFramework", "An action plan on wetlands was adopted.", []),
    # a ministry of a state
    ("PartnerOrganization", "Chile's Ministry of Health spoke.", [("Chile's Ministry of Health", "agency/ministry-of-health-of-chile")]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "expected"), INTRODUCED, ids=[text[:40] for _, text, _ in INTRODUCED])
def test_other_things(found: Callable[[str], tuple[Document, Mentions]], kind: str, text: str, expected: Pairs) -> None:
    document, mentions = found(text)
    ours = [m for m in mentions.items if mentions.entities[m.entity].kind == kind and mentions.entities[m.entity].evidence]
    assert [(document.quote(m.span), m.entity.removeprefix(BASE)) for m in ours] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # in full before, or the agency that has one
        ("The UNEP Governing Council met. The Governing Council agreed.", ["body/unep-gc", "body/unep-gc"]),
        ("UNEP thanked its Governing Council.", ["body/unep-gc"]),
        ("The General Assembly heard its Second Committee.", ["body/unga-second-committee"]),
        ("FAO heard the Committee on Forestry.", ["body/cofo"]),
        ("UNEP heard the Committee of Permanent Representatives.", ["body/unep-cpr"]),
        # of a mechanism that is named
        ("The Article 6.4 mechanism began. The Supervisory Body met.", ["body/article-6-4-supervisory-body"]),
        # of nobody, or of somebody else
        ("Markets began. The Supervisory Body met.", []),
        ("The bank thanked its Governing Council.", []),
        ("UNEP thanked the Governing Council of the Bank of Ponds.", []),
        ("The school heard its Second Committee.", []),
        ("FAO heard the national committee on forestry.", []),
    ],
)
def test_a_short_form_means_the_one_that_is_named(found: Callable[[str], tuple[Document, Mentions]], text: str, expected: list[str]) -> None:
    _, mentions = found(text)
    assert [m.entity.removeprefix(BASE) for m in mentions.items if m.entity.startswith(BASE + "body/") and not m.entity.endswith("/unga")] == expected


NAMES: list[tuple[str, list[str]]] = [
    # the noun first
    ("The Institute for Ponds and Rivers and the Alliance for Clean Brooks met.", ["Institute for Ponds and Rivers", "Alliance for Clean Brooks"]),
    ("Representatives of the Alliance for Clean Brooks spoke.", ["Alliance for Clean Brooks"]),
    # committees on something, panels of some kind
    ("The Committee on Ponds, the Sub-Committee on Brook Review and the POND Oversight Panel met.",
     ["Committee on Ponds", "Sub-Committee on Brook Review", "POND Oversight Panel"]),
    # the words before an acronym that begin with its letters; the acronym again
    ("The Ponds and Rivers Review Committee (PRRC) met. PRRC agreed.", ["Ponds and Rivers Review Committee", "PRRC", "PRRC"]),
    ("The Brook Research Network (BRN) met.", ["Brook Research Network", "BRN"]),
    # an association works on something, it is not called so
    ("It worked with the Brook Waste Association on the Pond Outlook.", ["Brook Waste Association"]),
    # under a treaty; an office that is no branch; after a comma
    ("The Compliance Committee under the Vienna Convention and the Federal Office for Ponds met.",
     ["Compliance Committee under the Vienna Convention", "Federal Office for Ponds"]),
    ("The Regional Office for Ponds, the Executive Office of Ponds and the Office met.", []),
    ("Mr. Roe, Deputy Director of the Brook Agency, spoke.", ["Brook Agency"]),
    ("FAO, Brook and Social Pond Organization, Kenya and Pond Agency met.", ["Brook and Social Pond Organization", "Pond Agency"]),
    # what for, and the body of which the text names the bureau or the treaty in full
    ("The Coalition to End Pond Loss and the Alliance to Save Brooks met; a Council to Be met.", ["Coalition to End Pond Loss", "Alliance to Save Brooks"]),
    ("The Bureau of the Brook Review Committee and the Convention Compliance Committee met.", ["Brook Review Committee"]),
    ("The Preparatory Committee for the Regional Agreement on Access to Information, Public Participation and Justice in Environmental Matters in Latin America and the Caribbean met.",
     ["Preparatory Committee for the Regional Agreement on Access to Information, Public Participation and Justice in Environmental Matters in Latin America and the Caribbean"]),
    # both halves after an article
    ("The Brook and Pond Agency met.", ["Brook and Pond Agency"]),
    # a country, a topic or a treaty in the name
    ("The Intergovernmental Committee for the Nagoya Protocol met.", ["Intergovernmental Committee for the Nagoya Protocol"]),
    ("The Preparatory Committee for the United Nations Conference on Environment and Development met.",
     ["Preparatory Committee for the United Nations Conference on Environment and Development"]),
    ("The Brook Makers’ Association of Chad and the Global Brook Action Network met.", ["Brook Makers’ Association of Chad", "Global Brook Action Network"]),
    ("A Technical Network met.", []),
    ("The Kenya Pond Authority and the Chad Climate Change Commission met.", ["Kenya Pond Authority", "Chad Climate Change Commission"]),
    # names in the plural are kinds, halves are no names, what goes on is not whole
    ("Regional Fisheries Management Organizations met.", []),
    ("It went to Brook and Pond Agency.", []),
    ("UNEP and Pond Agency met, and the Pond Council and Brook Agency.", ["Pond Agency", "Pond Council", "Brook Agency"]),
    ("The Committee on Capacity- building met.", []),
    ("The LAKE/Pond Review Agency met.", []),
    # the next one of a list, a school with a person's name, what several matters are listed for, whose it is
    ("The Institute of Ponds and FAO met the University of Brooks and Ana Water University.", ["Institute of Ponds", "University of Brooks", "Ana Water University"]),
    ("The Ana de Brook University of Chad and Rain University & Research met.", ["Ana de Brook University of Chad", "Rain University & Research"]),
    ("The Institute for Water, Soils and Health and the Department for Food, Ponds and Rural Affairs of Peru met.",
     ["Institute for Water, Soils and Health", "Department for Food, Ponds and Rural Affairs of Peru"]),
    ("The Institute of Water, Kenya and Chad met the Board of Ponds, UNEP and Chad.", ["Institute of Water"]),
    ("The Chad Agency for Ponds and CAPON met the Directorate-General for Rain of the African Union and the Bureau for Ponds of UNDP.",
     ["Chad Agency for Ponds", "Directorate-General for Rain of the African Union", "Bureau for Ponds of UNDP"]),
    ("The Bureau of the Conference of the Parties and the Office of FAO met.", []),
    ("The Joint Pond Centre of the African Union and the Advisory Board of UNEP met.", ["Joint Pond Centre of the African Union"]),
    ("The Secretariat of the Brook Convention for the Protection of Eels, the Secretariat of the Convention and the Secretariat of Ponds met.",
     ["Secretariat of the Brook Convention for the Protection of Eels"]),
    # a country is no organization, a committee of some years or of all is none
    ("The Russian Federation and the Government of the Russian Federation spoke.", []),
    ("The report of the Committee for 2024 was heard in the Committee of the Whole.", []),
    ("The Preparatory Committee, the Drafting Committee and a Panel on Ponds met.", []),
    ("A Centre of Excellence, ponds (PRC) and Big Brooks (BBR) were seen.", []),
    ("The Brook Training Programme (BTP) began.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMES, ids=[text[:40] for text, _ in NAMES])
def test_organizations_that_nobody_knows(found: Callable[[str], tuple[Document, Mentions]], text: str, expected: list[str]) -> None:
    document, mentions = found(text)
    assert [document.quote(m.span) for m in mentions.items if mentions.entities[m.entity].kind == "Organization"] == expected


INSTITUTIONS: list[tuple[str, list[str]]] = [
    # words that name an institution with more around them
    ("FAO and Kenya Forest Service met with the Brook Mangrove Trust, and the National Brook School.", ["Kenya Forest Service", "Brook Mangrove Trust", "National Brook School"]),
    ("The Department of Ponds of Chad, the Geological Survey of Peru and the Directorate of Rain met.", ["Department of Ponds of Chad", "Geological Survey of Peru", "Directorate of Rain"]),
    ("The Department of Ponds, Soil and Rain met Chad.", ["Department of Ponds, Soil and Rain"]),
    ("The State Pond Administration of Chad and the National Rain and Cloud Administration of Peru met.", ["State Pond Administration of Chad", "National Rain and Cloud Administration of Peru"]),
    ("Kenya’s Pond Patrol Service and Brook College London met.", ["Pond Patrol Service", "Brook College London"]),
    ("The Chad Pond Service (CPS) met. CPS dug.", ["Chad Pond Service", "CPS", "CPS"]),
    ("It was paid by the Chad Brook Fund.", ["Chad Brook Fund"]),
    # parts of agencies
    ("The Rain and Health Branch of UNEP, the FAO Pond Division and the Rain Advisory Unit met.", ["Rain and Health Branch of UNEP", "FAO Pond Division", "Rain Advisory Unit"]),
    # parts of organizations that a place names, and what has the name of its state
    ("WWF Guianas, WWF-Chad, WWF, Peru and Greenpeace East Asia met.", ["WWF Guianas", "WWF-Chad", "Greenpeace East Asia"]),
    ("The UNEP Regional Office for Africa, the Regional Office for West Asia of FAO and the Regional Office for Ponds met.", ["UNEP Regional Office for Africa", "Regional Office for West Asia of FAO"]),
    ("Parks Canada and Environment and Climate Change Peru met; on climate change Canada spoke.", ["Parks Canada", "Environment and Climate Change Peru"]),
    ("BCRC-Suva and the Swedish Pond Office met; the Swedish Office and the Swedish Liaison Office for Ponds did not.", ["BCRC-Suva", "Swedish Pond Office"]),
    # in other languages
    ("The Instituto Nacional de Lagunas, the Centre de Suivi des Étangs, the Université Jean Pont and the Bundesamt für Teiche met.",
     ["Instituto Nacional de Lagunas", "Centre de Suivi des Étangs", "Université Jean Pont", "Bundesamt für Teiche"]),
    ("The Instituto da Água of Portugal met.", ["Instituto da Água of Portugal"]),
    ("The Suva Chamber of Commerce and Industry met.", ["Suva Chamber of Commerce and Industry"]),
    # one centre of a treaty in each region
    ("The Basel Convention Regional Centre in Rome and that in Bern met.", ["Basel Convention Regional Centre in Rome"]),
    # a person after an institution
    ("The University of Brooks and Dr. Cy Hill met.", ["University of Brooks"]),
    # kinds, moneys, offices of persons, projects, inquiries, what has one word before it
    ("The Designated National Authority of Chad, the CITES Management Authority, the Voluntary Trust Fund and the Chad Brook Fund met.", []),
    ("The Pond Service, the Department, the Summer School of Ponds, the Household Pond Survey and the Pond Project Unit met.", []),
    ("The Chad Trust Fund, the Pond Service Award and the Minister of Ponds met. The Soil, Pond and Rain Service met.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), INSTITUTIONS, ids=[text[:40] for text, _ in INSTITUTIONS])
def test_institutions_that_nobody_knows(found: Callable[[str], tuple[Document, Mentions]], text: str, expected: list[str]) -> None:
    document, mentions = found(text)
    assert [document.quote(m.span) for m in mentions.items if mentions.entities[m.entity].kind == "Organization"] == expected


NAMED_GROUPS: list[tuple[str, list[str]]] = [
    ("The Pond Species Working Group met with the Lagoon Task Team (LTT). The LTT agreed.", ["Pond Species Working Group", "Lagoon Task Team", "LTT", "LTT"]),
    ("The UNEP Pond Task Force and the IUCN Frog Specialist Group met.", ["UNEP Pond Task Force", "IUCN Frog Specialist Group"]),
    ("The Pond and Rain Technical Options Committee met.", ["Pond and Rain Technical Options Committee"]),
    ("A technical expert group on ponds shall be convened.", ["technical expert group on ponds"]),
    ("The ad hoc open-ended expert group on rain and mud and that of Peru met.", ["ad hoc open-ended expert group on rain and mud"]),
    ("The expert panel on brooks, chaired by Chad, met.", ["expert panel on brooks"]),
    # kinds of groups, what any body or any country has, a topic that is none
    ("The Ad Hoc Working Group and the Joint Working Group met with the Open-ended Expert Group.", []),
    ("The Budget Working Group and the National Pond Working Group met.", []),
    ("The Basel Convention Working Group met. An expert group on how to dig met.", []),
]


@pytest.mark.parametrize(("text", "expected"), NAMED_GROUPS, ids=[text[:40] for text, _ in NAMED_GROUPS])
def test_groups_by_their_subject(found: Callable[[str], tuple[Document, Mentions]], text: str, expected: list[str]) -> None:
    document, mentions = found(text)
    made = [m for m in mentions.items if mentions.entities[m.entity].evidence]
    assert [document.quote(m.span) for m in made] == expected


def test_the_short_form_of_a_body_of_the_home_convention(found: Callable[[str], tuple[Document, Mentions]]) -> None:
    text = "ICCD/COP(19)/2\n\nDecision 6/COP.19\n\nThe Conference of the Parties,\n\n1. Requests the Science-Policy Interface to dig;\n\n2. Invites FAO to help.\n"
    assert ("Science-Policy Interface", "body/unccd-spi") in pairs(*found(text))


def test_the_ministry_of_one_state_beside_another(found: Callable[[str], tuple[Document, Mentions]]) -> None:
    document, mentions = found("The Ministry of Ponds of Chad and Peru sent words, as did the Ministry of Rain and Ponds.")
    ours = [document.quote(m.span) for m in mentions.items if mentions.entities[m.entity].kind == "PartnerOrganization"]
    assert ours == ["Ministry of Ponds of Chad", "Ministry of Rain and Ponds"]


def test_a_ministry_for_several_matters(found: Callable[[str], tuple[Document, Mentions]]) -> None:
    document, mentions = found("The Ministry of Agriculture, Food and Electricity of Trinidad and Tobago met the Ministry of Water, FAO and Chad.")
    named = [document.quote(m.span) for m in mentions.items if mentions.entities[m.entity].kind == "PartnerOrganization" and mentions.entities[m.entity].evidence]
    assert named == ["Ministry of Agriculture, Food and Electricity of Trinidad and Tobago", "Ministry of Water"]
    document, mentions = found("The Federal Ministry of Ponds of Germany and the German Pond Center met.")
    assert "Federal Ministry of Ponds of Germany" in [document.quote(m.span) for m in mentions.items]


def test_the_secretariat_of_a_treaty_after_its_acronym(found: Callable[[str], tuple[Document, Mentions]]) -> None:
    text = "FAO and the Convention on Biological Diversity (CBD) secretariat met."
    assert CBD_SECRETARIAT in {entity for _, entity in pairs(*found(text))}


LISTED: list[tuple[str, list[str]]] = [
    ("The following non-governmental organizations were represented: Pond Watch, FAO, the Trust for Brooks and Rivers and Green Hills.", ["Pond Watch", "Trust for Brooks and Rivers", "Green Hills"]),
    ("Observers from the following institutions attended: FAO; Brook Lab (BL); and Rain House.", ["Brook Lab", "Rain House"]),
    ("Non-governmental organizations present included Pond Watch and WWF International.", ["Pond Watch"]),
    # countries, words, persons are none; nor is what no list of organizations names
    ("The following organizations spoke: Chad, many friends, Ms. Ana Water and the Ministry of Rain.", []),
    ("The following lakes were seen: Blue Pond and Green Pond.", []),
]


@pytest.mark.parametrize(("text", "expected"), LISTED, ids=[text[:40] for text, _ in LISTED])
def test_organizations_of_a_list(found: Callable[[str], tuple[Document, Mentions]], text: str, expected: list[str]) -> None:
    document, mentions = found(text)
    assert [document.quote(m.span) for m in mentions.items if mentions.entities[m.entity].kind == "Organization"] == expected


def test_a_forum_that_is_an_organization_is_no_event(found: Callable[[str], tuple[Document, Mentions]]) -> None:
    text = "The International Indigenous Forum on Biodiversity and Rain Watch spoke."
    assert [entity for _, entity in pairs(*found(text)) if entity.startswith("event/")] == []


def test_a_group_that_the_gazetteer_knows_is_no_workstream(found: Callable[[str], tuple[Document, Mentions]]) -> None:
    text = "The Ad Hoc Working Group on the Paris Agreement met, and the Inter-Agency and Expert Group on SDG Indicators."
    assert [entity for _, entity in pairs(*found(text)) if "workstream" in entity] == []


def test_the_secretariats_of_several_treaties(found: Callable[[str], tuple[Document, Mentions]]) -> None:
    text = "The Secretariats of the UN Convention to Combat Desertification (UNCCD), the CBD and FAO met."
    assert {CBD_SECRETARIAT, "agency/unccd-secretariat"} <= {entity for _, entity in pairs(*found(text))}


@pytest.mark.parametrize("text", ["the CITES, Ramsar and CMS secretariats", "the secretariats of three conventions (CITES, the Ramsar Convention and CMS)",
                                  "the secretariats of several treaties, namely CITES, CMS and the Ramsar Convention"])
def test_the_secretariats_of_several_treaties_in_other_words(found: Callable[[str], tuple[Document, Mentions]], text: str) -> None:
    assert {f"agency/{name}-secretariat" for name in ("cites", "cms", "ramsar")} <= {entity for _, entity in pairs(*found(f"It was led by {text}."))}


def test_whose_secretariats_nobody_says(found: Callable[[str], tuple[Document, Mentions]]) -> None:
    assert not {entity for _, entity in pairs(*found("The CMS met. Secretariats of Chad and the Rain Team secretariats spoke.")) if "secretariat" in entity}


def test_in_a_list_of_participants_a_treaty_is_its_secretariat(found: Callable[[str], tuple[Document, Mentions]]) -> None:
    text = "1. The CBD.\n\n2. The end.\n\nAnnex I. List of participants\n\n1. Ada Roe (CBD)\n2. Bo Poe (UNFCCC)\n3. Cy Doe (Nobody)\n4. Di Moe (WHO)\n"
    assert pairs(*found(text)) == [("CBD", CBD), ("CBD", CBD_SECRETARIAT), ("UNFCCC", "agency/unfccc-secretariat"), ("WHO", WHO)]


def test_no_case_was_lost() -> None:
    assert len(STANDING) + len(SESSIONS) + len(GROUPS) + len(SHORT) + len(INTRODUCED) >= 68


# -- the gazetteer -------------------------------------------------------------------------------


def entity(iri: str, *names: str, exact: tuple[str, ...] = ()) -> Entity:
    return Entity(iri, "UNEntity", names[0] if names else iri, names=names, exact=exact)


def test_an_ambiguous_name_is_refused() -> None:
    names = Gazetteer((entity("a", "Water Board", exact=("WB",)), entity("b", "Wine Board", exact=("WB",)), entity("c", "water board")))
    assert names.find("The WB, the Water Board and the Wine Board.") == [(Span(32, 42), "b")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Ramsar Convention entered into force. The Standing Committee met.", {"body/ramsar-standing-committee"}),
        ("Parties to CITES met; the Animals Committee reported.", {"body/cites-animals-committee"}),
        # of two conventions neither, and a longer name is another body
        ("Parties to CITES and to the Ramsar Convention met; the Standing Committee reported.", set()),
        ("Parties to CITES heard the Inter-Agency Standing Committee and the Standing Committee on Finance.", set()),
        ("The Standing Committee of the ministry met.", set()),
    ],
)
def test_a_committee_belongs_to_the_only_convention_that_is_named(found: Callable[[str], tuple[Document, Mentions]], text: str, expected: set[str]) -> None:
    _, mentions = found(text)
    assert {m.entity.removeprefix(BASE) for m in mentions.items if m.entity.endswith("s-committee") or m.entity.endswith("g-committee")} == expected


def test_the_longest_name_wins() -> None:
    names = Gazetteer((entity("a", "Water Board"), entity("b", "Water Board of Rome"), entity("c", "Board of Rome")))
    assert names.find("the Water Board of Rome") == [(Span(4, 23), "b")]


def test_offsets_point_into_the_text_as_received() -> None:
    names = Gazetteer((entity("a", "Children's Fund"), entity("b", "Post-2020 Plan")))
    text = "  The Children’s \r\n  Fund\u00a0and the post‑2020\tplan"
    assert [span.of(text) for span, _ in names.find(text)] == ["Children’s \r\n  Fund", "post‑2020\tplan"]


def test_letters_that_grow_in_lower_case_move_nothing() -> None:
    assert Gazetteer((entity("a", "water board"),)).find("İİİ Water Board") == [(Span(4, 15), "a")]


def test_an_empty_gazetteer_finds_nothing() -> None:
    assert Gazetteer(()).find("UNEP") == []


def test_the_gazetteer_refuses_few_names(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.entities) >= 250
    assert len(gazetteer._names.ambiguous) <= 5
    assert len(gazetteer._exact.ambiguous) <= 5


# -- the shipped report --------------------------------------------------------------------------


def test_the_groups_of_the_shipped_report(report: Reading, expected: Callable[[str], list[dict[str, str]]]) -> None:
    """Every workstream that a reader finds for sure is one workstream here, and there are no others."""
    ours = {e.label.casefold() for e in report.mentions.entities.values() if e.kind in WORKSTREAMS and e.evidence}
    theirs = {row["label"].casefold() for row in expected("workstreams") if row["certainty"] == "sure"}
    debatable = {row["label"].casefold() for row in expected("workstreams")} - theirs
    assert theirs - ours == set()
    assert {label for label in ours - theirs if not any(label.startswith(d) for d in debatable)} == set()


def test_mentions_cannot_shrink(report: Reading) -> None:
    assert len(report.mentions.items) >= 490
    assert len({m.entity for m in report.mentions.items}) >= 120
    assert len(report.mentions.topics) >= 18
    assert len(report.mentions.doubts) <= 3


def test_every_mention_of_the_shipped_report_lies_in_its_passage(report: Reading) -> None:
    assert_true_to_the_text(report.document, report.mentions)


# -- properties ----------------------------------------------------------------------------------


def assert_true_to_the_text(document: Document, mentions: Mentions) -> None:
    spans = {p.id: p.span for p in document.passages}
    assert list(mentions.items) == sorted(mentions.items, key=lambda m: (m.span.start, -m.span.end, m.entity))
    for mention in mentions.items:
        assert mention.span.end > mention.span.start
        assert spans[mention.passage].covers(mention.span)
        assert mention.entity in mentions.entities
        surface = document.quote(mention.span)
        assert surface == surface.strip()
    for one in mentions.items:
        crossing = [m for m in mentions.inside(Span(one.span.start, len(document.source.text))) if one.span.start < m.span.start < one.span.end < m.span.end]
        assert crossing == []
    assert all(e.evidence is None or spans[e.evidence.passage].covers(e.evidence.span) for e in mentions.entities.values())
    assert set(mentions.topics) <= {s.id for s in document.sections}


PIECES = st.sampled_from(
    [
        "UNEP", "FAO", "WHO", "the EMG Secretariat", "CBD", "COP15", "CBD COP15", "the IMG on Water", "The IMG", "the IMG", "Task Team on Data",
        "working group", "created a working group on data.", "three working groups", " - Water for all: one", "\n", "\n\n", "1. ", "2. ", "3. ", "- a) ",
        "Suggested Actions: IMG on Water", "IMG on Water", "The Senior Officials:", "UNEA resolution 5/14", "resolution on water", "Ms. Ada Roe",
        "Nexus Dialogues", "the Dialogue", "fifteenth meeting of the Conference of the Parties to the", "SDG 12", "the Water Strategy", "and", "of", "’s",
        "“", "”", "(", ")", ".", ",", "Annex I. List of participants", "Ada Roe (UNEP)", "é", "İ", "\u202e", "\u00a0", "Ministry of Water", "A/RES/76/300",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=30).map(" ".join)


@given(text=TEXTS)
def test_mentions_are_true_to_any_text(parsed: Parsed, gazetteer: Gazetteer, text: str) -> None:
    document = parsed(text)
    assert_true_to_the_text(document, find_mentions(document, gazetteer))


@given(text=TEXTS)
def test_finding_mentions_is_the_same_every_time(parsed: Parsed, gazetteer: Gazetteer, text: str) -> None:
    document = parsed(text)
    assert find_mentions(document, gazetteer) == find_mentions(document, gazetteer)


@given(text=st.text(max_size=120))
def test_no_text_makes_it_fail(parsed: Parsed, gazetteer: Gazetteer, text: str) -> None:
    find_mentions(parsed(text), gazetteer)


# -- where names end -------------------------------------------------------------------------------

ENDS: list[tuple[str, set[str]]] = [
    ("The Working Group of the Parties to the Montreal Protocol in 2090 met.", {"Working Group of the Parties to the Montreal Protocol"}),
    ("It extended the task force on local ponds until the tenth session.", {"task force on local ponds"}),
    ("Bonn, 7-19 December 2090\n\nAgenda item 9A\n\nThey met.", set()),
    ("They met in Bonn in December 2090\nAgenda item 9", set()),
]


@pytest.mark.parametrize(("text", "labels"), ENDS)
def test_where_a_name_ends(found: Callable[[str], tuple[Document, Mentions]], text: str, labels: set[str]) -> None:
    _, mentions = found(text)
    kinds = {"WorkingGroup", "TaskTeam", "PolicyFramework"}
    assert {mentions.entities[m.entity].label for m in mentions.items if mentions.entities[m.entity].kind in kinds} == labels


def test_a_short_form_in_capitals(found: Callable[[str], tuple[Document, Mentions]]) -> None:
    _, mentions = found("Meeting of the Conference of the Contracting Parties to the Ramsar Convention on Wetlands\n\nTHE CONFERENCE OF THE CONTRACTING PARTIES met.\n")
    assert [m.entity.removeprefix(BASE) for m in mentions.items].count("body/ramsar-cop") == 2


BESIDE = [
    ("FAO and WaterPond have prepared a guide.", {"WaterPond"}),
    ("The guide was prepared by FAO in cooperation with MedPonds and WHO.", {"MedPonds"}),
    ("WWF and Blue Herons, in collaboration with FAO, run the network.", {"Blue Herons"}),
    ("Statements were made by FAO and Practical Rain.", {"Practical Rain"}),
    ("Peru and WaterPond had worked on it.", {"WaterPond"}),
    ("FAO, INFOPOND and WHO work together.", {"INFOPOND"}),
    ("Practical Rain (PRN) and FAO agreed.", {"Practical Rain"}),
    # what any text has in capitals, a person, a place, one of whom only half is read
    ("FAO and Parties to the Convention agreed.", set()),
    ("FAO and Member States work together.", set()),
    ("Ms. Ana Water, FAO, and Ben Stone,\nWHO, spoke.", set()),
    ("Work is carried out by Chad Rain and Herons Pond Works and FAO.", set()),
    ("Experts came from FAO, Rome, and from WHO.", set()),
    ("Peru and Blue Herons had worked on it.", set()),
]


@pytest.mark.parametrize(("text", "expected"), BESIDE, ids=[text[:40] for text, _ in BESIDE])
def test_organizations_beside_one_that_is_known(found: Callable[[str], tuple[Document, Mentions]], text: str, expected: set[str]) -> None:
    _, mentions = found(f"1. {text}\n\n2. It rained.\n")
    assert {mentions.entities[m.entity].label for m in mentions.items if mentions.entities[m.entity].kind == "Organization"} == expected
