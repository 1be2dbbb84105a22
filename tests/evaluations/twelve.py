"""Twelve cases and six assessors, each person before pages of their own."""
import re
import uuid

from accounts.models import District
from core import outbox
from core.models import Errand
from core.tenancy import within
from evaluations.models import Assignment, RequiredIndicator, Seal, SealedAnswer, SealedFile
from providers.models import Provider
from tests import factories as f
from tests.evaluations.path import Path
from tests.evaluations.portal_pages import signed_in
from tests.evaluations.proposing import pooled

CASES, ASSESSORS, SIZE = 12, 6, 2
DESK, ASSESS = "/busan/admin/", "/busan/assess/"


class Twelve:
    """`cases` under document review without a team, `people` of the pool; `barred`: (case, person) that must not be."""

    def __init__(self, place):
        self.place, path = place, Path(place, indicators=1).screened()
        with within(place.agency):
            districts = list(District.objects.order_by("code")[:CASES - 1])
            self.cases = [path.application, *(like(path.application, district) for district in districts)]
            self.people = [pooled(place).user for _n in range(ASSESSORS)]
            self.barred = [self.tied(1, 0, "related"), self.tied(2, 1, "consulted"), self.assessed_before(3, 2)]
        self.round = path.application.round
        self.officer, self.manager, self.owner = Desk(place.officer), Desk(place.manager), Desk(place.owner)
        self.desks = {one.pk: Desk(one) for one in self.people}

    def tied(self, case, person, kind):
        f.InvolvementFactory(person=self.people[person].person, subject=self.cases[case].provider.public_id, kind=kind, matter=None)
        return self.cases[case].pk, self.people[person].pk

    def assessed_before(self, case, person):
        """In the round before this one."""
        of = self.cases[case]
        before = f.ApplicationFactory(offering=of.offering, stage="not_certified", submitted_at=of.submitted_at.replace(year=2025),
                                      reviewed_at=of.submitted_at.replace(year=2025))
        Assignment.everything.create(application=before, user=self.people[person], label="x", assigned_at=before.submitted_at,
                                     assigned_by=self.place.officer)
        return of.pk, self.people[person].pk

    def work_off(self, task):
        """What the worker does of this kind."""
        with within(self.place.agency):
            waiting = list(Errand.everything.filter(task=task, done_at=None).values_list("pk", flat=True))
        for errand in waiting:
            outbox.run(self.place.agency, errand)

    def teams(self):
        """{case: [assignment in force, the lead first]}"""
        with within(self.place.agency):
            rows = Assignment.everything.filter(application__in=self.cases, ended_at=None).select_related("user")
            rows = list(rows.order_by("-is_lead", "pk"))
        return {case.pk: [one for one in rows if one.application_id == case.pk] for case in self.cases}

    def of(self, assignment):
        return self.desks[assignment.user_id]


def like(case, district):
    """One more case, of another provider in a district of its own: what was handed in is the same, past the workflow."""
    offering = f.OfferingFactory(site__district=district, site__provider__name=f"CNRY-busan-more-{district.code}")
    more = f.ApplicationFactory(
        round=case.round, offering=offering, stage="document_review", number=f"2026-{district.code}",
        **{name: getattr(case, name) for name in ("pledged_at", "shows_head_name", "submitted_at")})
    RequiredIndicator.everything.bulk_create(anew(one, application=more) for one in RequiredIndicator.everything.filter(application=case))
    sealed = Seal.everything.get(application=case)
    seal = anew(sealed, application=more)
    seal.save()
    for model in (SealedAnswer, SealedFile):
        model.everything.bulk_create(anew(one, seal=seal) for one in model.everything.filter(seal=sealed))
    Provider.everything.filter(pk=offering.site.provider_id).update(stage="confirmed")
    return more


def anew(row, **other):
    """The same row once more, but for this."""
    kept = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if field.name not in ("id", *other)}
    if "public_id" in kept:
        kept["public_id"] = uuid.uuid4()
    return type(row)(**kept, **other)


class Desk:
    """Somebody before the pages, in English."""

    def __init__(self, user):
        self.user, self.client = user, signed_in(user)

    def read(self, address):
        """The page as it came."""
        answer = self.client.get(f"{address}{'&' if '?' in address else '?'}lang=en")
        assert answer.status_code == 200, (answer.status_code, address)
        return answer.content.decode()

    def words(self, address):
        return plain(self.read(address))

    def status(self, address):
        return self.client.get(address).status_code

    def send(self, address, **typed):
        """What came of it; every form leads on when it was right."""
        answer = self.client.post(f"{address}?lang=en", typed)
        assert answer.status_code == 302, (answer.status_code, plain(answer.content.decode())[:2000])
        return answer["Location"].partition("?")[0]

    def refused(self, address, **typed):
        """The words with which the house says no."""
        answer = self.client.post(f"{address}?lang=en", typed, follow=True)
        return plain(answer.content.decode())


def plain(page):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def links(page, part):
    """Addresses on this page, each once, that have this in them."""
    return list(dict.fromkeys(one for one in re.findall(r'(?:href|action)="([^"?#]+)', page) if part in one))
