"""Two agencies with a row behind every address, built once; every request is undone after it was looked at."""
from contextlib import contextmanager
from datetime import timedelta
from types import SimpleNamespace

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection, transaction

from accounts.models import Cover, Invitation, Membership
from aftercare.models import DutyChange
from certification.models import ImprovementProposal, RegisterReport
from core import clock
from core.files import path_of
from core.models import AccessEntry, AuditEvent, AuditLabel, Errand
from core.tenancy import within
from core.walls import tenant_models
from correspondence.models import Delivery, Notice, TemplateText
from desk.models import ImportRun
from evaluations.models import (
    Answer,
    Assignment,
    CommentFile,
    ConsolidatedJudgement,
    Diagnosis,
    DiagnosisAnswer,
    FactCheck,
    FactComment,
    Judgement,
    PracticeCase,
    PracticeItem,
    PracticeJudgement,
    PracticeResult,
    PracticeSheet,
    ProposedPair,
    ReportFact,
    RequiredIndicator,
    SealedFile,
    SupplementItem,
    SupplementReply,
    TeamProposal,
    WorkbookRun,
)
from evaluations.models.workbook import KEPT
from panels.models import Declaration, PoolMember
from providers.models import Bar, Disposition, Offering, ProviderDocument, ProviderMember, ServiceType, Site, Upload
from tests import factories as f
from tests import remembered
from tests.architecture.appealing import appealed_against
from tests.architecture.bodied import bodied
from tests.architecture.cased import nominated_at
from tests.architecture.changing import changed
from tests.architecture.complained import complained_of
from tests.architecture.deciding import decided_by
from tests.architecture.evaluating import evaluated
from tests.architecture.followed import followed_up
from tests.architecture.helping import helped
from tests.architecture.holding import life_of
from tests.architecture.proposed import changes_proposed
from tests.architecture.rated import rated
from tests.architecture.reported import reported
from tests.architecture.sanctioned import sanctioned
from tests.architecture.scored import scored_at
from tests.architecture.supported import supported_at
from tests.architecture.trained_attend import attended_at
from tests.architecture.trained_complete import trained_at
from tests.architecture.trained_enrol import enrolled_at
from tests.architecture.trained_runs import run_at
from tests.architecture.watched import watched
from tests.cast import STAFF
from tests.evaluations.asking import asked, write
from tests.evaluations.challenging import announced, challenge
from tests.evaluations.path import Path
from tests.evaluations.taught import set_down
from tests.sample.models import Club, Voucher
from visits.models import KitPaper, Offer, OfferedDate

FIRST_ROW = {"busan": 700_000_000, "daegu": 800_000_000}         # numbers that stand in no page by chance


def rows_of(place):
    """What stands in the blanks of this agency's addresses; every text says whose it is."""
    slug, now, first = place.agency.slug, clock.now(), FIRST_ROW[place.agency.slug]
    with within(place.agency):
        document = ProviderDocument.everything.get(provider=place.provider)
        notice = Notice.everything.create(recipient=place.owner, event="x", language="ko", title=f"CNRY-{slug}-title",
                                          body=f"CNRY-{slug}-body", sent_at=now)
        trainee = f.UserFactory(person__name=f"CNRY-{slug}-trainee")
        membership = Membership.everything.create(pk=first, user=trainee, role="trainer", began_at=now)
        errand = Errand.everything.create(task=f"CNRY-{slug}-task", poisoned_at=now, attempts=5)
        invitation = Invitation.everything.create(email=f"cnry-{slug}-guest@x.example", role="officer", invited_at=now, expires_at=now)
        club = Club.everything.create(pk=first, name=f"CNRY-{slug}-club", number="1", keeper=place.owner)
        Voucher.everything.create(pk=first, club=club, code=f"CNRY-{slug}-vouch")
        event = AuditEvent.everything.create(pk=first, at=now, verb="CNRY-verb", subject_type="x", subject_id="1", labels_hmac="")
        AuditLabel.everything.create(event=event, actor_label=f"CNRY-{slug}-actor", subject_label=f"CNRY-{slug}-subject")
        AccessEntry.everything.create(pk=first, at=now, user_id=1, user_label=f"CNRY-{slug}-reader", kind="read", subject_type="x",
                                      subject_id="1", subject_label=f"CNRY-{slug}-read", work="x")
        Delivery.everything.create(pk=first, notice=notice, address=f"cnry-{slug}@x.example", message_id=f"<{slug}@x>", asked_at=now)
        TemplateText.everything.create(pk=first, event="provider.confirmed", language="ko", version=1, subject=f"CNRY-{slug}-words",
                                       body="x", written_at=now, written_by=place.admin)
        keep_bytes(document.file)
        return SimpleNamespace(provider=place.provider, site=Site.everything.get(provider=place.provider), document=document, notice=notice,
                               offering=Offering.everything.get(site__provider=place.provider), membership=membership, errand=errand,
                               invitation=invitation, first=first, **people_of(place), **visited(place), **published_by(place, first),
                               **briefed(place), **taught(place),
                               **reviewed_case(place), **decided_by(place), **certified(place, first), **stands_against(place),
                               **evaluated(place), **reported(place), **rated(place), **scored_at(place), **followed_up(place),
                               **changes_proposed(place), **nominated_at(place), **supported_at(place), **bodied(place),
                               **run_at(place), **enrolled_at(place), **attended_at(place), **trained_at(place))


def stands_against(place):
    """What the desk entered about the provider, the national list, and a spreadsheet that waits for being carried out."""
    mark, now = f"CNRY-{place.agency.slug}", clock.now()
    by = {"entered_at": now, "entered_by": place.officer}
    disposition = Disposition.everything.create(
        provider=place.provider, kind="warning", from_on=clock.today(), authority=f"{mark}-authority", **by)
    bar = Bar.everything.create(provider=place.provider, barred_until=clock.today(), reason=f"{mark}-bar", **by)
    f.NationalHolderFactory(name=f"{mark}-national")
    run = ImportRun.everything.create(kind="providers", stage="checked", file=f.StoredFileFactory(), name=f"{mark}-rows.xlsx", digest="x",
                                      uploaded_at=now, uploaded_by=place.officer, checked_at=now,
                                      lines=[{"row": 2, "action": "made", "label": f"{mark}-line", "detail": ""}])
    return {"disposition": disposition, "bar": bar, "import_run": run}


def people_of(place):
    """A colleague of the provider, somebody invited to it, somebody who asks to join it."""
    mark = f"CNRY-{place.agency.slug}-provider"
    return {"person": ProviderMember.everything.get(provider=place.provider, user=place.colleague),
            "colleague_invitation": f.ProviderInvitationFactory(provider=place.provider, email=f"{mark.lower()}-invited@x.example"),
            "join_request": f.JoinRequestFactory(provider=place.provider, user__person__name=f"{mark}-asks", words=f"{mark}-words")}


def visited(place):
    """A visit of the agency's assessor alone, judged and photographed."""
    mark = f"CNRY-{place.agency.slug}"
    visit = f.VisitFactory(subject_label=f"{mark}-visited", place_name=f"{mark}-place", address=f"{mark}-where")
    f.VisitMemberFactory(visit=visit, user=place.assessor, is_lead=True)
    item = f.VisitItemFactory(visit=visit, title_ko=f"{mark}-item", title_en=f"{mark}-item", note=f"{mark}-note")
    f.FindingFactory(item=item, author=place.assessor, text=f"{mark}-finding")
    photo = f.PhotoFactory(item=item, author=place.assessor, name=f"{mark}-photo.jpg", caption=f"{mark}-photo")
    kit = KitPaper.everything.create(visit=visit, language="ko", asked_at=clock.now(), made_at=clock.now(),
                                     file=f.StoredFileFactory(shelf=visit.public_id))
    keep_bytes(photo.file)
    keep_bytes(kit.file)
    f.RecorderKeyFactory(visit=visit, user=place.assessor)
    late = f.OperationFactory(visit=visit, item=item, author=place.assessor, file=photo.file, payload={"text": f"{mark}-late"})
    entry = f.EntryFactory(item=item, author=place.assessor, source=f"{mark}-source", text=f"{mark}-said")
    return {"visit": visit, "item": item, "photo": photo, "entry": entry, "kept_operation": late}


def published_by(place, first):
    """Drafts of the scheme, of which nobody outside may read, and an edition and a round for everybody: those of Daegu stay at Daegu."""
    slug = place.agency.slug
    draft = f.FrameworkVersionFactory(pk=first, label_ko=f"CNRY-{slug}-draft", framework__pk=first, framework__published_at=None,
                                      framework__name_ko=f"CNRY-{slug}-framework")
    f.RoundFactory(pk=first, version=draft, name_ko=f"CNRY-{slug}-round", published_at=None)
    mark = "CNRY-daegu" if slug == "daegu" else "everybody's"
    version = f.published_version(label_ko=f"{mark}-edition", framework__name_ko=f"{mark}-scheme")
    keep_bytes(f.FrameworkPaperFactory(version=version).file)
    indicator = draft.indicators.order_by("position").first()
    area = draft.areas.get()
    indicator.name_ko = area.name_ko = f"CNRY-{slug}-row"
    indicator.save()
    area.save()
    return {"version": version, "round": f.RoundFactory(version=version, name_ko=f"{mark}-announcement"), "draft": draft,
            "draft_area": area, "draft_criterion": draft.criteria.get(), "draft_indicator": indicator,
            "early_notice": f.EarlyNoticeFactory(version=version, sent_by=place.manager, words_ko=f"CNRY-{slug}-words")}


def briefed(place):
    """A briefing that everybody reads of, with somebody registered for it whom only staff know."""
    mark = "CNRY-daegu" if place.agency.slug == "daegu" else "everybody's"
    round = f.RoundFactory(name_ko=f"{mark}-briefed")
    briefing = f.BriefingFactory(round=round, name_ko=f"{mark}-briefing", place_ko=f"{mark}-hall", link="https://cnry-link.example/")
    slug = place.agency.slug
    registered = f.BriefingPlaceFactory(briefing=briefing, name=f"CNRY-{slug}-guest", organisation=f"CNRY-{slug}-organisation",
                                        email=f"cnry-{slug}@guest.example")
    attachment = f.RoundAttachmentFactory(round=round, name=f"{mark}.pdf")
    material = f.BriefingMaterialFactory(briefing=briefing, name=f"{mark}.pdf")
    for file in (attachment.file, material.file):
        keep_bytes(file)
    hidden = f.RoundQuestionFactory(round=round, question_ko=f"CNRY-{slug}-question", is_shown=False)
    f.RoundLateAccessFactory(round=round, provider=place.provider, reason=f"CNRY-{slug}-late", granted_by=place.manager)
    return {"briefing": briefing, "briefing_place": registered, "attachment": attachment, "material": material, "question": hidden}


def taught(place):
    """Figures of a round that is over, and a proposal that began with them."""
    slug = place.agency.slug
    mark = "CNRY-daegu" if slug == "daegu" else "everybody's"
    insight = set_down(place, round=f.RoundFactory(name_ko=f"{mark}-taught"), people=(place.assessor,))
    row = insight.indicators.first()
    proposal = ImprovementProposal.everything.create(indicator=row.indicator, source=f"CNRY-{slug}-source", reason=f"CNRY-{slug}-why",
                                                     proposed_at=clock.now(), proposed_by=place.officer)
    practice = PracticeCase.everything.create(
        title=f"CNRY-{slug}-practice", service_type=ServiceType.objects.first(), made_at=clock.now(), made_by=place.officer,
        published_at=clock.now(), published_by=place.officer)
    item = PracticeItem.everything.create(practice=practice, indicator=row.indicator, code=row.code, position=1, seen=f"CNRY-{slug}-seen")
    PracticeResult.everything.create(item=item, judgement="compliant")
    sheet = PracticeSheet.everything.create(practice=practice, user=place.assessor, begun_at=clock.now())
    judged = PracticeJudgement.everything.create(sheet=sheet, item=item, text=f"CNRY-{slug}-judged")
    return {"taught_round": insight.round, "indicator_insight": row, "improvement": proposal, "practice": practice, "practice_item": item,
            "practice_judgement": judged}


def certified(place, first):
    """What the register shows of it everybody may read; the name of the head, without consent, only the provider and staff."""
    slug, offering = place.agency.slug, Offering.everything.get(site__provider=place.provider)
    certificate = f.CertificateFactory(pk=first, offering=offering, provider_name=f"햇살센터 {slug}", provider_name_en="", site_name="본원",
                                       address="광장로 00", head_name=f"CNRY-{slug}-certificate-head")
    paper = f.CertificateDocumentFactory(certificate=certificate, file=f.StoredFileFactory(shelf=certificate.public_id), sha256="x",
                                         made_at=clock.now())
    keep_bytes(paper.file)
    report = RegisterReport.everything.create(certificate=certificate, kind="other", words=f"CNRY-{slug}-reported",
                                              email=f"cnry-{slug}-citizen@example.org", arrived_at=clock.now())
    return {"certificate": certificate, "certificate_document": paper, "citizen_report": report, **owed(certificate, slug),
            **life_of(place, certificate), **watched(place, certificate, keep_bytes),
            **complained_of(place, certificate, keep_bytes), **helped(place, certificate),
            **changed(place, certificate), **sanctioned(place, certificate, keep_bytes)}


def owed(certificate, slug):
    rule = f.DutyRuleFactory(framework=certificate.framework)
    duty = f.DutyFactory(certificate=certificate, reason=f"CNRY-{slug}-owes")
    DutyChange.everything.create(duty=duty, from_on=duty.due_on, to_on=duty.due_on, reason=f"CNRY-{slug}-moved", at=clock.now())
    return {"duty": duty, "planned_framework": rule.framework}


def reviewed_case(place):
    """A case that both assessors have reviewed; the cast's assessor leads. Its answers are read-only by now, its files sealed. A supplement
    is asked for."""
    case = Path(place).judged()
    application = case.application
    asked(case, text=f"CNRY-{place.agency.slug}-asked")
    write(case, f"CNRY-{place.agency.slug}-reply")
    item = SupplementItem.everything.get(request__application=application)
    answer = Answer.everything.filter(application=application).order_by("indicator__position").first()
    dates_offered(place, application)
    return pooled(place) | looked_at(place, case) | told_and_covered(place, case) | facts_checked(place, case) | appealed_against(
            place, application, keep_bytes) | {
            "team_proposal": proposed(place, case),
            "applied_round": case.round, "case_round": case.round, "application": application, "answer": answer,
            "evidence": answer.evidence.get().evidence, "upload": half_upload(place, answer),
            "supplement": item.request, "supplement_item": item, "reply": SupplementReply.everything.get(item=item),
            "seal": application.seals.first(), "check": application.checks.first(),
            "assignment": Assignment.everything.filter(application=application).first(),
            "pool_member": PoolMember.everything.get(user=place.assessor),
            "declaration": Declaration.everything.get(user=place.assessor, matter=application.matter),
            "judgement": Judgement.everything.filter(sheet__application=application, sheet__user=place.assessor).first(),
            "result": ConsolidatedJudgement.everything.filter(application=application).first(),
            "sealed_file": SealedFile.everything.filter(seal__application=application).first()}


def facts_checked(place, case):
    """A draft report, a comment on it that is written and one that was handed in with a file."""
    mark, now = f"CNRY-{place.agency.slug}-provider", clock.now()
    check = FactCheck.everything.create(application=case.application, number=1, stage="handed_in", begun_at=now, handed_in_at=now,
                                        handed_in_by=place.owner)
    facts = [ReportFact.everything.create(check_of=check, required=one, indicator_id=one.indicator_id, code=one.code, position=one.position,
                                          seen=f"{mark}-seen")
             for one in RequiredIndicator.everything.filter(application=case.application).order_by("position")[:2]]
    draft = FactComment.everything.create(fact=facts[0], kind="wrong", text=f"{mark}-draft", saved_at=now, saved_by=place.owner)
    handed_in = FactComment.everything.create(fact=facts[1], kind="wrong", text=f"{mark}-said", saved_at=now, saved_by=place.owner,
                                              handed_in_at=now)
    stored = f.StoredFileFactory(shelf=case.application.public_id)
    keep_bytes(stored)
    file = CommentFile.everything.create(comment=handed_in, file=stored, name=f"{mark}-shown.pdf", sha256="x", size=stored.size)
    return {"fact_comment": draft, "handed_comment": handed_in, "comment_file": file}


def dates_offered(place, application):
    """For its visit; no visit is planned."""
    offer = Offer.everything.create(subject_type="evaluations.application", subject=application.matter, offered_at=clock.now(),
                                    subject_label=f"CNRY-{place.agency.slug}-offer")
    OfferedDate.everything.create(offer=offer, starts_at=clock.now() + timedelta(days=9))


def told_and_covered(place, case):
    """Its team is told to the provider, which challenges the second assessor; an officer covers for the director."""
    announced(case)
    challenged = challenge(case, case.assessors[1], f"CNRY-{place.agency.slug}-provider-doubt")
    cover = Cover.everything.create(covered=place.director, delegate=f.MembershipFactory(role="officer").user, roles=["director"],
                                    from_on=clock.today(), to_on=clock.today(), named_at=clock.now(), named_by=place.director)
    return {"told": challenged.assignment, "challenge": challenged, "cover": cover}
def proposed(place, case):
    """Teams for its round, worked out and not accepted."""
    proposal = TeamProposal.everything.create(round=case.round, size=2, stage="ready", asked_at=clock.now(), asked_by=place.officer,
                                              solved_at=clock.now())
    ProposedPair.everything.create(proposal=proposal, application=case.application, user=place.assessor, is_lead=True, load=1)
    return proposal


def pooled(place):
    """What is kept of the cast's assessor in the pool."""
    mark, member = f"CNRY-{place.agency.slug}", PoolMember.everything.get(user=place.assessor)
    return {"employment": f.EmploymentFactory(member=member, name=f"{mark}-employer"), "absence": f.AbsenceFactory(member=member),
            "qualification": f.QualificationFactory(member=member, kind=f"{mark}-qualification")}


def looked_at(place, case):
    """What its people noted for themselves, and a workbook that one of them handed in."""
    mark, now = f"CNRY-{place.agency.slug}-provider", clock.now()
    own = Diagnosis.everything.create(provider=place.provider, version=case.round.version, started_at=now, started_by=place.owner)
    answer = DiagnosisAnswer.everything.create(diagnosis=own, indicator=case.round.version.indicators.first(), rating="not_yet",
                                               explanation=f"{mark}-private", saved_at=now, saved_by=place.owner, version=1)
    run = WorkbookRun.everything.create(application=case.application, name=f"{mark}-book.xlsx", uploaded_at=now, uploaded_by=place.owner,
                                        expires_at=now + KEPT)
    return {"diagnosis": own, "diagnosis_answer": answer, "workbook_run": run}


def half_upload(place, answer):
    """Something the owner has begun to send."""
    now = clock.now()
    return Upload.everything.create(provider=place.provider, user=place.owner, place=f"answer:{answer.public_id}", sha256="0" * 64, size=10,
                                    name=f"CNRY-{place.agency.slug}-half.pdf", begun_at=now, expires_at=now + timedelta(days=1))


def keep_bytes(stored):
    """The factory's row has none."""
    default_storage.save(path_of(stored), ContentFile(b"%PDF-1.7".ljust(stored.size)))


ADMIN_ROWS = {"certification_certificate", "certification_framework", "certification_frameworkversion", "certification_round",
              "correspondence_delivery", "correspondence_templatetext", "core_auditevent", "core_accessentry", "accounts_membership",
              "sample_club", "sample_voucher"}


def members(busan, daegu, central, operator):
    """{how we call them: account}; None is a citizen."""
    cast = {"citizen": None, "owner": busan.owner, "colleague": busan.colleague, "neighbour": busan.neighbour, "operator": operator}
    cast |= {str(role): getattr(busan, role) for role in STAFF}
    cast |= {f"stranger {who}": getattr(daegu, who) for who in ("officer", "director", "admin", "auditor", "owner")}
    return cast | {f"central {who}": getattr(central, who) for who in ("officer", "manager", "admin")}


@contextmanager
def undone():
    """Whatever happens inside did not happen."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


WALLED = {model._meta.db_table for model in tenant_models()}


def digests(place, tables=WALLED):
    """{table: of every row of an agency, seen as that agency}"""
    found = {}
    with within(place.agency), connection.cursor() as cursor:
        for table in tables:
            rows, values = (table, []) if table in WALLED else ("(SELECT * FROM accounts_agency WHERE id = %s)", [place.agency.pk])
            cursor.execute(f"SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)), 0) FROM {rows} t", values)
            found[table] = cursor.fetchone()
    return found


def written_since(before):
    """The tables of agencies in which a row was written, also if it was undone; PostgreSQL itself counts. `before`: its counts then."""
    return [table for table, times in remembered.written().items()
            if times != before.get(table) and (table in WALLED or table == "accounts_agency")]
