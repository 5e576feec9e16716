"""Validation: what is right conforms, and each thing that is wrong is found by its own message."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest
import rdflib

from kg.graph.merge import merge
from kg.graph.world import world
from kg.model import Dataset, Doubt
from kg.namespaces import BASE, PREFIXES, UNEG, expand
from kg.pipeline import build
from kg.reason import materialize
from kg.validate import Finding, ValidationReport, to_markdown, validate

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.ontology import Ontology
    from kg.pipeline import Build, Reading

SMALL = """Report of the Technical Segment

1. The Technical Segment of the 30th meeting of the Senior Officials (SOM30) was opened by the Chair, Ms. Ada Roe. The IMG on Water is led by UNEP.

Suggested Actions: IMG on Water

The Senior Officials:

- a) Agree to extend the IMG on Water for one year.

2. UNEP made two proposals for consideration:
- Data for all: address it.
- Clean air

Annex I. List of participants

1. Ada Roe (EMG)
2. Bo Poe (CBD)
"""
PREAMBLE = f"@base <{BASE}> . " + " ".join(f"@prefix {name}: <{iri}> ." for name, iri in PREFIXES.items())
GRAPH = ox.NamedNode(BASE + "document/example/paragraph/1")


@pytest.fixture(scope="module")
def good(reading_of: Callable[..., Reading], ontology: Ontology) -> Dataset:
    """A small dataset without entailments that conforms."""
    return merge((world(ontology), reading_of(SMALL).dataset))


def with_more(dataset: Dataset, turtle: str) -> Dataset:
    triples = ox.parse(f"{PREAMBLE}\n{turtle}", format=ox.RdfFormat.TURTLE)
    return Dataset(dataset.quads | {ox.Quad(t.subject, t.predicate, t.object, GRAPH) for t in triples})


def without(dataset: Dataset, predicate: str, subject: str = "") -> Dataset:
    """Leave out what one predicate says, of subjects whose IRI has some words in it."""
    name = expand(predicate)
    return Dataset(frozenset(q for q in dataset.quads if q.predicate.value != name or subject not in str(q.subject)))


# -- what is right -------------------------------------------------------------------------------


def test_the_shipped_report_conforms(built: Build) -> None:
    assert [f for f in built.report.findings if f.severity == "Violation"] == []
    assert built.report.conforms


def test_the_shipped_report_conforms_in_every_detail(built: Build, ontology: Ontology) -> None:
    thorough = validate(built.dataset, ontology, built.summaries, thorough=True)
    assert [f for f in thorough.findings if f.severity == "Violation"] == []


def test_the_gaps_of_the_shipped_report_are_warnings(built: Build) -> None:
    messages = {f.message for f in built.report.findings if f.severity == "Warning"}
    assert any("who leads this workstream" in message for message in messages)
    assert any("Event without date" in message for message in messages)
    assert any("Resolution without symbol" in message for message in messages)
    assert 20 <= built.report.count("Warning") <= 120


def test_a_small_report_conforms(reading_of: Callable[..., Reading], ontology: Ontology) -> None:
    built = build([reading_of(SMALL).part], ontology)
    assert [f for f in built.report.findings if f.severity == "Violation"] == []


DOCUMENTS = {
    "one sentence": "1. UNEP spoke.\n",
    "no structure": "it was said that water is wet and that it matters to all who live by it.\n",
    "decisions": "Decision 5/CP.99\n\nOn water\n\nThe Conference of the Parties,\n\nRecalling 3/CP.98,\n\n1. Decides to meet;\n\n2. Requests UNEP to report.\n",
    "a draft": "Draft decision text on water\n\n" + "\n\n".join(f"{n}. [Decides to extend the mandate] [of the Group];" for n in range(1, 8)),
    "a declaration": "Declaration of Nairobi\n\nWe, the ministers of the environment,\n\n1. We commit to saving water.\n\n2. We invite UNEP to act.\n",
    "news": "---\ntitle: A group met\n---\n\nThe steering group met on 3 February 2031 in Bonn to speak of the next steps of its work plan.\n",
    "broken numbers": "1. One.\n2. Two.\n2. Two again.\n5. Five.\n\nAnnex\n\n1. A.\n3. C.\n",
    "a group of nobody": "1. The IMG agreed. COP15 was held.\n2. The task team met Ms. Ada Roe.\n",
    "what was proposed": "Report of the ninth meeting of the Pond Board\n\n1. The Board met in Bern.\n\n2. FAO proposed the development of a joint inventory of ponds.\n\n3. Chad submitted a draft decision on ponds.\n\n4. The Board agreed to dig.\n",
    "a resolution submitted": "Resolution 1/CP.99\n\nThanks to the city of Bern\n\nResolution submitted by Chad\n\nThe Conference of the Parties,\n\n1. Expresses its gratitude to Peru.\n",
    "who organized": "Report of the ninth meeting of the Pond Board\n\n1. The Board met in Bern.\n\n2. The workshop on toads had been organized by FAO.\n\n3. It ended.\n",
    "suggestions of nobody": "1. One.\n2. Two.\n\nSuggested Actions: IMG on Water\n\n- a) Agree to go on.\n- b) Extend the IMG.\n",
}


@pytest.fixture(scope="module")
def many(reading_of: Callable[..., Reading], ontology: Ontology) -> list[Finding]:
    """The violations in a build of all these documents."""
    readings = [reading_of(text, slug=name.replace(" ", "-")) for name, text in DOCUMENTS.items()]
    return [f for f in build([reading.part for reading in readings], ontology).report.findings if f.severity == "Violation"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_whatever_is_read_conforms(many: list[Finding], name: str) -> None:
    """A violation is a defect of the program: no text may cause one."""
    assert [(f.message, f.focus) for f in many if f"/document/{name.replace(' ', '-')}" in f.focus] == []


def test_what_many_documents_say_together_conforms(many: list[Finding]) -> None:
    assert [(f.message, f.focus) for f in many if "/document/" not in f.focus] == []


# -- what is wrong -------------------------------------------------------------------------------

PLACED = "prov:wasQuotedFrom <document/example/paragraph/1> ; uneg:evidence <document/example#char=33,37> ; uneg:subject <a> ; uneg:predicate <b> ; uneg:object <c>"
GROUP = "a uneg:WorkingGroup ; rdfs:label 'x'@en"
ROLE = f"a uneg:RoleAssignment ; {PLACED}"
IMG, ACTION = "<workstream/img-water>", "<document/example/action/img-water/a#decision>"
WRONG: list[tuple[str, str, str]] = [
    # focus, what is said of it, what is found
    ("workstream/a1", f"{GROUP} , 'y'@en", "Does not have exactly one English label"),
    ("workstream/a2", "a uneg:WorkingGroup", "Does not have exactly one English label"),
    ("x/a3", f"uneg:hosts {IMG}", "neither an organization nor a person"),
    ("person/a4", "a uneg:Person , uneg:UNEntity ; foaf:name 'Ada'", "Is a person and an organization"),
    ("workstream/a5", f"{GROUP} ; a uneg:Event", "Is an event and an agent"),
    ("convention/a6", "a uneg:Convention , uneg:UNEntity ; rdfs:label 'x'@en", "Is an instrument and an agent or event"),
    ("http://metadata.un.org/sdg/12", "a uneg:Event", "Is a goal or topic and an agent"),
    ("document/a8", "a uneg:Document , uneg:Event ; dcterms:title 'x'", "Is a document, publication or section and an agent"),
    ("mechanism/a9", "a uneg:InterAgencyMechanism , uneg:UNEntity ; rdfs:label 'x'@en", "Is a mechanism and an agency"),
    ("body/b1", "a uneg:GoverningBody , uneg:UNEntity ; rdfs:label 'x'@en", "Is a governing body and an agency or mechanism"),
    ("workstream/b2", f"{GROUP} ; a uneg:UNEntity", "Is a workstream or state and an agency"),
    ("workstream/b3", f"{GROUP} ; a uneg:TaskTeam", "Is a workstream of two kinds"),
    ("agency/b4", "a uneg:UNEntity ; rdfs:label 'x'@en ; skos:exactMatch 'Q1'", "Has an identifier that is no IRI"),
    ("agency/b5", "skos:exactMatch <https://www.wikidata.org/wiki/Q1>", "Has a Wikidata identifier that is not the IRI of an item"),
    ("agency/b6", "skos:exactMatch <http://www.wikidata.org/entity/Q1> , <http://www.wikidata.org/entity/Q2>", "Has two Wikidata identifiers"),
    ("agency/b7", "uneg:xmDac '123'", "Has two XM-DAC codes, or one that is not of five digits"),
    ("agency/b8", "uneg:printedAs ' UNEP'", "It would never be found in a text"),
    ("person/b9", "a uneg:Person ; foaf:name 'Ada' , 'Bea'", "Person without exactly one name"),
    ("agency/c1", f"a uneg:UNEntity ; rdfs:label 'x'@en ; uneg:leads {IMG}", "leads this without a role assignment that says so"),
    ("meeting/c2", "a uneg:Meeting ; rdfs:label 'x'@en ; schema:startDate '2024-02-30'^^xsd:date", "Has a start date that is no valid"),
    ("meeting/c3", "a uneg:Meeting ; rdfs:label 'x'@en ; uneg:sessionNumber 3 , 4", "Has two session numbers"),
    ("meeting/c4", "a uneg:Meeting ; rdfs:label 'x'@en ; uneg:mode uneg:role-lead", "not online, in-person or hybrid"),
    ("s/c5", f"a uneg:RoleAssignment ; uneg:agent <agency/unep> ; uneg:role uneg:role-lead ; uneg:target {IMG} ; uneg:basis uneg:basis-stated",
     "Statement that is not quoted from a passage"),
    ("s/c6", f"{ROLE} ; uneg:role uneg:role-lead ; uneg:target {IMG} ; uneg:basis uneg:basis-stated", "Role of nobody, or of two agents"),
    ("s/c7", f"{ROLE} ; uneg:agent <agency/unep> ; uneg:role uneg:effect-extend ; uneg:target {IMG} ; uneg:basis uneg:basis-stated",
     "Role assignment without exactly one known role"),
    ("s/c8", f"{ROLE} ; uneg:agent <agency/unep> ; uneg:role uneg:role-reporting ; uneg:target <agency/unep> ; uneg:basis uneg:basis-implied",
     "“UNEP presents UNEP” is a misreading"),
    ("s/c9", f"{ROLE} ; uneg:agent <agency/unep> ; uneg:role uneg:role-lead ; uneg:target {IMG}", "Role assignment without basis"),
    ("agency/fao", f"^uneg:agent [] . <s/d1> {ROLE} ; uneg:agent <agency/fao> ; uneg:role uneg:role-officer ; uneg:target {IMG} ; uneg:basis uneg:basis-stated",
     "An organization holds an office"),
    ("s/d2", f"a uneg:Participation ; {PLACED} ; uneg:participant <agency/unep> ; uneg:meeting <meeting/som30>", "Participation without exactly one person"),
    ("s/d3", f"a uneg:Statement ; {PLACED} ; uneg:basis uneg:basis-stated , uneg:basis-implied", "Statement with two bases"),
    ("s/d4", f"a uneg:LifecycleEvent ; {PLACED} ; uneg:effectKind uneg:effect-extend", "Something has happened to no body"),
    ("proposal/d5", f"a uneg:Proposal ; {PLACED} ; rdfs:label 'x' ; uneg:outcome uneg:outcome-pending", "Proposal of nobody"),
    ("proposal/d6", f"a uneg:Proposal ; {PLACED} ; rdfs:label 'x' ; uneg:proposedBy <agency/unep> ; uneg:outcome uneg:role-lead", "Proposal with two outcomes, or with an unknown one"),
    ("s/d7", f"a uneg:SuggestedAction , uneg:Decision ; {PLACED} ; uneg:status uneg:status-adopted", "Suggested action with the status adopted"),
    ("s/d8", f"a uneg:SuggestedAction , uneg:Decision ; {PLACED} ; uneg:status uneg:status-suggested ; uneg:hasEffect <e>", "Suggested action that has an effect"),
    ("s/d9", f"a uneg:Decision ; {PLACED} ; uneg:status uneg:status-adopted ; uneg:verb uneg:role-lead", "Decision with an unknown verb"),
    ("s/e1", f"a uneg:Decision ; {PLACED} ; uneg:status uneg:status-adopted ; uneg:addressee <meeting/som30>", "Decision addressed to something that is no agent"),
    ("e/e2", "a uneg:Effect ; uneg:effectKind uneg:effect-extend ; uneg:status uneg:status-suggested", "Effect that does not hang on exactly one decision"),
    ("e/e3", f"a uneg:Effect ; uneg:effectKind uneg:effect-extend ; uneg:effectOf {ACTION} ; uneg:status uneg:status-adopted", "Effect whose status is missing or differs"),
    ("e/e4", f"a uneg:Effect ; uneg:effectKind uneg:effect-convert ; uneg:effectOf {ACTION} ; uneg:status uneg:status-suggested ; uneg:affects {IMG} ; uneg:successor {IMG}",
     "Effect on a body that is its own successor"),
    ("deliverable/e5", "a uneg:Deliverable ; rdfs:label 'd' ; uneg:deliveryStatus uneg:role-lead", "Deliverable with an unknown status"),
    ("document/e6", "a uneg:Document", "Document without title"),
    ("x/e7", "a uneg:Agent", "neither an organization nor a person"),
    ("agency/e8", "a uneg:UNEntity , uneg:PartnerOrganization ; rdfs:label 'x'@en", "Is a UN entity and a partner organization"),
    ("instrument/e9", "a uneg:PolicyFramework , uneg:Resolution ; rdfs:label 'x'@en", "Is an instrument of two kinds"),
    ("convention/f1", "a uneg:Convention ; rdfs:label 'x'@en ; uneg:establishedUnder <convention/cbd> , <convention/unfccc>", "Set up under two conventions"),
    ("publication/f2", "a uneg:Publication ; rdfs:label 'x'@en ; uneg:symbol 'A/1' , 'A/2'", "Decision text or publication without exactly one symbol"),
    ("decision/f3", "a uneg:DecisionText ; rdfs:label 'x'@en", "Decision text or publication without exactly one symbol"),
    ("publication/f4", "a uneg:Publication , uneg:Event ; rdfs:label 'x'@en ; uneg:symbol 'A/3'", "Is a document, publication or section and an agent, event or instrument"),
    ("s/f5", f"a uneg:AdoptedDecision , uneg:Decision ; {PLACED} ; uneg:text 'x' ; uneg:status uneg:status-deferred", "Adopted decision whose status is another"),
    ("s/f6", f"a uneg:AdoptedDecision , uneg:Decision ; {PLACED} ; uneg:status uneg:status-adopted", "Adopted decision without wording"),
    ("s/f7", f"a uneg:Decision ; {PLACED} ; uneg:status uneg:status-adopted ; uneg:effect <meeting/som30>", "Has something as effect that is none"),
    ("v/f8", "a uneg:Role ; skos:notation 'x'", "Stands where a role must stand"),
    ("v/f9", "a uneg:EffectKind ; skos:notation 'x'", "Stands where an effect kind must stand"),
    ("v/g1", "a uneg:DecisionStatus ; skos:notation 'x'", "Stands where a decision status must stand"),
    ("v/g2", "a uneg:Basis ; skos:notation 'x'", "Stands where a basis must stand"),
    ("v/g3", "a uneg:DecisionVerb ; skos:notation 'x'", "Stands where a decision verb must stand"),
    ("v/g4", "a uneg:DeliveryStatus ; skos:notation 'x'", "Stands where a delivery status must stand"),
    ("v/g5", "a uneg:MeetingMode ; skos:notation 'x'", "Stands where a meeting mode must stand"),
    ("v/g6", "a uneg:ProposalOutcome ; skos:notation 'x'", "Stands where a proposal outcome must stand"),
    ("ontology#role-lead", "skos:notation 'leader'", "Role without exactly one notation"),
]  # fmt: skip


@pytest.fixture(scope="module")
def wrong(good: Dataset, ontology: Ontology) -> set[tuple[str, str]]:
    """Focus and message of everything that is found when all that is wrong is said at once, each of a thing of its own."""
    said = "\n".join(f"<{focus}> {words} ." for focus, words, _ in WRONG).replace("^uneg:agent [] . ", "a uneg:UNEntity . ")
    return {(f.focus.removeprefix(BASE), f.message) for f in validate(with_more(good, said), ontology).findings if f.severity == "Violation"}


@pytest.mark.parametrize(("focus", "words", "message"), WRONG, ids=[f"{focus} {message[:40]}" for focus, _, message in WRONG])
def test_what_is_wrong_is_found(wrong: set[tuple[str, str]], focus: str, words: str, message: str) -> None:
    assert message in " · ".join(found for where, found in wrong if where == focus or f"{BASE}{focus} " in found), words


def test_nothing_else_is_found(good: Dataset, wrong: set[tuple[str, str]], ontology: Ontology) -> None:
    """What is right stays right, beside all that is wrong."""
    assert validate(good, ontology).conforms
    assert {focus for focus, _ in wrong} <= {focus for focus, _, _ in WRONG} | {"e", "agency/fao", "s/d1", "meeting/som30", "ontology#leads"}


def test_many_ways_of_being_wrong_are_tried() -> None:
    assert len(WRONG) >= 61
    assert len({focus for focus, _, _ in WRONG}) == len(WRONG)


MISSING: list[tuple[str, str, str, str]] = [
    ("Violation", "uneg:status", "#decision", "Decision without status"),
    ("Violation", "uneg:effectKind", "#effect", "Effect without exactly one known kind"),
    ("Violation", "uneg:proposedBy", "proposal/", "Proposal of nobody"),
    ("Violation", "uneg:evidence", "statement/", "Statement without evidence"),
    ("Violation", "foaf:name", "person/", "Person without exactly one name"),
    ("Warning", "uneg:verb", "#decision", "Decision without a known verb"),
    ("Warning", "uneg:decidedBy", "#decision", "Decision of no body"),
    ("Warning", "uneg:affects", "#effect", "which one did not resolve"),
    ("Warning", "uneg:segmentOf", "meeting/", "Segment of an unknown meeting"),
    ("Warning", "uneg:inTheNameOf", "statement/", "printed affiliation of this participant is not in the gazetteer"),
    ("Warning", "skos:exactMatch", "agency/unep", "Agency without any identifier"),
    ("Warning", "uneg:xmDac", "agency/unep", "Agency without any identifier"),
]


@pytest.fixture(scope="module")
def missing(good: Dataset, ontology: Ontology) -> dict[str, ValidationReport]:
    """What is found when all that causes a violation is left out, and all that causes a warning."""
    reports = {}
    for severity in ("Violation", "Warning"):
        rest = good
        for _, predicate, subject, _ in (row for row in MISSING if row[0] == severity):
            before, rest = rest, without(rest, predicate, subject)
            assert len(rest) < len(before), predicate
        reports[severity] = validate(rest, ontology)
    return reports


@pytest.mark.parametrize(("severity", "predicate", "subject", "message"), MISSING, ids=[row[1] for row in MISSING])
def test_what_is_missing_is_found(missing: dict[str, ValidationReport], severity: str, predicate: str, subject: str, message: str) -> None:
    found = {f.message for f in missing[severity].findings if f.severity == severity and subject in f.focus}
    assert message in " · ".join(found), predicate
    assert missing[severity].conforms == (severity == "Warning")


UNKNOWN: list[tuple[str, str, str]] = [
    ("workstream/a1", "a uneg:IssueManagementGroup ; rdfs:label 'x'@en", "Workstream under an unknown mechanism"),
    ("workstream/a2", "a uneg:ConsultativeProcess ; rdfs:label 'x'@en", "Workstream under an unknown mechanism"),
    ("workstream/a3", "a uneg:DialogueSeries ; rdfs:label 'x'@en", "Workstream under an unknown mechanism"),
    ("workstream/a4", "a uneg:Network ; rdfs:label 'x'@en", "Workstream under an unknown mechanism"),
    ("workstream/a5", "a uneg:WorkingGroup ; rdfs:label 'x'@en", "Working group or task team of an unknown body"),
    ("workstream/a6", "a uneg:TaskTeam ; rdfs:label 'x'@en", "Working group or task team of an unknown body"),
    ("convention/a7", "a uneg:Convention ; rdfs:label 'x'@en", "Convention of an unknown secretariat"),
]
KNOWN = {
    "workstream/a1": "<mechanism/emg> uneg:hasPart <workstream/a1> .",
    "workstream/a4": "<workstream/a4> uneg:partOf <mechanism/emg> .",
    "workstream/a5": "<mechanism/emg> uneg:established <workstream/a5> .",
    "workstream/a6": "<workstream/a6> uneg:establishedUnder <convention/cbd> .",
    "convention/a7": "<convention/a7> uneg:hasSecretariat <agency/cbd-secretariat> .",
}


def test_what_nobody_knows_is_a_warning_until_somebody_says_it(good: Dataset, ontology: Ontology) -> None:
    said = "\n".join(f"<{focus}> {words} ." for focus, words, _ in UNKNOWN)
    messages = {message for _, _, message in UNKNOWN}
    for more, known in (("", set()), (" ".join(KNOWN.values()), set(KNOWN))):
        report = validate(with_more(good, said + more), ontology)
        assert report.conforms
        found = {(f.focus.removeprefix(BASE), m) for f in report.findings for m in messages if f.message.startswith(m)}
        assert {pair for pair in found if re.search(r"/a\d$", pair[0])} == {(focus, m) for focus, _, m in UNKNOWN if focus not in known}


TEXT_LAYER: list[tuple[str, str, str]] = [
    ("oa:exact", "char=", "Span without exactly one wording"),
    ("oa:start", "char=", "Span whose start is missing or not before its end"),
    ("oa:hasBody", "mention/", "Mention that does not mean exactly one entity"),
    ("uneg:number", "paragraph/1", "Passage without exactly one number"),
]


def test_the_text_is_looked_at_where_that_is_asked_for(good: Dataset, ontology: Ontology) -> None:
    rest = good
    for predicate, subject, _ in TEXT_LAYER:
        rest = without(rest, predicate, subject)
    assert validate(rest, ontology).conforms
    found = " · ".join(f.message for f in validate(rest, ontology, thorough=True).findings if f.severity == "Violation")
    assert [message for _, _, message in TEXT_LAYER if message not in found] == []


def test_two_documents_that_date_a_meeting_differently_are_a_warning(good: Dataset, ontology: Ontology) -> None:
    dates = "<meeting/som30> schema:startDate '2024-02-01'^^xsd:date , '2024-02-02'^^xsd:date ."
    report = validate(with_more(good, dates), ontology)
    assert report.conforms
    assert [f.severity for f in report.findings if "different start dates" in f.message] == ["Warning"]


def test_a_wrong_entailment_shows_too(good: Dataset, ontology: Ontology) -> None:
    """A meeting that hosts something becomes an agent by the domain of hosting."""
    broken = materialize(with_more(good, f"<meeting/som30> uneg:hosts {IMG} ."), ontology)
    assert not validate(broken, ontology).conforms


# -- the report ----------------------------------------------------------------------------------


def test_the_order_is_violations_first(good: Dataset, ontology: Ontology) -> None:
    report = validate(with_more(good, f"<x> uneg:hosts {IMG} . <y> uneg:hosts {IMG} ."), ontology)
    order = [(f.severity != "Violation", f.message, f.focus) for f in report.findings]
    assert order == sorted(order)
    assert not report.conforms
    assert report.count("Violation") == sum(f.severity == "Violation" for f in report.findings) >= 2


def test_the_report_in_turtle_is_a_shacl_report(built: Build) -> None:
    graph = rdflib.Graph().parse(data=built.report.turtle, format="turtle")
    sh = rdflib.Namespace(PREFIXES["sh"])
    (report,) = graph.subjects(rdflib.RDF.type, sh.ValidationReport)
    assert [bool(o) for o in graph.objects(report, sh.conforms)] == [built.report.conforms]
    assert len(list(graph.objects(report, sh.result))) == len(built.report.findings)
    assert not any(isinstance(node, rdflib.BNode) for triple in graph for node in triple)


def test_the_report_in_words(built: Build) -> None:
    words = to_markdown(built.report)
    assert words.startswith("# Validation report\n\n**The dataset conforms.** 0 violations, ")
    assert "| emg-som28-technical-segment.md | inter-agency-report |" in words.replace("\\", "")
    assert words.count("## Warnings") == 1
    for finding in built.report.findings:
        assert finding.message in words
    assert words.endswith("\n")
    assert "\n\n\n" not in words


def test_doubts_and_wrong_things_are_said_in_words() -> None:
    findings = tuple(Finding("Violation", "Wrong thing.", f"http://x/{n}", f"thing {n}", "v|a") for n in range(45))
    report = ValidationReport(findings, (("a_b.md", Doubt("line 3: what is [this] <b>?", "5")), ("c.md", Doubt("x"))), b"", (("a_b.md", "plain", "one | two"),))
    words = to_markdown(report)
    assert "**The dataset does not conform.** 45 violations, 0 warnings, 2 open questions from reading." in words
    assert "- a\\_b.md, 5: line 3: what is \\[this\\] \\<b\\>?" in words
    assert "- c.md, no paragraph: x" in words
    assert "| a\\_b.md | plain | one \\| two |" in words
    assert "### Wrong thing. (45)" in words
    assert "… and 5 more" in words


def test_a_text_cannot_write_into_the_report(reading_of: Callable[..., Reading], ontology: Ontology) -> None:
    text = "1. UNEP spoke.\n3. It ended.\n\nAnnex I. List of participants\n\n1. [Ada](javascript:x) <script>alert(1)</script> | `x` (Nobody | <i>)\n"
    words = to_markdown(build([reading_of(text).part], ontology).report)
    assert "<script>" not in words
    assert not re.search(r"(?<!\\)\]\(", words)


def test_focus_nodes_are_shortened(good: Dataset, ontology: Ontology) -> None:
    words = to_markdown(validate(with_more(good, f"<{UNEG}nothing> uneg:hosts {IMG} ."), ontology))
    assert "`uneg:nothing`" in words
