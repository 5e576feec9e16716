"""The shapes of clauses that tell who works together on what, and who belongs to what: the part of the table of `shapes.py` that is built from a few lists of words.

Whoever makes something *with* another works with them; whoever leads it leads, and the other works with them.
"""

from __future__ import annotations

_AGENT = r"(?P<who>⟦[AM]\d+⟧)"
_ANYBODY = r"(?P<who>⟦[PAM]\d+⟧)"
_WHAT = r"(?P<what>⟦[TMAW]\d+⟧)"
_WORK = r"(?P<what>⟦[TWA]\d+⟧)"
_END = r"(?![’']s?\b|\s+(?:(?!(?:and|or|with|to|the|in|of|on|for|an?|by|as|at|is|was|has|will|since|from|which|that|ends|covers)\b)[a-z-]+\s+){0,2}(?:group|team|committee|board|panel|task\s+force|subgroup|network)\b|\s+(?:[A-Z]|resolution|secretariat|member|report|decision|staff|website|process|work\b|indicator|meeting|session)|\s*⟦)"
_ISSUE = r"(?:(?:[a-z-]+\s+){0,2}(?:version|edition|draft|phase|stage|generation|release|volume|round|update)\s+of\s+(?:the\s+)?)?"
"""Of what, somebody makes "*the third version of* the Pond Module"."""
_OF_WORK = rf"(?:(?:the|an?|its|their)\s+)?{_ISSUE}{_WORK}{_END}"
_OTHER = r"(?:⟦[AM]\d+⟧|(?:the\s+)?[Ss]ecretariat\b|[A-Z][\w-]+)"
_OWN_BODY = r"(?:(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Oo]ur)\s+(?:organi[sz]ation|agency|office|[Gg]overnment|country|[Ss]ecretariat|institute|ministry|programme|institution|entity)|it|they|we|he|she)"
_AUX = r"(?:(?:is|are|was|were|be|been|being|has|have|had|will|would|shall|also|now|currently|already|since|recently|then|both|jointly|together|closely|successfully|actively|continue[sd]?|to)\s+)*"
_MADE = (
    r"(?:co-)?(?:prepar(?:e|es|ed|ing)|develop(?:s|ed|ing)?|produc(?:e|es|ed|ing)|publish(?:es|ed|ing)?|launch(?:es|ed|ing)?|carr(?:y|ies|ied|ying)\s+out|conduct(?:s|ed|ing)?|compil(?:e|es|ed|ing)|design(?:s|ed|ing)?|"
    r"implement(?:s|ed|ing)?|organi[sz](?:e|es|ed|ing)|under(?:take|takes|taken|taking|took)|held|hold(?:s|ing)?|conven(?:e|es|ed|ing)|issu(?:e|es|ed|ing)|creat(?:e|es|ed|ing)|draft(?:s|ed|ing)?|(?:draw|draws|drew|drawn|drawing)\s+up|writ(?:e|es|ten|ing)|wrote|"
    r"execut(?:e|es|ed|ing)|establish(?:es|ed|ing)?|finali[sz](?:e|es|ed|ing)|updat(?:e|es|ed|ing)|revis(?:e|es|ed|ing)|build(?:s|ing)?|built|assembl(?:e|es|ed|ing)|"
    r"pilot(?:s|ed|ing)?|deliver(?:s|ed|ing)?|initiat(?:e|es|ed|ing)|plan(?:s|ned|ning)?|author(?:ed|ing)?|set(?:s|ting)?\s+up|test(?:s|ed|ing)?|edit(?:s|ed|ing)?|complet(?:e|es|ed|ing))"
)
_RUNS = r"(?:run(?:s|ning)?|ran|manag(?:e|es|ed|ing)|operat(?:e|es|ed|ing)|maintain(?:s|ed|ing)?|support(?:s|ing)?)"
_CARRIED = r"(?:carried\s+out|implemented|executed|undertaken)"
_MAKES = rf"(?:{_MADE}|{_RUNS})"
_LEADS = r"(?:co-)?(?:led|lead(?:s|ing)?|coordinat(?:e|es|ed|ing)|host(?:s|ed|ing)?|facilitat(?:e|es|ed|ing)|chair(?:s|ed|ing)?|steer(?:s|ed|ing)?|spearhead(?:s|ed|ing)?|head(?:s|ed|ing)?)"
_CO_MAKES = r"co-(?:organi[sz](?:e|es|ed|ing)|develop(?:s|ed|ing)?|author(?:s|ed|ing)?|writ(?:e|es|ten|ing)|wrote|produc(?:e|es|ed|ing)|publish(?:es|ed|ing)?|implement(?:s|ed|ing)?|design(?:s|ed|ing)?|launch(?:es|ed|ing)?|edit(?:s|ed|ing)?|manag(?:e|es|ed|ing)|creat(?:e|es|ed|ing)|draft(?:s|ed|ing)?|found(?:ed|ing)?|sponsor(?:s|ed|ing)?)"
_DOES = rf"(?:{_MAKES}|{_LEADS})"
_COOPERATING = r"[Ii]n\s+(?:(?:close|full|active|direct|technical|joint)\s+)?(?:collaboration|partnership|cooperation|association)\s+with"
_JOINTLY = rf"(?:(?:jointly|closely|directly)\s+)?(?:{_COOPERATING}|[Tt]ogether\s+with|[Jj]ointly\s+with|hand\s+in\s+hand\s+with|side\s+by\s+side\s+with)\s+(?:experts\s+from\s+)?(?:the\s+)?"
_HELPED = (
    r"(?:with\s+(?:the\s+)?(?:(?:technical|active|scientific|substantive|close|written|further|additional|strong|expert)\s+(?:and\s+\w+\s+)?)*(?:support|assistance|participation|involvement|help|contributions?|inputs?|advice)\s+(?:of|from|by)|"
    r"(?:and\s+)?(?:technically\s+)?(?:supported|assisted|helped)(?:\s+technically)?\s+by)\s+(?:the\s+)?"
)
_WORKING = r"(?:with\s+(?:the\s+)?help\s+(?:of|from)\s+(?:the\s+)?|working\s+(?:closely\s+|together\s+|jointly\s+|hand\s+in\s+hand\s+)?with\s+(?:the\s+)?)"
_WITH = rf"(?:{_JOINTLY}|{_HELPED}|{_WORKING})"
_LEADS_WITH = rf"(?:(?:closely\s+)?{_COOPERATING}\s+(?:the\s+)?|{_HELPED}|{_WORKING})"
"""Whoever leads *together with* another, does not lead alone."""
_PASSIVE = rf"(?!\w+ing\b){_DOES}"
_PLACE = r"(?:\s+(?:in|at)\s+(?:the\s+)?(?:[A-Z][\w’'-]+|⟦A\d+⟧)(?:,?\s+(?:[A-Z][\w’'-]+|⟦A\d+⟧)){0,3})?"
_BE = r"(?:(?:is|are|was|were|be|been|being|has|have|had|will|would|shall|to|also|now|currently|jointly|since|then|both|recently)\s+)*"
_ASIDE = r"(?:,\s+(?:[a-z]+ed|financed|funded|set\s+up|held|led)\s[^,;]{3,100}(?=,)|\s+(?:is|was|are|were)\s+[a-z]+ed\s[^;.]{3,100}?(?=,?\s+and\s))?"
"""What else is said of the work before: ", funded by ⟦A1⟧," or "is funded by ⟦A1⟧" (and made by …)."""
_LEAD_OF = r"(?:[Ll]ead(?:\s+(?:agenc(?:y|ies)|organi[sz]ations?|entit(?:y|ies)|countr(?:y|ies)|institutions?))?\s+(?:of|for)|[Cc]oordinator\s+(?:of|for)|in\s+charge\s+of|responsible\s+for|⟦[AM]\d+⟧\s+(?:leads?|coordinates?|led|coordinated))"
_AND_WORKS = r"(?:and|(?:on|in)\s+which\s+(?:it|they))\s+(?:(?:is|are|was|were)\s+working|works?|worked|cooperates?|collaborates?|cooperated|collaborated)(?:\s+on\s+it|\s+in\s+it)?"
"""Who leads and with whom: "leads the survey *and works with* ⟦A1⟧"."""
_BEEN = r"(?:is|are|was|were|be|been|being)"
_SINCE = r"(?:\s+since\s+\w+)?"
_REL = r"(?:,?\s+(?:and\s+)?(?:(?:which|that)\s+)?)"
_BY = r"(?:\s+by\s+(?:⟦[AMP]\d+⟧|[^;.,⟦]{3,60}?))"
_BE_DONE_BY = r"(?:,?\s+(?:(?:which|and|is|was|are|were)\s+){0,3}(?:co-)?[a-z]+ed\s+(?:jointly\s+)?by\s+⟦[AMP]\d+⟧|,?\s+(?:(?:which|and|is|was)\s+){0,3}(?:led|run)\s+(?:jointly\s+)?by\s+⟦[AMP]\d+⟧)"
_FUNDED = r"(?:,?\s+(?:and\s+)?(?:with\s+(?:financial\s+support|funding|financing|funds|a\s+grant|resources)\s+from|(?:funded|financed)\s+by)\s+⟦[AM]\d+⟧,?)?"
_CHAIN = r"(?:,?\s+(?:(?:of|for|to|in)\s+which|which|whose)\s(?:[^;.⟦]|⟦[PAM]\d+⟧){3,160}?)?,?\s+(?:and\s+)?"
_PARTNER = r"(?:(?!lead(?:ing)?\b)\w+\s+){0,2}?(?:[Pp]artners?|collaborators?|(?:co-|joint\s+)?implementers?|(?:[Ii]mplementing|[Ee]xecuting|[Cc]ooperating|[Pp]articipating|[Cc]ollaborating|[Pp]artner|[Cc]ontributing)\s+(?:agenc(?:y|ies)|organi[sz]ations?|entit(?:y|ies)|institut(?:e|ion)s?|countr(?:y|ies)|bod(?:y|ies)))"
_TEAMS = r"(?:collaborat(?:e|es|ed|ing)|cooperat(?:e|es|ed|ing)|work(?:s|ed|ing)?|partner(?:s|ed|ing)?|team(?:s|ed|ing)?\s+up|join(?:s|ed|ing)?\s+(?:forces|hands))(?:\s+(?:closely|directly|hand\s+in\s+hand|side\s+by\s+side|together|jointly))?"
_TOGETHER = r"(?:collaborat(?:e|ed|ing)|cooperat(?:e|ed|ing)|partner(?:ed|ing)?|team(?:ed|ing)?\s+up|join(?:ed|ing)?\s+(?:forces|hands)|work(?:ed|ing)?\s+(?:closely\s+)?(?:together|side\s+by\s+side|hand\s+in\s+hand|jointly))"
_FOR = rf"(?:on|in|for|within|under|through|to\s+{_DOES}|(?:in|on)\s+{_DOES})\s+(?:(?:the\s+)?(?:preparation|implementation|development|organi[sz]ation)\s+of\s+)?"
_REPORTS = r"^(?:\W*\d{1,3}\.\s+)?(?:(?:The\s+)?(?:[Rr]epresentative|[Dd]elegation|[Ss]ecretariat|[Oo]bserver|[Hh]ead|Director|Executive\s+(?:Secretary|Director))\s+(?:of|from)\s+(?:the\s+)?)?"
_FORM = r"(?:composed|made\s+up|comprised|consists?|consisting|consist)\s+of"
_COMPRISES = rf"(?:,?\s+which)?\s+(?:(?:is|was|are|will\s+be)\s+)?(?:{_FORM}|comprises?|comprised|includes?|included|comprising|including)"
_SEATS_OF = r"(?:[^;.:⟦]{0,60}\bmembers?\s+(?:of|from)\s+(?:the\s+)?⟦[AM]\d+⟧)?(?:,?\s+and|,?\s+(?:as\s+well\s+as|together\s+with|along\s+with)|,)?\s+(?:(?:one|two|three|four|five|six|an?|\d+)\s+)?(?:representatives?|experts?|delegates?)(?:\s+each)?\s+(?:of|from)\s+(?:each\s+of\s+)?(?:the\s+)?"
"""Seats that are counted: "comprises *two representatives of* ⟦A1⟧ and *one representative each of* ⟦A2⟧"."""
_NEW = r"(?:(?:founding|other|current|full|first|core|new|newest|active|associate|regular|permanent|further|charter|elected|additional)\s+)*"

JOINT: tuple[tuple[str, str], ...] = (
    # who made it, and with whom
    ("collaborator", rf"(?:⟦[AM]\d+⟧,?(?:\s+(?:which|who))?|{_OWN_BODY})\s+{_AUX}{_MAKES}\s+{_OF_WORK}{_PLACE},?\s+{_WITH}{_AGENT}"),
    ("collaborator", rf"(?:⟦[AM]\d+⟧,?(?:\s+(?:which|who))?|{_OWN_BODY})\s+{_AUX}{_LEADS}\s+{_OF_WORK}{_PLACE},?\s+{_LEADS_WITH}{_AGENT}"),
    ("collaborator", rf"{_WORK},?\s+(?:(?:which|that)\s+)?(?:⟦[AM]\d+⟧|{_OWN_BODY})\s+{_AUX}{_MAKES}{_PLACE},?\s+{_WITH}{_AGENT}"),
    ("collaborator", rf"{_WORK},?\s+(?:(?:which|that)\s+)?(?:⟦[AM]\d+⟧|{_OWN_BODY})\s+{_AUX}{_LEADS}{_PLACE},?\s+{_LEADS_WITH}{_AGENT}"),
    ("collaborator", rf"{_WORK},?\s+(?:which|that)\s+{_AGENT}\s+{_AUX}{_MADE}{_PLACE},?\s+{_JOINTLY}{_OTHER}"),
    ("collaborator", rf"{_REPORTS}{_AGENT}[^;.⟦]{{0,80}}{_WORK},?\s+(?:(?:which|that)\s+)?{_OWN_BODY}\s+{_AUX}{_MADE}{_PLACE},?\s+{_JOINTLY}{_OTHER}"),
    ("collaborator", rf"{_REPORTS}{_AGENT}[^;.⟦]{{0,80}}\s(?:that\s+)?{_OWN_BODY}\s+{_AUX}{_MADE}\s+{_OF_WORK}{_PLACE},?\s+{_JOINTLY}{_OTHER}"),
    ("collaborator", rf"(?:⟦[AM]\d+⟧|{_OWN_BODY}),?\s+{_AUX}{_DOES},?\s+{_WITH}{_AGENT},?\s+{_OF_WORK}"),
    ("collaborator", rf"(?:{_OTHER}|{_OWN_BODY}),\s+(?:{_WITH}|working\s+(?:closely\s+|together\s+)?with\s+){_AGENT},\s+{_AUX}{_DOES}\s+{_OF_WORK}"),
    ("collaborator", rf"{_AGENT},\s+(?:{_JOINTLY}|working\s+(?:closely\s+|together\s+)?with\s+){_OTHER}[^;.,⟦]{{0,60}},\s+{_AUX}(?:{_MAKES}|contributes?(?:\s+to)?)\s+{_OF_WORK}"),
    ("collaborator", rf"⟦[AM]\d+⟧,\s+{_JOINTLY}{_AGENT},\s+{_AUX}contributes?\s+to\s+{_OF_WORK}"),
    ("collaborator", rf"(?:^|[.;:]\s+|\sthat\s+|,\s+(?:and\s+)?){_JOINTLY}{_AGENT},?\s+(?:⟦[AM]\d+⟧|{_OWN_BODY})\s+{_AUX}{_DOES}\s+{_OF_WORK}"),
    ("collaborator", rf"{_WORK}{_ASIDE}{_REL}(?:{_BE}{_BEEN}\s+{_BE}{_PASSIVE}{_BY}?|{_PASSIVE}{_BY}){_PLACE}{_SINCE}{_FUNDED},?\s+{_WITH}{_AGENT}"),
    ("collaborator", rf"{_WORK}{_ASIDE}(?:,|,?\s+and)\s+{_PASSIVE}{_PLACE}{_FUNDED},?\s+{_WITH}{_AGENT}"),
    ("collaborator", rf"{_WORK},?\s+(?:being\s+|recently\s+)?(?:prepared|developed|produced|written|drafted|compiled|elaborated|revised|updated|designed)\s+(?:jointly\s+)?with\s+(?:the\s+)?{_AGENT}(?!\s+as\b|\s+fund)"),
    ("collaborator", rf"{_WORK}(?:[^;.⟦]|⟦[AMP]\d+⟧){{0,80}}?(?:,|\s+(?:and|was|were|been|is))\s+(?:also\s+)?co-(?:organized|organised|convened|hosted|developed|produced|published|designed|authored)\s+with\s+(?:the\s+)?{_AGENT}"),
    ("collaborator", rf"{_WORK}{_ASIDE}{_REL}{_BE}{_CARRIED}\s+by\s+(?:the\s+)?{_AGENT}{_PLACE}{_FUNDED},?\s+{_JOINTLY}{_OTHER}"),
    ("collaborator", rf"(?P<who>⟦[AM]\d+⟧),?\s+(?:which\s+)?{_AUX}(?P<jointly>(?:together|jointly)\s+(?:\w+\s+)?{_MAKES})\s+{_OF_WORK}"),
    ("collaborator", rf"(?P<who>⟦[AM]\d+⟧),?\s+(?:which\s+)?{_AUX}(?P<jointly>{_MAKES},?\s+(?:together|jointly)),?\s+{_OF_WORK}"),
    ("collaborator", rf"(?P<who>⟦[AM]\d+⟧),?\s+(?:which\s+)?{_AUX}(?P<jointly>{_CO_MAKES})\s+{_OF_WORK}"),
    ("collaborator", rf"(?P<who>⟦[AM]\d+⟧),?\s+(?:which\s+)?{_AUX}{_MAKES}\s+{_OF_WORK}\s+(?P<jointly>jointly|together)\b(?!\s+with)"),
    ("collaborator", rf"{_AGENT}\s+{_AUX}{_CO_MAKES}\s+{_OF_WORK}{_PLACE}\s+(?:together\s+|jointly\s+)?with\s+{_OTHER}"),
    ("collaborator", rf"{_OTHER}\s+{_AUX}{_CO_MAKES}\s+{_OF_WORK}{_PLACE}\s+(?:together\s+|jointly\s+)?with\s+{_AGENT}"),
    ("collaborator", rf"{_WORK},?\s+(?:which|that)\s+(?P<who>⟦[AM]\d+⟧)\s+{_AUX}(?P<jointly>(?:together|jointly)\s+{_MAKES}|{_MAKES}\s+(?:together|jointly)|{_CO_MAKES})"),
    ("collaborator", rf"{_WORK}{_ASIDE}{_REL}{_BE}(?P<jointly>jointly\s+{_MAKES}|{_MAKES}\s+jointly|{_CO_MAKES}|executed|implemented|carried\s+out)\s+by\s+(?P<who>⟦[AM]\d+⟧)"),
    ("collaborator", rf"{_WORK}{_REL}{_BE}{_MAKES}\s+by\s+an?\s+(?P<jointly>consortium|group|team|partnership|alliance)\s+(?:of|consisting\s+of|comprising|formed\s+by)\s+(?P<who>⟦[AM]\d+⟧)"),
    ("collaborator", rf"(?:{_DOES})\s+(?:the\s+)?{_WORK}(?:\s+(?:[A-Z][\w-]+\s+)?[^;.,⟦]{{0,20}})?\s+(?:assisted|supported|helped)\s+by\s+(?:the\s+)?{_AGENT}"),
    ("collaborator", rf"(?:takes?|took|taking|take)\s+the\s+lead\s+(?:in|on|for)\s+(?:{_DOES}\s+|the\s+\w+\s+of\s+)?(?:the\s+)?{_WORK},?\s+(?:{_WITH}){_AGENT}"),
    ("collaborator", rf"⟦[AM]\d+⟧,\s+(?:assisted|supported|helped)\s+by\s+(?:the\s+)?{_AGENT},\s+{_AUX}{_DOES}\s+(?:(?:an?|the)\s+(?:\w+\s+){{0,2}}(?:draft|version|edition)\s+of\s+)?{_OF_WORK}"),
    ("collaborator", rf"{_REPORTS}{_AGENT}[^;.⟦]{{0,80}}\s(?:that\s+|which\s+)?{_OWN_BODY}\s+{_AUX}{_MADE},?\s+{_JOINTLY}{_OTHER},\s+{_OF_WORK}"),
    ("collaborator", rf"(?:{_OWN_BODY})\s+and\s+(?:the\s+)?{_AGENT}\s+{_AUX}(?:{_TOGETHER}|(?:jointly|together)\s+{_MAKES})\s+(?:{_FOR})?{_OF_WORK}"),
    ("collaborator", rf"{_WORK},?\s+(?:an?\s+(?:[\w-]+\s+){{1,4}})?(?:(?:which|that)\s+)?(?:⟦[AM]\d+⟧|{_OWN_BODY})\s+{_AUX}{_MAKES}\s+with\s+{_AGENT}(?!\s+as\b)"),
    ("collaborator", rf"{_WORK}(?:[^.⟦]|⟦[AMP]\d+⟧){{0,140}}?(?:⟦[AM]\d+⟧|\s(?:and|which|while))\s+{_AUX}(?:{_TEAMS}\s+(?:on|in|for)|{_MAKES})\s+it\s+(?:closely\s+)?(?:(?:together\s+|jointly\s+)?with\s+(?:the\s+)?|{_WITH}){_AGENT}"),
    ("collaborator", rf"{_WORK}(?:{_BE_DONE_BY}){{1,3}},?\s+and\s+(?:is\s+|was\s+)?{_PASSIVE}{_PLACE},?\s+{_WITH}{_AGENT}"),
    ("collaborator", rf"{_WORK}[^;.]{{3,120}}?,?\s+and\s+(?:that\s+)?its\s+(?:preparation|organi[sz]ation|implementation|development|drafting|production)\s+{_BE}{_PASSIVE}{_BY},?\s+{_WITH}{_AGENT}"),
    ("collaborator", rf"as\s+follows:\s(?:[^.⟦]|⟦[A-Z]\d+⟧)*?{_WORK}\s*[–—:-]\s*⟦[AMP]\d+⟧,\s+(?:{_WITH}|with\s+(?:the\s+)?support\s+(?:from|of)\s+){_AGENT}"),
    ("collaborator", rf"{_AGENT},?\s+{_AUX}{_TEAMS}\s+with\s+(?:the\s+)?{_OTHER},\s+(?:the|its|which\s+is\s+the)\s+(?:co-?)?[Ll]ead(?:ing)?\s+\w+,\s+{_FOR}{_OF_WORK}"),
    ("collaborator", rf"{_WORK}{_REL}{_BE}{_MAKES}\s+by\s+(?P<who>⟦[AM]\d+⟧)\s+(?P<jointly>in\s+a\s+joint\s+\w+|together|jointly|in\s+partnership|in\s+collaboration)\b(?!\s+with)"),
    ("collaborator", rf"{_WORK},?\s+(?:which\s+)?(?:is|was|were|are)\s+the\s+(?:result|fruit|outcome|product)\s+of\s+(?:an?|the)\s+(?:\w+\s+){{0,2}}(?P<jointly>partnership|collaboration|cooperation|work|effort)\s+(?:between|of|by|among)\s+(?P<who>⟦[AM]\d+⟧)"),
    ("collaborator", rf"(?:[Tt]hanks\s+to|[Tt]hrough)\s+(?:the\s+|an?\s+)?(?:\w+\s+)?(?P<jointly>cooperation|collaboration|partnership|efforts?|work)\s+(?:of|between)\s+(?P<who>⟦[AM]\d+⟧),\s+{_WORK}"),
    ("collaborator", rf"(?P<who>⟦[AM]\d+⟧)\s+for\s+(?:their|the)\s+(?:close\s+|fruitful\s+|excellent\s+|good\s+)?(?P<jointly>(?:joint|common|shared)\s+(?:work|efforts?|preparation|development|publication|production|organi[sz]ation|implementation)|collaboration|cooperation|partnership)\s+(?:on|of|in|to\s+{_DOES})\s+{_OF_WORK}"),
    ("collaborator", rf"{_AGENT}\s+for\s+(?:[^;.⟦]{{0,90}}\sand\s+(?:for\s+)?)?(?:its|their)\s+(?:[a-z]+\s+)?(?:collaboration|cooperation|partnership|joint\s+work)\s+with\s+(?:the\s+)?⟦[AM]\d+⟧\s+(?:in|on)\s+{_OF_WORK}"),
    ("collaborator", rf"{_WORK},\s+to\s+the\s+[a-z]+\s+of\s+which\s+{_AGENT}\s+{_AUX}contribut(?:e|es|ed|ing)\b"),
    ("collaborator", rf"{_WORK}(?:[^;.⟦]|⟦[AMP]\d+⟧){{0,100}}?,?\s+with\s+{_AGENT}\s+(?:contributing|participating|assisting|providing\s+(?:the\s+)?(?!(?:its\s+|the\s+)?(?:[a-z-]+\s+){{0,2}}(?:[Ss]ecretariat|[Ss]ecretarial|fund\w*|financ\w*|money|grants?|loans?|venue|host\w*|chair\w*|rapporteur|meeting|interpretation|logistic\w*|administrative))[a-z])"),
    ("collaborator", rf"{_WORK}(?:[^;.⟦]|⟦[AMP]\d+⟧){{0,100}}?[;,]\s+(?:and\s+|while\s+)?{_AGENT}\s+{_AUX}(?:contribut(?:e|es|ed|ing)\s+to|collaborat(?:e|es|ed|ing)\s+(?:in|on)|cooperat(?:e|es|ed|ing)\s+(?:in|on)|participat(?:e|es|ed|ing)\s+in|tak(?:e|es|ing)\s+part\s+in)\s+it\b"),
    ("collaborator", rf"{_AGENT}\s+{_AUX}(?:supports?|supported|assists?|assisted|helps?|helped)\s+⟦[AM]\d+⟧\s+(?:in|with)\s+(?:{_DOES}\s+|the\s+(?:preparation|implementation|development|organi[sz]ation)\s+of\s+)?{_OF_WORK}"),
    ("collaborator", rf"{_WORK}{_ASIDE}{_REL}{_BE}{_MADE}\s+(?:by|under\s+the\s+(?:\w+\s+)?(?:leadership|coordination|guidance|lead|direction)\s+of)\s+(?P<merged>){_AGENT}"),
    ("collaborator", rf"(?P<every>){_AGENT},?\s+{_AUX}(?:{_MADE}|contributes?\s+to)\s+{_OF_WORK}"),
    ("collaborator", rf"{_WORK}{_ASIDE}{_REL}{_BE}(?:{_CARRIED}|{_MADE}|{_RUNS})\s+jointly\s+by\s+[^;.⟦]{{3,60}}?\s+(?:together\s+)?with\s+(?:the\s+)?{_AGENT}"),
    ("collaborator", rf"\bcontributions?\s+(?:of|by|from|made\s+by)\s+(?:the\s+)?{_AGENT}\s+to\s+the\s+(?:work|preparation|development|implementation|activities)\s+of\s+{_OF_WORK}"),
    ("collaborator", rf"(?P<who>⟦[AM]\d+⟧)\s+for\s+(?:having\s+)?(?P<jointly>jointly|together)\s+{_MAKES}\s+{_OF_WORK}"),
    ("collaborator", rf"(?:collaboration|cooperation|partnership)\s+of\s+{_AGENT}\s+with\s+(?:the\s+)?{_OTHER}[^;.,⟦]{{0,30}}\s+(?:in|on|within|under|for)\s+{_OF_WORK}"),
    ("collaborator", rf"(?:collaboration|cooperation|partnership)\s+of\s+{_OTHER}[^;.,⟦]{{0,30}}\s+with\s+(?:the\s+)?{_AGENT}\s+(?:in|on|within|under|for)\s+{_OF_WORK}"),
    ("collaborator", rf"(?P<jointly>joint|common)\s+(?:efforts?|work)\s+(?:of|by)\s+(?P<who>⟦[AM]\d+⟧)\s+(?:to|in|on)\s+(?:{_DOES}\s+)?{_OF_WORK}"),
    ("collaborator", rf"{_WORK}\s+(?:rests|relies|is\s+(?:based|built|founded))\s+(?:up)?on\s+(?:an?|the)\s+(?:\w+\s+)?(?P<jointly>partnership|collaboration|cooperation)\s+(?:between|of|among)\s+(?P<who>⟦[AM]\d+⟧)"),
    ("collaborator", rf"{_AGENT}\s+{_AUX}(?:provid(?:es?|ed|ing)|gave|gives?|suppli(?:es|ed))\s+(?:(?!secretariat|financial|administrative)[a-z]+\s+(?:and\s+)?){{0,3}}(?:support|assistance|advice|inputs?|expertise)\s+(?:to|for)\s+(?:the\s+(?:preparation|development|implementation|organi[sz]ation)\s+of\s+)?{_OF_WORK}"),
    ("collaborator", rf"{_WORK}{_ASIDE}{_REL}{_BE}{_PASSIVE}{_BY}?{_PLACE},?\s+{_WITH}⟦[AM]\d+⟧,?\s+and\s+{_WITH}{_AGENT}"),
    ("collaborator", rf"{_WORK},\s+an?\s+[a-z][\w -]{{2,40}}?\s+(?:which|that)\s+(?:⟦[AM]\d+⟧|{_OWN_BODY}|the\s+[A-Z]\w+)\s+{_AUX}{_DOES}{_PLACE},?\s+{_WITH}{_AGENT}"),
    ("collaborator", rf"(?:^|[.;]\s+|,\s+(?:and\s+)?)[Ww]ith\s+(?:the\s+)?(?:(?:technical|active|scientific|substantive|close|further|strong|expert)\s+)*(?:inputs?|contributions?|support|assistance|participation)\s+(?:from|of|by)\s+{_AGENT},\s+{_OF_WORK}\s+(?:is|was|are|were|has|have|had|will)\b"),
    ("collaborator", rf"{_WORK}\s+(?:is|was|are|were)\s+(?:under|in)\s+(?:preparation|development)(?:\s+by\s+⟦[AM]\d+⟧)?,?\s+{_WITH}{_AGENT}"),
    ("collaborator", rf"⟦[AM]\d+⟧\s+and\s+(?:its|their)\s+(?:\w+\s+)?partners,?\s+{_AGENT},?\s+{_AUX}{_DOES}\s+{_OF_WORK}"),
    ("collaborator", rf"{_WORK},\s+an?\s+(?:\w+\s+)?(?P<jointly>project|initiative|programme|product|publication|service)\s+(?:of|by)\s+(?P<who>⟦[AM]\d+⟧)"),
    ("collaborator", rf"⟦[AM]\d+⟧\s+{_AUX}(?:assisted|supported|helped)\s+in\s+(?:{_DOES}\s+)?{_OF_WORK}\s+by\s+{_AGENT}"),
    ("collaborator", rf"{_AGENT}\s+{_AUX}(?:involved|engaged)\s+in\s+{_OF_WORK}"),
    ("collaborator", rf"{_WORK}\s+involve[sd]\s+{_AGENT}"),
    # partners
    ("collaborator", rf"{_AGENT},\s+(?:the\s+)?(?:two\s+|three\s+|four\s+)?partners\s+of\s+⟦[AM]\d+⟧\s+(?:in|on)\s+{_OF_WORK}"),
    ("collaborator", rf"{_WORK}(?:[^;.⟦]|⟦[AMP]\d+⟧){{0,100}}?[;,]\s+(?:and\s+|while\s+)?its\s+(?:other\s+)?{_PARTNER}\s+(?:are|include|is)\s*:?\s+{_AGENT}"),
    ("collaborator", rf"{_AGENT}\s+(?:is|are)\s+⟦[AM]\d+⟧[’']s?\s+(?:\w+\s+)?partners?\s+(?:in|on|for)\s+{_OF_WORK}"),
    ("collaborator", rf"(?:{_PARTNER})\s+(?:of|for)\s+{_WORK}\s+(?:is|are|was)\s+⟦[AMP]\d+⟧,?\s+(?:and|while)\s+{_AGENT}\s+(?:is|are|was)\s+(?:its\s+|the\s+|an?\s+)?{_PARTNER}\b"),
    ("collaborator", rf"{_WORK},?\s+(?:which|that)\s+⟦[AM]\d+⟧\s+{_AUX}{_DOES}{_PLACE},?\s+with\s+{_AGENT}\s+as\s+(?:its\s+|the\s+|an?\s+)?{_PARTNER}\b"),
    ("collaborator", rf"⟦[AM]\d+⟧\s+{_AUX}{_DOES}\s+{_OF_WORK}{_PLACE},?\s+with\s+{_AGENT}\s+as\s+(?:its\s+|the\s+|an?\s+)?{_PARTNER}\b"),
    ("collaborator", rf"{_WORK}(?:[^;.⟦]|⟦[AMP]\d+⟧){{0,100}}?[;,]\s+(?:and\s+|while\s+|with\s+)?{_AGENT}\s+(?:is|are|was|were|being)\s+(?:its\s+|the\s+|also\s+|an?\s+|other\s+)*{_PARTNER}\b(?!\s+(?:of|in|for|to|on)\b)"),
    ("collaborator", rf"{_WORK}(?:[^;.⟦]|⟦[AMP]\d+⟧){{0,100}}?[;,]\s+(?:and\s+|while\s+|with\s+)?{_AGENT}\s+(?:contribut(?:e|es|ing)|participat(?:e|es|ing)|tak(?:e|es|ing)\s+part|(?:is|are)\s+(?:involved|associated))\s+as\s+(?:an?\s+|the\s+)?{_PARTNER}\b"),
    ("collaborator", rf"(?<!⟦\s){_AGENT}\s+{_AUX}(?:contribut(?:es?|ed|ing)|participat(?:es?|ed|ing)|involved|associated|tak(?:es?|ing)\s+part)\s+(?:to|in|with)\s+{_OF_WORK}\s+as\s+(?:an?\s+|the\s+)?{_PARTNER}\b"),
    ("collaborator", rf"(?:{_PARTNER})\s+(?:of|in|for|on)\s+{_WORK}\s+(?:are|is|were|include|included|comprise)\s*:?\s+{_AGENT}"),
    ("collaborator", rf"{_WORK}(?:[’']s)?\s+{_PARTNER}\s+(?:are|include|were)\s*:?\s+{_AGENT}"),
    ("collaborator", rf"{_AGENT},?\s+(?:(?:which|who)\s+)?(?:is|are|was|were)?\s*(?:(?:also|all|both)\s+)?(?:the\s+|an?\s+|one\s+of\s+(?:the\s+)?|among\s+(?:the\s+)?)?{_PARTNER}\s+(?:of|in|for|on|to)\s+{_OF_WORK}"),
    ("collaborator", rf"{_WORK}{_CHAIN}(?:for|of|in|on)\s+which\s+{_AGENT}\s+{_AUX}(?:(?:acts?|acted|serves?|served|participates?|involved)\s+as\s+)?(?:one\s+of\s+)?(?:the\s+|an?\s+|its\s+)?{_PARTNER}\b"),
    ("collaborator", rf"{_AGENT}\s+(?:acts?|acted|serves?|served)\s+as\s+(?:one\s+of\s+)?(?:the\s+|an?\s+|its\s+)?{_PARTNER}\s+(?:of|in|for|on|to)\s+{_OF_WORK}"),
    # what somebody gives to it
    ("collaborator", rf"{_AGENT},?\s+{_AUX}contribut(?:es?|ed|ing)\s+(?:(?!to\b|financially|funds|funding|US|\$|€|[\d,.]+\s|an?\s+amount)[^;.,⟦]{{3,60}}?\s+)?to\s+{_OF_WORK}"),
    ("member", rf"{_WHAT}{_CHAIN}to\s+which\s+{_AGENT}\s+{_AUX}(?:contribut(?:es?|ed|ing)|belong(?:s|ed)?)\s+as\s+(?:full\s+|its\s+)?members?\b"),
    ("collaborator", rf"{_WORK}{_CHAIN}to\s+which\s+{_AGENT}\s+{_AUX}contribut(?:es?|ed|ing)\b(?!\s+as\s+(?:\w+\s+)?members?\b)(?!\s+(?:US|\$|€|funds|funding|financ))"),
    ("collaborator", rf"{_WORK}\s+{_AUX}(?:receiv(?:es?|ed|ing)|benefit(?:s|ted|ed|ting)?\s+from)\s+(?:the\s+)?(?:(?:technical|active|scientific|substantive|expert)\s+)+(?:support|assistance|inputs?|contributions?|advice)\s+(?:from|of)\s+{_AGENT}"),
    ("collaborator", rf"{_WORK}\s+{_AUX}(?:supported\s+technically|technically\s+supported)\s+by\s+{_AGENT}"),
    ("collaborator", rf"(?:[Tt]hank(?:s|ed|ing)?|[Aa]ppreciat(?:es|ed|ing)|[Cc]ommend(?:s|ed|ing)|(?:[Aa]ppreciation|[Gg]ratitude|[Tt]hanks)\s+to)\s+{_AGENT}\s+for\s+(?:its|their)\s+(?:(?!financial\b)\w+\s+){{0,2}}(?:contributions?|inputs?|technical\s+support)\s+to\s+(?:the\s+(?:work|preparation|development|drafting)\s+of\s+)?{_OF_WORK}"),
    ("collaborator", rf"(?P<jointly>work|efforts)\s+of\s+(?P<who>⟦[AM]\d+⟧)\s+(?:on|in\s+{_MAKES})\s+{_OF_WORK}"),
    ("collaborator", rf"[Ww]ork\s+(?:on|for|under)\s+{_WORK}\s+(?:is|was|has\s+been)\s+shared\s+(?:between|among|by)\s+{_AGENT}"),
    # who work together
    ("collaborator", rf"(?P<who>⟦[AM]\d+⟧),?\s+(?:which\s+)?{_AUX}(?P<jointly>{_TOGETHER})\s+(?:closely\s+)?{_FOR}{_OF_WORK}"),
    ("collaborator", rf"{_AGENT},?\s+(?:which\s+)?{_AUX}{_TEAMS}\s+with\s+(?:the\s+)?{_OTHER}[^;.,⟦]{{0,30}}\s+{_FOR}{_OF_WORK}"),
    ("collaborator", rf"(?:{_OTHER}|{_OWN_BODY}),?\s+(?:which\s+)?{_AUX}{_TEAMS}\s+with\s+(?:the\s+)?{_AGENT}\s+{_FOR}{_OF_WORK}"),
    ("collaborator", rf"{_REPORTS}{_AGENT}[^;.⟦]{{0,80}}\s(?:that\s+)?{_OWN_BODY}\s+{_AUX}{_TEAMS}\s+with\s+(?:the\s+)?{_OTHER}[^;.,⟦]{{0,30}}\s+{_FOR}{_OF_WORK}"),
    ("collaborator", rf"{_WORK}{_CHAIN}(?:on|in|for|under)\s+which\s+(?:⟦[AM]\d+⟧|{_OWN_BODY})\s+{_AUX}{_TEAMS}\s+with\s+(?:the\s+)?{_AGENT}"),
    ("collaborator", rf"{_WORK}{_CHAIN}(?:on|in|for|under)\s+which\s+{_AGENT}\s+{_AUX}{_TEAMS}\s+with\s+(?:the\s+)?{_OTHER}"),
    ("collaborator", rf"{_WORK}{_CHAIN}(?:on|in|for|under)\s+which\s+(?P<who>⟦[AM]\d+⟧)\s+{_AUX}(?P<jointly>{_TOGETHER})"),
    ("collaborator", rf"(?:^|[.;]\s+)(?:Within|Under|Through|In|For|On|As\s+part\s+of|In\s+the\s+framework\s+of)\s+{_WORK},\s+{_AGENT}\s+{_AUX}{_TEAMS}\s+with\s+(?:the\s+)?{_OTHER}(?![^;.⟦]{{0,60}}\son\s)"),
    ("collaborator", rf"(?:^|[.;]\s+)(?:Within|Under|Through|In|For|On|As\s+part\s+of|In\s+the\s+framework\s+of)\s+{_WORK},\s+⟦[AM]\d+⟧\s+{_AUX}{_TEAMS}\s+with\s+(?:the\s+)?{_AGENT}(?![^;.⟦]{{0,60}}\son\s)"),
    ("collaborator", rf"(?:^|[.;]\s+)(?:Within|Under|Through|In|For|On|As\s+part\s+of|In\s+the\s+framework\s+of)\s+{_WORK},\s+(?P<who>⟦[AM]\d+⟧)\s+{_AUX}(?P<jointly>{_TOGETHER})(?![^;.⟦]{{0,60}}\son\s)"),
    ("collaborator", rf"(?P<who>⟦[AM]\d+⟧)\s+{_AUX}(?P<jointly>jointly)\s+(?:support|restore|train|promote)\s+[^;.⟦]{{0,60}}\s+(?:through|under|within)\s+{_OF_WORK}"),
    ("collaborator", rf"(?:\b[Tt]he\s+|\b[Aa]\s+|^|[.;]\s)(?:(?:close|ongoing|continued|long-standing|good|fruitful|joint|excellent)\s+)*(?P<jointly>[Cc]ollaboration|[Cc]ooperation|[Pp]artnership)\s+(?:of|between|among)\s+(?P<who>⟦[AM]\d+⟧)\s+(?:with\s+(?:⟦[AM]\d+⟧|the\s+\w+)\s+)?(?:in|on|within|under|for)\s+{_OF_WORK}"),
    ("collaborator", rf"(?<!strengthen )(?<!enhance )(?<!increase )(?<!seek )(?<!deepen )(?<!intensify )(?:[Ii]ts|[Tt]heir|[Oo]ur|[Hh]is|[Hh]er|[Tt]he)\s+(?:(?:close|ongoing|continued|continuing|fruitful|good|long)\s+)*(?:collaboration|cooperation|partnership)\s+with\s+{_AGENT}\s+(?:in|on|within|under)\s+{_OF_WORK}"),
    ("collaborator", rf"{_AGENT},?\s+{_AUX}(?:collaborat(?:e|es|ed|ing)|cooperat(?:e|es|ed|ing))\s+(?:closely\s+)?with\s+(?P<what>⟦T\d+⟧){_END}(?!\s+(?:to|and|on|in)\b)"),
    # members
    ("member", rf"{_WHAT}\s+(?:has|counts|had)\s+[^;.:⟦]{{0,40}}members[^;.:⟦]{{0,40}},\s+(?:including|among\s+them|such\s+as|notably)\s+{_AGENT}"),
    ("member", rf"{_ANYBODY}\s+(?:will|shall)\s+(?:also\s+)?(?:serve|sit)\s+on\s+{_OF_WORK}"),
    ("member", rf"{_ANYBODY},\s+(?:both|all|each)\s+(?:\w+\s+)?members\s+of\s+{_OF_WORK}"),
    ("member", rf"{_ANYBODY},\s+(?:an?|the|one\s+of\s+the)\s+{_NEW}members?\s+of\s+{_OF_WORK}"),
    ("member", rf"(?P<sure>){_REPORTS}{_AGENT}[^;.⟦]{{0,80}}\sthat\s+{_OWN_BODY}\s+(?:had\s+|has\s+)?(?:(?:recently\s+|now\s+|also\s+)*joined|(?:agreed|decided)\s+to\s+join|(?:agreed\s+to\s+)?become\s+(?:an?\s+)?{_NEW}members?\s+of)\s+{_OF_WORK}"),
    ("member", rf"(?P<sure>){_WHAT}[^;.⟦]{{0,40}}\swelcom(?:ed|es|e|ing)\s+{_ANYBODY}\s+(?:among\s+its\s+members|as\s+(?:an?\s+|its\s+)?{_NEW}members?)\b(?!\s+of\b)"),
    ("member", rf"{_ANYBODY}\s+(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:re-?)?(?:accepted|admitted|elected|appointed|confirmed|selected|co-opted)\s+as\s+(?:an?\s+|the\s+)?{_NEW}members?\s+of\s+{_OF_WORK}"),
    ("member", rf"{_WHAT}[^;.⟦]{{0,60}}(?:⟦[PAM]\d+⟧)?\s+and\s+(?:has|counts)\s+{_ANYBODY}\s+(?:as|among)\s+(?:its\s+)?{_NEW}members\b"),
    ("member", rf"(?:countries|agencies|entities|organi[sz]ations|[Ss]tates|[Pp]arties|institutions|bodies),\s+(?:including|among\s+them|such\s+as|namely)\s+{_AGENT},\s+(?:belong\s+to|are\s+members\s+of|have\s+joined|joined|form|make\s+up|sit\s+on)\s+{_OF_WORK}"),
    ("member", rf"{_AGENT}\s+(?:is|are|was|were|became|has\s+become|have\s+become)\s+the\s+(?:latest|newest|first|last|[a-z]+th)\s+(?:\w+\s+)?to\s+join\s+{_OF_WORK}"),
    ("member", rf"{_WHAT}\s+(?:[^;.⟦]{{0,30}}\s)?{_FORM}\s+(?:one|two|three|an?)\s+(?:representatives?|experts?|members?)\s+(?:each\s+)?(?:of|from)\s+(?:each\s+of\s+)?(?:the\s+)?{_AGENT}"),
    ("member", rf"{_WHAT}(?:,\s+(?:whose|which|of\s+which)\s(?:[^;.⟦]|⟦[PAM]\d+⟧){{3,100}}?)?,?\s+and\s+(?:(?:of|by|to)\s+)?its\s+{_NEW}members,?\s+(?:including|such\s+as|among\s+them|notably)\s+{_AGENT}"),
    ("member", rf"{_WHAT}(?:,?\s+(?:(?:which\s+)?(?:is|was)\s+)?(?:co-)?[a-z]+\s+by\s+⟦[PAM]\d+⟧)?,?\s+with\s+{_ANYBODY}\s+as\s+(?:an?\s+|its\s+|the\s+)?{_NEW}members?\b(?!\s+of\b)"),
    ("member", rf"{_WHAT},?\s+of\s+which\s+{_ANYBODY}\s+(?:is|are)\s+(?:also\s+)?(?:an?\s+|the\s+)?{_NEW}members?\b"),
    ("member", rf"{_WHAT}(?:[’']s)?\s+{_NEW}members\s+[^;.:⟦]{{0,60}}?(?:are|were|include|will\s+be|shall\s+be)\s*:?\s+(?:representatives\s+of\s+)?(?:[a-z ]{{3,40}},\s+)?{_ANYBODY}"),
    ("member", rf"{_WHAT}(?:,\s+(?:which\s+)?(?:(?:is|was|⟦[APM]\d+⟧)\s+)?[a-z-]+(?:\s+by\s+⟦[APM]\d+⟧)?)?,?\s+(?:and\s+)?whose\s+{_NEW}members\s+(?:[^;.:⟦]{{0,40}}\s)?(?:are|include)\s*:?\s+{_ANYBODY}"),
    ("member", rf"{_WHAT},?\s+(?:which\s+)?(?:is|was)?[^;.⟦]{{0,60}}(?:⟦[APM]\d+⟧)?{_PLACE},?\s+and\s+(?:which\s+)?(?:is\s+|was\s+)?(?:{_FORM}|comprises|comprising|includes|including|brings\s+together|unites)(?:,?\s+(?:among\s+others|inter\s+alia),?)?\s+{_ANYBODY}"),
    ("member", rf"{_WHAT}{_COMPRISES}{_SEATS_OF}{_AGENT}"),
    ("member", rf"{_WHAT}{_COMPRISES}{_SEATS_OF}⟦[AM]\d+⟧{_SEATS_OF}{_AGENT}"),
    ("member", rf"{_WHAT}{_COMPRISES}{_SEATS_OF}⟦[AM]\d+⟧{_SEATS_OF}⟦[AM]\d+⟧{_SEATS_OF}{_AGENT}"),
    ("member", rf"{_WHAT}\s+(?:[^;.⟦]{{0,30}}\s)?{_FORM}\s+(?:representatives|experts|delegates)\s+(?:of|from)\s+[a-zA-Z ]{{3,40}}\s+and\s+(?:of|from)\s+{_AGENT}"),
    ("member", rf"{_WHAT}\s+(?:comprises|includes|consists\s+of|is\s+composed\s+of),?\s+(?:besides|in\s+addition\s+to|apart\s+from|alongside)\s[^;.]{{3,60}},\s+(?:(?:one|two|three|an?)\s+)?(?:representatives?|experts?|members?)(?:\s+each)?\s+(?:of|from)\s+{_AGENT}"),
    ("member", rf"{_AGENT}\s+(?:each\s+|all\s+|both\s+|now\s+|also\s+)*(?:ha(?:s|ve)|holds?|occup(?:y|ies)|takes?|took)\s+(?:an?\s+|one\s+|two\s+|permanent\s+|\w+\s+)?seats?\s+(?:each\s+)?(?:on|in|at)\s+{_OF_WORK}"),
    ("member", rf"{_AGENT}\s+(?:is|are)\s+(?:also\s+|now\s+|all\s+|both\s+)*represented\s+(?:on|in)\s+{_OF_WORK}(?!\s+as\s+(?:an?\s+)?observers?)"),
    ("member", rf"{_WHAT},?\s+(?:on|in)\s+which\s+{_AGENT}\s+(?:is|are)\s+represented\b"),
    ("member", rf"{_WHAT},?\s+on\s+which\s+{_ANYBODY}\s+(?:sits?|serves?)\b"),
    ("member", rf"{_WHAT}(?:[^;.⟦]|⟦[APM]\d+⟧){{0,120}}?(?:[;,]\s+(?:and\s+|while\s+)?|\s+and\s+|\s+while\s+){_ANYBODY}\s+(?:belongs?\s+to\s+it|(?:are|is)\s+(?:also\s+)?(?:its\s+|the\s+)?{_NEW}members)\b(?!\s+of\b)"),
    ("member", rf"(?P<sure>)(?:[Aa]ccession|[Aa]dmission)\s+of\s+{_AGENT}\s+(?:to|into|as\s+(?:an?\s+)?{_NEW}members?\s+of)\s+{_OF_WORK}"),
    ("member", rf"[Ww]ith\s+the\s+(?:accession|admission|entry|arrival)\s+of\s+{_AGENT},\s+{_WORK}\s"),
    ("member", rf"(?P<sure>)[Aa]dmit(?:s|ted)\s+{_AGENT}\s+(?:to|into|as\s+(?:an?\s+)?{_NEW}members?\s+of)\s+{_OF_WORK}"),
    ("member", rf"(?P<sure>){_ANYBODY}\s+(?:has\s+|have\s+|had\s+)?(?:agreed|accepted|decided|undertook|undertaken|confirmed)\s+to\s+(?:join|become\s+(?:an?\s+)?{_NEW}members?\s+of|serve\s+on|sit\s+on|be\s+part\s+of)\s+{_OF_WORK}"),
    ("member", rf"{_AGENT},?\s+(?:which\s+)?(?:has\s+|have\s+|had\s+)?(?:[a-z]+ly\s+|also\s+|just\s+|now\s+|since\s+)*joined\s+{_OF_WORK}(?!\s+in\s+[a-z]+ing\b)"),
    ("member", rf"{_ANYBODY}\s+(?:has\s+|have\s+|had\s+)?(?:became|become)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){{0,2}}members?\s+of\s+{_OF_WORK}"),
    ("member", rf"(?:^|[.;]\s)With\s+{_AGENT}\s+as\s+(?:its\s+|the\s+)?{_NEW}members,\s+{_WHAT}\s"),
    ("member", rf"{_ANYBODY}\s+(?:has\s+|had\s+|will\s+)?(?:replaced?|replaces|succeed(?:s|ed)?)\s+⟦[PAM]\d+⟧\s+(?:as\s+(?:an?\s+|the\s+)?(?:\w+\s+)?member\s+of|on)\s+{_OF_WORK}"),
    ("member", rf"{_WHAT}\s+(?:has|counts|had|with)\s+[^;.:⟦]{{0,60}}members[^;.:⟦]{{0,40}}:\s+{_ANYBODY}"),
    ("member", rf"{_ANYBODY}(?:,\s+(?:the\s+)?(?:[Cc]o-|[Vv]ice-)?[A-Z][^;:.,⟦]{{3,60}},|,)?\s+(?:(?:now|also|currently|both|all|each)\s+)*(?:sits?|serves?|sat|served)\s+on\s+{_OF_WORK}"),
    ("member", rf"(?:^|[.;]\s+)[^;.:⟦]{{3,80}}?\s(?:(?:now|also|currently|both|all)\s+)*(?:sit|serve|are\s+represented)\s+on\s+{_OF_WORK}\s*:\s+{_ANYBODY}"),
    ("member", rf"(?<!\bamong\sthe\s)(?<!\bAmong\sthe\s)\b[Mm]embers\s+of\s+{_WHAT}(?:\s+(?:for|in|during|until)\s+[^;.:,⟦]{{2,50}}?)?\s+(?:are|were|will\s+be|shall\s+be)\s*:?\s+{_ANYBODY}"),
    ("member", rf"[Aa]mong\s+the\s+(?:\w+\s+){{0,2}}members\s+of\s+{_WHAT}\s+(?:are|were|is)\s+{_ANYBODY}"),
    ("member", rf"{_WHAT}(?:[^;.⟦]|⟦[PAM]\d+⟧){{0,100}}?[;,]\s+(?:and\s+)?(?:among\s+)?its\s+(?:\w+\s+){{0,2}}members\s+(?:are|include)\s+{_ANYBODY}"),
    ("member", rf"{_ANYBODY},?\s+(?:who\s+)?(?:(?:has|have|had)\s+)?(?:(?:recently|just|also)\s+)*joined\s+(?:the\s+)?{_WHAT}\s+as\s+(?:an?\s+|its\s+|the\s+)?{_NEW}members?\b"),
    ("member", rf"\b(?:[Ee]lect|[Aa]ppoint|[Dd]esignate|[Ss]elect|[Rr]e-elect)(?:s|ed|d)?\s+as\s+(?:the\s+)?{_NEW}members\s+of\s+{_WHAT}(?:,?\s+(?:for|until|to\s+serve)\s+[^;.:⟦]{{3,80}}?)?,?\s*:?\s+{_ANYBODY}"),
    ("member", rf"{_WHAT}\s+(?:has\s+|had\s+)?(?:(?:agreed|decided)\s+to\s+admit|admitted)\s+{_AGENT}(?!\s+to\b)"),
    ("member", rf"{_WHAT}[^;.⟦]{{0,80}};\s+it\s+(?:now\s+|currently\s+|also\s+)*(?:includes|comprises|consists\s+of|is\s+composed\s+of)\s+{_AGENT}"),
    ("member", rf"{_WHAT}\s+(?:is|was)\s+(?:made\s+up|composed)\s+of\s+[^;.⟦]{{3,60}},\s+(?:among\s+them|including|among\s+which|namely|such\s+as)\s+{_AGENT}"),
    ("member", rf"(?:agencies|entities|organi[sz]ations|countries|[Pp]arties|[Ss]tates|institutions|bodies|partners)\s+\({_AGENT}\)\s+(?:form|make\s+up|constitute|belong\s+to|sit\s+on|are\s+members\s+of)\s+{_OF_WORK}"),
    ("member", rf"{_ANYBODY}\s+(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:re-?)?(?:elected|appointed|admitted|named|co-opted)\s+to\s+(?:(?:serve|sit)\s+on\s+)?{_OF_WORK}"),
    ("member", rf"[Mm]embership\s+of\s+{_WHAT}\s+(?:was|has\s+been|had\s+been)\s+(?:enlarged|extended|expanded|widened|broadened)\s+(?:to\s+include|by)\s+{_AGENT}"),
    ("member", rf"{_WHAT}\s+(?:was|has\s+been|had\s+been)\s+(?:enlarged|extended|expanded|widened|broadened)\s+(?:to\s+include|by\s+the\s+(?:accession|admission)\s+of)\s+{_AGENT}"),
    ("member", rf"{_WHAT}\s+(?:groups|unites|gathers|assembles|brings\s+together)\s+[^;.⟦]{{3,60}},\s+(?:including|among\s+them|such\s+as|notably|among\s+others)\s+{_AGENT}"),
    ("member", rf"{_WHAT}\s+(?:groups|unites|gathers|assembles)\s+{_AGENT}"),
    ("member", rf"{_WHAT}\s+(?:now\s+)?(?:includes?|included|counts?|counted|has|had|numbers?)\s+among\s+its\s+(?:[a-z]+\s+)?members,?\s+{_AGENT}"),
    ("member", rf"{_WHAT}\s[^;.⟦]{{3,160}};\s+it\s+(?:is|was)\s+(?:co-)?[a-z]+ed\s+by\s+⟦[APM]\d+⟧[^;.⟦]{{0,40}},\s+and\s+{_AGENT}\s+(?:are|were|is|was)\s+(?:its\s+|the\s+|its\s+other\s+|the\s+other\s+)?members\b"),
    ("collaborator", rf"{_LEAD_OF}\s+(?:the\s+)?{_WORK},?\s+{_AND_WORKS}\s+(?:closely\s+)?with\s+{_AGENT}(?!\s+on\s+⟦)"),
    ("collaborator", rf"{_AGENT}\s+as\s+(?:[a-z]+\s+)?partners?\s+(?:in|of)\s+{_OF_WORK}"),
    ("collaborator", rf"{_WORK}\s[^.;⟦]{{3,80}}(?:⟦[AM]\d+⟧[^.;⟦]{{0,40}})?;\s+(?:and\s+)?{_AGENT}\s+(?:is|are)\s+(?:also\s+)?(?:its\s+)?partners?(?:\s+in\s+(?:it|the\s+(?:[A-Z][a-z]+|project|programme|initiative|work|survey|study|campaign)))?(?=[.;,]|$)"),
)
