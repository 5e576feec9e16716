"""Decisions told in the prose of a meeting report: "The SBI agreed to …", "The Plenary adopted …"."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from kg.extract.deciders import (
    ADVERBS,
    COLLECTIVE,
    MEMBERS,
    OTHERS,
    THE_MEMBERS,
    actors,
    are_experts,
    concluding_body,
    is_earlier,
    means,
    meeting_body,
    printed_acronym,
    tells_of_meeting,
)
from kg.extract.decisions import PUTS_OFF, base_verb, going_on, introduces_items, to_decide, verbs_of_points, with_more
from kg.extract.operative import all_effects, ancestors, is_action, paragraph_verbs
from kg.extract.own_meeting import own_meeting
from kg.extract.reading import BODIES, GROUPS
from kg.extract.unsaid import unsaid
from kg.extract.verbs import PAST, VERBS
from kg.model import Decision, Effect, Span
from kg.text import fold, sentences

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import IRI, Passage

_INSERTED = r"(?:,\s+(?!(?:the|an?|and|or|but|he|she|they|it|its)\b)[a-z](?:[^.;]|\.(?=\S)){3,260}?,)?"
"""What stands between a body and its verb: "the SBI, *in accordance with decision 3/CP.1,* agreed"."""
_PAST = f"(?i:{'|'.join(PAST)})"
_ASKED_TO = r"(?:asked(?=\s+(?:(?:the|its|all)\s+|(?-i:(?=[A-Z])))(?:[\w’'-]+\s+){1,6}?to\s+[a-z])|directed(?=\s+the\s+[Ss]ecretariat\s+to\s)|concurred(?=\s+with\s)|supported(?=\s+the\s+(?:proposal|recommendation|nomination|inclusion)s?\b)|(?:set\s+up|created|formed)(?=\s+an?\s+(?:[\w-]+\s+){0,4}?(?:sub-?group|group|committee|task\s+(?:force|team)|panel|drafting\s+team)\b)|referred(?=\s+(?:the|this|that|its)\s+(?:[\w’'-]+\s+){1,8}?to\s+(?:the|an?|its)\s))"
"""Some reports print their verbs in capitals: "The Committee AGREED …"."""
_VOTED = r"(?:voted(?=\s+(?:(?:unanimously|by\s+acclamation)\s+)?(?:\([^()]{1,30}\)\s+)?(?:on|to|for|in\s+favou?r\s+of)\s|\s+and\s+(?:\w+ly\s+)?(?:approv|adopt|accept|elect)ed\b))"
_TASKED = r"tasked(?=\s+(?:[\w’'/&-]+\s+){1,8}?(?:to\s+[a-z]|with\s))"
_FIRST_LABEL = r"(?:\s+|\s*:\s+\(?(?:a|i|1)[.)]\s+)"
"""The points of a list may stand in one line: "the Committee: *a)* approved …; b) requested …"."""
_VERB = re.compile(rf"\s*{_INSERTED}{_FIRST_LABEL}{ADVERBS}(?:considered\s+and\s+)?[*_]{{0,3}}(?P<verb>{_PAST}|{_ASKED_TO}|{_TASKED}|{_VOTED})(?![^\W_])(?!(?<=suspended)\s+(?:the|its)\s+(?:meeting|session|sitting|work|discussion))")
_CONSIDERED = re.compile(
    rf"\s*{_INSERTED}\s+{ADVERBS}(?:considered|resumed|revisited|debated|returned\s+to|looked\s+at|took\s+up|took\s+stock|had\s+before\s+it|continued|discussed|reviewed|initiated|advanced|completed|carried\s+out|conducted|undertook|convened|examined|heard|held|provided|concluded|could\s+not|"
    rf"was\s+(?:unable|not\s+able|not\s+in\s+a\s+position)|was\s+informed|was\s+of\s+the\s+(?:view|opinion)|did\s+not)\b(?:[^.;]|\.(?=\S)){{0,400}}?,?\s+and(?:,?\s+(?:after|following|on|in|having|with)\s[^,;.]{{3,100}},)?\s+(?:it\s+)?{ADVERBS}(?P<verb>{'|'.join(PAST)}|{_ASKED_TO})\b"
)
_ACTS = re.compile(rf"{_INSERTED}\s+(?:(?:also|further|then)\s+)?(?:[a-z]+ed|had|took|held|heard|was|were|could)\b|:")
_AND_ANOTHER = re.compile(r"\s+and\s+the\s+(?:[A-Z][\w-]+\s+){0,4}(?:Bureau|Committee|Panel|Board|Council|Commission|Group|Body|Plenary|Secretariat)\b(?:\s+\([A-Z][\w-]+\))?")
_PAIR = re.compile(r"\s+and\s+(?:the\s+)?\Z")
_IT = re.compile(rf"\A(?:It|They)\s+{ADVERBS}(?P<verb>{_PAST}|{_ASKED_TO})\b")
_LED = (
    r"\A(?:In\s+(?:addition|th(?:is|at)\s+\w+|doing\s+so|accordance|line|response|(?:the\s+)?light)|To\s+th(?:is|at)\s+end|At\s+(?:the|its|their)\s|Furthermore|Moreover|Pursuant\s+to|"
    r"(?:On|Upon)\s+(?:an?|the)\s+(?:proposal|recommendation|suggestion|advice|basis|request)|In\s+(?:particular|conclusion|closing)|Accordingly|Subsequently|Thereafter|Finally|Lastly|Therefore|After|Upon|"
    r"For\s+th(?:is|at)\s+\w+|With\s+a\s+view|(?:Further\s+)?[A-Z][a-z]+ing)\b(?:[^.;]|\.(?=\S)){0,260}?,\s+"
)
_BY_THAT = r"\A(?:By|In|Through)\s+(?:the\s+same|th(?:is|at)|its)\s+(?:decision|resolution|recommendation),?\s+"
_LED_IT = re.compile(rf"(?:{_LED}|{_BY_THAT})(?:it|they)\s+{ADVERBS}(?:considered\s+and\s+)?(?P<verb>{'|'.join(PAST)})\b")
"""What "it" does may come after a reason: "*Noting the delays,* it requested …", "*By that decision* it invited …"."""
_IT_ASKS = re.compile(r"\AIt\s+(?:(?:also|further)\s+)?requested\s+(?:that\s+)?the\s+secretariat\b")
"""Only a body asks the secretariat, also where another sentence stands between it and its name."""
_IT_ACTS = re.compile(r"\A(?:It|They)\s")
_AGENDA = re.compile(r"\b[Aa]genda,?\s+as\s+(?P<as>adopted),?\s+(?:reads?|was|is|is\s+set\s+out)\s+as\s+follows\b|\b[Aa]genda(?:\s+for\s+the\s+[a-z -]{3,60}?)?(?:,?\s+(?:\([^()]{3,60}\),?\s*)?(?:(?:as\s+)?(?:contained|set\s+out|circulated|presented|reproduced|amended|revised|proposed|prepared|distributed)(?:\s+(?:in|as|by)\s+(?:the\s+)?(?:annex\s+\w+\s+to\s+)?(?:document\s+|secretariat\b)?(?:[A-Z][^\s,;]{2,40}(?:\s+[A-Z]{2,4}\.?\d[^\s,;]{0,20})?)?)?,?)?)?\s+(?:was|were)\s+(?:(?:then|duly|so|also)\s+)?(?P<verb>adopted|approved)\b(?!\s+(?:at\s+the\s+(?:last|previous)|in\s+(?:19|20)\d\d)\b)")
_AGENDA_WHICH = re.compile(r"\b[Aa]genda(?:\s+\([^()]{3,60}\))?,?\s+(?:which|that)\s+was\s+(?:(?:then|duly|so|also|subsequently)\s+)?(?P<verb>adopted|approved)\b(?!\s+(?:by\s+(?!consensus|acclamation)|at\s+(?:the|its)\s+(?:last|previous)|in\s+(?:19|20)\d\d))")
_WHICH = re.compile(rf",\s+which\s+{ADVERBS}(?P<verb>adopted|approved|endorsed|agreed|decided)\b")
_PASSIVE = re.compile(
    r"\A(?:[^.;:]{0,160}?,\s+)?(?:[Tt]he\s+|(?=[Dd]raft\s|(?:[Dd]ecisions?|[Rr]esolutions?|[Rr]ecommendations?)\s+\S*\d[^.;]{0,40}?\s+(?:was|were)\s+adopted\s+(?:by\s+(?:consensus|acclamation)|unanimously)(?![^.;]*\b(?:19|20)\d\d\b)))(?:(?:provisional|revised|proposed|amended|present)\s+)?(?:[Dd]raft\s+(?:\w+\s+)?(?:decision|resolution|recommendation|conclusion|declaration|report)s?|(?:[Dd]ecision|[Rr]esolution|[Rr]ecommendation)s?|proposals?(?:\s+(?:by|of|from|for|to|on)\s[^.;,]{3,120}?)?(?=\s+(?:was|were))|report|declaration|minutes|summary\s+record|(?:meeting\s+)?notes(?=\s+were)|"
    r"(?:work\s?plan|work\s+programme|programme\s+of\s+work|budget|calendar|rules\s+of\s+procedure|terms\s+of\s+reference|conclusions)(?=\s+(?:was|were)))\b"
    r"(?:\s+(?:of|on)\s+the\s+(?:[\w-]+\s+)?(?:session|meeting))?(?:\s+(?:[A-Z]\S*[/\d]\S*|\d{1,3}(?:/\S+)?))?(?:\s*\([^()]{3,60}\))?(?:,[^.;]{3,160}?,)?\s+(?:was|were)\s+(?:(?:then|subsequently|also|duly)\s+)?(?P<verb>adopted|approved|endorsed)"
    r"(?=\.|,|\s+(?:and\s+(?:filed|published|merged|closed|signed)\b|by\s+(?:consensus|acclamation|the\s+(?P<by>[^.,;]{2,120}?)(?:[.,;]|\s+(?:at|on|as|in|for|and)\b))|unanimously|for\s+(?:formal\s+|its\s+)?(?:adoption|transmission|submission|consideration)\b|as\b|without\b|with\b|pending\b|on\s+(?:the\s+(?:understanding|basis)|[A-Z][a-z]+day|\d{1,2}\s+[A-Z][a-z]+(?:\s+(?P<year>(?:19|20)\d\d))?(?=[.,]|\s+and\b))\b))"
)
_WAS_BY = re.compile(rf"\b(?:was|were)\s+{ADVERBS}(?:(?:duly|formally|warmly|gratefully)\s+)?(?:re-)?(?P<verb>adopted|approved|endorsed|accepted|welcomed|elected|agreed|confirmed|noted|taken\s+note\s+of)\s+by\s+(?:the\s+)?(?=\S)")
_CLAUSE = re.compile(r"\b(?:which|that|who|whom|whose|where|when|whether|if|as|after|once|until|because|since|although|before|said|stated|recalled|reported|informed|noted|explained)\b|[;:]")
_PRESENT_REPORT = re.compile(r"\A(?:[^.;:]{0,120}?,\s+)?(?:[Tt]he\s+)?(?:[Cc]ontracting\s+)?(?:[Pp]arties|[Rr]epresentatives|[Pp]articipants|[Dd]elegations|[Dd]elegates|[Mm]embers)\s+(?:then\s+)?(?P<verb>adopted|approved)\s+(?:the\s+present|this)\s+report\b")
"""Whoever adopts the report that one reads, is the meeting."""
_LOWER = re.compile(
    r"\A(?:[^.;:]{0,160}?,\s+)?(?:[Tt]he\s+)?(?P<group>(?:(?:Main|Sessional|First|Second|Third)\s+)?(?:Committee(?:\s+of\s+the\s+Whole)?(?:\s+[IVX]{1,3}\b)?|COW|[Ww]orking\s+[Gg]roup(?:\s+(?:[IVX]{1,3}|\d))?))(?:,\s[^;,]{3,120},)?\s+"
    rf"{ADVERBS}(?:(?:considered|reviewed)\s+and\s+)?(?P<verb>approved|adopted|endorsed|agreed|decided)(?=(?:\s+to\s+(?:forward|transmit|submit|send|recommend)|\s+on)?\s+(?:the|its|that)?\s*(?:\w+\s+)?(?:draft\s|summary\s+for\s+policymakers\b|(?:decision|resolution|recommendation)s?\b))"
)
"""A committee of the conference that meets approves the drafts: "*Working Group I* approved the draft decision for transmission to plenary"."""
_POINTED = re.compile(r"\d{1,2}\.\d{1,3}(?:\.\d{1,2})?\.?\s+(?=[A-Z])")
_THEN = re.compile(r"\s*(?:[.,;]|\Z)|\s+(?:as|by|without|with|and|subject)\b")
_WHICH_WAS = re.compile(r",\s+which\s+was\s+(?:then\s+|subsequently\s+)?(?P<verb>adopted|approved)(?=\s+as\s+(?:resolution|decision|recommendation)\b|\s+by\s+(?:consensus|acclamation)\b)")
_WAS_ELECTED = re.compile(r"(?:\([^()]{2,60}\)|\w),?\s+(?:was|were)\s+(?:then\s+|subsequently\s+|also\s+)?(?:re-?)?(?P<verb>elected|(?:appointed|designated)(?=\s+(?:as\s+)?(?:the\s+)?Rapporteur))\s+(?:by\s+acclamation\s+)?(?:as\s+)?(?:the\s+)?(?:new\s+)?(?:(?:Vice|Co)-)?(?:Chair|President|Rapporteur)")
_FOLLOWING = re.compile(r"\A(?P<lead>[^.;:]{0,120}?,\s+)?[Tt]he\s+following\s+(?:[a-z]+\s+){0,3}?(?:was|were)\s+(?P<verb>agreed|decided|adopted|approved|endorsed)\b")
_SECRETARIAT = re.compile(r"\A(?P<lead>[^.;:]{0,120}?,\s+)?[Tt]he\s+[Ss]ecretariat\s+was\s+(?:also\s+|further\s+)?(?P<verb>requested|asked|instructed)\s+to\b(?!.*\b(?:[Dd]ecision|[Rr]esolution|at\s+(?:its|the)|in\s+\d{4}|by\s+the)\b)", re.DOTALL)
"""Who asks the secretariat at a meeting is the meeting, where nobody else is named and no earlier time."""
_IMPERSONAL = re.compile(rf"\A(?P<lead>[^.;:]{{0,160}}?,\s+)?[Ii]t\s+(?:was|has\s+been)\s+(?:so\s+)?{ADVERBS}(?P<verb>decided|agreed)\b(?!\s+(?:by|in|at)\b)")
_TELLS = re.compile(r"\b(?:said|says|stat(?:ed|es|ing)|not(?:ed|ing)|recall|report|explain|inform|suggest|propos(?:ed|ing)|representative)\w*")
_BEFORE = re.compile(r"(?:At|In|During)\s+(?:its|their)\s+(?:previous|last|preceding|earlier)\b")
_IN_DECISION = re.compile(r"(?:[A-Z]\w+,\s+)?(?:[Ii]n|[Bb]y|[Tt]hrough)\s+(?:(?:paragraphs?\s[^,]{1,40}|section\s[^,]{1,20})\s+of\s+)?(?:its\s+)?[Dd]ecisions?\s+(?P<symbol>\S+)")
_OF_SESSION = (re.compile(r"\A\d+/[A-Z]{2,4}\.(\d+)"), re.compile(r"\A[A-Z]{2,6}-(\d+)/"), re.compile(r"\A[A-Z]{2,4}(\d+)-\d"), re.compile(r"\A(\d+)/\d"))
_THOSE_PRESENT = re.compile(
    rf"(?:The\s+participants|Participants|Principals|(?:(?:The|All)\s+)?(?:EMG\s+|UN-[A-Z]\w+\s+)?(?:[Mm]embers(?:\s+(?:and|&)\s+[Pp]artners)?|[Ff]ocal\s+[Pp]oints)|(?!NGO|CSO|IGO|LDC|MEA|COP|IPLC|MDB|RFMO|UNCT|RC)[A-Z]{{2,5}}s)\s+(?:[a-z]+ed\s[^.;]{{3,160}}?\s+and\s+)?{ADVERBS}(?P<verb>agreed(?=\s+to\s+[a-z]{{3,}}\s+(?!day|date))|decided(?=\s+to\s)|(?:adopted|approved|endorsed)(?=\s+(?:the|it|them|its)\s)"
    r"|took\s+note(?=\s+of\s)|requested(?=\s+the\s+(?:[\w’'-]+\s+){1,6}?to\s+[a-z])|accepted(?=\s+(?:with\s+\w+\s+)?(?:the|an)\s+(?:\w+\s+)?(?:invitation|offer)\s)|(?:re-)?elected(?=\s+[A-Z]))\b"
)
"""Those at a meeting are its body where they agree *to do* something; what they agree *that* is, is what they said."""
_BY_RANK = re.compile(
    rf"\W*(?:(?:The|All)\s+)?(?:[A-Z][\w-]+\s+){{0,4}}?(?:[Mm]embers?(?:\s+(?:[Ss]tates|agencies|organizations))?|[Pp]articipants|[Pp]arties|[Mm]eeting|[Ff]ocal\s+[Pp]oints|[Aa]gencies|[Pp]rincipals|"
    rf"[Oo]fficials|[Mm]anagers|Heads|Committee|Board|Council|Commission|Bureau|Group|Forum|Panel|Network|Segment)\s+{ADVERBS}(?P<verb>{'|'.join(PAST)})\b"
)
"""After a label those who meet may be called by their rank, or not be named: "Decision 1: *The Senior Programme Managers* approved …"."""
_BARE = re.compile(rf"\W*(?:To\s+)?(?P<verb>{'|'.join(PAST | VERBS)})\b(?=\s+(?:to|that|of|on|the|an?)\s)", re.IGNORECASE)
_IS_APPROVED = re.compile(r"\W*The\s[^.;:]{2,120}?\s+(?:is|are|was|were)\s+(?:(?:hereby|duly|also)\s+)?(?P<verb>approved|adopted|endorsed|accepted|agreed|extended|confirmed)\b(?!\s+(?:by|in|at)\b)")
_ELECTED_OFFICERS = re.compile(r"(?:(?:In|At|Under|Pursuant|Following|On)\s[^.;:]{3,160},\s+)?(?:the\s+)?following\s+(?:\w+\s+)?(?:officers|members|representatives)(?:\s+of\s+(?:the|its)\s+[^.;:]{3,80}?)?\s+were\s+(?:then\s+|also\s+)?(?P<verb>elected)\b", re.IGNORECASE)
_LABELLED = re.compile(r"\W*(?:Decision|Action|Conclusion|Outcome|Agreed\s+action|Recommendation)s?(?:\s+(?:point|item))?(?:\s+(?:No\.?\s*)?\d{1,3}(?:\.\d{1,3})?)?\s*[:.–—]\s")
"""What was decided may stand in a line of its own below the numbered paragraphs: "*Decision 3:* The Senior Officials agreed to …"."""
_OFFICIALS = re.compile(rf"\b[Tt]he\s+[Ss]enior\s+[Oo]fficials\s*(?::|{ADVERBS}(?:{'|'.join(PAST)})\b)")
"""Who decides where suggested actions stand in a text that does not say which meeting it is on."""
_ENDS = re.compile(r"[.;:!?][*_\"”’)\s]*\Z")
"""What has a number and no end is a heading: where nothing else has numbers, the paragraphs are those without."""
_SOFT = frozenset({"recall"})
_ITSELF = re.compile(r"\b(?:Meeting|Conference|Consultation|Summit)\b")
_TO_PUT_OFF = re.compile(r"\s+to\s+(?:defer|postpone|put\s+off)\b|\s+to\s+(?:revert|return|come\s+back)\s+to\s+(?:(?:the|this|that|these)\s+(?:item|matter|question|issue|topic|subject|point|proposal)s?|it|them)\s+at\s+(?:its|the|a)\s+(?:[\w-]+\s+){1,2}(?:meeting|session|call)\b|\s+that\s[^.;]{3,120}?\s(?:be|should\s+be|would\s+be)\s+(?:deferred|postponed|put\s+off)\b")
_COURTESY = re.compile(r"\s[^.;]{2,200}?\sfor\b")
"""To thank somebody *for something* decides nothing."""
_HEADED = re.compile(r"\W*(?:(?:Agenda\s+)?Item\s+\d{1,2}\s*[.:–-]?\s+)?(?:Decisions?|Conclusions?|Recommendations?)\b(?!\s+(?:IV|V?I{0,3}|\S*\d)/\S)", re.IGNORECASE)
"""Under "Decisions of the Council", "Decision on agenda item 4" decisions may be told in the present."""
_NOW = (
    r"(?:approves|adopts|endorses|requests|takes\s+note|welcomes|invites|decides|agrees|notes|urges|encourages|accepts|elects|recommends|recogni[sz]es|acknowledges|authori[sz]es|"
    r"appreciates|commends|appoints|confirms|reiterates|reaffirms|establishes|extends|calls\s+(?:up)?on|expresses|emphasi[sz]es|stresses|underlines|instructs|directs|mandates)(?=\s+(?:the|that|to|with|its|th(?:is|ese)|of|upon|an?|all|as)\b|\s+[A-Z])"
)
_DECIDES_NOW = re.compile(rf"\s*{_INSERTED}\s+{ADVERBS}(?={_NOW})")
_HAVING = re.compile(r"\s*,\s+(?:having|after)\s|[^.;]{0,40}\bHaving\s")
"""What is decided after a reason may be told in the present anywhere: "The Council, *having considered* the document, approves …"."""
_ITEM = re.compile(r"Agenda\s+item\s+\d", re.IGNORECASE)
"""Where the next item of the agenda begins, the decision printed above it has ended."""
_REPORT = re.compile(r"^[ \t#*|]*(?:(?:Draft|Final|Summary|Official)[ \t]+)*(?:Report|Minutes|Record)\b(?:[ \t]+(?:and[ \t]+decisions[ \t]+)?(?:of|on)[ \t][^\n]{0,80}\b(?:meeting|session)\b|[ \t]*$)", re.IGNORECASE | re.MULTILINE)
_NAME_AT, _BEFORE_NAME = 90, 24
"""The longest name of a body at the beginning of a sentence."""


def prose_decisions(reading: Reading) -> None:
    """State the decisions of a meeting report, one for each paragraph in which the body decides."""
    family = reading.document.family
    if family not in {"draft", "meeting-report", "inter-agency-report"} and not _is_report_with_decisions(reading):
        return
    body = concluding_body(reading) if family == "draft" else deciding_body(reading)
    if (family == "draft" and body is None) or are_experts(reading, body):
        return
    anywhere = family != "inter-agency-report" or tells_of_meeting(reading)
    meeting = reading.meeting or ("" if body else _meeting_itself(reading))
    spoke: list[IRI] = []
    section = ""
    now = False
    numbered = (p for p in reading.document.passages if p.kind == "paragraph" and _ENDS.search(reading.text, p.body.start, p.body.end) and not is_action(reading, p))
    record = all(_is_apart(reading, passage) for passage in numbered)
    for passage in reading.document.passages:
        headed = passage.kind in {"heading", "unnumbered"} and _HEADED.match(reading.text, passage.body.start, passage.body.end) is not None
        now = headed if passage.kind == "heading" else now or (headed and passage.kind == "unnumbered")
        row = passage.kind == "unnumbered" and reading.text.startswith("|", passage.span.start) and passage.body.start > passage.span.start + 1
        labelled = passage.kind == "unnumbered" and _LABELLED.match(reading.text, passage.body.start, passage.body.end)
        told = passage.kind == "paragraph" or row or labelled or (record and passage.kind == "unnumbered")
        if told and (anywhere or _OFFICIALS.search(reading.text, passage.body.start, passage.body.end)) and not _is_apart(reading, passage) and not introduces_items(reading, passage) and not any(isinstance(other, Decision) for other in reading.said_in(passage.id)):
            spoke = _paragraph(reading, passage, (body, meeting), spoke if passage.section == section else [], now=now)
            section = passage.section


def deciding_body(reading: Reading) -> IRI | None:
    """Return the body whose meeting is reported on, or that alone acts there."""
    return meeting_body(reading, lambda start, end: _VERB.match(reading.text, start, end) or _CONSIDERED.match(reading.text, start, end))


def _is_report_with_decisions(reading: Reading) -> bool:
    """Tell the report of a meeting that prints each decision below its symbol, and tells of more in between: "The Committee noted the progress"."""
    return reading.document.family == "decisions" and _REPORT.search(reading.top.of(reading.text)) is not None and tells_of_meeting(reading)


def _is_apart(reading: Reading, passage: Passage) -> bool:
    """Tell what stands in an annex, or in a decision that is printed."""
    above = itertools.takewhile(lambda section: not _ITEM.match(section.title), ancestors(reading, passage))
    return any(section.kind in {"annex", "decision"} for section in above)


def _meeting_itself(reading: Reading) -> IRI:
    """Return the meeting of which no body is known, and that decides itself: "The *Intergovernmental Meeting of the Pond Action Plan* agreed to …"."""
    meeting = own_meeting(reading)
    return reading.keep(meeting) if meeting and _ITSELF.search(meeting.label) and meeting.label != "Meeting" else ""


def _paragraph(reading: Reading, passage: Passage, decides: tuple[IRI | None, IRI], spoke: list[IRI], *, now: bool) -> list[IRI]:
    """State the decision of a paragraph, if any, of the body that meets, or of the meeting; return the bodies that "it" and "they" mean after it, if its last subject was the body."""
    body, meeting = decides
    verbs: list[tuple[str, int]] = []
    lower: list[tuple[str, int]] = []
    subjects: list[IRI] = []
    for whole in sentences(reading.text, passage.lead_in) if passage.points else reading.sentences_of(passage):
        numbered = _POINTED.match(reading.text, whole.start, whole.end) if whole.start == passage.body.start else None
        sentence = Span(numbered.end(), whole.end) if numbered else whole
        ends = _subjects(reading, sentence, body)
        found = _sentence(reading, sentence, body, ends, after_body=bool(spoke) or (bool(verbs) and bool(_IT_ASKS.match(reading.text[sentence.start : sentence.end]))))
        told_now = [] if found else _in_present(reading, sentence, ends, now=now)
        found, now = found or told_now, now or bool(told_now)
        below = [] if found else _of_lower(reading, sentence)
        lower += below
        verbs += found or below
        together = _together(reading, sentence, body)
        they = _IT_ACTS.match(reading.text[sentence.start : sentence.end]) or _led(reading, sentence)
        subjects += (spoke if they else together or _alone(reading, sentence, body)) if found else together
        if together or any(_ACTS.match(reading.text, end, sentence.end) for end in ends):
            spoke = together or [body or ""]
        elif not they:
            spoke = []
    verbs += _listed(reading, passage, body) or _in_points(reading, passage, body) or (going_on(reading, passage, verbs[-1][1]) or to_decide(reading, passage) if verbs else [])
    if all(verb in _SOFT or (verb == "thank" and _COURTESY.match(reading.text, at, passage.body.end)) for verb, at in verbs):
        return spoke
    reading.state(
        Decision(
            evidence=reading.evidence(passage, passage.body),
            bodies=tuple(iri for iri in dict.fromkeys(subjects) if iri) or (() if verbs == lower else tuple(iri for iri in (body, meeting) if iri)[:1]),
            verbs=tuple(dict.fromkeys(verb for verb, _ in verbs)),
            status="draft" if reading.document.family == "draft" else "deferred" if _is_put_off(reading.text, verbs) else "adopted",
            effects=_effects(reading, passage, verbs),
            section=passage.section,
        )
    )
    return spoke


def _is_put_off(text: str, verbs: list[tuple[str, int]]) -> bool:
    """Tell "The Board deferred its consideration of the list", "agreed to postpone the item", with nothing else, from what was decided."""
    return all(verb in PUTS_OFF or (verb in {"agree", "decide"} and _TO_PUT_OFF.match(text, at)) for verb, at in verbs)


def _alone(reading: Reading, sentence: Span, body: IRI | None) -> list[IRI]:
    """Return the body where a sentence names it; "By decisions … the conferences decided" names those that adopted the decisions."""
    if reading.says(sentence, "onferences of the "):
        return [target for _, text in reading.named(sentence, {"DecisionText"}) for name, target in text.links if name == "adoptedBy"]
    return [body] if body and any(entity.iri == body for _, entity in reading.named(sentence, actors(reading, body))) else []


def _together(reading: Reading, sentence: Span, body: IRI | None) -> list[IRI]:
    """Return the bodies of "The SBI and the SBSTA agreed …", also where they only act: "They" are both in the next sentence."""
    bodies = reading.named(sentence, BODIES)
    for (one, first), (other, second) in itertools.pairwise(bodies):
        if body in {first.iri, second.iri} and _PAIR.match(reading.text[one.end : other.start]) and _ACTS.match(reading.text, other.end, sentence.end):
            return [first.iri, second.iri]
    return []


def _listed(reading: Reading, passage: Passage, body: IRI | None) -> list[tuple[str, int]]:
    """ "… the SBSTA: (a) Requested the secretariat to …; (b) Agreed to …" """
    if not passage.points or not any(
        re.match(r"\s*:", reading.text[end : passage.lead_in.end]) for end in _subjects(reading, passage.lead_in, body)
    ):
        return []
    return verbs_of_points(reading, passage)


def _in_points(reading: Reading, passage: Passage, body: IRI | None) -> list[tuple[str, int]]:
    """ "… including: (a) Two workshops. The SBI thanked Togo for …; (b) The SBI requested the secretariat to …" """
    found: list[tuple[str, int]] = []
    for point in passage.points:
        spoke = False
        for sentence in sentences(reading.text, point.span):
            begins = reading.text.startswith("The ", sentence.start)
            short = COLLECTIVE.match(reading.text, sentence.start, sentence.end) if begins else None
            if (spoke and not begins) or (begins and (means(reading, body, short) or any(reading.named(Span(sentence.start, min(sentence.end, sentence.start + _NAME_AT)), BODIES)))):
                verbs = _sentence(reading, sentence, body, _subjects(reading, sentence, body), after_body=spoke)
                spoke = bool(verbs)
                found += verbs
    return found


def _led(reading: Reading, sentence: Span) -> re.Match[str] | None:
    """ "In addition, it encouraged …", "Recalling decision 3/CP.1, they noted …" """
    return _LED_IT.match(reading.text[sentence.start : sentence.end]) if reading.says(sentence, ", it ", ", they ", "ion it ", "ion they ") else None


def _effects(reading: Reading, passage: Passage, verbs: list[tuple[str, int]]) -> tuple[Effect, ...]:
    verb, at = verbs[0]
    if verb == "adopt" and "agenda" in fold(reading.text[max(0, at - 40) : at + 60]):
        return (Effect("adopt", target_text="agenda"),)
    return all_effects(reading, passage, verbs)


def _sentence(reading: Reading, sentence: Span, body: IRI | None, ends: list[int], *, after_body: bool) -> list[tuple[str, int]]:
    """Return the decision verbs of a sentence whose subject is the body; `ends` is where its name ends."""
    text = reading.text
    if _BEFORE.match(text, sentence.start, sentence.end) or _of_another_session(reading, sentence):
        return []
    if reading.says(sentence, "he conferences of the ") and not reading.named(sentence, {"DecisionText"}):
        return []
    if after_body:
        it = _IT.match(text[sentence.start : sentence.end]) or _led(reading, sentence)
        if it:
            return with_more(text, it["verb"], sentence.start + it.end(), sentence.end)
    for end in ends:
        match = _VERB.match(text, end, sentence.end) or _CONSIDERED.match(text, end, sentence.end)
        if match:
            return [] if is_earlier(reading, Span(sentence.start, match.end())) else with_more(text, match["verb"], match.end(), sentence.end)
    return _otherwise(reading, sentence, body)


def _in_present(reading: Reading, sentence: Span, ends: list[int], *, now: bool) -> list[tuple[str, int]]:
    """ "The Council, having considered the report, takes note of it and invites …" """
    for end in ends:
        match = _DECIDES_NOW.match(reading.text, end, sentence.end)
        reason = match and (_HAVING.match(reading.text, end, match.end()) or reading.text.startswith("Having ", sentence.start))
        if match and (now or reason):
            return paragraph_verbs(reading.printed, Span(match.end(), sentence.end))
    return []


def _otherwise(reading: Reading, sentence: Span, body: IRI | None) -> list[tuple[str, int]]:
    """ "… reported to the Board, which approved the list.", "Participants agreed to meet again.", "The agenda was adopted." """
    text = reading.text
    which = _WHICH.search(text, sentence.start, sentence.end) if reading.says(sentence, ", which ") else None
    if which and which.start() in _subjects(reading, Span(sentence.start, which.start()), body, told=True):
        return with_more(text, which["verb"], which.end(), sentence.end)
    label = _LABELLED.match(text, sentence.start, sentence.end)
    present = _THOSE_PRESENT.match(text, sentence.start, sentence.end) or (_BY_RANK.match(text, label.end(), sentence.end) if label else None)
    bare = label and "ecision" in label[0] and (_BARE.match(text, label.end(), sentence.end) or _IS_APPROVED.match(text, label.end(), sentence.end))
    present = present or bare or None
    if present:
        return with_more(text, present["verb"], present.end(), sentence.end)
    report = _PRESENT_REPORT.match(text[sentence.start : sentence.end]) if reading.says(sentence, " report") else None
    if report:
        return [("adopt", sentence.start + report.end())]
    agenda = (_AGENDA.search(text, sentence.start, sentence.end) or _AGENDA_WHICH.search(text, sentence.start, sentence.end)) if reading.says(sentence, "agenda", "Agenda") else None
    return [("adopt", agenda.end())] if agenda else _unsaid(reading, sentence, body)


def _unsaid(reading: Reading, sentence: Span, body: IRI | None) -> list[tuple[str, int]]:
    """ "The draft decision was adopted by consensus.", "There being no objection, it was so decided.": who decides need not be said."""
    if not reading.says(sentence, " was ", " were ", "agreed ", "decided "):
        return []
    match = _PASSIVE.match(reading.text[sentence.start : sentence.end])
    if match and (match["year"] is None or match["year"] in reading.top.of(reading.text)):
        by = Span(sentence.start + match.start("by"), sentence.start + match.end("by")) if match["by"] else None
        theirs = by is None or any(e.iri == body for _, e in reading.named(by, actors(reading, body))) or means(reading, body, COLLECTIVE.fullmatch("the " + by.of(reading.text)))
        return [(base_verb(match["verb"]), sentence.start + match.end())] if theirs else []
    match = _was_by(reading, sentence, body)
    if match:
        return [(base_verb("took note" if match["verb"].startswith("taken") else match["verb"]), match.end())]
    which = _WHICH_WAS.search(reading.text, sentence.start, sentence.end) or _ELECTED_OFFICERS.match(reading.text, sentence.start, sentence.end) or _elected(reading, sentence)
    if which:
        return [(base_verb(which["verb"]), which.end())]
    words = reading.text[sentence.start : sentence.end]
    match = _FOLLOWING.match(words) or _SECRETARIAT.match(words) or _IMPERSONAL.match(words)
    if match is None:
        return [(base_verb(verb), at) for verb, at in unsaid(reading, sentence, inter_agency=_is_inter_agency(reading, body))]
    return [] if _TELLS.search(match["lead"] or "") else [(base_verb(match["verb"]), sentence.start + match.end())]


def _is_inter_agency(reading: Reading, body: IRI | None) -> bool:
    """Tell the meeting of agencies, whose members are told what the meeting asks of them, from that of the parties to a treaty."""
    return body in reading.entities and reading.entities[body].kind in GROUPS | {"InterAgencyMechanism"}


def _of_lower(reading: Reading, sentence: Span) -> list[tuple[str, int]]:
    """ "The Committee of the Whole approved the draft decision …": of no body of its own, in the report of a conference"""
    if reading.document.family != "meeting-report" or not reading.says(sentence, "Committee", "COW", "orking Group", "orking group"):
        return []
    match = _LOWER.match(reading.text[sentence.start : sentence.end])
    if match is None or (match["group"] == "Committee" and "Committee of the Whole" not in reading.text):
        return []
    clause = Span(sentence.start, sentence.start + match.end())
    return [] if is_earlier(reading, clause) else with_more(reading.text, match["verb"], clause.end, sentence.end)


def _was_by(reading: Reading, sentence: Span, body: IRI | None) -> re.Match[str] | None:
    """ "The offer of Chad *was accepted by the Board*.": of this meeting, where no date or session is given for it"""
    match = _WAS_BY.search(reading.text, sentence.start, sentence.end)
    if match is None or _CLAUSE.search(reading.text, sentence.start, match.start()):
        return None
    named = reading.at(match.end(), sentence.end, actors(reading, body))
    short = COLLECTIVE.match(f"the {reading.text[match.end() : sentence.end]}")
    if named and named[1].iri == body:
        end = reading.past_acronym(named, sentence.start)
    elif short and means(reading, body, short):
        end = match.end() + short.end() - len("the ")
    else:
        return None
    return match if _THEN.match(reading.text, end, sentence.end) else None


def _elected(reading: Reading, sentence: Span) -> re.Match[str] | None:
    """ "Ms. A B (Chad) was elected Rapporteur": somebody here, to an office of the meeting"""
    match = _WAS_ELECTED.search(reading.text, sentence.start, sentence.end) if reading.says(sentence, "elected", "apporteur") else None
    told = match and (_TELLS.search(reading.text, sentence.start, match.start()) or reading.named(Span(match.end(), sentence.end), BODIES))
    return match if match and not told and reading.named(Span(sentence.start, match.start("verb")), {"Person"}) else None


def _of_another_session(reading: Reading, sentence: Span) -> bool:
    """Tell "In decision 3/CP.1, the Conference requested …" in the report of its second session: that was decided before."""
    match = _IN_DECISION.match(reading.text, sentence.start, sentence.end) if reading.says(sentence, "ecision") else None
    session = re.search(r"\d+\Z", reading.meeting)
    printed = next((m[1] for pattern in _OF_SESSION if match and (m := pattern.match(match["symbol"]))), "")
    return bool(printed and session) and int(printed) != int(session[0])  # type: ignore[index]


def _subjects(reading: Reading, sentence: Span, body: IRI | None, *, told: bool = False) -> list[int]:
    """Return where a name of the deciding body ends in a sentence, also where something is only told to it."""
    bodies = reading.named(sentence, actors(reading, body))
    named = [reading.past_acronym((where, entity), sentence.start) for where, entity in bodies if entity.iri == body and (told or not OTHERS.search(reading.text, sentence.start, where.start))]
    for (one, first), (other, second) in itertools.pairwise(bodies):
        if body in {first.iri, second.iri} and _PAIR.match(reading.text[one.end : other.start]):
            named.append(other.end)
    short = COLLECTIVE.finditer(reading.text, sentence.start, sentence.end)
    ends = [m.end() for m in short if (told or not OTHERS.search(reading.text, max(sentence.start, m.start("body") - _BEFORE_NAME), m.start("body"))) and means(reading, body, m)]
    others = [_AND_ANOTHER.match(reading.text, end, sentence.end) for end in ends]
    acronym = printed_acronym(reading, body) if reading.says(sentence, "he ") else None
    called = [m.end() for m in acronym.finditer(reading.text, sentence.start, sentence.end) if not OTHERS.search(reading.text, sentence.start, m.start())] if acronym else []
    return sorted([*named, *ends, *(match.end() for match in others if match), *called, *(_members(reading, sentence, body, [*named, *ends]) if reading.says(sentence, "embers") else ())])


def _members(reading: Reading, sentence: Span, body: IRI | None, ends: list[int]) -> list[int]:
    """ "The *Board members* endorsed the list", "*The members of the Board* agreed to meet again": all of them are the body"""
    after = [match.end() for end in ends if (match := MEMBERS.match(reading.text, end, sentence.end))]
    theirs = [where for where, entity in reading.named(sentence, actors(reading, body)) if entity.iri == body]
    theirs += [Span(m.start("body"), m.end()) for m in COLLECTIVE.finditer(reading.text, sentence.start, sentence.end) if means(reading, body, m)]
    return after + [where.end for where in theirs if THE_MEMBERS.search(reading.text[sentence.start : where.start])]

