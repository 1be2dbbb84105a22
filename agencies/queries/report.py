"""Performance reports: an agency's own with how far each indicator is, and what Central reads of those handed in."""
from dataclasses import dataclass, field

from django.db.models import Prefetch

from agencies.models import Figure, ManagementIndicator, Participation, Report, ReportEntry, ReportFile, ReportReminder
from agencies.stages import ReportStage
from core import clock
from core.tenancy import current_agency_id


def own_reports(actor):
    """What this agency writes or has handed in, the latest year first."""
    return Report.objects.visible_to(actor).filter(agency=current_agency_id()).select_related("participation__indicator_set")


def own_participations(actor):
    """This agency's word from Central, the latest year first."""
    return Participation.objects.visible_to(actor).filter(assessed=current_agency_id()).order_by("-year")


def received_reports(actor):
    """Of other agencies, handed in. Empty anywhere but at Central."""
    rows = Report.objects.visible_to(actor).filter(central=current_agency_id(), stage=ReportStage.SUBMITTED)
    return rows.select_related("participation__indicator_set", "agency")


def entries_of(actor, report):
    """Its entries in the order of the indicators, each with its card, its figures and its files."""
    rows = ReportEntry.objects.visible_to(actor).filter(report=report)
    return with_card(rows, files_of(actor)).order_by("indicator__position", "pk")


def files_of(actor):
    """With the agency's own row of each. At Central that row is hidden, and a join would drop the file: see `copies_of`."""
    return copies_of(actor).select_related("file__scan", "added_by__person")


def copies_of(actor):
    return ReportFile.objects.visible_to(actor).order_by("pk")


def with_card(rows, files):
    """What a page of an entry reads: one statement more for its files, one for its figures."""
    rows = rows.select_related("report__participation", "indicator__area__field", "indicator__follows__indicator_set", "written_by__person")
    return rows.prefetch_related(Prefetch("files", files), "indicator__figures")


def own_entries(actor):
    return with_card(ReportEntry.objects.visible_to(actor).filter(report__agency=current_agency_id()), files_of(actor))


def received_entries(actor):
    """Of reports that were handed in to Central."""
    rows = ReportEntry.objects.visible_to(actor).filter(report__central=current_agency_id(), report__stage=ReportStage.SUBMITTED)
    return with_card(rows, copies_of(actor))


def own_files(actor):
    return files_of(actor).filter(agency=current_agency_id()).select_related("file__scan", "entry__report", "entry__indicator")


def received_files(actor):
    return copies_of(actor).filter(central=current_agency_id(), entry__report__stage=ReportStage.SUBMITTED).select_related("entry__report")


def places_in(actor, report):
    """[(public id, code)] of its entries in their order: where the page before and the page after lead."""
    rows = ReportEntry.objects.visible_to(actor).filter(report=report).order_by("indicator__position", "pk")
    return list(rows.values_list("public_id", "indicator__code"))


# ---- how far an entry is

@dataclass(frozen=True)
class Progress:
    """What stands at one indicator. `lacks_…`: what it still needs before the report is handed in."""

    entry: ReportEntry
    figures: list[Figure]
    files: list[ReportFile] = field(default_factory=list)

    @property
    def indicator(self) -> ManagementIndicator:
        return self.entry.indicator

    @property
    def lacks_text(self):
        """Whoever is rated by assessors tells them in words."""
        return self.indicator.is_judged and not self.entry.text.strip()

    @property
    def missing_figures(self):
        return [one for one in self.figures if not self.entry.figures.get(one.name)]

    @property
    def lacks_evidence(self):
        return bool(self.indicator.evidence_ko.strip()) and not self.files

    @property
    def infected(self):
        return [one for one in self.files if one.file.scan_state == "infected"]

    @property
    def is_done(self):
        return not (self.lacks_text or self.missing_figures or self.lacks_evidence or self.infected)


def progress_of(entries):
    """[Progress]; reads nothing that `entries_of` has not brought."""
    return [Progress(one, list(one.indicator.figures.all()), list(one.files.all())) for one in entries]


# ---- Central's list

@dataclass(frozen=True)
class Standing:
    """Where one agency is in a year, as far as Central may know: of what is being written only that it is."""

    participation: Participation
    report: Report | None

    @property
    def agency(self):
        return self.participation.assessed

    @property
    def is_awaited(self):
        """Not of a year that had ended before anybody could write here."""
        if not self.participation.is_assessed or self.report:
            return False
        return bool(self.participation.noticed_at) or clock.today() <= self.participation.indicator_set.evaluated_by_on


def standings_in(actor, indicator_set):
    """[Standing] of every agency in the year of this set."""
    rows = Participation.objects.visible_to(actor).filter(indicator_set=indicator_set)
    rows = rows.select_related("assessed", "indicator_set").order_by("assessed")
    reports = {one.participation_id: one for one in received_reports(actor).filter(participation__indicator_set=indicator_set)}
    return [Standing(one, reports.get(one.pk)) for one in rows]


def latest_reminder(actor, indicator_set):
    rows = ReportReminder.objects.visible_to(actor).filter(participation__indicator_set=indicator_set)
    return rows.select_related("asked_by__person").order_by("-asked_at").first()


# ---- what the job looks for

def participations_to_notice(actor):
    """Told by Central to this agency, and its people do not know yet. An evaluation that has ended asks for nothing any more."""
    rows = Participation.objects.visible_to(actor).filter(assessed=current_agency_id(), out_at__isnull=False, noticed_at=None,
                                                          indicator_set__evaluated_by_on__gte=clock.today())
    return rows.exclude(standing=Participation.Standing.NOT_OPEN).order_by("pk")


def reports_to_receive(actor):
    return received_reports(actor).filter(received_at=None).order_by("pk")


def reminders_to_notice(actor):
    return ReportReminder.objects.visible_to(actor).filter(assessed=current_agency_id(), noticed_at=None).order_by("pk")


def files_in_doubt(actor):
    """Handed in while the scan for malware was still to come, of which something is known by now."""
    rows = ReportFile.objects.visible_to(actor).filter(agency=current_agency_id(), scan="waiting",
                                                       entry__report__stage=ReportStage.SUBMITTED)
    return rows.exclude(file__scan__state="waiting").select_related("file__scan").order_by("pk")
