"""Who elects: the body that a sentence names before the verb, or means by a short form of its name, "the Subsidiary Body elected …"."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from kg.extract.meetings import meeting_body
from kg.extract.reading import BODIES, GROUPS
from kg.model import Span

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import IRI, Entity

_OFFICE = r"(?P<office>(?:Co-|Vice-|Deputy\s+)?(?:Chair(?:person|man|woman)?|President)|Rapporteur|(?:Deputy\s+)?Executive\s+Secretary|Facilitator)"
_ELECTS = r"(?:(?:had|has|also|then|further|subsequently|unanimously|by\s+\w+)\s+)*(?:(?:re-)?elect(?:ed|s)|appoint(?:ed|s)|designate[ds])\b"
_TILL_ELECTED = re.compile(r"(?:\s*\([^()]{2,60}\))?(?:,?\s+(?!elect|that\b)[\w-]+){0,4},?\s+(?:re-)?elect(?:ed|s)\b")
_SHORT_ELECTS = re.compile(r"\b[Tt]he\s+(?P<head>Council|Assembly|Plenary|Commission|Conference|Board)\s+(?:(?:then|also)\s+)?elect(?:ed|s)\b")
_OF_BEFORE = re.compile(r"\bof\s+(?:the\s+)?\Z")
_AS_OFFICE_OF = re.compile(rf"\s+as\s+(?:the\s+|its\s+)?{_OFFICE}s?\s+of\s+(?:the\s+)?")
_NEW_CLAUSE = re.compile(r"[;:]|\b(?:elected|welcomed|thanked|appointed)\b")
_ITS_SESSION = re.compile(r"(?:its\s+)?(?:[\w-]+\s+){0,2}(?:session|meeting)\b|(?:its\s+)?Bureau\b")
_GROUP_ELECTS = re.compile(rf"\b(?:[Gg]roups?(?:\s+(?:[IVX]{{1,3}}|\d))?|of\s+the\s+[Ww]hole|C[Oo]W|[Ss]ub-?[Cc]ommittee|[Ww]orkshop|[Ss]eminar|[Cc]aucus)\s+{_ELECTS}")
_IT_ELECTS = re.compile(rf"(?:\A|(?<=[\s,]))[Ii]t\s+{_ELECTS}")
_MET_BEFORE = re.compile(r"(?:\n|\d\.)\s+The\s+(?:[Cc]ommittee\s+of\s+the\s+[Ww]hole|(?:[\w-]+\s+){0,3}?(?:[Ww]orking|[Cc]ontact|[Dd]rafting|[Ee]xpert|[Tt]ask)\s+(?:[Gg]roup|[Tt]eam|[Ff]orce))\b(?:[^.;\n]|\n(?!\n)|\.(?=\d)){3,240}\.\s+\Z")
"""The working group met. *It elected* its chair: of the group."""
_REACH = 300
_HEADS = r"(?:[Bb]ranch|[Gg]roup|[Bb]ody|[Pp]anel|[Tt]eam|[Nn]etwork|[Cc]oalition|[Pp]artnership|[Ss]ub-?[Cc]ommittee)"
_UNKNOWN_ELECTS = re.compile(rf"\b(?:[Tt]he|[Ii]ts|[Aa])\s+(?P<subject>(?:[\w-]+\s+){{1,4}}?{_HEADS})\s+{_ELECTS}")
_UNKNOWN_NAME = re.compile(rf"\b[Tt]he\s+(?P<subject>(?:[A-Z][\w-]+\s+){{1,5}}(?!(?:Parties|States|Members|Delegates|Secretariat|President|Chair)\b)[A-Z][\w-]+|[A-Z]{{2,8}})\s+{_ELECTS}")
_SUBJECT = re.compile(
    rf"\b[Tt]he\s+(?P<subject>(?:[A-Z][\w-]+\s+){{0,4}}?(?:Body|Group|Panel|Team|Network|Partnership|Committee|Council|Commission|Conference|Assembly|Board|Plenary|Forum|"
    rf"committee|council|commission|conference|assembly|board|plenary|panel|forum))\s+{_ELECTS}"
)
"""A body in short; "the group" may be any."""
OF_THE_WHOLE = re.compile(r"\b[Cc]ommittee\s+of\s+the\s+[Ww]hole\b")
_THEN_ELECTS = re.compile(rf"\s+{_ELECTS}")
_TOP = 3
ITS_GROUP = re.compile(r"\b(?:[Ww]orking|[Cc]ontact|[Dd]rafting|[Ee]xpert|[Tt]ask|[Ss]teering|[Ss]mall|[Aa]dvisory|[Tt]echnical)\s+(?:[Gg]roup|[Tt]eam|[Ff]orce|[Cc]ommittee)\b[^;]{0,300}\bits\s+\Z")
"""Of the group, and not of whoever decides: "the working group shall …, and elects A as *its* chair"."""
_REPLACED = re.compile(r"\b(?:replac(?:e|es|ed|ing)|succeed(?:s|ed|ing)?|in\s+(?:the\s+)?place\s+of|instead\s+of|succession\s+to|the\s+resignation\s+of|the\s+departure\s+of)\s+(?:(?:H\.E\.|Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s+)*\Z")
_OF_PARTIES = re.compile(r"\bBureau\s+of\s+the\s+(?:Contracting\s+)?Parties\s+(?:to|of)\s+(?:the\s+)?")
_BEGINNING = 2000
_MEANT = BODIES | GROUPS | {"InterAgencyMechanism", "TreatyMechanism"}
SHORT_BODY = re.compile(r"(?:Assembly|Plenary|Conference|Council|Committee|Commission|Board|Forum)\b(?!\s+(?:of|on|for)\b)")
_ELECTION_BY = re.compile(r"\b[Ee]lection\s+by\s+the\s+(?P<short>(?:(?:Advisory|Executive|Supervisory)\s+)?(?:Board|Committee|Council|Assembly|Plenary|Commission|Panel|Bureau|Platform))\s+of\s")


def earlier_of_list(reading: Reading, sentence: Span, position: int) -> IRI:
    """ "elected Mr. A as Chair *of the …* and Ms. B as Vice-Chair": the body named with the office before, or an empty string."""
    before = list(_AS_OFFICE_OF.finditer(reading.text, sentence.start, position))
    body = reading.at(before[-1].end(), position, BODIES | GROUPS) if before else None
    return body[1].iri if body and not _NEW_CLAUSE.search(reading.text, body[0].end, position) else ""


def is_of_unknown(reading: Reading, sentence: Span, position: int) -> bool:
    """Tell "appointed Mr. A as Chair *of the Pond Panel* and Ms. B as its Vice-Chair", where nobody knows the panel."""
    said = list(_AS_OFFICE_OF.finditer(reading.text, sentence.start, position)) if "as its " in reading.text[sentence.start : position] else []
    return bool(said) and reading.at(said[-1].end(), position, BODIES | GROUPS) is None


def is_of_another(reading: Reading, sentence: Span, position: int) -> bool:
    """Tell "Chair *of the drafting group*": of something that is not the meeting's body in short."""
    if not _OF_BEFORE.search(reading.text, sentence.start, position) or _ITS_SESSION.match(reading.text, position, sentence.end):
        return False
    short, own = SHORT_BODY.match(reading.text, position, sentence.end), reading.entities.get(meeting_body(reading))
    return not (short and own and short[0] in own.label.split())


def a_group_elects(reading: Reading, sentence: Span) -> bool:
    """Tell "the working group elected …", "the Peer Review Body elected …" within the report of a body, where nobody knows which."""
    it = _IT_ELECTS.search(reading.text, sentence.start, sentence.end)
    if it and _MET_BEFORE.search(reading.text, max(0, sentence.start - _REACH), sentence.start) and electing(reading, sentence) is None:
        return True
    unknown = next((m for pattern in (_UNKNOWN_ELECTS, _UNKNOWN_NAME, _SUBJECT) if (m := pattern.search(reading.text, sentence.start, sentence.end))), None)
    own = meeting_body(reading)
    if any(e.iri != own and _THEN_ELECTS.match(reading.text, where.end, sentence.end) for where, e in reading.named(sentence, GROUPS | {"State"})):
        return True
    named = unknown is not None and reading.before(unknown.end("subject"), sentence.start, BODIES | {"Meeting", "COPSession"})
    if not _GROUP_ELECTS.search(reading.text, sentence.start, sentence.end) and (unknown is None or named):
        return False
    return electing(reading, sentence) is None


def electing(reading: Reading, sentence: Span) -> Entity | None:
    """Return the body that elects: named before the verb, or by a short form, "the Council", "the Liaison Group", where the document has one such only."""
    own = meeting_body(reading)
    may = [(w, e) for w, e in reading.named(sentence, BODIES | GROUPS | {"InterAgencyMechanism"}) if e.kind not in GROUPS or e.iri == own]
    named = next((e for w, e in may if _TILL_ELECTED.match(reading.text, w.end, sentence.end)), None)
    short = None if named else _SHORT_ELECTS.search(reading.text, sentence.start, sentence.end)
    if short:
        whole = reading.named(Span(0, len(reading.text)), BODIES)
        meant = {e.iri: e for _, e in whole if any(short["head"] in name.split() for name in (e.label, *e.names))}
        if len(meant) == 1:
            return next(iter(meant.values()))
    subject = None if named else _SUBJECT.search(reading.text, sentence.start, sentence.end)
    return in_short(reading, subject["subject"], sentence.start) if subject else named


def in_short(reading: Reading, words: str, before: int) -> Entity | None:
    """Return what some words of a name mean: the body that meets, else the only one of that name so far."""
    said = f" {' '.join(words.split()).lower()} "
    if words.lower().endswith("committee") and OF_THE_WHOLE.search(reading.text, 0, before):
        return None
    own = reading.entities.get(meeting_body(reading) or of_document(reading))
    if own and any(said in f" {name.lower()} " for name in (own.label, *own.names)):
        return own
    if words.islower() or " " not in said.strip():
        return None
    earlier = {e.iri: e for _, e in reading.named(Span(0, before), _MEANT)} | {e.iri: e for e in reading.bodies(Span(0, before))}
    meant = {iri: e for iri, e in earlier.items() if any(said in f" {name.lower()} " for name in (e.label, *e.names))}
    return next(iter(meant.values())) if len(meant) == 1 else None


def bureau_of(reading: Reading, body: IRI) -> IRI:
    """Return the bureau of a body, where it is known as such: "Vice-Chair *of the Bureau*"."""
    return next((e.iri for e in reading.entities.values() if e.label.startswith("Bureau of ") and ("partOf", body) in e.links), "")


def is_replaced(reading: Reading, sentence: Span, start: int) -> bool:
    """Tell "elected Mr. A to replace *Ms. B* as Vice-Chair": somebody else has now what B had."""
    return _REPLACED.search(reading.text, max(sentence.start, start - 60), start) is not None


def of_document(reading: Reading) -> IRI:
    """Return the only body that the title of a document names, or else the first sentence near its top that names any."""
    at = reading.text.find(reading.document.title) if reading.document.title else -1
    titled = reading.bodies(Span(at, at + len(reading.document.title))) if at >= 0 else []
    top = itertools.islice((span for _, span in reading.sentences("header", "paragraph", "unnumbered", "chapeau")), _TOP)
    meant = titled or next((found for span in top if (found := reading.bodies(span))), [])
    if meant:
        return meant[0].iri if len({body.iri for body in meant}) == 1 else ""
    bureau = _OF_PARTIES.search(reading.text, 0, _BEGINNING)
    treaty = reading.at(bureau.end(), len(reading.text), {"Convention"}) if bureau else None
    return next((e.iri for e in reading.entities.values() if treaty and e.kind == "ConferenceOfTheParties" and ("governs", treaty[1].iri) in e.links), "")


def elected_by(reading: Reading, before: Span) -> str:
    """Return the short form of who elects in "welcomes the election by *the Committee* of Ms. A as its chair", or an empty string."""
    match = _ELECTION_BY.search(reading.text, before.start, before.end) if reading.says(before, "lection by") else None
    return match["short"] if match else ""
