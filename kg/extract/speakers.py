"""Who took part in a meeting, because they spoke there: "Statements were made by representatives of A and B and on behalf of C"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.attendees import Attendee, attendees, for_whom, reaching, took_part
from kg.extract.meetings import REPORTS
from kg.extract.occasions import Occasions
from kg.extract.own_meeting import NOUN
from kg.extract.reading import AGENTS
from kg.extract.words import Guarded, any_of
from kg.model import Role, Span
from kg.text import ORDINAL

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import IRI, Passage

_SAID = r"(?:[Ss]tatements?|[Ii]nterventions?|[Rr]emarks|[Cc]omments|[Aa]ddress(?:es)?|[Pp]resentations?|[Ss]peech(?:es)?|[Kk]eynotes?|[Oo]bservations|[Gg]reetings)"
_ASKED = r"(?:[Qq]uestions?|[Qq]uer(?:y|ies)|[Cc]oncerns?|[Vv]iews|[Rr]equests?\s+for\s+clarification|[Ss]upport(?:\s+for\s+(?:the|this|that)\s+[\w\s-]{3,60}?)?)"
_THEN = r"(?:(?:also|then|subsequently|thereafter|further|next|jointly)\s+)*"
_SPOKE = Guarded(
    rf"\b(?:gave|giving|yielded|handed|passed)\s+the\s+floor(?=\s+to\b)|\b{_SAID}\s+(?:(?:on|in\s+(?:support|favou?r)\s+of|under|regarding)\s+(?:the|this|that|agenda)\s+[^,;:.()]{{2,60}}?\s+)?(?:was|were)\s+{_THEN}(?:made|delivered|given|heard|offered|presented|(?<=tatements were )provided)\b"
    rf"|\b{_ASKED}\s+(?:was|were)\s+{_THEN}(?:raised|posed|asked|put|expressed|voiced|shared|made)(?=\s+by\b)|\b[Tt]he\s+floor\s+was\s+{_THEN}(?:taken|given|opened|passed)(?=\s+(?:by|to)\b)"
    rf"|\b(?:[Pp]roposal|[Ss]uggestion|[Mm]otion|[Aa]mendment|[Vv]iew|[Pp]osition|[Ii]ntervention|[Ss]tatement|[Rr]equest|[Nn]omination|[Oo]bjection)s?\s+(?:was|were)\s+{_THEN}(?:supported|seconded|echoed|opposed|shared|endorsed)(?=\s+by\b)"
    rf"|\bmade\s+(?:(?:general|opening|closing|brief|further|introductory)\s+)*statements?\b(?=,\s+including\b)|\b(?:[Ss]tatements?|[Ii]nterventions?)\s+(?:made|delivered|given)(?:\s+at\s+the\s+(?:opening|closing|resumed|\w+)\s+(?:plenary|meeting)(?:\s+meeting)?(?:\s+of\s+(?:this|the)\s+session)?)?(?=\s+by\b)|\b(?:[Aa]fter|[Ff]ollowing|[Ww]ith|[Ff]rom)\s+(?:(?:the|further|brief|opening|introductory)\s+)*(?:[Ss]tatements?|[Ii]nterventions?|[Rr]emarks|[Pp]resentations?)(?=\s+(?:by|from)\b)|\b{_SAID}\s+(?:from\s+the\s+floor\s+)?came(?=\s+from\b)|\b(?:benefited|benefitted)\s+from\s+(?:the\s+)?(?:contributions?|interventions?|inputs)(?=\s+(?:by|from|of)\b)|\b[Tt]here\s+were\s+(?:also\s+)?{_SAID}(?=\s+(?:by|from)\b)|\bheard\s+(?:(?:a|an|the)\s+)?(?:\w+\s+){{0,2}}{_SAID}(?=\s+(?:by|from)\b)"
    rf"|\b(?:[Rr]espon[ds]\w*|[Rr]epl(?:y|ied|ying)|[Aa]nswer(?:ed|ing)?)\s+(?:(?:to|in)\s+)?(?:(?:an?|the|several|various|some|these|those|further|specific)\s+)*(?:questions?|quer(?:y|ies)|comments|concerns|points|interventions?|remarks)(?:(?:\s+on\s+[\w\s-]{{3,40}}?)?\s+(?:raised|posed|asked|put|made|expressed))?(?=\s+(?:by|from)\b)"
)
_QUALITY = r"(?:(?:an?|the|their|her|his|its|brief|short|general|opening|closing|introductory|welcoming|welcome|further|policy|keynote|national|joint|regional|oral|additional|several|final|concluding|congratulatory|special|detailed|technical|substantive|the\s+following)\s+)*"
_HEARERS = r"(?:[Mm]eetings?|[Ss]ession|[Pp]articipants|[Dd]elegates|[Pp]lenary|[Aa]ssembly|[Cc]onference|[Cc]ommittee|[Cc]ouncil|[Bb]oard|[Cc]ommission|[Gg]roup|[Ww]orkshop|[Ff]orum|[Ss]egment|[Bb]ody|[Pp]arties|[Mm]embers)"
_GREETS = rf"(?P<greets>(?:formally\s+|officially\s+)?(?:opened|closed)\s+(?:the|this)\s+(?:\w+\s+)?{_HEARERS}(?=\s*(?:[.,;]|\Z|(?:and|with|by|on|at)\b))|(?:welcomed|greeted)\s+(?:(?:all|the|both|meeting|session|workshop|conference)\s+)*(?:participants|delegates|delegations|attendees|everyone|those\s+(?:present|attending)|members|representatives)\b|bade\s+(?:(?:all|the)\s+)*(?:participants|delegates|members|everyone)\s+(?:an?\s+)?(?:\w+\s+)?welcome)"
_PRESIDES = re.compile(r"\b(?:[Cc]o-|[Vv]ice-)?(?:[Cc]hair|[Pp]resident\b|[Pp]residency|[Ff]acilitator|[Mm]oderator)")
"""Whoever opens a meeting and chairs it is no guest there."""
_THE_CHAIR = re.compile(r"\b(?:by|from)\s+the\s+(?:Co-)?Chair(?:person|man|woman)?(?:\s+of\s+the\s+(?:meeting|session|segment))?,?\s+(?:(?:H\.E\.|Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s+)*\Z")
_ACTIVE = Guarded(
    rf"(?<=[\w)’'”,])\s+(?:(?:also|then|both|each|subsequently|all|further|jointly|likewise|had)\s+)*(?P<verb>{_GREETS}|(?:made|delivered|gave|offered)\s+{_QUALITY}(?:statements?|interventions?|remarks|comments|address(?:es)?|speech(?:es)?|keynotes?|presentations?|observations)"
    rf"|took\s+the\s+floor|intervened|(?<=also\s)spoke|(?<=then\s)spoke|(?<=all\s)spoke|(?<=both\s)spoke|spoke(?=:|\s+(?:in|against|on|about|to|at|first)\b)|addressed\s+(?:the|this|all)\s+(?:\w+\s+)?{_HEARERS}\b(?=\s*(?:[.,;]|\Z|(?:in|on|at|by|via|about|with|through|during|and|to)\b))"
    r"|(?:contributed\s+to|participated\s+(?:actively\s+)?in|took\s+part\s+in|joined(?:\s+in)?|engaged\s+in)\s+(?:the|this|that|its)\s+(?:(?:ensuing|subsequent|general|interactive|following|plenary|panel)\s+)*(?:discussions?|debates?|exchange(?:\s+of\s+views)?|interactive\s+dialogue)"
    r"|(?:raised|asked|posed)\s+(?:several\s+|a\s+number\s+of\s+|some\s+|further\s+)?questions|sought\s+clarifications?|(?:shared|exchanged)\s+(?:(?:their|its|his|her|some|relevant|national|respective)\s+)+(?:experiences?|views|lessons|perspectives|insights|updates|information)|exercised\s+(?:its|their|the)\s+rights?\s+of\s+reply|explained\s+(?:its|their)\s+positions?)\b"
)
_FOR = re.compile(r"\b(?:representatives?\s+(?:of|from|speaking\s+(?:for|on\s+behalf\s+of))|on\s+behalf\s+of|by|from|to(?=\s+(?:[Tt]he\s+)?(?:[A-Z]|representatives?\s+of|following))|observers?\s+for)\b")
_VERBS = (
    r"(?:said|stated|informed|announced|noted|expressed|reported|explained|recalled|underlined|underscored|emphasi[sz]ed|stressed|highlighted|pointed\s+out|thanked|welcomed|proposed|suggested|requested|asked|supported|introduced|presented|"
    r"reiterated|described|observed|drew\s+(?:the\s+)?attention|called\s+(?:for|on|upon)|urged|added|shared|provided|outlined|indicated|clarified|confirmed|made|delivered|gave|commented|objected|opposed|encouraged|appealed|invited|cautioned|warned|"
    r"concurred|agreed|disagreed|echoed|questioned|[ei]nquired|wondered|sought|considered|took\s+the\s+view|preferred|briefed|updated|told|spoke|intervened|argued|insisted|favou?red|voiced|put\s+forward|hoped|recommended|advised|mentioned|replied|responded|declared|affirmed|acknowledged|offered|congratulated|commended|concluded|read\s+out|took\s+the\s+floor|spoke)"
)
_REPRESENTATIVE = re.compile(
    r"(?:(?:In|During|Throughout)\s+(?:(?:the|that|this|an?)\s+)?(?:(?:ensuing|subsequent|following|general|brief|lively|interactive)\s+)*(?:discussions?|debate|response|reply|exchange(?:\s+of\s+views)?|interactive\s+dialogue)(?:\s+(?:that\s+followed|on\s+(?:the|this)\s+[\w\s-]{2,30}?))?,\s+)?"
    r"(?:(?:[Tt]he|Another|One)\s+(?:representatives?|observers?|delegates?|delegations?|participants?|heads?\s+of\s+(?:the\s+)?delegations?|speakers?)|Representatives|Delegates|Observers|Participants?|Delegations|Heads\s+of\s+delegation|Speakers)\s+(?:of|from|for|representing)\s+(?P<kind>an?\s+(?:[\w-]+\s+){0,3}organi[sz]ation,\s+)?"
    rf"(?P<who>[^;:.]{{2,200}}?)(?:,\s+(?:speaking|on\s+behalf|as|in\s+(?:its|his|her|their)|supported\s+by|also|who|which|the)\b[^;:.]{{3,200}}?,)?\s+(?:(?:also|then|subsequently|both|further|jointly)\s+)*{_VERBS}\b"
)
_IN = re.compile(r"\W*(?:In|At|During)(?=\s)")
_SITTING = re.compile(rf"(?:{ORDINAL}\s+)?(?:plenary\s+)?(?:meeting|session)s?(?:\s+of\b|\Z)", re.IGNORECASE)
"""A part of the meeting that is reported on: "at its 2nd meeting"."""
_NEAR = 80
_TITLE = 1000
_REPORT_OF = re.compile(rf"\b(?:report|summary|minutes|proceedings|record|notes|conclusions|outcomes?)\s+(?:of|from|on)\s+(?:the\s+)?[^.\n]{{0,120}}\b{NOUN}\b|\b{NOUN}\s+(?:report|summary|minutes|notes)\b", re.IGNORECASE)
_FOLLOWING = re.compile(r"\b(?:following|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|other)\b")
_BEHALF = re.compile(r",?\s+(?:also\s+)?(?:on\s+behalf\s+of|representing)\s+")
_TOPIC = re.compile(
    r"\b(?:on\s+(?!behalf\b)|to\s+(?:deliver|make|give|present|introduce|speak|say)\b|in\s+(?:which|response|relation|connection|support)|at\s+(?:which|the)|regarding|concerning|welcom\w+|expressing|thanking|under\s+(?:agenda|this)|(?:in|for)\s+the\s+\w+\s+session|"
    r"(?<!\bthe\s)following|after|before|during|who|as\s+reflected|invit\w+|chaired)\b"
)
"""What follows is what was spoken of, no longer who spoke."""
_BEFORE = re.compile(r"\b(?:recall|referr?|repeat|reiterat|summari[sz])\w*\b")
_EARLIER = re.compile(r"\b(?:at|in|during)\s+(?:an?|the|its|their|that)\s+(?:\w+\s+)?(?:previous|earlier|last|preceding)\b")
"""What was said before and elsewhere."""
_UNSURE = re.compile(r"\b(?:not|unable|could|should|would|will|may|might|if|whether|video|written|read\s+out|previous\s+meeting|last\s+meeting)\b")
_APPOSED = re.compile(r"(?:,\s+(?!and\b)[A-Z](?:[^,;:.()]|\([^()]*\)){1,80}){0,3},\s+(?:the\s+)?")
_STATED_HINTS = any_of("said", "stated that", "told the", "informed ", "support the", "pointed to", "described ", "asked", "thanked", "expressed", "ed that", "pointed out", "of the view", "concurred", "greed with", "disagreed", "sought", "supported the", "endorsed the", "opposed the", "welcomed the", "bjected to",
    "called for", "called on", "called upon", "urged", "attention", "suggested", "proposed", "commended", "congratulated", "preferred", "cautioned", "questioned", "nquired", "took the view", "ed the", "ed its", "ed their", "introduced a", "with concern", "with satisfaction", "with regret", "with appreciation", "with interest")
_HINTS = any_of("opened the", "opened this", "closed the", "welcomed ", "greeted ", "bade ", "tatement", "ntervention", "epresentative", "elegat", "bserver", "articipant", "emarks", "omments", "ddress", "peech", "keynote", "took the floor", "floor was", "intervened", "spoke", "resentation", "uestion", "oncerns", "iews", "ddressed", "discussion", "debate", "xperience", "larification", "supported by", "seconded", "opposed by", "reply", "xpressed by", "ontribution")


_DISCUSSION = re.compile(
    r"(?:(?:In|During|Throughout|Following)\s+(?:(?:the|that|this|an?|its|their)\s+)?(?:(?:ensuing|subsequent|following|general|brief|lively|interactive)\s+)*(?:discussions?|debate|response|reply|exchange(?:\s+of\s+views)?|interactive\s+dialogue|support)(?:\s+(?:that\s+followed|on\s+(?:the|this)\s+[\w\s-]{2,30}?))?|"
    r"Furthermore|In\s+addition|Moreover|However|On\s+(?:this|the\s+(?:same|other))\s+(?:item|matter|point|issue|hand)|Also|Subsequently|Likewise|Similarly|Finally|Conversely|Under\s+this\s+item|Speaking\s+(?:on\s+behalf\s+of|for)\s+[^,;:.]{3,90}),\s+|"
    r"(?:(?:Some|Several|Many|Other|Most|Various|A\s+number\s+of|The\s+following)\s+)?(?:other\s+)?(?:[Pp]arties|[Dd]elegations|[Rr]epresentatives|[Mm]embers|[Ss]tates|[Cc]ountries|[Pp]articipants|[Dd]elegates|[Oo]bservers|[Ss]peakers),\s+(?:including|among\s+them|such\s+as)\s+"
)
_OF_ANOTHER = re.compile(r"(?!UN\b)[A-Z]{3,}[a-z]?\s+[Ss]ecretariat")
"""The *CBD Secretariat* is there as a guest …"""
_DEBATE = re.compile(r"\b(?:discussions?|debate|exchange)\b")
"""In which whoever noted something has said it there."""
_CLEAR = (
    r"informed\s+(?:participants|members|delegates|delegations)\b|(?:did\s+not\s+support|supported|opposed)\s+(?:the|this|these)\s+(?:(?:draft|proposed|revised)\s+)?(?:guidance|guidelines|recommendations?|changes|plan|report|findings)\b|pointed\s+to\s|said(?:\s+that)?\b(?!\s+in\b)|stated\s+that|told\s+(?:the|this)\s|informed\s+(?:the|this|all)\s+(?:\w+\s+)?(?:[Mm]eeting|[Pp]articipants|[Dd]elegates|[Mm]embers|[Cc]ommittee|[Cc]ouncil|[Bb]oard|[Gg]roup|[Pp]lenary|[Cc]ommission|[Cc]onference|[Ss]ession|[Bb]ody)\b|asked\s+(?:for|whether|that|how|why|what|if|about)\b|thanked\b|"
    r"expressed\s+(?:its|their|his|her|deep|strong|full|general|some)?\s*(?:support|concern|appreciation|gratitude|thanks|interest|willingness|readiness|regret|hope|reservations?|the\s+view|satisfaction|disappointment)\b|(?:suggested|proposed)\s+that\b|pointed\s+out\b|"
    r"(?:was|were)\s+of\s+the\s+view|took\s+the\s+view|concurred\b|agreed\s+with\b|disagreed\b|sought\s+clarification|(?:supported|endorsed|opposed|welcomed|echoed|objected\s+to|favou?red)\s+(?:the|this|that)\s+(?:\w+\s+)?(?:proposals?|draft|views?|amendments?|position|text|intervention|statement|suggestions?|motion|recommendations?|listing|adoption|document|comments?|remarks|concerns?|concept|approach|idea|inclusion|option|call)\b"
)
_STATED = Guarded(
    rf"\s+(?:(?:also|then|subsequently|both|further|jointly|likewise|strongly|again)\s+)*(?:(?P<clear>{_CLEAR})|(?:noted|recalled|observed|indicated|announced|reported|explained|added|reiterated|considered|emphasi[sz]ed|stressed|underlined|underscored|highlighted|acknowledged|clarified|warned|cautioned|affirmed|confirmed|replied|responded)\s+(?:with\s+(?:\w+\s+)?(?:concern|satisfaction|regret|appreciation|interest)\s+)?that\b|introduced\s+(?:the|an?|this|their|its)\s+(?:\w+\s+)?(?:draft|proposal|amendment|conference\s+room|text|resolution|paper|document)\b|"
    r"(?:emphasi[sz]ed|stressed|underlined|underscored|highlighted|reiterated)\s+(?:the|its|their)\b|called\s+(?:for|on|upon)\b|urged\b|drew\s+(?:the\s+)?attention\b|(?:suggested|proposed)\s+(?:deleting|adding|amending|replacing|inserting|including|using|changing|to|a|an|the)\b|commended\b|congratulated\b|preferred\b|cautioned\b|questioned\b|[ei]nquired\b|described\s+(?:the|its|their|his|her|an?|national|ongoing|recent)\b|(?:did\s+not\s+support|could\s+not\s+support)\s+the\b)"
)
_MAY_SPEAK = AGENTS | {"State", "Convention"}
_SUPPORTING = re.compile(r",\s+(?:supported|seconded|joined|echoed)\s+(?P<who>by\s+[^;:.]{3,200}),\s")
_SUPPORTED = re.compile(r",\s+(?:supported|seconded|joined|echoed)\s+(?P<by>by)\s+[^;:.]{3,200},?\Z")
_FOR_OTHERS = re.compile(r",?\s+(?:(?:also\s+)?(?:speaking\s+)?(?:for|on\s+behalf\s+of)|(?:together\s+)?with)\s+[^;:.]{2,120},")
_SPOKEN_OF = re.compile(r"\b(?:which|who|that|where|whose)\b")
_ELSEWHERE = re.compile(r"\bin\s+(?:its|their)\s+(?:\w+\s+){0,3}(?:reports?|submissions?|letters?|notifications?|NDCs?|communications?|answers|repl(?:y|ies)|questionnaires?)\b|\bin\s+an?\s+(?:\w+\s+){0,2}(?:letter|submission|note|e-?mail|communication|press\s+release|communiqu[eé]|notification|survey|publication)\b|\b(?:in\s+writing|by\s+(?:letter|e-?mail)|in\s+(?:19|20)\d\d\b|last\s+year|years?\s+ago)\b")
"""What was said in writing, or before."""


_SPEECH = re.compile(
    r"(?:In|During)\s+(?:his|her|their|its)\s+(?:(?:opening|closing|welcom(?:e|ing)|introductory|keynote|concluding|inaugural|brief|own|general)\s+)*(?:statement|remarks|address|speech|intervention)s?,\s+(?:(?:H\.E\.|Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s+)*(?=[A-Z])"
)
_SAID_SO = re.compile(rf"(?:\s*\([^()]{{2,60}}\))?(?P<who>,\s+(?:the\s+)?[A-Z](?:[^;.]|\.(?=\S)){{2,200}}?,)?\s+(?:(?:also|then|further)\s+)*{_VERBS}\b")


def speakers(reading: Reading) -> None:
    """State the organizations, people and groups of people that spoke at a meeting."""
    occasions: Occasions | None = None
    for passage, sentence in reading.saying(_HINTS, "paragraph", "unnumbered"):
        occasions = occasions or Occasions(reading)
        if not occasions.own and not reading.meeting:
            continue
        known: set[IRI] = set()
        _spoke(reading, occasions, passage, sentence, known)
        _took_the_floor(reading, occasions, passage, sentence, known)
        _of_somebody(reading, occasions, passage, sentence, known)
        _speech(reading, occasions, passage, sentence, known)
    for passage, sentence in reading.saying(_STATED_HINTS, "paragraph", "unnumbered") if _is_report(reading) else ():
        _stated(reading, occasions or Occasions(reading), passage, sentence)


def _spoke(reading: Reading, occasions: Occasions, passage: Passage, sentence: Span, known: set[IRI]) -> None:
    """ "Statements were made by representatives of 13 Parties, including on behalf of the African Group, and by FAO." """
    spoke = next(iter(reading.matches(_SPOKE, sentence)), None)
    first = _FOR.search(reading.text, spoke.end(), sentence.end) if spoke else None
    if not spoke or not first or _UNSURE.search(reading.text, sentence.start, spoke.end()):
        return
    named = [where for where, _ in reading.named(Span(first.end(), sentence.end))]
    topics = (m.start() for m in _TOPIC.finditer(reading.text, first.end(), sentence.end) if not any(w.start < m.start() < w.end for w in named))
    heard = Span(first.end() if first[0] == "to" else first.start(), next(topics, sentence.end))
    if _BEFORE.search(reading.text, sentence.start, spoke.start()) or _EARLIER.search(reading.text, heard.start, sentence.end):
        return
    found = [one for one in attendees(reading, heard) if not _THE_CHAIR.search(reading.text, heard.start, one.where.start)]
    took_part(reading, passage, found, _where(reading, occasions, passage, sentence), known, spoke.start())


def _took_the_floor(reading: Reading, occasions: Occasions, passage: Passage, sentence: Span, known: set[IRI]) -> None:
    """ "The representatives of A, B and C also made statements." · "The following Parties took the floor: A, B and C." """
    for spoke in reading.matches(_ACTIVE, sentence):
        subject = Span(sentence.start, spoke.start())
        if _UNSURE.search(reading.text, *subject) or _BEFORE.search(reading.text, *subject):
            return
        if spoke["greets"] and _PRESIDES.search(reading.text, *subject):
            continue
        colon = reading.text.find(":", spoke.end(), min(sentence.end, spoke.end() + _NEAR))
        if colon >= 0 and _FOLLOWING.search(reading.text, *subject):
            found = attendees(reading, Span(colon, sentence.end))
        else:
            behalf = _BEHALF.match(reading.text, spoke.end(), sentence.end)
            found = for_whom(reading, reaching(reading, attendees(reading, subject), subject), reading.at(behalf.end(), sentence.end, AGENTS) if behalf else None)
        took_part(reading, passage, _who_spoke(reading, found, spoke.start()), _where(reading, occasions, passage, sentence), known)
        return


def _speech(reading: Reading, occasions: Occasions, passage: Passage, sentence: Span, known: set[IRI]) -> None:
    """ "*In her opening statement, Ms. A, Head of the Pond Agency, said that* …": unless she presides"""
    speech = _SPEECH.match(reading.text, sentence.start, sentence.end)
    named = reading.at(speech.end(), sentence.end, {"Person"}, article=False) if speech else None
    said = _SAID_SO.match(reading.text, named[0].end, sentence.end) if named else None
    if named is None or said is None or (said["who"] and _PRESIDES.search(said["who"])):
        return
    meeting = _where(reading, occasions, passage, sentence)
    sat = {meeting, *(target for name, target in reading.entities[meeting].links if name == "sessionOf")} if meeting in reading.entities else {meeting}
    presides = any(isinstance(item, Role) and item.agent == named[1].iri and item.role in {"chair", "co-chair"} and item.target in sat for item in reading.items)
    took_part(reading, passage, [] if presides else [Attendee(named[0], named[1], named[0].end, linked=False)], meeting, known)


def _who_spoke(reading: Reading, found: list[Attendee], end: int) -> list[Attendee]:
    """Read "Ms. A, Head, *Pond Agency*, made a presentation": the agency is where she works."""
    if len(found) != len(("person", "agency")) or found[0].entity.kind != "Person" or found[0].printed or found[1].entity.kind == "Person":
        return found
    person, agency = found
    apposed = _APPOSED.fullmatch(reading.text, person.end, agency.where.start) and reading.text[agency.end : end].strip() == ","
    return [replace(person, end=agency.end, printed=" ".join(agency.where.of(reading.text).split()), of=agency.entity.iri)] if apposed else found


def _of_somebody(reading: Reading, occasions: Occasions, passage: Passage, sentence: Span, known: set[IRI]) -> None:
    """ "The representative of Chad said that it had rained." """
    said = _REPRESENTATIVE.match(reading.text, sentence.start, sentence.end)
    if said and not _UNSURE.search(reading.text, sentence.start, said.end()):
        subject = Span(sentence.start, said.end("who"))
        others = _SUPPORTING.search(reading.text, said.end("who"), said.end())
        if others:
            took_part(reading, passage, attendees(reading, Span(*others.span("who"))), _where(reading, occasions, passage, sentence), known)
        subject = Span(said.start("who"), subject.end) if said["kind"] else subject
        took_part(reading, passage, reaching(reading, attendees(reading, subject), subject), _where(reading, occasions, passage, sentence), known)


def _is_report(reading: Reading) -> bool:
    """Tell whether what is said in a document was said at its meeting: in the news of a meeting to come anybody may say anything."""
    title = reading.document.passages[0].span if reading.document.passages else Span(0, 0)
    return reading.document.family in {*REPORTS, "decisions"} or _REPORT_OF.search(reading.text, title.start, min(title.end, title.start + _TITLE)) is not None


def _stated(reading: Reading, occasions: Occasions, passage: Passage, sentence: Span) -> None:
    """ "In the discussion, *Chad and Fiji*, supported by Peru, *said that* it had rained." """
    opening = _DISCUSSION.match(reading.text, sentence.start, sentence.end)
    start = opening.end() if opening else sentence.start
    if reading.at(start, sentence.end, _MAY_SPEAK) is None:
        return
    for said in reading.matches(_STATED, Span(start, sentence.end)):
        subject = Span(start, said.start())
        found = attendees(reading, subject)
        supported = _SUPPORTED.search(reading.text, *subject)
        heard = found if supported or (found and _FOR_OTHERS.fullmatch(reading.text, found[-1].end, said.start())) else reaching(reading, found, subject)
        heard = [*heard, *attendees(reading, Span(supported.end("by"), said.start()))] if supported and heard else heard
        states = bool(heard) and heard[0].entity.kind == "State"
        own = any(not _OF_ANOTHER.fullmatch(one.where.of(reading.text)) and one.entity.kind in {"Secretariat", "InterAgencyMechanism", "TreatyMechanism", "GoverningBody"} and one.where.of(reading.text).count(" ") <= 1 for one in heard)
        if not heard or heard[0] is not found[0] or own or _SPOKEN_OF.search(reading.text, *subject) or not (states or said["clear"] or (opening and _DEBATE.search(opening[0]))):
            return
        if not _ELSEWHERE.search(reading.text, said.start(), sentence.end):
            took_part(reading, passage, heard, _where(reading, occasions, passage, sentence), set())
        return


def _where(reading: Reading, occasions: Occasions, passage: Passage, sentence: Span) -> IRI:
    """ "*In the session with partners*, interventions were made by …", else where all is said that is reported."""
    within = _IN.match(reading.text, sentence.start, sentence.end)
    at = occasions.at(passage, sentence, within.end()) if within else None
    other = reading.entities.get(at[1]) if at else None
    return other.iri if other and other.kind == "Event" and not _SITTING.match(other.label) else occasions.sitting(passage, sentence) or _segment_opened(reading, passage) or occasions.own


def _segment_opened(reading: Reading, passage: Passage) -> IRI:
    """Return the segment of the meeting that is opened under a heading such as "Opening of the preparatory segment", or an empty string."""
    section = reading.sections.get(passage.section)
    named = reading.named(section.heading, {"Segment"}) if section and section.title.startswith("Opening") else []
    return named[0][1].iri if len(named) == 1 and ("segmentOf", reading.meeting) in named[0][1].links else ""
