"""Who took part in a meeting, where it is told who attended: "The meeting was attended by representatives of A, B and C"."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from kg.extract.attendees import Attendee, attendees, for_whom, reaching, took_part
from kg.extract.gatherings import WITH_OWNER
from kg.extract.occasions import THE_MEETING, Occasions
from kg.extract.reading import AGENTS
from kg.extract.words import Guarded, any_of
from kg.model import Participation, Role, Span

if TYPE_CHECKING:

    from kg.extract.reading import Reading
    from kg.model import IRI, Passage

_ALSO = r"(?:(?:also|both|all|each|then|further|additionally|actively|jointly|as\s+well|well|mainly|largely)\s+)*"
_WAY = r"(?:in\s+person|online|remotely|virtually|physically|by\s+(?:video|tele|web|phone|correspondence)[\w\s-]{0,16}|via\s+[\w-]+(?:\s+link)?|through\s+(?:an?\s+)?(?:video|tele|web)[\w\s-]{0,16})"
_PRESENT = r"(?:present|attending|participating|represented|in\s+attendance|taking\s+part|(?:that|which|who)\s+(?:attended|participated|took\s+part|were\s+(?:present|represented)))"
_AT = rf"(?:\s+(?:in|at)\s+{THE_MEETING}|\s+(?:in|at)\s+it\b|\s+{_WAY})?"
_FOR_MEMBERS = r"(?:\s+(?:for|as|on\s+behalf\s+of|from)\s+(?:the\s+)?(?:[Mm]embers?(?:\s+(?:organi[sz]ations|agencies|states))?|partners|[Pp]arties)(?:\s+(?:of|to)\s+[^.:;,]{3,80}?)?)?"
"""… "present *for members of the Forum* were:"."""
_OF_NO_CHAIR = r"(?!(?:its|the|our|his|her)\s+(?:outgoing\s+|acting\s+|new\s+)?(?:[Cc]o-|[Vv]ice-)?(?:[Cc]hair|[Pp]resident|[Ff]acilitator))(?![^;.:]{0,60}\b(?:[Cc]o-|[Vv]ice-)?(?:[Cc]hair|[Pp]resident\b|[Ff]acilitator|[Mm]oderator))(?=(?:(?:Mr|Ms|Mrs|Dr|Prof|H)\.|[^;.,])[^;.,]{3,60}(?:,\s+(?:the\s+)?[^;.]{0,50}\b(?:Director|Secretary|Minister|Head|Mayor|Ambassador|Commissioner|Governor|Representative|Administrator|Coordinator|Officer)|\s\([A-Z]))"
_BODIES = r"(?:[Oo]rgani[sz]ations|[Aa]gencies|[Ee]ntities|[Bb]odies|[Ii]nstitutions|[Gg]overnments|[Ss]tates|[Pp]arties|[Cc]ountries|[Ss]ecretariats|[Oo]bservers|[Dd]elegations|[Pp]artners|[Mm]embers|[Rr]epresentatives|[Ee]xperts)"
_AFTER = Guarded(
    rf"\b(?P<passive>attended\s+{_ALSO}(?:(?:{_WAY}|on\s+(?:\w+\s+){{1,5}}?)\s*)?by|(?<=was\s)(?:(?:formally|officially|jointly|then)\s+)?(?:opened|closed|addressed|inaugurated)(?:\s+(?:in|on|at)\s+[^,;.()]{{2,40}}?)?\s+by(?=\s+{_OF_NO_CHAIR}))\b"
    rf"|\b(?P<active>(?:(?:with|[Aa]mong)\s+(?:the\s+)?(?:active\s+|full\s+)?participation\s+of|brought\s+together|(?:gathered|convened|assembled|drew|attracted|united)(?=\s+(?:(?:some|about|over|around|more\s+than|nearly|almost)\s+)?(?:[\w,]+\s+){{0,3}}(?:representatives|delegates|delegations|experts|officials|participants|ministers|scientists|specialists)\b)))\b"
    rf"|\b[Jj]oining\s+(?:them|him|her|the\s+[a-z]+)\s+were\b|\b(?:[Pp]articipants|[Aa]ttendees|[Pp]anell?ists|[Dd]iscussants|[Ss]peakers(?:\s+at\s+the\s+opening)?|[Rr]esource\s+persons|[Tt]hose\s+{_PRESENT}|[Oo]bservers|{_BODIES}\s+{_PRESENT}){_AT}\s+(?:also\s+)?(?:included|comprised|were(?!\s+(?:\w+ly\s+)?[a-z]+\s+(?:with|to|by|that|about)\b)(?:\s+from)?|came\s+from)\b"
    rf"|\b(?:[Aa]lso|[Tt]hose|[Oo]thers?|[Aa]mong\s+(?:the\s+|those\s+)?(?:\w+\s+){{0,2}})?\s*\b(?i:present|attending|participating|represented|in\s+attendance|taking\s+part|(?<=among\s)participants|(?<=among\sthe\s)(?:participants|observers|attendees|speakers|panell?ists)){_AT}{_FOR_MEMBERS}\s+(?:also\s+)?(?:were|was|included)\b"
)
"""What comes before those who took part …"""
_LABEL = Guarded(
    rf"(?:Participants{_AT}|Participating\s+\w+|(?:{_BODIES}|Those|Also|Delegations)\s+(?:present|attending|represented|in\s+attendance|participating)|Attendance|Attendees{_AT}|Attending|Present|In\s+attendance|Also\s+(?:present|attending|in\s+attendance)|Represented|Interventions|Speakers|Panell?ists|Discussants|Observers(?:\s+present)?)(?:\s*\([^()]{{1,40}}\)|\s+{_WAY})?\s*(?::|[–—]\s)"
)
_CLOCK = Guarded(r"\b[ap]\.m\.\s+(?=[A-Z])")
_THEY = re.compile(r"(?:They|These|Those|Among\s+them)\s+(?:also\s+)?(?:included|comprised|were)\s+(?=(?:the\s+)?(?:representatives|delegates|participants|experts|officials|observers|ministers|members|[A-Z]))")
_CROWD = re.compile(r"\b(?:participants|attend(?:ed|ees)|delegates|took\s+part|participated)\b")
"""Of many that came, *they included* A and B."""
_CAME = (
    r"(?:(?:gathered|met|convened|assembled|came\s+together)(?:\s+(?:in|at)\s+[A-Z][^,;.()]{2,40}?)?(?:\s+(?:this|last)\s+\w+|\s+today|\s+yesterday)?(?=\s+(?:for|at)\s+(?:the|an?)\s)|attended|participated|took\s+part|joined|dial(?:l)?ed\s+in|connected(?=\s+(?:remotely|online|by|via|from)\b)|followed\s+(?:the\s+)?(?:meeting|session|workshop|proceedings)(?=\s+(?:remotely|online|by|via)\b)|(?:was|were)\s+(?:also\s+|both\s+|all\s+|duly\s+|well\s+)*(?:represented|present|in\s+attendance|among\s+(?:the\s+|those\s+)(?:participants|observers|attendees|present|represented|attending|in\s+attendance|participating))|"
    r"spoke(?=\s+(?:also\s+)?at\s)|(?:gave|delivered)\s+(?:an?|the)\s+(?:opening\s+|closing\s+|welcome\s+)?(?:keynote(?:\s+(?:speech|address|lecture))?|speech|address|statement|lecture)(?=\s+at\s)|"
    r"sent\s+(?:an?\s+|their\s+|its\s+)?(?:observers?|representatives?|delegations?|delegates?)|(?:was|were)\s+(?:also\s+)?participated\s+as\s+observers?)"
)
_BEFORE = Guarded(rf"(?:(?<=[\w)’'”,])\s+)(?:(?:also|both|all|each|then|further|additionally|actively|jointly|had|who|which|that)\s+)*(?P<came>{_CAME})\b(?!\s+by\b(?!\s+(?:video|tele|web|phone|corr|means|(?:its|their)\s+(?:[a-z-]+\s+){{0,3}}(?:[Mm]inisters|[Aa]mbassadors?|[Rr]epresentatives?|[Dd]elegat\w+|[Ee]xperts?|[Oo]fficials|[Pp]rincipals|[Hh]eads|[Ff]ocal)|Mr|Ms|Mrs|Dr|Prof|H\.|observers|[\w\s-]{{0,20}}(?:link|connection))))")
"""… and what after them, or after the words for a list of them that follows."""
_AS = r"(?:\s+(?:in\s+(?:the|their|its)\s+capacity\s+)?as\s+(?!did|were|was|well)[^,;:.()]{2,60})"
_BEHALF = re.compile(r",?\s+(?:also\s+)?(?:on\s+behalf\s+of|in\s+the\s+name\s+of|(?:speaking\s+)?for|representing)\s+(?=[A-Z]|the\s+[A-Z])")
"""Mr. A took part *on behalf of* FAO."""
_GOES_WELL = re.compile(
    rf"(?:\s+(?:also|actively|fully|again|both|{_WAY}))*(?:{_AS}|\s+by\s+observers?|\s+by\s+(?:its|their)\s+(?:[a-z-]+\s+){{0,3}}(?:[Mm]inisters|[Aa]mbassadors?|[Rr]epresentatives?|[Dd]elegat\w+|[Ee]xperts?|[Oo]fficials|[Pp]rincipals|[Hh]eads|[Ff]ocal\s+[Pp]oints?)(?:\s+(?:of|in|to|at)\s+[^,;:.()]{{2,60}})?|\s+for\s+(?:all\s+|parts?\s+of\s+|the\s+)*(?:\w+\s+)?(?:agenda\s+)?items?\b[^,;:.()]{{0,40}}|\s+for\s+(?:the\s+(?:first|second|third)\s+time|(?:the\s+)?(?:first|second|last|opening|closing)\s+(?:day|session|part))|\s+on\s+(?:the\s+)?(?:\w+\s+day|\d{{1,2}}\s+\w+)|\s+(?:during|throughout|from)\s+[^,;:.()]{{2,40}})?"
    rf"(?=\s*[.:;,)\n]|\s*\Z|\s+(?:and|while|whereas|together|along|alongside|with|as\s+(?:did|well|were|was))\b)"
)
_BY_SOMEBODY = re.compile(r"\s+by\s+(?:(?:its|their|the)\s+(?:[A-Z][\w-]*\s+){1,6},?\s*)?(?=(?:Mr|Ms|Mrs|Dr|Prof|H\.\s?E)\b)")
_WAYS = re.compile(rf"\s+(?:{_WAY}|from\s+(?:a\s+)?(?:distance|remote))\b")
_JOINED = re.compile(r"\s+(?:for\s+(?:all\s+|the\s+|this\s+|part\s+of\s+)*(?:\w+\s+)?(?:agenda\s+)?items?\b|as\s+(?:an?\s+)?(?:observers?|guests?|speakers?|panell?ists?|participants?|resource\s+persons?)\b)")
_MEMBERS_OF = re.compile(r"(?:\d+\.\s+)?(?:The\s+)?(?:[Mm]embers|[Rr]epresentatives)\s+(?:of|to)\s+(?:the\s+)?[A-Z][^,;.()]{3,80}?\s+from\s+(?=[A-Z]|the\s)")
"""*Members of the Board from* Chad and Peru attended."""
_LIKEWISE = re.compile(r",?\s+(?:as|so)\s+(?:did|were|was|had|well\s+as)\s|,?\s+(?:together|along|alongside|jointly)\s+with\s|,\s+(?:including|among\s+(?:them|which|others)|namely|notably)\s(?:those\s+(?:of|from)\s)?")
_FOLLOWING = re.compile(r"\b(?:following|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|other)\b")
_UNSURE = re.compile(
    r"\b(?:not|unable|[Nn]either|[Ii]f|[Uu]nlike|nor|neither|no\s+longer|could|should|would|will|may|might|shall|can|invite[sd]?|inviting|request\w*|encourag\w+|wish\w*|hop(?:es?|ed|ing)|propos\w+|expect\w*|plan(?:s|ned)?\s+to|to\s+be|whether|if|agreed\s+that|decid\w+|"
    r"previous|last|apolog\w+|regret\w*|absen\w+|who\s+had\s+not)\b"
)
_SPOKE = ("spoke", "gave", "delivered")
"""Where no meeting is reported on, whoever spoke at one that is named came to it."""
_SO_DID = re.compile(r"So\s+did\s+(?=(?:the\s+)?(?:[A-Z]|representatives?\b|delegat\w+\b))")
_GATHERED = ("gathered", "met", "convened", "assembled", "came")
_AS_FOLLOWS = re.compile(r"\bas\s+follows\b|\bby\s+the\s+following\b")
_RELATIVE = re.compile(r",\s+(?:which|who)\s+(?:(?:also|had|both)\s+)*\Z")
_ACRONYM = re.compile(r"(?:\s*\([^()]{1,60}\)|\))?")
_BY_PERSON = re.compile(r"(?:\s*\([^()]{1,30}\))?,?\s+by\s+(?:(?:its|their|the)\s+(?:[A-Z][\w-]*\s+){1,6},?\s*)?(?:Mr|Ms|Mrs|Dr|Prof|H\.\s?E)\b")
_AND_THE = re.compile(r"(?:\band|[,;])\s+(?:[Tt]he\s+)?\Z")
_AT_THE = re.compile(r"\s+(?:in|at)\s+(?:the|this)\s")
_DATELINE = re.compile(r"\W*[A-Z][^.;:\n–—]{2,50}\s[–—-]\s+(?=[A-Z])")
"""At the beginning of a release: "Bern, 3 May 2031 – Experts …"."""
_SECRETARIAT_BY = re.compile(r"(?:\d+\.\s+)?The\s+(?:[\w-]+\s+){0,3}?[Ss]ecretariats?(?:\s+of\s+(?:the\s+)?[^,.;]{3,80}?)?\s+(?:was|were)\s+(?:also\s+)?represented\s+(?:at\s+the\s+\w+\s+)?by\s+(?:the\s+)?(?=[A-Z])")
_IN_WHICH = re.compile(r",?\s+(?:in|at|to)\s+which\s+")
_OPENING = re.compile(r"\W*(?:In|At|On|Upon|Following|After|As|During|Since|Under|Pursuant|Owing|To|For|From|Through|Besides|According|While|Although|Whereas|When|Because|With)\b(?![^,]*\b(?:attended|participated)\b)[^,;:]{0,160},\s+")
_ITEM = re.compile(r"\s*(?:[-–•*]|\([a-z]{1,3}\))\s")
_TOPIC = re.compile(
    r"\b(?:where|who\s+(?:discussed|met|agreed|considered)|to\s+(?:discuss|consider|review|share|exchange|agree)|and\s+(?:discussed|considered|reviewed|focused|addressed|adopted|agreed|was\s+\w+ed|\w+ed\s+(?:the|on|to))|with\s+the\s+aim|in\s+order|"
    r"[Aa]pologies|[Rr]egrets|[Aa]bsent|[Ee]xcused|Absences|Not\s+represented|(?<=\n)(?:Minutes|Note-?takers?|Venue|Date|Time|Agenda|Documents?|Location|Invited)\s*:|[Nn]ot\s+present|[Uu]nable\s+to|invited\s+but)\b"
)
_WORDS = any_of("So did", "spoke ", "opened by", "opened in", "opened on", "closed by", "addressed by", "inaugurated by", "keynote", " speech ", " address ", " lecture ", " statement at", "met in ", "met at ", "met for ", "met this ", "met last ", "came together", "oining ", "alled in", "aled in", "onnected ", "followed the", "They ", "These ", "Those ", "Among them", "nterventions", "attend", "Attend", "represented", "articipa", "resent", "took part", "taking part", "joined", "sent ", "anellist", "anelist", "iscussants", "peakers", "persons", "bservers", "together", "gathered", "convened ", "assembled", "drew ", "attracted", "united ")


def attending(reading: Reading) -> None:
    """State the organizations, states and people that attended a meeting."""
    occasions: Occasions | None = None
    for passage, sentence in reading.saying(_WORDS, "paragraph", "unnumbered", "preamble", "header"):
        occasions = occasions or Occasions(reading)
        _attended(reading, occasions, passage, sentence)
        if reading.says(sentence, "represented by"):
            _secretariat_by(reading, occasions, passage, sentence)
        if reading.says(sentence, "So did"):
            _so_did(reading, passage, sentence)


def _attended(reading: Reading, occasions: Occasions, passage: Passage, sentence: Span) -> None:
    """Read each clause of a sentence that tells who came."""
    cues = [(m, True) for m in reading.matches(_AFTER, sentence)]
    label = _label(reading, sentence)
    they = _THEY.match(reading.text, sentence.start, sentence.end)
    if they and not reading.opens(passage, sentence) and _CROWD.search(reading.text, *reading.sentence_before(passage, sentence.start)):
        label = they
    cues = [(label, True)] if label else cues
    cues += [(m, False) for m in reading.matches(_BEFORE, sentence) if not any(a.start() <= m.start("came") < a.end() for a, _ in cues)]
    cues.sort(key=lambda cue: cue[0].start())
    known: set[IRI] = set()
    for at, (cue, is_after) in enumerate(cues):
        start = _clause_start(reading, sentence, cue.start() if is_after else cue.start("came"))
        before = cues[at - 1][0] if at and not (is_after or cues[at - 1][1]) else None
        start = max(start, before.end()) if before else start
        following = cues[at + 1][0].start() if at + 1 < len(cues) else sentence.end
        end = max(cue.end(), reading.text.rfind(";", cue.end(), following)) if following < sentence.end else sentence.end
        if _UNSURE.search(WITH_OWNER.pattern.sub("", reading.text[start : cue.end()])):
            continue
        if is_after:
            subject = cue is not label and (cue["passive"] or cue["active"])
            meeting = occasions.subject(passage, Span(start, cue.start())) if subject else _within(reading, occasions, passage, sentence, cue) or occasions.context(passage, sentence)
            if meeting:
                occasions.recent[passage.id] = meeting
                _all(reading, _listed(reading, passage, Span(cue.end(), end)), meeting, known)
        else:
            _came(reading, occasions, passage, Span(start, end), cue, known)


def _secretariat_by(reading: Reading, occasions: Occasions, passage: Passage, sentence: Span) -> None:
    """ "*The Secretariat was represented by* UNEP and its centres, namely the Pond Centre and the Rain Centre." """
    match = _SECRETARIAT_BY.match(reading.text, sentence.start, sentence.end)
    meeting = occasions.context(passage, sentence) if match else ""
    if match and meeting:
        came = [one for one in attendees(reading, Span(match.end(), sentence.end)) if one.entity.kind != "Person"]
        took_part(reading, passage, came, meeting, set())


def _so_did(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "Ms. A spoke at the Pond Forum. *So did Mr. B.*" """
    match = _SO_DID.match(reading.text, sentence.start, sentence.end)
    before = reading.sentence_before(passage, sentence.start) if match else sentence
    items = reading.said_in(passage.id) if match else ()
    meetings = {s.target if isinstance(s, Role) else s.meeting for s in items if before.covers(s.evidence.span) and (isinstance(s, Participation) or (isinstance(s, Role) and s.role == "participant"))}
    if match and before.end <= sentence.start and len(meetings) == 1:
        took_part(reading, passage, attendees(reading, Span(match.end(), sentence.end)), meetings.pop(), set())


def _within(reading: Reading, occasions: Occasions, passage: Passage, sentence: Span, cue: re.Match[str]) -> IRI:
    """ "Participants *in the Dialogue* included …" """
    inside = _AT_THE.search(reading.text, cue.start(), cue.end())
    at = occasions.at(passage, sentence, inside.start()) if inside else None
    return at[1] if at else ""


def _label(reading: Reading, sentence: Span) -> re.Match[str] | None:
    """Return the label of a list, at the beginning of a sentence or after a time of day: "closed at 5 p.m. *Participants:* A, B"."""
    if not reading.may_match(_LABEL, sentence):
        return None
    clock = next(iter(reading.matches(_CLOCK, sentence)), None)
    return reading.begins(_LABEL, sentence) or (reading.begins(_LABEL, Span(clock.end(), sentence.end)) if clock else None)


def _clause_start(reading: Reading, sentence: Span, at: int) -> int:
    """Return where the clause begins that holds a place: after a semicolon, a colon, "that"."""
    cut = [m.end() for m in re.finditer(r"[:;]\s+|\bthat\s+(?=the\s|[A-Z])|,\s+(?:while|whereas|but)\s+", reading.text[sentence.start : at])]
    return sentence.start + (cut[-1] if cut else 0)


def _all(reading: Reading, heard: list[tuple[Passage, Span]], meeting: IRI, known: set[IRI]) -> None:
    for passage, words in heard:
        took_part(reading, passage, attendees(reading, words), meeting, known)


def _came(reading: Reading, occasions: Occasions, passage: Passage, clause: Span, cue: re.Match[str], known: set[IRI]) -> None:
    """ "A, B and C attended the meeting as observers" · "The following Parties were represented: A and B" """
    sentence = reading.sentence(passage, cue.start("came"))
    by = _BY_SOMEBODY.match(reading.text, cue.end(), clause.end) if cue["came"].endswith("represented") else None
    at = None if by else occasions.at(passage, sentence, cue.end())
    position = at[0] if at else cue.end()
    way = _WAYS.match(reading.text, cue.end(), clause.end)
    behalf = _BEHALF.match(reading.text, way.end() if way and not at else position, clause.end)
    on_behalf = reading.at(behalf.end(), clause.end, AGENTS) if behalf else None
    position = on_behalf[0].end if on_behalf else position
    well = _GOES_WELL.match(reading.text, position, clause.end)
    if not by and not at and (well is None or (cue["came"] == "joined" and not way and not _JOINED.match(reading.text, cue.end(), clause.end))):
        return
    meeting = at[1] if at else occasions.of_clause(passage, sentence, clause.start)
    subject = Span(clause.start, cue.start())
    which = None if at else _IN_WHICH.search(reading.text, subject.start, subject.end)
    held = occasions.just_before(passage, sentence, which.start()) if which else ""
    if which and held:
        meeting, clause = held, Span(which.end(), clause.end)
    spoke = cue["came"].startswith(_SPOKE)
    if spoke and (not at or occasions.own):
        return
    meeting = meeting or occasions.subject(passage, subject)
    if not meeting:
        return
    if not cue["came"].startswith(_GATHERED):
        occasions.recent[passage.id] = meeting
    subject = Span(clause.start, cue.start())
    opening = _OPENING.match(reading.text, subject.start, subject.end) or _DATELINE.match(reading.text, subject.start, subject.end)
    subject = Span(opening.end(), subject.end) if opening else subject
    members = _MEMBERS_OF.match(reading.text, subject.start, subject.end)
    subject = Span(members.end(), subject.end) if members else subject
    colon = reading.text.find(":", position, min(clause.end, position + 80))
    if colon >= 0 and (_FOLLOWING.search(reading.text, subject.start, subject.end) or (_AS_FOLLOWS.search(reading.text, position, colon) and not attendees(reading, subject))):
        _all(reading, _listed(reading, passage, Span(colon, clause.end)), meeting, known)
        return
    came = reaching(reading, attendees(reading, subject), subject) or _which(reading, Span(clause.start, cue.start("came")))
    took_part(reading, passage, for_whom(reading, came, on_behalf), meeting, known)
    likewise = by or _LIKEWISE.match(reading.text, well.end() if well else position, clause.end)
    if likewise:
        others = attendees(reading, Span(likewise.end(), clause.end))
        took_part(reading, passage, [one for one in others if not by or one.entity.kind == "Person"], meeting, known)
        if by:
            took_part(reading, passage, _each_by(reading, Span(by.end(), clause.end)), meeting, known)


def _which(reading: Reading, subject: Span) -> list[Attendee]:
    """ "At the suggestion of *FAO, which* attended as an observer": the one before the relative clause"""
    relative = _RELATIVE.search(reading.text, subject.start, subject.end)
    named = reading.named(Span(subject.start, relative.start()), AGENTS | {"State", "Person"}) if relative else []
    last = max(named, key=lambda pair: (pair[0].end, -pair[0].start), default=None)
    if last is None or relative is None or not _ACRONYM.fullmatch(reading.text, last[0].end, relative.start()):
        return []
    return [Attendee(last[0], last[1], last[0].end, linked=False)]


def _each_by(reading: Reading, words: Span) -> list[Attendee]:
    """ "FAO was represented by Ms. A and *WHO* by Mr. B" """
    named = reading.named(words, AGENTS | {"State"})
    return [Attendee(w, e, w.end, linked=False) for w, e in named if _BY_PERSON.match(reading.text, w.end, words.end) and _AND_THE.search(reading.text, words.start, w.start)]


def _listed(reading: Reading, passage: Passage, words: Span) -> list[tuple[Passage, Span]]:
    """Return some words and, where they end with a colon, the items below them."""
    if not words.of(reading.text).rstrip().endswith(":") and ":\n" not in words.of(reading.text):
        stop = _TOPIC.search(reading.text, words.start, words.end)
        return [(passage, Span(words.start, stop.start() if stop else words.end))]
    later = reading.document.passages[reading.document.passages.index(passage) + 1 :]
    items = takewhile(lambda p: p.kind == "unnumbered" and p.section == passage.section and _is_item(reading, p), later)
    return [(passage, Span(words.start, passage.body.end)), *((item, item.body) for item in items)]


def _is_item(reading: Reading, passage: Passage) -> bool:
    """Tell whether a passage is one line of a list of those who attended."""
    named = reading.named(passage.body, AGENTS | {"State"})
    first = named[0][0].start if named else passage.body.end
    return _ITEM.match(reading.text, passage.body.start, passage.body.end) is not None or not reading.text[passage.body.start : first].strip(" \tTthe")
