"""The parts of a decision: its title, the body line, recitals, operative paragraphs, adoption.

> The Conference of the Parties,  ·  Recalling …,  ·  1. Decides to …;  ·  7th plenary meeting
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.text import WAS_DONE

if TYPE_CHECKING:
    from kg.parse.lines import Line

_COLLECTIVE = re.compile(
    r"[*_\s]*\[?(?:[IVX]{1,4}\.\s*)?The\s+(?:\w+(?:[ -]\w+){0,2}\s+)?"
    r"(?:Conference\s+of\s+the\s+(?:Contracting\s+)?Parties|(?:Meeting|Assembly)\s+of\s+the\s+Parties|General\s+Assembly|Environment\s+Assembly|"
    r"Plenary|Subsidiary\s+Body\s+(?:on|for)\s+[\w ,-]{4,90}|Governing\s+(?:Council|Body)|Executive\s+(?:Committee|Board)|Economic\s+and\s+Social\s+Council)"
    r"(?:\s+(?:of|to|serving)\s+(?:the\s+)?[\w ()-]{3,200})?"
    r"(?:,\s+in\s+(?:its\s+)?[Dd]ecision\s+[\w./-]{3,20}(?:\s+of\s+its\s+[\w-]+\s+[Mm]eeting)?,)?"
    r"(?:\s+decide[sd]?(?:,?\s+(?:in|by)\s+(?:its\s+)?[Dd]ec(?:\.|ision)\s+[\w./-]{3,20})?)?[*_\s]*[,.:]?[*_\s]*\Z",
    re.IGNORECASE,
)
"""The name of a body that decides, alone on its line: formats and some bodies leave out the comma."""
_BODY_LINE = re.compile(r"[*_\s]*\[?(?:The|THE|We)\b[^.;:]{4,400}?,[*_\s]*\Z")
_STATE = re.compile(r"[*_\s]*The\s+(?:[A-Z]\w+\s+){0,3}(?:Republic|Kingdom|Federation|Emirates|Netherlands|Bahamas|Gambia|Philippines|States\s+of\s+America)\b")
"""A line of a list of participants, "The Republic of Moldova,"."""
_RECITAL = re.compile(
    r"[*_\s]*\[?(?=[A-Z])(?:(?:Also|Further|Deeply|Gravely|Fully|Taking|Being|Having|Strongly|Bearing|Firmly|Keenly|Gratefully|Again)\s+)?"
    r"(?:\w+ing|Having|Mindful|Aware|Conscious|Concerned|Alarmed|Convinced|Determined|Guided|Encouraged|Inspired|Cognizant|Deeply|Desirous|Resolved|Committed|"
    r"Pursuant|Disturbed|Dismayed|Appreciative)\b|"
    r"[*_\s]*(?:(?:ALSO|FURTHER|NOTING|DEEPLY|FULLY)\s+)?(?:[A-Z]{3,}ING|AWARE|CONSCIOUS|CONCERNED|MINDFUL|CONVINCED|ALARMED)\b"
)
_OPERATIVE = re.compile(
    r"[*_\s]*(?:(?:Also|Further|Strongly)\s+)?(?:[A-Z]?[a-z]+(?:s|es))[*_]*(?:,?\s|:)|"
    r"[*_\s]*(?:(?:ALSO|FURTHER|STRONGLY)\s+)?[A-Z]{4,}S(?::|\s+(?:(?:NOTE|UPON|ON|FOR|FORWARD|ITS|THAT|ALSO|FURTHER|WITH)\s+){0,3}(?=[a-z]|the\b))",
    re.ASCII,
)
_THIRD_PERSON = re.compile(
    r"[*_\s\[(]*(?:(?:Also|Further|Strongly)\s+|(?:ALSO|FURTHER|STRONGLY)\s+)?(?:agrees|decides|requests|invites|urges|encourages|welcomes|notes|takes\s+note|recalls|reaffirms|reconfirms|recogni[sz]es|"
    r"acknowledges|adopts|endorses|approves|calls\s+(?:up)?on|instructs|directs|recommends|supports|stresses|emphasi[sz]es|elects|expresses|authori[sz]es|establishes|commends|repeals|determines|reiterates|accepts|appoints|confirms|underlines|underscores)\b",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"[*_\s]*To\s+(?:(?:also|further|strongly)\s+)?[a-z]{3,}\s")
_DECIDES = re.compile(r"\bdecide[sd]?\b")
_NOT_VERBS = re.compile(r"[*_\s]*(?:This|Its|These|Parties|Members|Options|Matters|Various|Countries|Annexes|Funds|Activities)\b")
_ADOPTION = re.compile(r"\s*(?:\d{1,3}(?:st|nd|rd|th)\s+(?:plenary\s+)?meeting|Adopted\s+(?:at|by|on)\b.{0,120})\s*\Z")
_DECIDED = re.compile(r"\bthe\s+(?:[A-Z]\w+\s+){1,5}(?:decided|agreed|resolved)\s*:\s*\Z")
"""Following the discussion, *the Board decided:*"""
_TOLD = re.compile(
    r"[*_]*[.:][*_\s]+(?P<sentence>The\s+(?:[A-Z][a-z]+\s+(?:of\s+the\s+)?){0,5}"
    r"(?:Committee|Conference|Plenary|Board|Council|Assembly|Commission|Panel|Meeting|Bureau|Body|Group|Forum|Parties)\s+(?:a\)\s+)?(?:(?:also|further|therefore)\s+)?"
    r"(?:[a-z]+ed|took\s+note|takes\s+note|approves|adopts|agrees|decides|endorses|requests|welcomes|invites|notes|accepts|recommends|elects)\s)"
)
_WAS_DONE = re.compile(rf"[*_]*[.:][*_\s]+(?P<sentence>(?:The\s+|[“\"'‘](?=[^“”\"]{{3,120}}[”\"'’])|(?:Mr|Ms|Mrs|Dr|Prof)\.?\s){WAS_DONE}[^;:]*\.\W*\Z)")
"""… or what was done: "Decision 9-1: *The agenda was adopted by the Committee.*"."""
_TELLS = re.compile(
    r"[*_\s]*(?:(?:The|All)\s+)?(?:[A-Z][\w-]+\s+){0,3}?(?:[Ss]enior\s+[Oo]fficials|(?:[Tt]echnical\s+)?[Ss]egment|Committee|Board|Council|Commission|Panel|Bureau|Plenary|Conference|Assembly|Group|IMG|Forum|Task\s+(?:Force|Team)|"
    r"team|Network|Partnership|Mechanism|[Mm]eeting|[Mm]embers|Participants|Principals|[Ff]ocal\s+[Pp]oints)"
    r"\s+(?:(?:also|further|therefore|then)\s+)?(?:took\s+note|called\s+(?:up)?on|(?:agre|decid|request|welcom|endors|approv|adopt|invit|encourag|urg|not|recommend|establish|recogni[sz]|reaffirm|elect|accept|commend|extend|confirm)ed)\s|"
    r"[*_\s]*(?:UN-[A-Z]\w+|[A-Z]{3,9}(?:-[A-Z]\w*|s)?)\s+(?:(?:also|further|therefore|then)\s+)?(?:took\s+note|(?:approv|adopt|endors|decid|agre|request|extend|establish|welcom|elect|accept|invit|encourag)ed)\s|"
    r"[*_\s]*The\s+(?:[A-Z][\w-]*\s+){0,3}?(?:(?=[\w-]*[A-Z]{2})[A-Z][\w-]+|Committee|Board|Council|Commission|Panel|Group|Team|Force|Network|Forum)\s+(?:(?:also|further|therefore|then)\s+)?(?:\*\*|__?|\*)(?:took\s+note|called\s+(?:up)?on|(?:agre|decid|request|welcom|endors|approv|adopt|invit|encourag|urg|not|recommend|"
    r"establish|recogni[sz]|reaffirm|elect|accept|commend|extend|confirm|thank|stress|express|emphasi[sz]|acknowledg)ed)(?=[*_\s])"
)
"""… with the verb in bold or italics, also others: "The SG-PONDS __thanked__ Chad"."""
_DONE = re.compile(
    r"[*_\s]*It\s+was\s+(?:(?:also|further|then|so|therefore)\s+)?(?:agreed|decided)\s|"
    r"[*_\s]*(?=[A-Z])(?:(?!\b(?:that|which|who|said|noted|reported|informed|recalled|was|were|if|when)\b)[^.;:]){1,140}?\s(?:was|were)\s+(?:(?:also|duly|then|unanimously|formally)\s+)*"
    r"(?:approved|adopted|endorsed|accepted|agreed|extended)(?=\s*[.;,]|\s*\Z|\s+(?:as|with|without|subject|by\s+consensus|for|until|to|and)\b)|"
    r"[*_\s]*[A-Z][^.;:]{1,100}?\s(?:was|were|is|are)\s+(?:(?:also|further)\s+)?(?:requested|invited|encouraged|urged)\s+to\s|"
    r"[*_\s]*(?:(?:Also|Further)\s+)?(?:Took\s+note|Agreed|Decided|Approved|Adopted|Endorsed|Accepted|Requested|Invited|Welcomed|Noted|Elected|Established|Recommended|Confirmed|Encouraged|Urged|Extended)[*_]*\s"
)
_NOMINAL = re.compile(
    r"[*_\s]*(?:Approval|Endorsement|Adoption|Acceptance|Establishment|Extension|Renewal|Election|Appointment)\s+of\s+"
    r"(?!.*\b(?:to\s+be|will|by\s+\d|pending|postponed|deferred|not)\b)"
)
_LONGEST_BODY = 420


def is_body_line(words: str) -> bool:
    """Tell the line that names the body that decides.

    >>> is_body_line("*The Conference of the Parties,*"), is_body_line("[The COP,"), is_body_line("The SBI agreed, again,")
    (True, True, False)
    """
    if re.match(r"[*_\s]*We,?\s+(?:the\b|(?:[A-Z]\w+\s+){0,4}[Mm]inisters\b)[^.;]{5,400},[*_\s]*\Z", words):
        return True
    if len(words) > _LONGEST_BODY or not _BODY_LINE.match(words) or _STATE.match(words):
        return False
    inner = re.sub(r"[*_,\[]", " ", words).split()
    return all(word[0].isupper() or word in {"of", "the", "to", "as", "serving", "meeting", "for", "on", "and", "in", "at", "its"} for word in inner)


def names_a_body(words: str) -> bool:
    """Tell the name of a body that decides, alone on its line.

    >>> names_a_body("The Conference of the Parties"), names_a_body("The Conference of the Parties met again.")
    (True, False)
    """
    return words.lstrip("*_ IVX.\t[")[:4] in {"The ", "THE "} and bool(_COLLECTIVE.match(words))


def is_bare_body_line(words: str, following: str) -> bool:
    """Tell the line that names the body that decides though it ends without its comma, by what comes after it.

    >>> is_bare_body_line("The Conference of the Parties", "1.Decides to meet again;"), is_bare_body_line("The Plenary", "It was late.")
    (True, False)
    """
    if not names_a_body(words):
        return False
    following = re.sub(r"\A\s*(?:[(\[]?\d{1,3}[.)]|[-•–])\s*", "", following)
    if following.startswith("to ") and _DECIDES.search(words):
        following = following.capitalize()
    return is_recital(following) or is_operative(following) or is_infinitive(following)


def is_infinitive(words: str) -> bool:
    """Tell an operative paragraph of the bodies that decide "To request the Panel to …"."""
    return bool(_INFINITIVE.match(words))

_TOLD_VERB = re.compile(r"[*_\s]*(?:(?:[Aa]lso|[Ff]urther|[Tt]hen)\s+)?(?:[Tt]ook|[A-Za-z][a-z]+ed)\b")
_OFFICIALS = re.compile(
    r"[*_\s]*(?:[A-Z][^.;:]{3,90},\s+the|The)\s+(?:(?:EMG\s+)?(?:Senior|Programme|Executive)\s+[A-Z]\w+(?:\s+[A-Z]\w+)?|"
    r"(?:[A-Z][\w-]+\s+){0,3}(?:Dialogue|Group|Network|Partnership|Forum|Mechanism|Alliance|Coalition|Task\s+(?:Team|Force)|IMG|[Mm]embers|[Pp]articipants|[Pp]rincipals|[Ff]ocal\s+[Pp]oints|meeting))"
    r"(?:\s+(?:(?:also|then|further)\s+)?(?:agreed|decided)(?:\s+to)?)?\s*:[*_\s]*\Z"
)


def is_chapeau(words: str) -> bool:
    """Tell the line above a list of decisions.

    >>> is_chapeau("The Senior Officials:"), is_chapeau("The Committee decided to:"), is_chapeau("It was late.")
    (True, True, False)
    """
    return len(words) < _LONGEST_BODY and ":" in words and bool(re.match(r"[*_\s]*The\s+[A-Z][^.;]{2,200}:[*_\s]*\Z", words))


def is_chapeau_of_officials(words: str) -> bool:
    """Tell the line above what those who meet by their rank or as a group decided, which needs no heading.

    >>> is_chapeau_of_officials("The Senior Officials:"), is_chapeau_of_officials("The Task Team:"), is_chapeau_of_officials("The Committee:")
    (True, True, False)
    """
    return ":" in words and bool(_OFFICIALS.match(words))


def is_told(words: str) -> bool:
    """Tell what was done from what is to be done.

    >>> is_told("Took note of the report;"), is_told("Take note of the report;")
    (True, False)
    """
    return bool(_TOLD_VERB.match(words))


_IMPERATIVE = (
    r"(?:(?:also|further)\s+)?(?:take\s+note|note|agree|decide|endorse|approve|adopt|accept|request|invite|encourage|urge|call\s+(?:up)?on|recommend|welcome|acknowledge|recogni[sz]e|"
    r"reaffirm|commend|establish|re-establish|extend|renew|conclude|dissolve|discontinue|continue|commit|task|support|mandate|authori[sz]e|appoint|elect|nominate|designate|consider|confirm|launch)"
)
_SUGGESTED = re.compile(
    rf"\W*(?:{_IMPERATIVE}\s+(?:the|an?|that|to|of|on|its|their|all|any|with|upon|this|these|(?-i:[A-Z]))|"
    rf"(?:[^.;:\s]+\s+){{1,10}}?(?:to\s+{_IMPERATIVE}\s|(?:is|are)\s+(?:also\s+|further\s+)?(?:requested|invited|encouraged|urged|asked)\s+to\s))",
    re.IGNORECASE,
)


def suggests(words: str) -> bool:
    """Tell an action item without a letter: what is to be decided, or who is asked to do what.

    >>> suggests("Take note of the report;"), suggests("Members to welcome it."), suggests("UNEP is invited to dig."), suggests("Support came late.")
    (True, True, True, False)
    """
    return bool(_SUGGESTED.match(words))


def is_recital(words: str) -> bool:
    """Tell a paragraph of a preamble by its participle.

    >>> is_recital("*Also recalling* decision 1/CP.21,"), is_recital("Decides to meet again;")
    (True, False)
    """
    return bool(_RECITAL.match(words)) and not _DECIDED.search(words) and not is_decision(words)


_SENTENCE = re.compile(
    r"(?:(?:Having|Following|After)\s[^.;]{3,260},\s+)?[Tt]he\s+(?:[A-Z]\w+)(?:\s+(?:of\s+the\s+)?[A-Z]\w+){0,4}(?:,\s[^;]{3,260},)?\s+(?:(?:also|further)\s+)?"
    r"(?:decide[sd]|approve[sd]|adopt(?:s|ed)|endorse[sd]|takes?\s+note|took\s+note|agree[sd]|request(?:s|ed)|elect(?:s|ed)|note[sd]|welcome[sd]|invite[sd]|accept(?:s|ed)|establishe[sd])\s.*\.[*_\s]*\Z",
    re.DOTALL,
)


def is_decision(words: str) -> bool:
    """Tell a decision that is told in one sentence below its symbol.

    >>> is_decision("The Board, having met, approves the budget."), is_decision("The budget of the Board")
    (True, False)
    """
    return bool(_SENTENCE.match(words))


def is_operative(words: str) -> bool:
    """Tell an operative paragraph without a number by its verb: "Decides to …"."""
    return bool(_OPERATIVE.match(words)) and not _NOT_VERBS.match(words)


def decides(words: str) -> bool:
    """Tell a paragraph that begins with a verb of decision, which no noun in the plural is.

    >>> decides("*Also requests* the Board to meet;"), decides("Rules of procedure")
    (True, False)
    """
    return bool(_THIRD_PERSON.match(words))


def is_adoption(words: str) -> bool:
    """Tell the line that says when a decision was adopted: "7th plenary meeting"."""
    return bool(_ADOPTION.match(words))


def told(text: str, line: Line) -> int:
    """Return where the sentence begins that stands in place of a title on the line of a symbol: "Decision 9-1: *The Committee agreed …*"; or 0."""
    match = _TOLD.match(text, line.body.end, line.span.end) or _WAS_DONE.match(text, line.body.end, line.span.end)
    return match.start("sentence") if match else 0


def tells(words: str) -> bool:
    """Tell an item of a list of decisions that names the body itself.

    >>> tells("The senior officials took note of the list."), tells("The guide requested help.")
    (True, False)
    """
    return " " in words[:60] and bool(_TELLS.match(words))


def is_done(words: str) -> bool:
    """Tell an item of a list of decisions that begins with what was done, or says who was asked to act.

    >>> is_done("Agreed to dig."), is_done("UNEP was invited to dig."), is_done("Red ponds were dug.")
    (True, True, False)
    """
    return bool(_DONE.match(words))


def names_a_decision(words: str) -> bool:
    """Tell an item of a list of decisions that has no verb but its noun.

    >>> names_a_decision("Approval of the budget."), names_a_decision("Approval of the budget is to be sought.")
    (True, False)
    """
    return bool(_NOMINAL.match(words))


def decision_title(text: str, line: Line) -> str:
    """Return the title that stands on the line of a decision's symbol, or an empty string."""
    rest = text[line.body.end : line.span.end]
    return " ".join(rest.split()).strip(" \t.:*_|")
