"""The provider's appeal against an announced refusal: its page, one point with its files, handing in, taking it back."""
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.guards import signed_in
from core.access_log import note_access
from core.errors import Refused
from core.tenancy import find_or_404, found
from core.viewing import hand_out, kind_of_access
from evaluations import permissions, queries, workflow
from evaluations.forms.appeal import PointForm, WithdrawForm
from evaluations.models import Appeal, AppealFile
from evaluations.queries.appeal import OPEN, period_of
from evaluations.stages import AppealStage
from evaluations.views.places import Contested
from evaluations.views.portal_files import paper
from evaluations.views.written import WrittenPage, written
from evaluations.workflow.appeal import arrival_of, why_closed
from providers.permissions import role_in


@require_POST
@signed_in
def begin(request, public_id):
    application = found(queries.own_applications(request.actor), public_id)
    try:
        appeal = workflow.start_appeal(application, actor=request.actor, arrived_at=request.arrived_at)
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return redirect("portal_application", public_id)
    return redirect("portal_appeal", appeal.public_id)


@signed_in
def appeal(request, public_id):
    """A draft as a list of its grounds; handed in, where it stands and what was answered."""
    appeal = found(queries.own_appeals(request.actor), public_id)
    return appeal_page(request, appeal)


def appeal_page(request, appeal, withdraw=None):
    actor, at = request.actor, arrival_of(appeal, request.actor, request.arrived_at)
    closed = why_closed(appeal, at) if appeal.stage == AppealStage.DRAFT else ""
    rows = queries.points_of(actor, appeal, written=appeal.stage != AppealStage.DRAFT)
    return render(request, "evaluations/portal/appeal.html", {
        "appeal": appeal, "application": appeal.application, "rows": rows, "closed": closed,
        "last_day": period_of(appeal.application, appeal.decision).last_day, "is_open": appeal.stage in OPEN,
        "may_write": not closed and permissions.can_write_appeal(actor, appeal),
        "may_hand_in": permissions.can_hand_in_appeal(actor, appeal),
        "may_withdraw": permissions.can_withdraw_appeal(actor, appeal), "handlers": list(queries.handlers_of(actor, appeal)),
        "is_entered_by_desk": actor.is_staff and role_in(actor, appeal.application.provider) is None,
        "written": [one for one in rows if one.point.is_written], "withdraw": withdraw or WithdrawForm()})


@require_POST
@signed_in
def hand_in(request, public_id):
    appeal = found(queries.own_appeals(request.actor), public_id)
    try:
        workflow.hand_in_appeal(appeal, actor=request.actor, arrived_at=request.arrived_at)
        messages.success(request, _("Your appeal has arrived. Its receipt is being made, and you are told the answer."))
    except Refused as refusal:
        messages.warning(request, str(refusal))
    return redirect("portal_appeal", public_id)


@require_POST
@signed_in
def withdraw(request, public_id):
    appeal, form = found(queries.own_appeals(request.actor), public_id), WithdrawForm(request.POST)
    if not form.is_valid():
        return appeal_page(request, appeal, form)
    workflow.withdraw_appeal(appeal, **form.cleaned_data, actor=request.actor)
    messages.success(request, _("The appeal is withdrawn. The decision stands."))
    return redirect("portal_appeal", public_id)


@signed_in
def point(request, public_id):
    return written(request, PointPage(found(queries.own_points(request.actor), public_id)))


class PointPage(WrittenPage):
    """A point of an appeal."""

    place, form, keeps = Contested, PointForm, "explanation"

    def initial(self):
        return {"explanation": self.row.text, "version": self.row.version}

    def why_closed(self, request):
        return why_closed(self.row.appeal, arrival_of(self.row.appeal, request.actor, request.arrived_at))

    def may_write(self, actor):
        return permissions.can_write_appeal(actor, self.row.appeal)

    def save(self, given, request):
        return workflow.save_point(self.row, text=given["explanation"], base_version=given["version"], actor=request.actor,
                                   arrived_at=request.arrived_at)

    def addresses(self):
        whole = reverse("portal_appeal", args=[self.row.appeal.public_id])
        return reverse("portal_appeal_point", args=[self.row.public_id]), f"{whole}#point-{self.row.position}"

    def words(self):
        appeal = self.row.appeal
        return {"application": appeal.application, "crumb": _("Appeal"), "part": _("Appeal"), "heading": self.row.about,
                "ground_head": _("Ground of the decision"), "ground": self.row.told or _(
                    "Something that lies in no single indicator: how it was evaluated, who did it, a mistake in the procedure."),
                "last_day": period_of(appeal.application, appeal.decision).last_day,
                "hint": _("Write what is so, and how it can be seen. An empty box means that you do not contest this."),
                "save": _("Save, to the appeal"), "back": _("To the appeal")}


@signed_in
def appeal_file(request, public_id):
    """For the provider's people, staff and who handles the appeal; the latter are noted."""
    sealed = find_or_404(AppealFile, request.actor, public_id=public_id)
    appeal = sealed.point.appeal
    is_giver = role_in(request.actor, appeal.application.provider) is not None
    if not is_giver:
        note_access(request, appeal.application, "case.file", kind=kind_of_access(request))
    page = "portal_appeal" if is_giver else "desk_appeal" if request.actor.reads_cases else "assess_appeal"
    return hand_out(request, sealed.file, sealed.name, to_giver=is_giver, back=(reverse(page, args=[appeal.public_id]), str(appeal)))


@signed_in
def appeal_letter(request, public_id):
    return own_paper(request, public_id, "letter", _("answer-to-appeal-%(number)s.pdf"))


@signed_in
def appeal_receipt(request, public_id):
    return own_paper(request, public_id, "receipt", _("receipt-of-appeal-%(number)s.pdf"))


def own_paper(request, public_id, which, name):
    """The letter that the row points at, once it is made: for its provider, staff, and who handles it."""
    appeal = find_or_404(Appeal, request.actor, public_id=public_id)
    letter = getattr(appeal, which)
    if letter is None:
        raise Http404
    return paper(letter, name % {"number": appeal.number})
