"""The words of the network: sentences, type names, captions, and text that any XML file may hold."""

from __future__ import annotations

import re
from textwrap import wrap

ROLE_SENTENCES = {
    "lead": "{agent} leads {target}",
    "chair": "{agent} chairs {target}",
    "co-chair": "{agent} co-chairs {target}",
    "secretariat": "{agent} provides the secretariat of {target}",
    "host": "{agent} hosts {target}",
    "collaborator": "{agent} collaborates on {target}",
    "member": "{agent} is a member of {target}",
    "officer": "{agent} is an officer of {target}",
    "proposer": "{agent} proposed {target}",
    "reporting": "{agent} reported on {target}",
    "participant": "{agent} takes part in {target}",
}
LINK_SENTENCES = {
    "part of": "{agent} is part of {target}",
    "implements": "{agent} implements {target}",
    "established": "{agent} established {target}",
    "collaborates with": "{agent} collaborates with {target}",
    "reports to": "{agent} reports to {target}",
    "mandated by": "{agent} is mandated by {target}",
    "becomes": "{agent} becomes {target}",
    "absorbs": "{agent} absorbs the tasks of {target}",
    "succeeded by": "{agent} is succeeded by {target}",
    "succeeds": "{agent} succeeds {target}",
    "related to": "{agent} is related to {target}",
}
NAMED = {  # how a thing of each kind is called in a sentence
    "workstream": "the {}",
    "instrument": "the {}",
    "mechanism": "the {}",
    "body": "the {}",
    "proposal": "“{}”",
    "deliverable": "“{}”",
}
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2
CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
HEAD = re.compile(r"(.{4,60}? (?:on|for)(?: the| a| an)?) (.+)", re.DOTALL)  # "Task Team on a | UN System …"
CAPTION_WIDTH, CAPTION_LINES = 22, 4


def clean(text: str) -> str:
    r"""Return the text without the characters that no XML file may hold.

    >>> clean("a\x00b\x1bc")
    'abc'
    """
    return ILLEGAL.sub("", text)


def type_label(name: str) -> str:
    """Return the words of a class name, whether IRI, CURIE or label.

    >>> [type_label(name) for name in ("uneg:IssueManagementGroup", "uneg:UNEntity", "UN entity", "part-of")]
    ['Issue management group', 'UN entity', 'UN entity', 'Part of']
    """
    words = re.split(r"[-\s]+", CAMEL.sub(" ", re.split(r"[#/:]", name)[-1].strip()))
    text = " ".join(word if word.isupper() and len(word) > 1 else word.lower() for word in words if word)
    return text[:1].upper() + text[1:]


def named(name: str, kind: str) -> str:
    """Return a name as it stands in a sentence.

    >>> named("Working group on data", "workstream"), named("Data for the SDGs", "proposal"), named("UNEP", "agency")
    ('the Working group on data', '“Data for the SDGs”', 'UNEP')
    """
    if NAMED.get(kind) == "the {}" and name.lower().startswith("the "):
        return name
    return NAMED.get(kind, "{}").format(name)


def sentence(role: str, agent: str, target: str, *, basis: str, status: str, collective: bool) -> str:
    """Return a statement in words, with what is to be known before it is believed.

    >>> sentence("reporting", "UNDP", "the IMG on Biodiversity", basis="implied", status="", collective=False)
    'UNDP reported on the IMG on Biodiversity. A leading role is implied, not stated.'
    """
    pattern = {**ROLE_SENTENCES, **LINK_SENTENCES}.get(role)
    text = pattern.format(agent=agent, target=target) if pattern else f"{agent}: {role}, {target}"
    text = text[:1].upper() + text[1:] + (", together with others." if collective else ".")
    if basis == "implied":
        text += " A leading role is implied, not stated." if role == "reporting" else " This is implied, not stated."
    if status == "suggested":
        text += " This is suggested, not yet decided."
    return text


def caption(name: str, *, split: bool) -> tuple[str, tuple[str, ...]]:
    """Return what is written at a node: a small head that many share, and the lines that tell it apart.

    >>> caption("Issue Management Group on Human Rights and the Environment", split=True)
    ('Issue Management Group on', ('Human Rights and', 'the Environment'))
    """
    parts = HEAD.fullmatch(name) if split else None
    head, main = parts.groups() if parts else ("", name)
    main = main[:1].upper() + main[1:]
    lines = full = wrap(main, CAPTION_WIDTH) or [name]
    for width in range(CAPTION_WIDTH, CAPTION_WIDTH // 2, -1):  # the narrowest block of as many lines
        narrow = wrap(main, width, break_long_words=False)
        if len(narrow) == len(full) and max(map(len, narrow)) <= width:
            lines = narrow
    if len(lines) > CAPTION_LINES:
        lines = [*lines[: CAPTION_LINES - 1], lines[CAPTION_LINES - 1] + " …"]
    return head, tuple(lines)
