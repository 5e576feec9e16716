"""Statements as n-ary nodes with passage, span and quote, and the plain triples beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.model import (
    Decision,
    Delivery,
    Fact,
    Lifecycle,
    Participation,
    Proposal,
    Role,
    Value,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.graph.writer import Writer
    from kg.model import IRI, Effect, Statement, Statements

ROLE_PROPERTIES = {
    "lead": "uneg:leads", "chair": "uneg:chairs", "co-chair": "uneg:coChairs", "reporting": "uneg:reportsOn",
    "collaborator": "uneg:collaboratesOn", "secretariat": "uneg:providesSecretariatFor", "member": "uneg:memberOf",
    "host": "uneg:hosts", "proposer": "uneg:proposes", "officer": "uneg:officerOf", "participant": "uneg:attends",
}  # fmt: skip
_STANDING = frozenset({"lead", "chair", "co-chair", "secretariat", "member", "officer", "host"})
_ORGANIZATIONS = frozenset(
    "Workstream IssueManagementGroup ConsultativeProcess TaskTeam WorkingGroup DialogueSeries Network InterAgencyMechanism "
    "GoverningBody ConferenceOfTheParties UNEntity Secretariat PartnerOrganization".split()
)


def write_statements(writer: Writer, statements: Statements) -> None:
    """Write every statement into the graph of its passage."""
    for item in statements.items:
        _WRITERS[type(item)](writer, item)


def _fact(writer: Writer, fact: Fact) -> None:
    graph = writer.graph_of(fact.evidence.passage, people=writer.is_person(fact.subject))
    writer.add(graph, fact.subject, fact.predicate, fact.object)
    writer.statement(graph, "uneg:Statement", fact.evidence, (fact.subject, fact.predicate, fact.object))


def _role(writer: Writer, role: Role) -> None:
    graph = writer.graph_of(role.evidence.passage, people=writer.is_person(role.agent, role.target))
    plain = ROLE_PROPERTIES[role.role]
    if role.status in {"", "adopted"}:
        writer.add(graph, role.agent, plain, role.target)
    iri = writer.statement(graph, "uneg:RoleAssignment", role.evidence, (role.agent, plain, role.target))
    writer.add(graph, iri, "uneg:agent", role.agent)
    writer.add(graph, iri, "uneg:role", f"uneg:role-{role.role}")
    writer.add(graph, iri, "uneg:target", role.target)
    writer.add(graph, iri, "uneg:basis", f"uneg:basis-{role.basis}")
    writer.add(graph, iri, "uneg:collective", role.collective)
    if role.status:
        writer.add(graph, iri, "uneg:status", f"uneg:status-{role.status}")
    if role.duration:
        writer.add(graph, iri, "uneg:duration", Value(role.duration, "xsd:duration"))
    writer.text(graph, iri, "uneg:condition", role.condition)
    if role.role in _STANDING and writer.entities[role.target].kind in _ORGANIZATIONS:
        writer.add(graph, iri, "rdf:type", "org:Membership")
        writer.add(graph, iri, "org:member", role.agent)
        writer.add(graph, iri, "org:organization", role.target)
        writer.add(graph, iri, "org:role", f"uneg:role-{role.role}")


def _participation(writer: Writer, item: Participation) -> None:
    graph = writer.graph_of(item.evidence.passage, people=True)
    writer.add(graph, item.person, "uneg:attends", item.meeting)
    triple = (item.person, "uneg:attends", item.meeting)
    iri = writer.statement(graph, "uneg:Participation", item.evidence, triple)
    writer.add(graph, iri, "uneg:participant", item.person)
    writer.add(graph, iri, "uneg:meeting", item.meeting)
    writer.text(graph, iri, "uneg:printedAffiliation", item.printed)
    if item.organization:
        writer.add(graph, iri, "uneg:inTheNameOf", item.organization)


def _lifecycle(writer: Writer, item: Lifecycle) -> None:
    graph = writer.graph_of(item.evidence.passage)
    triple = (item.workstream, "uneg:effectKind", f"uneg:effect-{item.kind}")
    iri = writer.statement(graph, "uneg:LifecycleEvent", item.evidence, triple)
    writer.add(graph, iri, "uneg:workstream", item.workstream)
    writer.add(graph, iri, "uneg:effectKind", f"uneg:effect-{item.kind}")
    writer.add(graph, iri, "uneg:status", f"uneg:status-{item.status}")
    if item.meeting:
        writer.add(graph, iri, "uneg:atMeeting", item.meeting)
    if item.date:
        writer.add(graph, iri, "dcterms:date", item.date)


def _delivery(writer: Writer, item: Delivery) -> None:
    graph = writer.graph_of(item.evidence.passage)
    status = f"uneg:delivery-{item.status}"
    writer.add(graph, item.deliverable, "uneg:deliveryStatus", status)
    writer.statement(graph, "uneg:Statement", item.evidence, (item.deliverable, "uneg:deliveryStatus", status))
    if item.provider:
        writer.add(graph, item.deliverable, "uneg:deliveredBy", item.provider)
        writer.statement(graph, "uneg:Statement", item.evidence, (item.deliverable, "uneg:deliveredBy", item.provider))


def _proposal(writer: Writer, item: Proposal) -> None:
    graph = writer.graph_of(item.evidence.passage, people=writer.is_person(item.proposer))
    writer.statement(graph, "uneg:Proposal", item.evidence, (item.iri, "uneg:proposedBy", item.proposer), item.iri)
    writer.add(graph, item.iri, "uneg:proposedBy", item.proposer)
    writer.text(graph, item.iri, "uneg:treatment", item.treatment)


def _decision(writer: Writer, item: Decision) -> None:
    passage = writer.passage_iri(item.evidence.passage)
    graph, iri = passage, f"{passage}#decision"
    kind = "uneg:AdoptedDecision" if item.status == "adopted" else "uneg:SuggestedAction" if item.status == "suggested" else "uneg:Decision"
    status = f"uneg:status-{item.status}"
    writer.statement(graph, kind, item.evidence, (iri, "uneg:status", status), iri)
    writer.add(graph, iri, "rdf:type", "uneg:Decision")
    writer.add(graph, iri, "uneg:status", status)
    for body in item.bodies:
        writer.add(graph, iri, "uneg:decidedBy", body)
    for verb in item.verbs:
        writer.add(graph, iri, "uneg:verb", "uneg:verb-" + verb.replace(" ", "-"))
    writer.text(graph, iri, "uneg:item", item.item)
    writer.text(graph, iri, "uneg:text", writer.document.quote(item.evidence.span))
    writer.text(graph, iri, "uneg:addresseeText", item.addressee_text)
    if item.section:
        writer.add(graph, iri, "uneg:partOfSection", writer.passage_iri(item.section))
    if item.text:
        writer.add(graph, iri, "uneg:partOfText", item.text)
    if item.date:
        writer.add(graph, iri, "dcterms:date", item.date)
    if item.parent:
        writer.add(graph, iri, "uneg:partOfDecision", writer.passage_iri(item.parent) + "#decision")
    for addressee in item.addressees:
        writer.add(graph, iri, "uneg:addressee", addressee)
    for number, effect in enumerate(item.effects, 1):
        _effect(writer, graph, iri, item.status, f"{passage}#effect-{number}", effect)


def _effect(writer: Writer, graph: IRI, decision: IRI, status: str, iri: IRI, effect: Effect) -> None:
    writer.add(graph, decision, "uneg:hasEffect" if status == "adopted" else "uneg:foresees", iri)
    writer.add(graph, iri, "rdf:type", "uneg:Effect")
    writer.add(graph, iri, "uneg:effectOf", decision)
    writer.add(graph, iri, "uneg:effectKind", f"uneg:effect-{effect.kind}")
    writer.add(graph, iri, "uneg:status", f"uneg:status-{status}")
    for predicate, target in (("uneg:affects", effect.target), ("uneg:successor", effect.successor), ("uneg:within", effect.within)):
        if target:
            writer.add(graph, iri, predicate, target)
    if effect.duration:
        writer.add(graph, iri, "uneg:duration", Value(effect.duration, "xsd:duration"))
    writer.text(graph, iri, "uneg:durationText", effect.duration_text)
    writer.text(graph, iri, "uneg:condition", effect.condition)
    writer.text(graph, iri, "uneg:newName", effect.new_name)
    writer.text(graph, iri, "uneg:targetText", effect.target_text)


_WRITERS: dict[type[Statement], Callable[[Writer, Any], None]] = {
    Fact: _fact,
    Role: _role,
    Participation: _participation,
    Lifecycle: _lifecycle,
    Delivery: _delivery,
    Proposal: _proposal,
    Decision: _decision,
}
