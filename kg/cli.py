"""The command `kg`: build, query, show, validate, export.

Heavy imports stand inside the command that needs them, because `kg --help` and `kg query` must
start at once; the layers test lists this module as the one that may.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.errors import KGError, NotFoundError, SourceError, did_you_mean
from kg.namespaces import BASE
from kg.resources import default_documents, folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kg.corpus import Failure
    from kg.model import Part
    from kg.pipeline import Build

_OUTPUT = click.option("-o", "--output", type=click.Path(path_type=Path), default=Path("output"), show_default=True, help="Folder of the build.")
_FORMATS = "table, csv, tsv, json, markdown; turtle, ntriples, jsonld, rdfxml for CONSTRUCT and DESCRIBE"


SELDOM = (400_000, 20, 100)
"""When to look for garbage: most of what is made stays, and looking takes a fifth of the time."""


class _Group(click.Group):
    """A group of commands that says an unknown name's neighbours."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            names = self.list_commands(ctx)
            message = f"No command '{args[0]}'.{did_you_mean(args[0], names)} Commands: {', '.join(names)}."
            raise click.UsageError(message, ctx) from None


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="uneg-kg", prog_name="kg")
def cli() -> None:
    """Read documents of UN environmental bodies into a knowledge graph, and ask it.

    \b
    Examples:
      kg build                          read the shipped report, write output/
      kg query                          list the saved questions
      kg query roles                    who holds which role, with the sentence that says so
      kg show UNEP                      everything the documents say about UNEP
    """


@cli.command()
@click.argument("documents", nargs=-1, type=click.Path(path_type=Path))
@_OUTPUT
@click.option("--base", default=BASE, show_default=True, metavar="IRI", help="What the IRIs of the data begin with.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="Documents read at the same time.")
@click.option("--family", default="", metavar="NAME", help="Read the documents as this family instead of detecting it.")
@click.option("--force", is_flag=True, help="Read every document again, unchanged ones too.")
def build(documents: tuple[Path, ...], output: Path, base: str, jobs: int, family: str, force: bool) -> None:  # noqa: FBT001
    """Read documents and write the dataset, answers, network and reports.

    Without a document the shipped report is read. Exit code 0: built and conforms; 1: built, but
    the validation report has violations or a document was skipped; 2: an error, nothing was written.

    \b
    Examples:
      kg build
      kg build report.pdf decisions.docx -o output
      kg build reports/*.md --base https://example.org/kg/
    """
    from kg.ontology import load_ontology
    from kg.output import write_build
    from kg.pipeline import build as build_dataset

    base = _checked_base(base)
    family = _checked_family(family)
    paths = list(documents) or default_documents()
    if not paths:
        message = "No document to read. Name one: kg build DOCUMENT…"
        raise SourceError(message)
    ontology = load_ontology(folder("ontology"))
    parts, failures = _read_all(paths, output, base, jobs, family, force=force)
    built = build_dataset(parts, ontology, base)
    write_build(built, folder("queries"), output, base)
    _summarize(built, output, failures)
    if failures or not built.report.conforms:
        raise SystemExit(1)


def _checked_base(base: str) -> str:
    import re

    if not re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+[/#]", base):
        message = f"'{base}' cannot begin IRIs. Give an http(s) address that ends with / or #, for example {BASE}"
        raise SourceError(message)
    return base


def _checked_family(family: str) -> str:
    from kg.parse.families import FAMILIES

    names = [known.name for known in FAMILIES]
    if family and family not in names:
        message = f"No family '{family}'.{did_you_mean(family, names)} Families: {', '.join(names)}."
        raise NotFoundError(message)
    return family


def _read_all(paths: list[Path], output: Path, base: str, jobs: int, family: str, *, force: bool) -> tuple[list[Part], list[Failure]]:
    """Read every document, with a progress bar where there are several; one alone must be readable."""
    from kg.corpus import Failure, read_all

    cache = None if force or len(paths) == 1 else output / "cache"
    found: Iterable[Part | Failure] = read_all(paths, folder("ontology"), base, jobs=jobs, family=family, cache=cache)
    if len(paths) > 1 and sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import track

        found = track(found, "Reading", total=len(paths), transient=True, console=Console(stderr=True))
    results = list(found)
    failures = [result for result in results if isinstance(result, Failure)]
    parts = [result for result in results if not isinstance(result, Failure)]
    if not parts:
        raise SourceError(failures[0].message)
    return parts, failures


def _summarize(built: Build, output: Path, failures: list[Failure]) -> None:
    for about in built.summaries[:1] if len(built.summaries) == 1 else ():
        click.echo(f"{about.name}: read as {about.family} ({about.reason})")
        click.echo(f"  {about.passages} passages, {about.mentions} mentions, {about.statements} statements, {about.decisions} decisions")
    if len(built.summaries) > 1:
        width = max(len(about.name) for about in built.summaries)
        click.echo(f"{'document':<{width}}  {'read as':<20} passages mentions decisions roles  open questions")
        for about in built.summaries:
            counts = f"{about.passages:>8} {about.mentions:>8} {about.decisions:>9} {about.roles:>5} {len(about.doubts):>15}"
            click.echo(f"{about.name:<{width}}  {about.family:<20} {counts}")
    for failure in failures:
        click.echo(f"Skipped: {failure.message}", err=True)
    report = built.report
    verdict = "conforms" if report.conforms else "does not conform"
    click.echo(f"{len(built.dataset)} quads; the dataset {verdict}: {report.count('Violation')} violations, {report.count('Warning')} warnings")
    click.echo(f"Written to {output}/ — open {output / 'network.html'}, read {output / 'validation.md'}, or ask: kg query roles")


@cli.command()
@click.argument("name", required=False)
@click.option("-p", "--param", "params", multiple=True, metavar="KEY=VALUE", help="Value of a parameter; may be repeated.")
@click.option("-f", "--format", "form", default="table", show_default=True, metavar="FORMAT", help=f"One of {_FORMATS}.")
@click.option("--endpoint", metavar="URL", help="Ask this SPARQL 1.1 endpoint instead of the build.")
@_OUTPUT
def query(name: str | None, params: tuple[str, ...], form: str, endpoint: str | None, output: Path) -> None:
    """Run a saved query, a file, or standard input (-); without a name, list the saved ones.

    \b
    Examples:
      kg query
      kg query workstream-leads
      kg query agency-portfolio -p agency=UNEP -f csv
      echo 'SELECT * { ?who uneg:coChairs ?what }' | kg query -
    """
    from kg.ask import ask, listing

    if name is None:
        _emit(listing(folder("queries")))
        return
    text, notes = ask(name, params, form, folder("queries"), output, endpoint)
    for note in notes:
        click.echo(f"Note: {note}", err=True)
    _emit(text)


def _emit(text: str | bytes) -> None:
    data = text.encode() if isinstance(text, str) else text
    sys.stdout.buffer.write(data if data.endswith(b"\n") else data + b"\n")
    sys.stdout.buffer.flush()


@cli.command()
@click.argument("name")
@_OUTPUT
def show(name: str, output: Path) -> None:
    """Show one entity: its facts, each with document, paragraph and quote.

    NAME is an acronym, a label or an IRI.

    \b
    Examples:
      kg show UNEP
      kg show "Issue Management Group on Biodiversity"
      kg show https://w3id.org/uneg/cop/cbd-cop15
    """
    from kg.show import describe

    _emit(describe(name, output))


@cli.command()
@click.option("--reasoner", is_flag=True, help="Prove the ontology and the data consistent with HermiT (needs the extra 'reasoner').")
@_OUTPUT
def validate(reasoner: bool, output: Path) -> None:  # noqa: FBT001
    """Print the validation report of the build; with --reasoner, check consistency too.

    Exit code 0: conforms; 1: does not; 2: an error.

    \b
    Examples:
      kg validate
      kg validate --reasoner
    """
    from kg.check import validation_of

    text, conforms = validation_of(output, folder("ontology"), reasoner=reasoner)
    _emit(text)
    if not conforms:
        raise SystemExit(1)


@cli.command()
@click.argument("directory", type=click.Path(path_type=Path))
@click.option("-f", "--format", "forms", multiple=True, metavar="FORMAT", help="Only files of this format, such as ttl, jsonld or csv; may be repeated.")
@click.option("--without-people", is_flag=True, help="Leave every person out; participants are counted by affiliation.")
@click.option("--date", default="", metavar="DATE", help="Date of the release in the catalogue, as YYYY-MM-DD.  [default: SOURCE_DATE_EPOCH, else none]")
@click.option("--site", is_flag=True, help="Write a static web site with a page for every IRI, the kit inside it.")
@click.option("--site-url", default="", metavar="URL", help="Where the site will be served, if not at the base of the IRIs.")
@click.option("--check", is_flag=True, help="Write nothing: say what a harvester would refuse in the kit that is in DIRECTORY.")
@_OUTPUT
def export(
    directory: Path, forms: tuple[str, ...], without_people: bool, date: str, site: bool, site_url: str, check: bool, output: Path  # noqa: FBT001
) -> None:
    """Write the build for a portal: every serialization, tables, catalogue, archive; or a web site.

    The same build gives the same bytes. Exit code 0: written, or nothing to mend; 1: --check found
    what a harvester would refuse; 2: an error.

    \b
    Examples:
      kg export portal
      kg export portal --check
      kg export portal -f ttl -f jsonld --without-people
      kg export site --site --site-url https://example.org/kg/
    """
    from kg.kit import checked_folder, collect, release_date, write_kit

    if check:
        from kg.kit.check import check_kit, in_words, is_refused

        problems = check_kit(directory, folder("ontology") / "dcat-ap.ttl")
        _emit("\n".join(in_words(problems, directory)))
        if is_refused(problems):
            raise SystemExit(1)
        return
    checked_folder(directory, output)
    kit = collect(output, folder("ontology"), folder("queries"), forms, without_people=without_people, date=release_date(date))
    if site:
        from kg.site import write_site

        lines = write_site(kit, directory, folder("ontology"), site_url)
    else:
        lines = write_kit(kit, directory, archives=not forms)
    for line in lines:
        click.echo(line)


@cli.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("-f", "--format", "form", default="text", show_default=True, metavar="FORMAT", help="One of text, markdown, turtle.")
def diff(old: Path, new: Path, form: str) -> None:
    """Tell what changed between two builds, each change with the sentence that says so.

    OLD and NEW are output folders of kg build, or exported kits.

    \b
    Examples:
      kg diff output output
      kg diff output output -f markdown
    """
    from kg.diff import compare, render_diff

    _emit(render_diff(compare(old, new, folder("queries")), form))


@cli.command()
@click.option("--data", type=click.Path(path_type=Path, dir_okay=False, exists=True), help="Serve this N-Quads or TriG file instead of the build.")
@click.option("--endpoint", default="", metavar="URL", help="Put pages and questions over this SPARQL 1.1 endpoint instead.")
@click.option("--base", default="", metavar="IRI", help="What IRIs begin with whose rest is their path here.  [default: as in the data]")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at; 0.0.0.0 lets other machines in.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port to listen at; 0 takes a free one.")
@click.option("--timeout", type=click.FloatRange(min=0.1), default=20.0, show_default=True, metavar="S", help="Seconds a query may run.")
@click.option("--max-rows", type=click.IntRange(min=1), default=100_000, show_default=True, metavar="N", help="Rows an answer may have.")
@click.option("--max-megabytes", type=click.IntRange(min=1), default=64, show_default=True, metavar="N", help="Size an answer may have.")
@click.option("--memory", type=click.IntRange(min=64), default=1024, show_default=True, metavar="MB", help="Memory a query may need.")
@click.option("--workers", type=click.IntRange(min=1), default=None, metavar="N", help="Queries run at the same time.  [default: number of cores]")
@click.option("--default-graph", type=click.Choice(["union", "unnamed"]), default="union", show_default=True, help="What a query without FROM reads.")
@_OUTPUT
def serve(**options: Any) -> None:  # noqa: ANN401 - the options above
    """Serve the build as a SPARQL endpoint, entity pages, documents and questions.

    \b
    Examples:
      kg serve
      kg serve --data dataset.nq --port 8080
      kg serve --endpoint https://example.org/sparql
    """
    from kg.server.run import serve_command

    serve_command(queries=folder("queries"), **options)


@cli.command()
@click.option("--endpoint", default="", metavar="URL", help="Graph Store address of the engine, such as http://localhost:7878/store.")
@click.option("--data", type=click.Path(path_type=Path, dir_okay=False, exists=True), help="Publish this N-Quads or TriG file instead of the build.")
@click.option("--user", default="", metavar="NAME:PASSWORD", help="Who may write there.")
@click.option("--files", type=click.Path(path_type=Path, file_okay=False), help="Write one file a graph into this folder for a bulk loader, and send nothing.")
@_OUTPUT
def publish(endpoint: str, data: Path | None, user: str, files: Path | None, output: Path) -> None:
    """Load the dataset into another engine, graph by graph, through the SPARQL 1.1 Graph Store Protocol.

    \b
    Examples:
      kg publish --endpoint http://localhost:7878/store
      kg publish --endpoint http://localhost:8890/sparql-graph-crud-auth --user dba:dba
    """
    from kg.server.publish import publish as send

    for line in send(output, endpoint, data=data, user=user, files=files):
        click.echo(line)


def main() -> None:
    """Run the command; an error a user can mend is one line on standard error and exit code 2."""
    gc.set_threshold(*SELDOM)
    try:
        _run(cli.main)
    except KGError as error:
        click.echo(f"kg: {error}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    finally:
        gc.freeze()  # what is left is thrown away as a whole; to look through it once more costs a tenth of a build


def _run(command: Callable[..., object]) -> None:
    try:
        command(standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as help_:
        click.echo(help_.format_message())
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.Abort:
        click.echo("kg: stopped.", err=True)
        sys.exit(130)
    except click.ClickException as error:
        click.echo(f"kg: {error.format_message()}", err=True)
        sys.exit(2)
