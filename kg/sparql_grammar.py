"""What was expected where: a small grammar of SPARQL 1.1, asked only when the engine refuses a query.

The engine names the place a little past the mistake and what it expected in the words of its
parser. This reads the tokens again by the grammar of the Recommendation
(https://www.w3.org/TR/sparql11-query/#sparqlGrammar) and remembers the furthest token that fits
nowhere, and what would have fitted there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from kg.errors import did_you_mean
from kg.sparql import Token, excerpt, position, tokenize

# A rule is "Name = pattern" or "Name : what people call it = pattern". In a pattern, quoted words and
# signs stand for themselves, capitals for a kind of token.
_GRAMMAR = """
Query = Prologue ( Select | Construct | Describe | Ask ) Values? END
Prologue = ( 'BASE' IRIREF | 'PREFIX' PREFIXNAME IRIREF )*
Select = SelectHead Dataset* Where Modifiers
SelectHead = 'SELECT' ( 'DISTINCT' | 'REDUCED' )? ( '*' | Column+ )
Column : a variable or (expression AS ?name) = VAR | '(' Expression 'AS' VAR ')'
SubSelect = SelectHead Where Modifiers Values?
Construct = 'CONSTRUCT' ( '{' Triples? '}' Dataset* Where Modifiers | Dataset* 'WHERE' '{' Triples? '}' Modifiers )
Describe = 'DESCRIBE' ( '*' | VarOrIri+ ) Dataset* Where? Modifiers
Ask = 'ASK' Dataset* Where Modifiers
Dataset = 'FROM' 'NAMED'? Iri
Where = 'WHERE'? Group
Modifiers = GroupBy? Having? OrderBy? ( Limit Offset? | Offset Limit? )?
GroupBy = 'GROUP' 'BY' GroupKey+
GroupKey : a variable or an expression in brackets = VAR | '(' Expression ( 'AS' VAR )? ')' | Call
Having = 'HAVING' Constraint+
OrderBy = 'ORDER' 'BY' OrderKey+
OrderKey : a variable or an expression in brackets = ( 'ASC' | 'DESC' ) Brackets | VAR | Brackets | Call
Limit = 'LIMIT' INTEGER
Offset = 'OFFSET' INTEGER
Values = 'VALUES' DataBlock
DataBlock = VAR '{' Data* '}' | '(' VAR* ')' '{' ( '(' Data* ')' )* '}'
Data : a value = Iri | Literal | 'UNDEF'
Group = '{' ( SubSelect | Body ) '}'
Body = Triples? ( Pattern '.'? Triples? )*
Pattern = 'OPTIONAL' Group | 'MINUS' Group | 'GRAPH' VarOrIri Group | 'FILTER' Constraint | 'BIND' '(' Expression 'AS' VAR ')'
  | 'VALUES' DataBlock | Group ( 'UNION' Group )*
Constraint : a condition in brackets = Brackets | Call
Triples = Triple ( '.' Triple? )*
Triple : a triple pattern = Nested Properties? | Term Properties
Properties = Verb Objects ( ';' ( Verb Objects )? )*
Verb : a property = VAR | Path
Objects = Object ( ',' Object )*
Object : an object = Nested | Term
Nested = '(' Object+ ')' | '[' Properties ']'
Term : a term = VAR | Iri | Literal | BLANK | '[' ']' | '(' ')'
Path = PathSequence ( '|' PathSequence )*
PathSequence = PathStep ( '/' PathStep )*
PathStep : a property = '^'? PathPrimary ( '?' | '*' | '+' )?
PathPrimary = Iri | 'a' | '!' ( PathOne | '(' ( PathOne ( '|' PathOne )* )? ')' ) | '(' Path ')'
PathOne = '^'? ( Iri | 'a' )
Expression : an expression = And ( '||' And )*
And = Relation ( '&&' Relation )*
Relation = Sum ( ( '=' | '!=' | '<=' | '>=' | '<' | '>' ) Sum | 'NOT'? 'IN' ExpressionList )?
Sum = Product ( ( '+' | '-' ) Product )*
Product = Unary ( ( '*' | '/' ) Unary )*
Unary : an expression = ( '!' | '+' | '-' )? Primary
Primary = Brackets | Call | Iri | Literal | VAR
Brackets = '(' Expression ')'
ExpressionList = '(' ( Expression ( ',' Expression )* )? ')'
Call = 'NOT' 'EXISTS' Group | 'EXISTS' Group | 'COUNT' '(' 'DISTINCT'? ( '*' | Expression ) ')'
  | 'GROUP_CONCAT' '(' 'DISTINCT'? Expression ( ';' 'SEPARATOR' '=' STRING )? ')'
  | AGGREGATE '(' 'DISTINCT'? Expression ')' | FUNCTION ExpressionList | Iri '(' 'DISTINCT'? ( Expression ( ',' Expression )* )? ')'
VarOrIri : a variable or IRI = VAR | Iri
Iri : an IRI or prefixed name = IRIREF | PNAME
Literal : a literal = STRING ( LANG | '^^' Iri )? | ( '+' | '-' )? NUMBER | 'true' | 'false'
"""

_FUNCTION_NAMES = (
    "STR LANG LANGMATCHES DATATYPE BOUND IRI URI BNODE RAND ABS CEIL FLOOR ROUND CONCAT STRLEN UCASE LCASE ENCODE_FOR_URI CONTAINS "
    "STRSTARTS STRENDS STRBEFORE STRAFTER YEAR MONTH DAY HOURS MINUTES SECONDS TIMEZONE TZ NOW UUID STRUUID MD5 SHA1 SHA256 SHA384 "
    "SHA512 COALESCE IF STRLANG STRDT SAMETERM ISIRI ISURI ISBLANK ISLITERAL ISNUMERIC REGEX SUBSTR REPLACE"
)
_FUNCTIONS = frozenset(_FUNCTION_NAMES.split())
_AGGREGATES = frozenset({"SUM", "MIN", "MAX", "AVG", "SAMPLE"})
_KINDS = {
    "VAR": "a variable such as ?x", "IRIREF": "an IRI such as <https://…>", "PNAME": "a prefixed name", "PREFIXNAME": "a prefix such as x:",
    "STRING": "a text in quotes", "NUMBER": "a number", "INTEGER": "a whole number", "BLANK": "a blank node", "LANG": "a language tag",
    "FUNCTION": "a function such as STR(…)", "AGGREGATE": "an aggregate such as MIN(…)", "END": "the end of the query",
}  # fmt: skip
_TOKEN_KINDS = {"var": "VAR", "iri": "IRIREF", "string": "STRING", "number": "NUMBER", "blank": "BLANK", "lang": "LANG"}
_SIGNS = "* / + - = != <= >= < > && || | ? ^^"
_GROUPS = (
    (frozenset({"OPTIONAL", "MINUS", "GRAPH", "FILTER", "BIND", "VALUES"}), "a clause such as OPTIONAL or FILTER"),
    (frozenset({"GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES"}), "a clause such as ORDER BY or LIMIT"),
    (frozenset(f"'{sign}'" for sign in _SIGNS.split()) | {"NOT", "IN", "a language tag"}, "an operator"),
)
_META = re.compile(r"'[^']+'|[A-Za-z]+|[()|?*+]")
_MOST = 7
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class _Node:
    """A part of a pattern: `kind` is one of word, token, rule, all, any, and the repetitions ? * +."""

    kind: str
    text: str = ""
    parts: tuple[_Node, ...] = ()


@cache
def _rules() -> dict[str, tuple[str, _Node]]:
    rules = {}
    for line in _GRAMMAR.replace("\n  |", " |").strip().splitlines():
        head, _, pattern = line.partition(" = ")
        name, _, label = head.partition(" : ")
        rules[name.strip()] = (label.strip(), _alternatives(_META.findall(pattern)))
    return rules


def _alternatives(words: list[str]) -> _Node:
    """Take a pattern off the front of a list of words, up to a closing bracket."""
    branches: list[_Node] = []
    sequence: list[_Node] = []
    while words and words[0] != ")":
        word = words.pop(0)
        if word == "|":
            branches.append(_Node("all", parts=tuple(sequence)))
            sequence = []
            continue
        node = _atom(word, words)
        while words and words[0] in {"?", "*", "+"}:
            node = _Node(words.pop(0), parts=(node,))
        sequence.append(node)
    branches.append(_Node("all", parts=tuple(sequence)))
    return branches[0] if len(branches) == 1 else _Node("any", parts=tuple(branches))


def _atom(word: str, words: list[str]) -> _Node:
    if word == "(":
        node = _alternatives(words)
        words.pop(0)
        return node
    if word.startswith("'"):
        return _Node("word", word[1:-1])
    return _Node("token" if word in _KINDS else "rule", word)


@dataclass(slots=True)
class _Reader:
    """Reads tokens by the grammar and remembers the furthest failure."""

    tokens: list[Token]
    furthest: int = -1
    expected: dict[str, None] = field(default_factory=dict)

    def read(self, node: _Node, at: int) -> int | None:
        """Return the position after what a node matches, or None."""
        match node.kind:
            case "all":
                for part in node.parts:
                    end = self.read(part, at)
                    if end is None:
                        return None
                    at = end
                return at
            case "any":
                ends = (self.read(part, at) for part in node.parts)
                return next((end for end in ends if end is not None), None)
            case "?" | "*" | "+":
                return self._repeat(node, at)
            case "rule":
                return self._rule(node.text, at)
            case _:
                return self._terminal(node, at)

    def _repeat(self, node: _Node, at: int) -> int | None:
        end = self.read(node.parts[0], at)
        if end is None:
            return None if node.kind == "+" else at
        while node.kind != "?" and end is not None and end > at:
            at = end
            end = self.read(node.parts[0], at)
        return at if end is None else end

    def _rule(self, name: str, at: int) -> int | None:
        label, pattern = _rules()[name]
        if not label:
            return self.read(pattern, at)
        outer = (self.furthest, self.expected)
        self.furthest, self.expected = -1, {}
        end = self.read(pattern, at)
        inner = (self.furthest, self.expected)
        self.furthest, self.expected = outer
        for what in inner[1] if inner[0] > at else [label]:
            self._fail(max(inner[0], at), what)
        return end

    def _terminal(self, node: _Node, at: int) -> int | None:
        token = self.tokens[at] if at < len(self.tokens) else Token("end", "", 0)
        if node.text in _kinds(token) if node.kind == "token" else _is(node.text, token):
            return at + 1
        self._fail(at, _KINDS.get(node.text) or (f"'{node.text}'" if not node.text[0].isalpha() else node.text))
        return None

    def _fail(self, at: int, what: str) -> None:
        if at > self.furthest:
            self.furthest, self.expected = at, {}
        if at == self.furthest:
            self.expected[what] = None


def _is(text: str, token: Token) -> bool:
    if text == "a":
        return token.kind == "word" and token.text == "a"
    return token.word == text.upper() if text[0].isalpha() else token.kind == "punct" and token.text == text


def _kinds(token: Token) -> set[str]:
    """Return the names under which the grammar knows a token."""
    kinds = {_TOKEN_KINDS.get(token.kind, "")}
    if token.kind == "pname":
        kinds = {"PNAME", "PREFIXNAME"} if token.text.endswith(":") else {"PNAME"}
    if token.kind == "number" and token.text.isdigit():
        kinds.add("INTEGER")
    if token.kind == "end":
        kinds.add("END")
    if token.word in _FUNCTIONS:
        kinds.add("FUNCTION")
    if token.word in _AGGREGATES:
        kinds.add("AGGREGATE")
    return kinds


def syntax_error(sparql: str) -> str | None:
    """Say where a query breaks the grammar and what was expected; None where it does not.

    >>> print(syntax_error("SELECT ?x WHERE { ?x a }"))
    Syntax error in line 1, column 24: found '}', expected an object or an operator.
        SELECT ?x WHERE { ?x a }
                               ^
    """
    tokens = tokenize(sparql)
    reader = _Reader(tokens)
    try:
        if reader.read(_rules()["Query"][1], 0) is not None:
            return None
    except RecursionError:
        return None
    at = max(reader.furthest, 0)
    token = tokens[at] if at < len(tokens) else Token("end", "", len(sparql.rstrip()))
    line, column = position(sparql, token.start)
    found = "the query ends" if token.kind == "end" else f"found {_shown(token.text)}"
    hint = _hint(token, tokens[at - 1] if at else None)
    problem = f"Syntax error in line {line}, column {column}: {found}, expected {_words(reader.expected)}.{hint}"
    return f"{problem}\n{excerpt(sparql, token.start)}"


def _words(expected: dict[str, None]) -> str:
    """Say in plain words what was expected: the particular first, kinds of clauses and operators last."""
    names, kinds = list(expected), []
    for members, kind in _GROUPS:
        rest = [name for name in names if name not in members]
        if len(rest) < len(names) - 1:
            names = rest
            kinds.append(kind)
    names = [*names, *kinds]
    if len(names) > _MOST:
        names = [*names[:_MOST], "something else"]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def _shown(text: str) -> str:
    """Return a token in quotes, a long one shortened."""
    if text in {'"', "'"}:
        return "a quotation mark"
    return f"'{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}'"


def _hint(token: Token, before: Token | None) -> str:
    """Add what people often mean."""
    for applies, hint in (
        (token.kind == "punct" and token.text in {'"', "'"}, " The quotation mark that opens here is never closed on its line."),
        (token.text == "," and before and before.kind == "var", " Variables after SELECT stand without commas."),
        (token.text == "=" and before and before.text == "=", " Equality is written with one '='."),
        (token.text == "<", " An IRI ends with '>' and has no blanks."),
        (token.word in _AGGREGATES | {"COUNT", "GROUP_CONCAT"}, f" Give it a name, in brackets: ({token.word}(?x) AS ?name)."),
    ):
        if applies:
            return hint
    keywords = set(re.findall(r"'([A-Za-z_]{2,})'", _GRAMMAR)) | _FUNCTIONS | _AGGREGATES
    if token.kind == "word" and token.word not in keywords and len(token.text) > 3:  # noqa: PLR2004 - short words are near to anything
        return did_you_mean(token.text, keywords)
    return ""
