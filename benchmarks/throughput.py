"""How many reports a second one core reads into statements, and whether memory grows with their number.

    python benchmarks/throughput.py [--reports 200]

The peer in the same run is spaCy's blank English pipeline (tokens and sentences only) where it is
installed; without it, a pass of the standard library's regular expressions over the same text.
"""

from __future__ import annotations

import argparse
import gc
import re
import resource
import time
from typing import TYPE_CHECKING

from kg.cli import SELDOM
from kg.extract import extract
from kg.mentions import find_mentions
from kg.mentions.gazetteer import Gazetteer
from kg.ontology import load_ontology
from kg.parse import parse
from kg.resources import default_documents, folder
from kg.source import read

if TYPE_CHECKING:
    from collections.abc import Callable


def main() -> None:
    """Read the shipped report again and again and print what it cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=200, help="how many readings to time")
    count = parser.parse_args().reports
    path = default_documents()[0]
    gc.set_threshold(*SELDOM)  # as the commands do
    gazetteer = Gazetteer(load_ontology(folder("ontology")).entities)

    def once() -> int:
        document = parse(read(path))
        return len(extract(document, find_mentions(document, gazetteer)).items)

    once()
    start_memory = memory()
    seconds = timed(once, count)
    grown = memory() - start_memory
    peer_name, peer = peer_of(path.read_text(encoding="utf-8"))
    peer_seconds = timed(peer, max(10, count // 10))
    print(f"read to statements: {1 / seconds:.1f} reports/s on one core ({seconds * 1000:.0f} ms of CPU each)")
    print(f"memory after {count} more reports: {grown:+.1f} MB")
    print(f"{peer_name}: {peer_seconds * 1000:.0f} ms of CPU; ours / peer = {seconds / peer_seconds:.2f}")


def timed(task: Callable[[], object], count: int) -> float:
    """Return the CPU seconds of a task, on average."""
    start = time.process_time()
    for _ in range(count):
        task()
    return (time.process_time() - start) / count


def memory() -> float:
    """Return the largest resident size so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def peer_of(text: str) -> tuple[str, Callable[[], object]]:
    """Return a peer: spaCy's tokens and sentences, else words by regular expression."""
    try:
        import spacy
    except ImportError:
        word = re.compile(r"\w+|[^\w\s]")
        return "words by regular expression", lambda: word.findall(text)
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    return "spaCy, tokens and sentences only", lambda: pipeline(text)


if __name__ == "__main__":
    main()
