"""The desk's menu: what this person may open, with how much waits there."""
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Role
from agencies.permissions import at_central
from certification.permissions import can_change_look
from core.poison import poisoned_errands
from desk.following_up import follow_up_links
from desk.watching import watching_links
from evaluations.queries import waiting_at_desk
from providers.permissions import can_import
from providers.queries import waiting_for_confirmation
from training.models.course import READERS
from training.permissions import can_learn

COVER_PAGE = (Role.OFFICER, Role.MANAGER, Role.DIRECTOR, Role.ADMIN, Role.AUDITOR)


def navigation(request, waiting=None):
    """[(heading, [(label, address, count or None, is it this page)])], only what opens to this actor."""
    actor, groups = request.actor, []
    people = [(_("People and roles"), reverse("people"), None)] if actor.has(Role.ADMIN, Role.AUDITOR) else []
    people += [(_("Cover for absence"), reverse("covers"), None)] if actor.has(*COVER_PAGE) else []
    settings = [(_("Agency settings"), reverse("agency_settings"), None)] if actor.may_administer else []
    stuck = poisoned_errands(actor).count() if actor.may_administer else 0
    operation = [(_("Stuck work"), reverse("stuck_work"), stuck or None)] if actor.may_administer else []
    texts = [(_("Message texts"), reverse("admin:correspondence_templatetext_changelist"), None)] if actor.may_administer else []
    sent = [(_("Sent messages"), reverse("admin:correspondence_delivery_changelist"), None)
            ] if actor.reads_cases or actor.may_administer else []
    records = [(_("Audit trail"), reverse("admin:core_auditevent_changelist"), None),
               (_("Access log"), reverse("admin:core_accessentry_changelist"), None)] if actor.may_audit else []
    for heading, links in (
        (_("Today"), [(_("Start"), reverse("admin:index"), None)]),
        (_("Applying and evaluation"), case_links(actor) + provider_links(actor, waiting) + round_links(actor) + committee_links(actor)
         + pool_links(actor)),
        (_("Certificates"), certificate_links(actor) + look_links(actor)),
        (_("After certification"), duty_links(actor) + watching_links(actor) + change_links(actor) + complaint_links(actor)
         + report_links(actor) + sanction_links(actor) + helping_links(actor)),
        (_("Management evaluation"), evaluation_links(actor) + rating_links(actor) + result_links(actor)
         + follow_up_links(actor) + position_links(actor) + step_links(actor)),
        (_("Network of the agencies"), network_links(actor)),
        (_("Cases and proposals"), learning_links(actor)),
        (_("Training"), training_links(actor)),
        (_("Criteria and figures"), criteria_links(actor) + insight_links(actor) + import_links(actor)),
        (_("People"), people),
        (_("Operation"), settings + texts + sent + operation + records),
    ):
        if links:
            groups.append((heading, [(label, to, count, request.path == to) for label, to, count in links]))
    return groups


def evaluation_links(actor):
    """What agencies are evaluated by, for those of the Central institute who read it; what they report, for both sides."""
    if not actor.reads_cases:
        return []
    sets = [(_("Sets of indicators"), reverse("management_sets"), None)] if at_central() else []
    return sets + report_links_of_agency()


def result_links(actor):
    """Results of the evaluation: at Central all of them, at an agency its own."""
    if at_central():
        return [(_("Results of the evaluation"), reverse("management_scores"), None)] if actor.reads_cases else []
    may = actor.reads_cases or actor.has(Role.OBSERVER)
    return [(_("Results of our evaluation"), reverse("management_own_results"), None)] if may else []


def step_links(actor):
    """The four steps in figures, and at Central how all agencies certify."""
    if not actor.reads_cases:
        return []
    if at_central():
        return [(_("Four steps"), reverse("management_steps"), None),
                (_("Certification in figures"), reverse("management_certified"), None)]
    return [(_("Our four steps"), reverse("management_own_steps"), None)]


def position_links(actor):
    """What the years say: at Central of all agencies and their indicators, at an agency where it stands."""
    if at_central():
        return [(_("Evaluation in figures"), reverse("management_insight"), None),
                (_("Satisfaction scores"), reverse("management_satisfaction"), None)] if actor.reads_cases else []
    return [(_("Our position"), reverse("management_position"), None)] if actor.reads_cases or actor.has(Role.OBSERVER) else []


def provider_links(actor, waiting=None):
    """The list for those who read cases; how many wait, for those who decide."""
    if not actor.reads_cases:
        return []
    if at_central() or not actor.has(Role.OFFICER, Role.MANAGER):        # at the Central institute no provider registers
        waiting = 0
    elif waiting is None:
        waiting = waiting_for_confirmation(actor).count()
    return [(_("Providers"), reverse("desk_providers"), waiting or None)]


def certificate_links(actor):
    """What the certified hold, for those who read cases."""
    if not actor.reads_cases:
        return []
    return [(_("Certificates"), reverse("desk_certificates"), None), (_("Plaques"), reverse("desk_plaques"), None),
            (_("Ceremonies"), reverse("desk_ceremonies"), None), (_("National scheme"), reverse("desk_national"), None)]


def change_links(actor):
    """What the certified report of themselves, for those who read cases. What waits is counted on the first page."""
    return [(_("Change reports"), reverse("desk_changes"), None)] if actor.reads_cases else []


def import_links(actor):
    return [(_("Bring in spreadsheets"), reverse("desk_imports"), None)] if actor.reads_cases and can_import(actor) else []


def duty_links(actor):
    """What certified providers owe, for those who read cases; what is late stands on the first page."""
    return [(_("Duties"), reverse("desk_duties"), None)] if actor.reads_cases else []


def committee_links(actor):
    """Where cases are decided and results are told; the city sees the latter."""
    committee = [(_("Committee"), reverse("desk_meetings"), None)] if actor.reads_cases else []
    told = [(_("Announcements of results"), reverse("desk_announcements"), None)] if actor.reads_cases or actor.has(Role.OBSERVER) else []
    appeals = [(_("Appeals"), reverse("desk_appeals"), None)] if actor.reads_cases else []
    return committee + told + appeals


def sanction_links(actor):
    """For those who read cases, and for the city, which is told of each."""
    return [(_("Sanctions"), reverse("desk_sanctions"), None)] if actor.reads_cases or actor.has(Role.OBSERVER) else []


def report_links(actor):
    """What citizens report, for those who read cases. Whoever looks into them is told of each; no page counts them again."""
    return [(_("Reports from citizens"), reverse("desk_reports"), None)] if actor.reads_cases else []


def complaint_links(actor):
    """What citizens tell about providers and the mark; the city reads the figures. The first page counts what waits."""
    if actor.reads_cases:
        return [(_("Complaints"), reverse("desk_complaints"), None)]
    return [(_("Figures of complaints"), reverse("desk_complaint_figures"), None)] if actor.has(Role.OBSERVER) else []


def helping_links(actor):
    """Consulting and what the agency gives, for those who read cases. What waits is counted on the first page."""
    return [(_("Consultations"), reverse("desk_consultations"), None),
            (_("What the agency gave"), reverse("desk_grants"), None)] if actor.reads_cases else []


def case_links(actor):
    """The list for those who read cases; how many wait, for those who go on with them."""
    if not actor.reads_cases:
        return []
    count = waiting_at_desk(actor).count() if actor.has(Role.OFFICER, Role.MANAGER) else 0
    return [(_("Cases"), reverse("desk_cases"), count or None)]


def pool_links(actor):
    return [(_("Assessor pool"), reverse("desk_pool"), None)] if actor.reads_cases else []


def round_links(actor):
    """The rounds, for those who read cases and who administer."""
    if not actor.reads_cases and not actor.may_administer:
        return []
    return [(_("Rounds"), reverse("desk_rounds" if actor.reads_cases else "admin:certification_round_changelist"), None)]


def rating_links(actor):
    """At Central who rates agencies; at an agency what it is asked, and when somebody comes."""
    if not actor.reads_cases:
        return []
    if at_central():
        return [(_("Assessors and ratings"), reverse("desk_assessors"), None),
                (_("Questions to agencies"), reverse("desk_question_rounds"), None),
                (_("On-site assessments"), reverse("desk_site_visits"), None)]
    return [(_("Questions of the evaluation"), reverse("desk_own_questions"), None),
            (_("On-site assessment"), reverse("desk_own_site"), None)]


def network_links(actor):
    """What agencies share: for all staff. What is unread and what waits in bodies is counted on the first page."""
    if not actor.is_staff:
        return []
    support = [(_("Project support"), reverse("network_support"), None)] if actor.reads_cases else []
    return [(_("Consultative bodies"), reverse("network_bodies"), None), (_("Bulletins"), reverse("network_bulletins"), None),
            (_("Library of papers"), reverse("network_papers"), None), (_("Contact book"), reverse("network_contacts"), None),
            (_("Public activities"), reverse("network_activities"), None), *support]


def learning_links(actor):
    """What agencies learn from one another: cases worth copying, and indicators that they want otherwise."""
    if not actor.is_staff:
        return []
    kept = [(_("Proposals received"), reverse("network_received_proposals"), None),
            (_("Accepted, to work in"), reverse("network_proposals_to_work_in"), None)] if actor.reads_cases else []
    return [*excellent_case_links(actor), (_("Proposals on indicators"), reverse("network_proposals"), None), *kept]


def training_links(actor):
    """The catalogue for all who open the desk and learn here; the rest for who reads what belongs to training."""
    if not actor.is_staff:
        return []
    catalogue = [(_("Catalogue"), reverse("training"), None)] if can_learn(actor) else []
    if not actor.has(*READERS):
        return catalogue
    return [*catalogue, (_("Courses"), reverse("training_courses"), None), (_("Runs of courses"), reverse("training_runs"), None),
            (_("Trainers"), reverse("training_trainers"), None), (_("Year plan"), reverse("training_year_plan"), None)]


def excellent_case_links(actor):
    """Excellent cases: what all staff read; calls; what an agency uses, or at Central what there is to judge."""
    links = [(_("Excellent cases"), reverse("network_cases"), None), (_("Calls for cases"), reverse("case_calls"), None)]
    if not at_central():
        return links + ([(_("Cases that we use"), reverse("case_uses"), None)] if actor.reads_cases else [])
    return [*links, (_("Cases to judge"), reverse("case_judging"), None), (_("Conference of results"), reverse("case_programmes"), None)]


def criteria_links(actor):
    """What certification judges by, for those who read cases and who administer."""
    return [(_("Criteria"), reverse("desk_editions"), None)] if actor.reads_cases or actor.may_administer else []


def look_links(actor):
    """How certificates look, for those who may change it."""
    return [(_("Look of certificates"), reverse("desk_look"), None)] if can_change_look(actor) else []


def insight_links(actor):
    """What finished rounds taught: for those who read cases, and for the city, which reads no persons there."""
    may = actor.reads_cases or actor.has(Role.OBSERVER)
    return [(_("What rounds taught"), reverse("desk_insights"), None)] if may else []


def report_links_of_agency():
    """Performance reports and consulting of either side."""
    reports = (_("Reports of agencies"), "received_reports") if at_central() else (_("Performance report"), "performance_reports")
    return [(reports[0], reverse(reports[1]), None), (_("Consulting for the evaluation"), reverse("agency_consultings"), None)]
