"""Decision verbs and what they do: two tables, from the words to the value."""

from __future__ import annotations

import re
from dataclasses import dataclass

_REGULAR = (
    "agree endorse encourage commit task welcome acknowledge consider continue request invite adopt note recommend urge recognize reaffirm "
    "establish emphasize underline decide affirm appoint appreciate authorize clarify commend conclude confirm congratulate "
    "designate elect express extend highlight initiate instruct launch propose recall reiterate resolve stress thank underscore "
    "accept assign remind state re-emphasize reconfirm determine direct select appreciate mandate empower entrust convene ensure require condemn deplore "
    "regret appeal commit pledge affirm nominate admit re-establish dissolve discontinue suspend postpone reject"
).split()
_RESOLVED = "support declare proclaim advise repeal amend suggest concur applaud renew ask defer exhort".split()
"""Verbs of resolutions; in the prose of a report their past forms tell what somebody said or did."""
_PHRASES = {
    r"takes?[*_]*\s+note": "take note",
    r"takes?\s+into\s+account": "consider",
    r"calls?[*_]*\s+(?:up)?on": "call upon",
    r"calls?[*_]*\s+for": "call for",
    r"appl(?:y|ies)": "apply",
    r"approves?": "approve",
    r"looks?\s+forward": "look forward",
    r"reemphasi[sz]es?": "re-emphasize",
    r"pays?\s+tribute": "pay tribute",
}


def _forms(verb: str) -> str:
    """Return the pattern for a verb's base form and third person.

    >>> _forms("stress"), _forms("agree")
    ('stress(?:es)?', 'agrees?')
    """
    if verb.endswith("y"):
        return f"{verb[:-1]}(?:y|ies)"
    if verb.endswith("ize"):
        return f"{verb[:-2]}[sz]es?"
    return f"{verb}(?:es)?" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s?"


def _past(verb: str) -> str:
    """Return the past form of a regular verb.

    >>> _past("agree"), _past("commit"), _past("elect")
    ('agreed', 'committed', 'elected')
    """
    if verb in {"commit", "regret", "admit"}:
        return f"{verb}ted"
    if verb.endswith("y"):
        return f"{verb[:-1]}ied"
    if verb.endswith("ize"):
        return f"{verb[:-2]}[sz]ed"
    return verb + ("d" if verb.endswith("e") else "ed")


VERBS: dict[str, str] = _PHRASES | {_forms(verb): verb for verb in (*_REGULAR, *_RESOLVED)}
"""Printed forms of decision verbs (patterns in lower case) and their base form."""

PAST: dict[str, str] = {
    r"took\s+note": "take note",
    r"called\s+(?:up)?on": "call upon",
    r"look(?:ed|s)?\s+forward": "look forward",
    "re-elected": "elect",
    "renewed": "renew",
    "deferred": "defer",
    r"approved": "approve",
    r"reemphasi[sz]ed": "re-emphasize",
} | {_past(verb): verb for verb in _REGULAR if verb not in {"consider", "continue", "task", "propose", "launch", "initiate", "clarify",
                                                            "convene", "ensure", "require", "select", "direct", "conclude", "state", "remind"}} | {"concluded": "conclude"}
"""Past forms, as the prose of meeting reports prints them; what is merely considered is not decided."""


MORE = r"(?:(?:also|further|again|strongly|urgently|once\s+again|hereby|thus|therefore)\s+)*"
_ANY = "|".join(VERBS)
_BRACKETED = re.compile(rf"\[{MORE}(?P<verb>{_ANY})\b", re.IGNORECASE)
_ALTERNATIVES = re.compile(rf"[*_]*(?:\s+of)?[*_]*\]?[*_]*(?:\s*[*_]*\[{MORE}(?:{_ANY})\]?[*_]*)+", re.IGNORECASE)
_AND_EITHER = re.compile(rf"(?:,|\band)\s+[*_]*(?:\[{MORE}(?:{_ANY})\][*_]*\s*){{2,}}", re.IGNORECASE)
"""… also further on: "… to share data, and *[urges] [encourages]* parties to help"."""


def bracketed(text: str, start: int, end: int) -> list[tuple[str, int]]:
    """Return the verbs between which a draft leaves the choice, after the first one, each with the position after them.

    >>> text = "[Urges] [Requests] parties to dig, and [invites][encourages] them to plant"
    >>> [verb for verb, _ in bracketed(text, len("[Urges"), len(text))]
    ['Requests', 'invites', 'encourages']
    """
    choices = (_ALTERNATIVES.match(text, start, end), _AND_EITHER.search(text, start, end))
    return [(m["verb"], either.end()) for either in choices if either for m in _BRACKETED.finditer(either[0])]


@dataclass(frozen=True, slots=True)
class EffectRule:
    """How the words after a verb make an effect.

    `target` says where what it affects is named: `group` or `thing` right after, `before` the
    words, `absorbed` on both sides, `implemented` after "implementation of", `within` anywhere.
    """

    verbs: frozenset[str]
    pattern: re.Pattern[str]
    kind: str
    target: str = "group"
    anywhere: bool = False
    needs_target: bool = True


_RESOLVE = frozenset({"agree", "decide"})
_WORK = r"(?:the\s+)?(?:work\s+of\s+(?:the\s+)?|mandate\s+of\s+(?:the\s+)?)?"


def _rule(verbs: frozenset[str] | str, pattern: str, kind: str, **more: object) -> EffectRule:
    chosen = frozenset({verbs}) if isinstance(verbs, str) else verbs
    return EffectRule(chosen, re.compile(pattern, re.IGNORECASE), kind, **more)  # type: ignore[arg-type]


EFFECTS: tuple[EffectRule, ...] = (
    _rule(_RESOLVE, r"(?:\s+to)?\s*extend\s+" + _WORK, "extend"),
    _rule(_RESOLVE, r"(?:\s+to)?\s*continue\s+(?:with\s+)?" + _WORK, "continue"),
    _rule(_RESOLVE, r"(?:\s+to)?\s*(?:conclude|close|dissolve|terminate|discontinue)\s+" + _WORK, "conclude"),
    _rule(_RESOLVE, r"(?:\s+to)?\s*(?:(?:re-?)?establish|create|set\s+up|launch|form)\s+(?:an?\s+|the\s+)?", "establish"),
    _rule(frozenset({"extend", "renew"}), r"\s+" + _WORK, "extend"),
    _rule(frozenset({"dissolve", "discontinue"}), r"\s+" + _WORK, "conclude"),
    _rule(_RESOLVE, r"\s+(?:becomes?|will\s+become|be\s+(?:converted|transformed)\s+into)\s+an?\s+(?:working\s+group|task\s+team|network|standing\s+\w+|consultative\s+process)",
          "convert", target="before", anywhere=True),
    _rule(_RESOLVE, r"\s+(?:and\s+)?(?:will\s+be|be|is)\s+renamed\b", "rename", target="before", anywhere=True),
    _rule(_RESOLVE, r"\s+(?:will\s+|to\s+)?absorbs?\s+the\s+tasks\s+of\s+", "absorb", target="absorbed", anywhere=True),
    _rule(_RESOLVE, r"\bcontinue\s+to\s+provide\s+secretariat\s+support\s+to\s+", "continue", target="implemented", anywhere=True),
    _rule("welcome", r"\s+the\s+continuation\s+of\s+" + _WORK, "continue"),
    _rule("endorse", r"\s+", "endorse", target="thing", needs_target=False),
    _rule("take note", r"\s+(?:with\s+\w+\s+)?of\s+" + _WORK, "take-note", target="thing", needs_target=False),
    _rule("encourage", r"", "encourage", target="within", needs_target=False),
    _rule("commit", r"\s+to\s+", "commit", target="implemented", needs_target=False),
    _rule("task", r"\s+", "task", target="thing", needs_target=False),
    _rule("request", r"\s+", "request", target="none", needs_target=False),
    _rule("invite", r"\s+", "invite", target="none", needs_target=False),
    _rule("urge", r"\s+", "encourage", target="none", needs_target=False),
    _rule(frozenset({"adopt", "approve"}), r"\s+", "adopt", target="thing", needs_target=False),
    _rule(frozenset({"establish", "re-establish"}), r"\s+(?:an?\s+|the\s+)?", "establish"),
    _rule("note", r"\s+", "take-note", target="none", needs_target=False),
    _rule("call upon", r"\s+", "encourage", target="none", needs_target=False),
)  # fmt: skip


def effect_rules(verb: str) -> tuple[EffectRule, ...]:
    """Return the rules for a verb, in the order they are tried."""
    return tuple(rule for rule in EFFECTS if verb in rule.verbs)
