"""Who has which role by tables, by labels and by lists of members; and tables, labels and lists that are near and say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.model import Role
from kg.namespaces import BASE

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.pipeline import Reading

    Read = Callable[..., Reading]

EMG = """Report of the ninth meeting of the Senior Officials of the Environment Management Group

1. The ninth meeting was held in Bern.

"""


def roles(reading: Reading) -> set[str]:
    """Return who has which role in what, by the ends of the IRIs."""

    def end(iri: str) -> str:
        return iri.removeprefix(BASE).rpartition("/")[2]

    return {f"{end(r.agent)} {r.role} {end(r.target)}" for r in reading.statements.items if isinstance(r, Role)}


def said(words: str) -> set[str]:
    """Return "unep lead ponds; fao member ponds" as a set."""
    return {part.strip() for part in words.split(";") if part.strip()}


# -- tables --------------------------------------------------------------------------------------

TABLES: list[tuple[str, str]] = [
    ("2. The work is shared as follows:\n\nWorkstream | Lead | Partners\nPonds | UNEP | FAO, WHO\nRain | Ms. Ana Water (Fiji) | UNDP and the World Bank",
     "unep lead workstream-on-ponds; fao collaborator workstream-on-ponds; who collaborator workstream-on-ponds; ana-water lead workstream-on-rain; undp collaborator workstream-on-rain; world-bank collaborator workstream-on-rain"),
    # Markdown, two leads in one cell, an empty cell, a number in front, bold
    ("2. The projects:\n\n| No. | **Project** | **Lead agency** | **Contributing entities** | Budget |\n|---|---|---|---|---|\n| 1 | Clean Ponds | UNEP/FAO | – | 2.0 |\n| 2 | **Rain Barrels** | UNDP (lead), WHO | UNICEF; UNESCO | 3.1 |",
     "unep lead clean-ponds; fao lead clean-ponds; undp lead rain-barrels; who lead rain-barrels; unicef collaborator rain-barrels; unesco collaborator rain-barrels"),
    # tabs; a group that is known; chairs and members
    ("2. The groups:\n\nWorking group\tCo-Chairs\tMembers\tSecretariat\nWorking Group on Ponds\tPeru and Chad\tFiji, Mali\tUNEP\nRain\tMs. Ana Water (Fiji)\tGhana\tWHO",
     "peru co-chair working-group-ponds; chad co-chair working-group-ponds; fiji member working-group-ponds; mali member working-group-ponds; unep secretariat working-group-ponds; ana-water co-chair working-group-rain; ghana member working-group-rain; who secretariat working-group-rain"),
    # columns by blanks; the work is not in the first column
    ("2. The work:\n\nLead organization    Activity              Supporting agencies\nUNEP                 Survey of ponds       FAO, WHO\nWMO                  Atlas of rain         UNDP",
     "unep lead survey-of-ponds; fao collaborator survey-of-ponds; who collaborator survey-of-ponds; wmo lead atlas-of-rain; undp collaborator atlas-of-rain"),
    # a host; who is to be decided is left out, and what a table says of nobody
    ("2. The events:\n\n| Event | Host | Lead | Date |\n|---|---|---|---|\n| Workshop on ponds | Peru | UNEP (tbc) | 3 May |\n| Seminar on rain | to be decided | FAO | June |",
     "peru host workshop-on-ponds; fao lead seminar-on-rain"),
    # a row that goes on, two names with a blank between, a mark of a note
    ("2. The work:\n\n| Component | Lead | Partners |\n|---|---|---|\n| Ponds and frogs | UNEP* | FAO WHO |\n|  | WMO | UNICEF |",
     "unep lead ponds-and-frogs; fao collaborator ponds-and-frogs; who collaborator ponds-and-frogs; wmo lead ponds-and-frogs; unicef collaborator ponds-and-frogs"),
    # the members of a group, a row each
    ("Members of the Working Group on Ponds\n\nName | Country | Role\nMs. Ana Water | Fiji | Co-Chair\nMr. Ben Stone | Peru | Co-Chair\nMs. Cy Hill | Chad | Member\nMr. Dan Roe | Mali | Observer",
     "ana-water co-chair working-group-ponds; ben-stone co-chair working-group-ponds; cy-hill member working-group-ponds"),
    ("Membership of the Working Group on Ponds\n\n| Member | Focal point |\n|---|---|\n| FAO | Ms. Cy Hill |\n| WHO | Mr. Dan Roe |", "fao member working-group-ponds; who member working-group-ponds"),
    ("Table 2. Members of the Working Group on Ponds\n\n| Region | Members |\n|---|---|\n| African States | Cy Hill (Chad); Dan Roe (Mali) |", "cy-hill member working-group-ponds; dan-roe member working-group-ponds"),
    ("Table 1. Officers of the Working Group on Ponds\n\n| Office | Name | Region |\n|---|---|---|\n| Chair | Cy Hill (Chad) | African States |\n| Vice-Chair | Dan Roe (Fiji) | Asia-Pacific States |", "cy-hill chair working-group-ponds; dan-roe officer working-group-ponds"),
    ("Hosts\n\n| Technical support unit | Host institution |\n|---|---|\n| Rain | WMO, Geneva, Switzerland |", "wmo host technical-support-unit-on-rain"),
    # "other" beside a lead; a number in front of the work
    ("2. The work:\n\nActivity | Lead component | Other components | Partners\n1.1 Survey of ponds | UNEP | WMO, UNESCO | IUCN",
     "unep lead survey-of-ponds; wmo collaborator survey-of-ponds; unesco collaborator survey-of-ponds; iucn collaborator survey-of-ponds"),
    # the cells say the roles, agencies across or down
    ("2. Who does what:\n\nProject | UNEP | FAO | WHO\nClean ponds | Lead | Partner | –\nRain barrels | | Co-lead | Co-lead",
     "unep lead clean-ponds; fao collaborator clean-ponds; fao lead rain-barrels; who lead rain-barrels"),
    ("2. Who does what:\n\n| Agency | Working group on ponds | Working group on rain |\n|---|---|---|\n| UNEP | Chair | Member |\n| FAO | Member | x |",
     "unep chair working-group-ponds; unep member working-group-rain; fao member working-group-ponds"),
    # a cell that nobody can read keeps the others
    ("2. The work:\n\nTheme | Lead | Members\nPonds | Pond Watch Society | UNEP, Brook Friends, WHO", "unep member ponds; who member ponds"),
    # the work has a column of any name beside those of leads and partners, and days do no harm
    ("2. The plan:\n\n| Hub | Lead | Partners | Main output |\n|---|---|---|---|\n| Waste | Chile | Pond Rescue Association | Toolkit |\n| Rain | to be confirmed | – | – |",
     "chile lead waste-hub; pond-rescue-association collaborator waste-hub"),
    ("2. The plan:\n\n| Thematic work area | Lead | Contributors | Due |\n|---|---|---|---|\n| 1. Ponds and frogs | Jane Brooks (UNEP) | FAO, WHO | May |\n| 2. Rain | WMO | none so far | June |",
     "jane-brooks lead ponds-and-frogs; fao collaborator ponds-and-frogs; who collaborator ponds-and-frogs; wmo lead rain"),
    # a number does not name the work; names that only a cell tells
    ("2. The plan:\n\nObjective | Topic | Lead | Contributing organizations\n1 | Drought and ponds | Rain Watch International | FAO, Brook Institute", "rain-watch-international lead drought-and-ponds; fao collaborator drought-and-ponds; brook-institute collaborator drought-and-ponds"),
    ("2. The subgroups:\n\nSubgroup               Lead                   Supporting\nSupply of frogs        Switzerland            Swiss Better Frog Association\nHealth                 WHO                    UNICEF",
     "switzerland lead subgroup-on-supply-of-frogs; swiss-better-frog-association collaborator subgroup-on-supply-of-frogs; who lead subgroup-on-health; unicef collaborator subgroup-on-health"),
    ("2. The groups:\n\n| Subgroup | Chair | Members |\n|---|---|---|\n| Frogs | Jane Brooks | FAO; WHO |", "jane-brooks chair subgroup-on-frogs; fao member subgroup-on-frogs; who member subgroup-on-frogs"),
]


@pytest.mark.parametrize(("text", "expected"), TABLES, ids=[" ".join(row[0].split())[:60] for row in TABLES])
def test_tables_whose_columns_say_roles(reading_of: Read, text: str, expected: str) -> None:
    assert {r for r in roles(reading_of(f"{EMG}{text}\n\n3. The end.\n")) if "pond-watch" not in r and "brook-friends" not in r} == said(expected)


# -- labels --------------------------------------------------------------------------------------

LABELS: list[tuple[str, str]] = [
    # IF in a name leaves nothing open
    ("Component 2: Clear Ponds\nLead agency: WHO\nPartners: IFRC, IFAD\nBudget: USD 4.6 million",
     "who lead component-2-clear-ponds; ifrc collaborator component-2-clear-ponds; ifad collaborator component-2-clear-ponds"),
    # below the name of the group
    ("Working group on ponds\nLead: Ms. Ana Water\nMembers: Mr. Ben Stone, FAO; WHO\nCooperation partner: UNDP\nFocal point: UNICEF",
     "ana-water lead working-group-ponds; ben-stone member working-group-ponds; who member working-group-ponds; undp collaborator working-group-ponds"),
    ("**Task Force on Ponds**\n\n- **Co-leads:** UNEP and FAO\n- **Members:** WHO, WMO\n- **Secretariat:** UNEP",
     "unep lead task-force-ponds; fao lead task-force-ponds; who member task-force-ponds; wmo member task-force-ponds; unep secretariat task-force-ponds"),
    ("Objective 1 – Frogs in ponds\nCo-leads: Ms. Ana Water and Mr. Ben Stone\nMembers: Ms. Cy Hill (Chad), Mr. Dan Roe (Peru)",
     "ana-water lead objective-1-frogs-in-ponds; ben-stone lead objective-1-frogs-in-ponds; cy-hill member objective-1-frogs-in-ponds; dan-roe member objective-1-frogs-in-ponds"),
    # a title of its own needs two labels
    ("Frogs in ponds\nLead agency: UNEP\nPartners: FAO, WHO", "unep lead frogs-in-ponds; fao collaborator frogs-in-ponds; who collaborator frogs-in-ponds"),
    # beside the name
    ("Work package 1, sampling: lead agency WHO; partners UNEP, WMO\nWork package 2, jars: lead agency FAO; partner UNDP",
     "who lead work-package-1-sampling; unep collaborator work-package-1-sampling; wmo collaborator work-package-1-sampling; fao lead work-package-2-jars; undp collaborator work-package-2-jars"),
    ("2. The groups are:\n(a) Task force 2 – ponds (lead: UNEP; members: FAO, WHO);\n(b) Working group on rain (co-leads: WMO and UNDP).",
     "unep lead task-force-2-on-ponds; fao member task-force-2-on-ponds; who member task-force-2-on-ponds; wmo lead working-group-rain; undp lead working-group-rain"),
    ("Project group 1 (ponds): led by UNEP, with FAO as partner\nProject group 2 (rain): lead to be designated",
     "unep lead project-group-1-ponds; fao collaborator project-group-1-ponds"),
    ("Working group on ponds. Chair: Canada. Members: Peru, Chad.", "canada chair working-group-ponds; peru member working-group-ponds; chad member working-group-ponds"),
    ("Task force on ponds: UNEP (lead), FAO, WHO\nActivity 2.1 Pond survey: WMO (lead), UNDP",
     "unep lead task-force-ponds; fao member task-force-ponds; who member task-force-ponds; wmo lead activity-2-1-pond-survey; undp collaborator activity-2-1-pond-survey"),
    # in a running line, with other labels, a year or a remark at the end; two labels in brackets
    ("Activity 1. Survey of ponds. Lead: UNEP. Partners: FAO, WHO. [2030]", "unep lead activity-1-survey-of-ponds; fao collaborator activity-1-survey-of-ponds; who collaborator activity-1-survey-of-ponds"),
    ("Activity 2. Atlas of rain. Responsible agency: WMO. Contributors: FAO and WHO. Completed.", "wmo lead activity-2-atlas-of-rain; fao collaborator activity-2-atlas-of-rain; who collaborator activity-2-atlas-of-rain"),
    ("Activity 2. Atlas of rain. Lead: WMO; partners: FAO and WHO; deadline: 2030.", "wmo lead activity-2-atlas-of-rain; fao collaborator activity-2-atlas-of-rain; who collaborator activity-2-atlas-of-rain"),
    ("Task 1: Pond atlas. Lead: UNEP. Time frame: 2030.", "unep lead task-1-pond-atlas"),
    ("(a) Inventory of ponds (lead: UNEP; partners: FAO, WHO; deadline: 2030)", "unep lead inventory-of-ponds; fao collaborator inventory-of-ponds; who collaborator inventory-of-ponds"),
    # the name is a label too; a table of two columns
    ("Project: Clean Ponds\nLead agency: UNEP\nImplementing partners: FAO and WHO\nDuration: 2030–2033", "unep lead clean-ponds; fao collaborator clean-ponds; who collaborator clean-ponds"),
    ("| Project title | Clean Ponds |\n|---|---|\n| Lead agency | UNEP |\n| Supporting agencies | FAO, WHO |", "unep lead clean-ponds; fao collaborator clean-ponds; who collaborator clean-ponds"),
    # one name a line
    ("Working group on ponds\nChair: Ms. Ana Water (Fiji)\nMembers:\n- Mr. Ben Stone (Peru)\n- Ms. Cy Hill, Ministry of Water, Chad\n- FAO\nThe group met twice.",
     "ana-water chair working-group-ponds; ben-stone member working-group-ponds; cy-hill member working-group-ponds; fao member working-group-ponds"),
    # what is said more closely; kinds of members below the chair of a group
    ("Working group on ponds\nCo-Chair (developed countries): Ms. Ana Water\nCo-Chair (developing countries): Mr. Ben Stone\nMembers (2030–2032): Peru, Chad\nOrganizations: FAO",
     "ana-water co-chair working-group-ponds; ben-stone co-chair working-group-ponds; peru member working-group-ponds; chad member working-group-ponds; fao member working-group-ponds"),
    # the group stands in the label
    ("Chair of the working group on ponds: Peru\nMembers of the working group on rain: Chad, Mali\nSecretariat of the task force on frogs: UNEP",
     "peru chair working-group-ponds; chad member working-group-rain; mali member working-group-rain; unep secretariat task-force-frogs"),
    # labels on lines of their own; the chair marked in a list; two with a sign between
    ("Working group on ponds\n\nCo-Chairs\nMs. Ana Water (Fiji)\nMr. Ben Stone (Peru)\n\nMembers\nFAO\nWHO",
     "ana-water co-chair working-group-ponds; ben-stone co-chair working-group-ponds; fao member working-group-ponds; who member working-group-ponds"),
    ("Working group on ponds\n- UNEP (Chair)\n- FAO\n- Republic of Korea", "unep chair working-group-ponds; fao member working-group-ponds; republic-of-korea member working-group-ponds"),
    ("Working group on ponds\nLead: UNEP & FAO, in collaboration with WHO\nMembers: UNDP • UNICEF", "unep lead working-group-ponds; fao lead working-group-ponds; who collaborator working-group-ponds; undp member working-group-ponds; unicef member working-group-ponds"),
    # whoever speaks for a member, where a person is from
    ("Working group on ponds\nLead: Ms. Ana Water – UNEP, Mr. Ben Stone of FAO\nMembers: WHO – Ms. Cy Hill; UNDP (Mr. Dan Roe); one representative each of UNICEF and WMO; others",
     "ana-water lead working-group-ponds; ben-stone lead working-group-ponds; who member working-group-ponds; undp member working-group-ponds; unicef member working-group-ponds; wmo member working-group-ponds"),
    # other labels in between, dashes, bars
    ("Working group on ponds\nEstablished: 2030\nChair – Peru\nMembers – Chad, Mali | Budget: 3", "peru chair working-group-ponds; chad member working-group-ponds; mali member working-group-ponds"),
    # further down in the section that is called by the group
    ("## Task Force on Ponds\n\nIt was set up in 2030 and met twice.\n\nLead: UNEP\nMembers: FAO\n\n## Rain\n\nIt rained.\n\nLead: WMO", "unep lead task-force-ponds; fao member task-force-ponds"),
    ("## Task Force on Ponds\n\n### Composition\n\nMembers: FAO, WHO", "fao member task-force-ponds; who member task-force-ponds"),
    # a sentence that sets the group up
    ("The Committee set up a working group on ponds.\nMembership: Fiji (Chair); Peru and Chad; FAO.", "fiji chair working-group-ponds; peru member working-group-ponds; chad member working-group-ponds; fao member working-group-ponds"),
    # who takes part in work that is no group
    ("Project on clean ponds\nParticipating countries: Peru, Chad\nLead: UNEP", "peru collaborator project-on-clean-ponds; chad collaborator project-on-clean-ponds; unep lead project-on-clean-ponds"),
    # the members below the title of a membership, in regions
    ("Membership of the Working Group on Ponds\n\n- Peru\n- Chad", "peru member working-group-ponds; chad member working-group-ponds"),
    ("Membership of the Working Group on Ponds\n\nAfrican States: Kenya\nLatin American and Caribbean States: Peru, Cuba", "kenya member working-group-ponds; peru member working-group-ponds; cuba member working-group-ponds"),
    # the kinds of members, below the heading of a membership
    ("Annex\n\nComposition of the Working Group on Ponds (2030–2031)\n\nGovernment-nominated experts: Cambodia, Denmark\nOrganizations: IUCN, UNEP\nObservers: FAO",
     "cambodia member working-group-ponds; denmark member working-group-ponds; iucn member working-group-ponds; unep member working-group-ponds"),
    # the annex names the group, its sections do not; an entry that is open
    ("Annex\n\nComposition and working arrangements of the Working Group on Ponds\n\nA. Members nominated by the regions\n\nAfrican States:              Kenya, Mali\nCentral and Eastern Europe:  [nomination pending]\nWestern European and others: Norway",
     "kenya member working-group-ponds; mali member working-group-ponds; norway member working-group-ponds"),
    ("Annex\n\nMembership of the Working Group on Ponds\n\nIndependent scientists: Ms. Ana Water and Mr. Ben Stone.\n\nObservers: FAO", "ana-water member working-group-ponds; ben-stone member working-group-ponds"),
    # a work and who leads it in an item of a list, with others
    ("- Brook Atlas: led by UNEP in Nairobi, with the World Bank as partner.\n- Frog Census: FAO (lead), WHO\n- Waste Hub: Chile (lead), with UNDP", "unep lead brook-atlas; world-bank collaborator brook-atlas; fao lead frog-census; who collaborator frog-census; chile lead waste-hub; undp collaborator waste-hub"),
    ("Work package 1: UNEP (lead), FAO\nWork package 2 (data): led by WHO, with contributions from UNESCO", "unep lead work-package-1; fao collaborator work-package-1; who lead work-package-2-data; unesco collaborator work-package-2-data"),
    ("- subgroup on health: WHO (lead), UNICEF;\n- subgroup on trade: Chad (lead), with UNIDO and the Pond Trade Council", "who lead subgroup-on-health; unicef collaborator subgroup-on-health; chad lead subgroup-on-trade; unido collaborator subgroup-on-trade; pond-trade-council collaborator subgroup-on-trade"),
    ("- **Pond data**, led by Ana Water (PondNet)\n- **Frog data**, for which a leader is sought", "ana-water lead pond-data"),
    ("Decision XL/7 Task Force\n\nCo-chairs\nAna Water, UK (non-A5)\nBen Stone, Peru (RTOC, A5)\n\nMembers\nCy Hill, Chad\nSolar Energy, USA", "ana-water co-chair decision-xl-7-task-force; ben-stone co-chair decision-xl-7-task-force; cy-hill member decision-xl-7-task-force"),
    ("A. Task teams\n\nData: UNEP (Chair), FAO\nSoil: Chad and Peru (co-chairs), Fiji", "unep chair task-team-data; fao member task-team-data; chad co-chair task-team-soil; peru co-chair task-team-soil; fiji member task-team-soil"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LABELS, ids=[" ".join(row[0].split())[:60] for row in LABELS])
def test_labels_below_and_beside_a_name(reading_of: Read, text: str, expected: str) -> None:
    assert roles(reading_of(f"{EMG}{text}\n\n3. The end.\n")) == said(expected)


# -- members -------------------------------------------------------------------------------------

FROGS = "working-group-frogs"
MEMBERS: list[tuple[str, str]] = [
    ("The Committee established a working group on frogs. The membership was decided as follows: Belgium (Chair), Botswana, China; IUCN and TRAFFIC.",
     "belgium chair F; botswana member F; china member F; iucn member F; traffic member F"),
    ("The Committee established a working group on frogs with the following membership: Indonesia and Portugal (Co-Chairs); Brazil, Ghana.",
     "indonesia co-chair F; portugal co-chair F; indonesia member F; portugal member F; brazil member F; ghana member F"),
    ("The Committee agreed to set up a working group on frogs, composed as follows: Fiji (Chair); Australia, the European Union and Iran (Islamic Republic of).",
     "fiji chair F; australia member F; eu member F; iran-islamic-republic-of member F"),
    # on lines below
    ("The Committee established a working group on frogs. Its membership was agreed as follows:\n\nBelgium (Chair), Botswana;\nIUCN and TRAFFIC.",
     "belgium chair F; botswana member F; iucn member F; traffic member F"),
    ("The working group on frogs is composed of Peru, Kenya and Viet Nam (Chair).", "peru member F; kenya member F; viet-nam member F; viet-nam chair F"),
    ("The working group on frogs shall consist of FAO, WHO and the World Bank.", "fao member F; who member F; world-bank member F"),
    ("The working group on frogs is chaired by FAO, and its members are WHO, UNEP and Chad, which met in May.", "fao chair F; who member F; unep member F; chad member F"),
    ("The members of the working group on frogs were Ms. Ana Water (Viet Nam), Mr. Ben Stone (Peru)\nand Ms. Cy Hill (Chad).", "ana-water member F; ben-stone member F; cy-hill member F"),
    ("The working group on frogs met twice. Its members are Peru, Chad and Fiji; Mali.", "peru member F; chad member F; fiji member F; mali member F"),
    ("The working group on frogs (lead: UNEP; members: FAO, WHO) met twice.", "unep lead F; fao member F; who member F"),
    ("The Committee established a working group on frogs. The membership was decided as follows: Parties: Peru (Chair), Chad; Organizations: IUCN; Observers: FAO.",
     "peru chair F; chad member F; iucn member F"),
    ("The following agencies agreed to join the working group on frogs: FAO, WHO and UNDP.", "fao member F; who member F; undp member F"),
    ("The working group on frogs met; FAO, WHO and UNDP are its members.", "fao member F; who member F; undp member F"),
    ("The working group on frogs shall include FAO and the World Bank among its members.", "fao member F; world-bank member F"),
    ("The Committee established a working group on frogs with the mandate to:\n(a) review document 13;\n(b) report to the next meeting.\n\nThe membership was decided as follows: Peru (Co-Chair), China, Fiji (Co-Chair).", "peru co-chair F; china member F; fiji co-chair F"),
    ("FAO, WHO and UNDP are its members.", ""),
    ("The members of the working group on frogs are FAO and WHO, with UNEP providing support.", "fao member F; who member F"),
    # how many, and some of them; who belongs to it besides
    ("The working group on frogs, which was set up in 2030, has nine members, including FAO and WHO.", "fao member F; who member F"),
    ("The working group on frogs has three members (Peru, Chad and Fiji).", "peru member F; chad member F; fiji member F"),
    ("The working group on frogs is composed of two agencies: FAO, WHO.", "fao member F; who member F"),
    ("The working group on frogs is composed of: FAO (chair) and WHO.", "fao chair F; who member F"),
    ("The working group on frogs, set up in 2030, includes FAO, WHO and the World Bank.", "fao member F; who member F; world-bank member F"),
    ("The working group on frogs is led by FAO. Other members are WHO and WMO.", "fao lead F; who member F; wmo member F"),
    ("The working group on frogs is led by FAO. WHO and WMO are also members.", "fao lead F; who member F; wmo member F"),
    ("The following agencies are represented in the working group on frogs: FAO and WHO.", "fao member F; who member F"),
    ("The working group on frogs met. Three partner agencies also serve on the working group on frogs: FAO, WHO and WMO.", "fao member F; who member F; wmo member F"),
    ("The members of the working group on frogs for the triennium are FAO and WHO.", "fao member F; who member F"),
    ("In addition, the following organizations are members of the working group on frogs:\n    (a) FAO;\n    (b) WHO;\n    (c) [WMO].", "fao member F; who member F"),
    ("The agencies in the working group on frogs are three: FAO, WHO and WMO.", "fao member F; who member F; wmo member F"),
    ("The working group on frogs has three members. They are FAO, WHO and WMO.", "fao member F; who member F; wmo member F"),
    ("Three agencies spoke of the working group on frogs. They are FAO, WHO and WMO.", ""),
    ("It was agreed that the working group on frogs would comprise FAO and Fiji, with Chad as Chair.", "fao member F; fiji member F; chad chair F"),
    # offices of what was spoken of
    ("The working group on frogs is chaired by Chad. The vice-chair is Ms. Ana Water (Fiji). The rapporteur is Peru.", "chad chair F; ana-water officer F; peru officer F"),
    ("The working group on frogs met. The chair is Ms. Ana Water (Fiji).", "ana-water chair F"),
]


@pytest.mark.parametrize(("text", "expected"), MEMBERS, ids=[" ".join(row[0].split())[:60] for row in MEMBERS])
def test_lists_of_members(reading_of: Read, text: str, expected: str) -> None:
    found = roles(reading_of(f"{EMG}2. {text}\n\n3. The end.\n"))
    assert found == {part.replace(" F", f" {FROGS}") for part in said(expected)}


def test_members_of_a_group_who_came(reading_of: Read) -> None:
    text = f"{EMG}2. The following members of the Task Force on Ponds attended the meeting: Ms. Ana Water (Chad) and Mr. Ben Stone (Peru).\n\n3. The end.\n"
    assert roles(reading_of(text)) >= {"ana-water member task-force-ponds", "ben-stone member task-force-ponds"}


def test_a_team_that_only_words_name(reading_of: Read) -> None:
    text = f"{EMG}2. A small drafting team for the Pond Declaration had been set up, comprising Peru, Chad and Fiji, with the secretariat providing support.\n\n3. The end.\n"
    assert roles(reading_of(text)) == {f"{state} member drafting-team-for-the-pond-declaration" for state in ("peru", "chad", "fiji")}


def test_the_committee_of_the_partnership_that_is_spoken_of(reading_of: Read) -> None:
    text = f"{EMG}2. The Global Partnership on Clean Ponds was launched in 2029. The steering committee met twice, and its members are FAO, WHO and Chad.\n\n3. The end.\n"
    assert roles(reading_of(text)) == {f"{who} member steering-committee-of-the-global-partnership-on-clean-ponds" for who in ("fao", "who", "chad")}
    assert roles(reading_of(text.replace("was launched", "and the Global Alliance for Rain were launched"))) == set()


def test_a_group_without_a_topic_is_on_the_item(reading_of: Read) -> None:
    text = f"{EMG}II. Songbirds and ponds\n\n2. The Committee established an in-session working group to look at document 33. The membership was decided as follows: Fiji (Chair); Peru.\n\n3. The end.\n"
    assert roles(reading_of(text)) == {"fiji chair in-session-working-group-songbirds-and-ponds", "peru member in-session-working-group-songbirds-and-ponds"}


def test_the_group_of_an_annex(reading_of: Read) -> None:
    """What "the Group" is in the terms of reference, their heading tells."""
    head = "Draft decision submitted by the Chair\n\nThe Conference of the Parties to the Minamata Convention on Mercury,\n\n1. Decides to extend the mandate of the Advisory Group on Pond Cooperation;\n\nAnnex\n\n"
    told = "A. Composition\n\n2. The Group consists of FAO and WHO. The Group is chaired by Ms. Ana Water (Fiji).\n\nB. Services\n\n3. UNEP acts as the secretariat of the Group.\n"
    found = roles(reading_of(f"{head}TERMS OF REFERENCE OF THE ADVISORY GROUP ON POND COOPERATION\n\n{told}"))
    assert {role for role in found if role.endswith("pond-cooperation")} == {f"{role} advisory-group-on-pond-cooperation" for role in ("fao member", "who member", "ana-water chair", "unep secretariat")}
    assert not roles(reading_of(f"{head.replace('Group', 'Committee')}Rules on ponds\n\n{told}"))


def test_those_elected_in_items_by_regions(reading_of: Read) -> None:
    text = "Decisions adopted by the Conference of the Parties to the Minamata Convention on Mercury\n\nMC-7/11: Members\n\nThe Conference of the Parties\n\n1. Elects the following members of the Pond Compliance Committee, to serve until 2031:\n\n(a) From African States: Ms. Ana Water (Mali) and Mr. Ben Stone (Chad);\n\n(b) From Asia-Pacific States: Ms. Cy Hill (Fiji);\n"
    assert roles(reading_of(text)) == {f"{who} member pond-compliance-committee" for who in ("ana-water", "ben-stone", "cy-hill")}


def test_those_elected_in_one_sentence_by_regions(reading_of: Read) -> None:
    text = "Decisions adopted by the Conference of the Parties to the Minamata Convention on Mercury\n\nMC-7/11: Members\n\nThe Conference of the Parties\n\n1. Elects the following members of the Pond Compliance Committee: from African States, Ms. Ana Water (Mali); and from Asia-Pacific States, Ms. Cy Hill (Fiji);\n"
    assert roles(reading_of(text)) == {f"{who} member pond-compliance-committee" for who in ("ana-water", "cy-hill")}


def test_the_work_of_a_heading(reading_of: Read) -> None:
    text = f"{EMG}Workstream 2. Frog data\n\n2. UNDP is the lead agency of this workstream and works with FAO on a note.\n\n3. The end.\n"
    assert roles(reading_of(text)) == {"undp lead workstream-2-on-frog-data", "fao collaborator workstream-2-on-frog-data"}


def test_a_line_that_goes_on_is_no_head(reading_of: Read) -> None:
    text = f"{EMG}2. The following shall serve as members of the Bureau of the Open-ended\nWorking Group: Co-Chairs: Ms. Ana Water (Mali) and Mr. Ben Stone (Fiji);\nVice-Chairs: Ms. Cy Hill (Chad) and Mr. Dan Roe (Peru).\n\n3. The end.\n"
    assert {role.split()[2] for role in roles(reading_of(text))} <= {"open-ended-working-group"}


# -- what is only near ---------------------------------------------------------------------------

NOBODY = [
    # what is done once, in each country, or asked; what is over or only to come
    "2. Steps:\n\nNext steps | Lead | Partners\nWrite to all | UNEP | FAO",
    "2. Where:\n\nCountry | Lead agency | Partners\nKenya | UNEP | FAO",
    "2. Asked:\n\nQuestion | Lead | Partners\nWho pays? | UNEP | FAO",
    "2. The list:\n\n- Discussion on ponds: FAO (lead), WHO\n- Kenya: UNDP (lead), FAO\n- Agencies: UNEP (lead), FAO\n- Youth desk: formerly led by UNICEF\n- Frog census: UNEP (lead until 2020), FAO\n- Brook atlas: to be led by WMO",
    "2. Two experts of FAO could serve on the working group on frogs: Ms. Ana Water and Mr. Ben Stone.",
    "Annex\n\nComposition of the Working Group on Ponds\n\nCandidates: FAO, WHO\nFormer members: UNDP",
    # tables of figures, of dates, of states, of officials; a head that says no role
    "2. The budget:\n\nProject | Lead time | Cost\nPonds | 3 | UNEP",
    "2. The dates:\n\nDate | Lead | Place\n3 May | UNEP | Bern\n4 May | FAO | Bern",
    "2. The Parties:\n\nParty | Members | Contribution\nPeru | Chad | 300\nFiji | Mali | 200",
    "2. Lead in water:\n\nSite | Lead | Mercury\nPond | 3.2 | 1.1\nBrook | 2 mg | 1",
    "2. Contacts:\n\nProject | Focal point | Responsible\nPonds | UNEP | FAO",
    "2. Values:\n\nProject | UNEP | FAO\nPonds | 3 | 4\nRain | yes | no",
    # items of an agenda, what is to be done by a day
    "2. The programme:\n\nTopic | Lead | Time\nPonds | UNEP | 10:00\nRain | FAO | 11:00",
    "2. Follow-up:\n\n| Task | Lead | Deadline |\n|---|---|---|\n| Prepare the report | UNEP | May |",
    "2. Follow-up:\n\nAction | Lead | Partners\nPrepare the report | UNEP | FAO",
    # participants, an agenda, ratifications
    "List of participants\n\nChad\nMs. Cy Hill\n\nOrganizations: FAO, WHO\nObservers: UNEP",
    "Agenda\n1. Opening (chair: UNEP)\n2. Ponds: Ms. Ana Water (Fiji)\nMembers: FAO",
    "2. The Parties that ratified are: Peru, Chad, Fiji.",
    # nothing or nobody behind a label, a sentence behind it
    "Working group on ponds\nLead: to be decided\nMembers: open to all",
    "Activity 1. Survey of ponds. Lead: UNEP [to be confirmed]",
    "Working group on ponds\nLead: high values were found in Peru\nFocal point: FAO",
    "Working group on ponds\nLead time: UNEP\nLead author needed: FAO",
    "Working group on ponds\nProposed lead: UNEP\nFormer members: FAO",
    "Proposed working group on ponds\n\nLead: UNEP\nPartners: FAO, WHO",
    "Inventory of ponds (contact: UNEP; partners: FAO, WHO)",
    "Session on ponds (time: UNEP; focal point: FAO)",
    "Agenda\n1. Ponds and frogs (chair: UNEP; speaker: FAO)",
    # no name above
    "The rain fell for three days on the ponds.\nLead: UNEP",
    "Secretariat\nChair: UNEP",
    # a workshop and its sessions, contacts, votes, candidates, who was there
    "Programme\n\nSession 1: Ponds\nChair: UNEP\nSpeakers: FAO, WHO\nLead discussant: Chad",
    "Contacts\n\nLead: Communications\nMembers of the press: FAO\nHost: https://example.org",
    "Voting\n\nIn favour: Peru, Chad\nMembers: Peru\nChair: abstained",
    "Candidates for the Pond Committee\n\nAfrican States: Kenya, Senegal",
    "Vacancies in the membership of the Working Group on Ponds\n\nKenya, Senegal",
    "Meeting of the Task Force on Ponds, Bern, 4 May 2030\n\nMembers present: FAO, WHO\nApologies: WMO",
    # what any body may have
    "Steering committee\nMembers: FAO, WHO\nSecretariat: UNEP",
    # wished, asked, denied
    "2. The Committee discussed a working group on frogs. It was suggested that the membership be as follows: Peru, Chad.",
    "2. It was proposed to set up a working group on frogs with the following members: Peru, Chad.",
    "2. The mandate of the working group on frogs includes Peru and Chad.",
    "2. The working group on frogs includes Peru and Chad in its plan.",
    "2. The working group on frogs includes Peru’s ponds and Chad’s rain.",
    "2. The report of the working group on frogs includes Peru and Chad.",
    "2. The working group on frogs met. Members of the press are FAO and WHO.",
    "2. The working group on frogs covers two countries (Peru, Chad).",
    "2. The working group on frogs could be composed of Peru, Chad and Fiji.",
    "2. The working group on frogs consists of nine experts. Peru, Chad and Fiji spoke.",
    "2. The working group on frogs met. The following members were absent: Peru, Chad.",
    "2. The working group on frogs no longer consists of Peru and Chad.",
    "2. The Committee established a working group on frogs. It also set up a Circle on Rain, composed of Chad (Chair), Peru and Cuba.",
    "2. The members of the Bureau of the working group on frogs are Peru and Chad.",
    "2. The Bureau of the working group on frogs is composed as follows: Peru, Chad.",
    "2. The Bureau of the working group on frogs is composed as follows:\n\nMembers: Peru, Chad",
    "2. The Committee thanked the working group on frogs. The costs were decided as follows: Peru, Chad.",
]


@pytest.mark.parametrize("text", NOBODY, ids=[" ".join(text.split())[:60] for text in NOBODY])
def test_what_is_only_near(reading_of: Read, text: str) -> None:
    assert {role for role in roles(reading_of(f"{EMG}{text}\n\n3. The end.\n")) if " participant " not in role} == set()


def test_the_members_that_were_present_are_members_of_a_committee(reading_of: Read) -> None:
    text = "Convention on Wetlands\nReport of the ninth meeting of the Standing Committee of the Ramsar Convention\n\n1. The ninth meeting was held in Bern.\n\n2. The following members were present: Chad, Fiji and Peru. The following observers were present: Mali.\n"
    members = {role for role in roles(reading_of(text)) if " member " in role}
    assert {role.partition(" ")[0] for role in members} == {"chad", "fiji", "peru"}
    assert len({role.rpartition(" ")[2] for role in members}) == 1


def test_the_members_that_were_present_at_a_meeting_of_all_are_no_committee(reading_of: Read) -> None:
    assert not {role for role in roles(reading_of(f"{EMG}2. The following members were present: FAO, UNEP and WHO.\n")) if " member " in role}


def test_members_and_officers_by_a_decision_on_membership(reading_of: Read) -> None:
    text = (
        "Report of the Nineteenth Meeting of the Parties to the Montreal Protocol on Substances that Deplete the Ozone Layer\n\nThe Nineteenth Meeting of the Parties decides:\n\nDecision XIX/8: Membership of the Implementation Committee\n\n"
        "1. To confirm the positions of Chad, Fiji and the United States of America as members of the Committee for one further year;\n\n"
        "2. To note the selection of Ms. Ana Water (Chad) to serve as President and Mr. Ben Stone (Fiji) to serve as Vice-President and Rapporteur of the Committee for one year;\n"
    )
    found = {(r.agent.rpartition("/")[2], r.role, r.target.rpartition("/")[2]) for r in reading_of(text).statements.items if isinstance(r, Role)}
    assert {row for row in found if row[2] == "montreal-implementation-committee"} == {
        ("chad", "member", "montreal-implementation-committee"),
        ("fiji", "member", "montreal-implementation-committee"),
        ("united-states-of-america", "member", "montreal-implementation-committee"),
        ("ana-water", "chair", "montreal-implementation-committee"),
        ("ben-stone", "officer", "montreal-implementation-committee"),
    }
