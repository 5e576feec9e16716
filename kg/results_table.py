"""A table for the terminal: labels instead of IRIs, line breaks between words.

Where the columns do not fit side by side each row is a record, which shows the short IRIs too.
Where the output is piped there is one line a row and nothing is cut, for `grep` and `awk`.
"""

from __future__ import annotations

import io
import re
import shutil
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.table import Table
    from rich.text import Text

_NARROWEST = 13
_PADDED = 48


def table(columns: Sequence[str], cells: Sequence[Sequence[str]], labels: Sequence[Sequence[str]], width: int | None = None) -> str:
    """Return rows as a table; `labels` holds, cell by cell, the label of an IRI or an empty string.

    >>> print(table(["agency", "role"], [["agency/unep", "lead"]], [["UNEP", ""]], width=0), end="")
    agency       role
    agency/unep  lead
    """
    if width is None:
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    if not width:
        return _lines(columns, cells)
    return _rich(columns, cells, labels, width)


def _lines(columns: Sequence[str], cells: Sequence[Sequence[str]]) -> str:
    rows = [list(columns), *([re.sub(r"\s+", " ", cell) for cell in row] for row in cells)]
    widths = [min(_PADDED, max(len(row[index]) for row in rows)) for index in range(len(columns))]
    return "".join("  ".join(cell.ljust(size) for cell, size in zip(row, widths, strict=True)).rstrip() + "\n" for row in rows)


def _rich(columns: Sequence[str], cells: Sequence[Sequence[str]], labels: Sequence[Sequence[str]], width: int) -> str:
    from rich.console import Console

    if not cells:
        return "no rows\n"
    shown = _shown_columns(columns, cells)
    hidden = [column for index, column in enumerate(columns) if not any(row[index] for row in cells)]
    stream = io.StringIO()
    console = Console(file=stream, width=width, force_terminal=sys.stdout.isatty(), highlight=False, markup=False)
    fits = len(shown) * _NARROWEST <= width
    rows = [[_cell(columns, row, names, index, iri=not fits) for index in shown] for row, names in zip(cells, labels, strict=True)]
    heads = [columns[index] for index in shown]
    console.print(_grid(heads, rows) if fits else _records(heads, rows))
    count = f"{len(cells)} row{'' if len(cells) == 1 else 's'}"
    console.print(f"{count}; empty: {', '.join(hidden)}" if hidden else count)
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines()) + "\n"


def _shown_columns(columns: Sequence[str], cells: Sequence[Sequence[str]]) -> list[int]:
    """Leave out empty columns, and labels, which are shown with what they name."""
    named = {f"{column}Label" for column in columns}
    return [
        index for index, column in enumerate(columns) if column not in named and any(row[index] for row in cells)
    ] or list(range(len(columns)))


def _cell(columns: Sequence[str], row: Sequence[str], names: Sequence[str], index: int, *, iri: bool) -> Text:
    """Return the label of a cell, followed by the short IRI where there is room for it."""
    from rich.text import Text

    label_column = f"{columns[index]}Label"
    label = row[columns.index(label_column)] if label_column in columns else names[index]
    value = re.sub(r"\s+", " ", row[index])
    if not label or label == value:
        return Text(value)
    label = re.sub(r"\s+", " ", label)
    return Text.assemble(label, " ", (value, "dim")) if iri and value else Text(label)


def _grid(heads: Sequence[str], rows: Sequence[Sequence[Text]]) -> Table:
    from rich import box
    from rich.table import Table

    grid = Table(box=box.HORIZONTALS, show_lines=True, pad_edge=False, header_style="bold")
    for head in heads:
        grid.add_column(head, overflow="fold")
    for row in rows:
        grid.add_row(*row)
    return grid


def _records(heads: Sequence[str], rows: Sequence[Sequence[Text]]) -> Table:
    """Show each row as a block of lines "column  value", where the columns do not fit side by side."""
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=None, show_header=False, pad_edge=False)
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column(overflow="fold")
    for row in rows:
        for head, cell in zip(heads, row, strict=True):
            if cell.plain:
                grid.add_row(head, cell)
        grid.add_row("", Text(""))
    return grid
