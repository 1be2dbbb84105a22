"""The kinds of spreadsheets that can be brought in: what their columns are, what a file would do, and doing it."""
from desk.imports import assessors, certificates, dispositions, national, providers
from desk.models import ImportRun

KINDS = {       # each module: SENTENCES, WITH_SCANS, columns(agency), plan(reading, columns, actor=, scans=), carry(plan, actor=)
    ImportRun.Kind.PROVIDERS: providers,
    ImportRun.Kind.DISPOSITIONS: dispositions,
    ImportRun.Kind.CERTIFICATES: certificates,
    ImportRun.Kind.NATIONAL: national,
    ImportRun.Kind.ASSESSORS: assessors,
}
