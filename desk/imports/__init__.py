"""The kinds of spreadsheets that can be brought in: what their columns are, what a file would do, and doing it."""
from agencies.permissions import at_central
from desk.imports import assessors, certificates, dispositions, national, providers, satisfaction
from desk.models import ImportRun

KINDS = {       # each module: SENTENCES, WITH_SCANS, columns(agency), plan(reading, columns, actor=, scans=), carry(plan, actor=)
    ImportRun.Kind.PROVIDERS: providers,
    ImportRun.Kind.DISPOSITIONS: dispositions,
    ImportRun.Kind.CERTIFICATES: certificates,
    ImportRun.Kind.NATIONAL: national,
    ImportRun.Kind.ASSESSORS: assessors,
    ImportRun.Kind.SATISFACTION: satisfaction,
}
OF_CENTRAL = {ImportRun.Kind.SATISFACTION}


def kinds_here():
    """{kind: its words} that this house brings in."""
    return {kind: words for kind, words in ImportRun.Kind.choices if kind not in OF_CENTRAL or at_central()}
