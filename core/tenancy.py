"""The one door to tenant data: say who is asking, or be refused. And the one scope it is opened in."""
import uuid
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from enum import StrEnum
from functools import reduce
from operator import or_
from typing import Any

from django.conf import settings
from django.db import connection, models, transaction
from django.http import Http404

from core.errors import AgencySwitched, NobodyAsked, NoScope

_agency: ContextVar = ContextVar("agency", default=None)
_nationwide: ContextVar = ContextVar("nationwide", default=False)


class Ownership(StrEnum):
    OWNED = "owned"             # one agency, nobody else
    SHARED = "shared"           # two owner columns; the first adds and deletes
    PUBLISHED = "published"     # one agency writes; everybody reads once `published_at` is set
    PUBLIC = "public"           # one agency writes; everybody reads: the register


@contextmanager
def within(agency):
    """Everything inside happens at this agency: one transaction, one SET LOCAL that dies with it."""
    outer = _agency.get()
    if outer and outer.pk != agency.pk:
        raise AgencySwitched(f"{agency} inside {outer}")
    nested = connection.in_atomic_block
    with transaction.atomic(), nullcontext() if outer else connection.execute_wrapper(_TellFirst(agency.pk)):
        token = _agency.set(agency)
        try:
            yield agency
        finally:
            _agency.reset(token)
        if nested and not outer and not connection.needs_rollback:
            _tell_postgres("")                  # releasing a savepoint keeps LOCAL settings; only COMMIT and ROLLBACK drop them


@contextmanager
def nationwide():
    """The national pages' scope, for reading: published rows answer, any other tenant table raises NoScope."""
    token = _nationwide.set(True)
    try:
        yield
    finally:
        _nationwide.reset(token)


class _TellFirst:
    """Tells PostgreSQL before the first statement, a SAVEPOINT too: a request that asks nothing costs nothing."""

    def __init__(self, agency_id):
        self.agency_id, self.told = agency_id, False

    def __call__(self, execute, sql, params, many, context):
        if not self.told:
            self.told = True
            _tell_postgres(self.agency_id)
        return execute(sql, params, many, context)


def _tell_postgres(agency_id):
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('poom.agency', %s, true)", [str(agency_id)])


def current_agency():
    """The agency everything happens at just now. Raises NoScope outside `within`."""
    agency = _agency.get()
    if agency is None:
        raise NoScope("wrap this in `with within(agency):`")
    return agency


def current_agency_id():
    return current_agency().pk


def is_within():
    return _agency.get() is not None


def is_nationwide():
    return _nationwide.get()


class TenantDoor(models.Manager["TenantRow"]):
    """Answers `visible_to(actor)` and `create`; anything else asks for nobody and is refused."""

    def visible_to(self, actor):
        rows: models.QuerySet = models.QuerySet(self.model, using=self._db).filter(self.model.in_sight())
        return rows if actor.is_system else rows.filter(self.model.audience(actor))

    def create(self, **fields):
        return self.model.everything.create(**fields)

    def get_queryset(self):
        raise NobodyAsked(f"{self.model.__name__}.objects.visible_to(actor)")


class TenantRow(models.Model):
    """A row that belongs to an agency. `owners` names the columns whose agencies may see it."""

    ownership = Ownership.OWNED
    owners: tuple[str, ...] = ("agency",)       # the first adds and deletes
    parents_owner: dict[str, str] = {}          # foreign key → the column that names its row's agency, where it is not the first owner
    part_of: str | None = None
    append_only = False
    grants = "SELECT, INSERT, UPDATE, DELETE"   # what the web role may do; append-only tables get SELECT, INSERT

    agency = models.ForeignKey(
        settings.TENANT_MODEL, models.PROTECT, related_name="+", editable=False, default=current_agency_id
    )
    everything = models.Manager()               # first, so that it is the default manager of Django's own machinery
    objects = TenantDoor()

    class Meta:
        abstract = True

    @classmethod
    def in_sight(cls):
        """Whose rows can be meant at all: this agency's, and what is published. The door says so itself and does not lean on wall 2."""
        if cls.ownership == Ownership.PUBLISHED and cls.part_of:
            whole: Any = cls._meta.get_field(cls.part_of).related_model
            return models.Q(**{f"{cls.part_of}__in": models.QuerySet(whole).filter(whole.in_sight())})
        if cls.ownership == Ownership.PUBLIC:
            return models.Q()
        published = [models.Q(published_at__isnull=False)] if cls.ownership == Ownership.PUBLISHED else []
        if published and is_nationwide() and not is_within():
            return published[0]
        here = current_agency_id()
        return reduce(or_, [models.Q(**{f"{owner}_id": here}) for owner in cls.owners] + published)

    @classmethod
    def audience(cls, actor):
        """Which rows this actor may see, as a Q. A part is seen by whoever sees its whole."""
        if cls.part_of:
            whole: Any = cls._meta.get_field(cls.part_of).related_model
            return models.Q(**{f"{cls.part_of}__in": whole.objects.visible_to(actor)})
        raise NotImplementedError(f"{cls.__name__}.audience(actor)")


class TenantModel(TenantRow):
    """A row with an address: `public_id` is what stands in a URL, never the serial."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True


NOBODY = models.Q(pk__in=())


def find_or_404(model, actor, **lookup):
    """One row this actor may see; a stranger learns nothing but 404."""
    try:
        return model.objects.visible_to(actor).get(**lookup)
    except model.DoesNotExist:
        raise Http404 from None


def found(rows, public_id):
    """One of rows that went through the door; whoever may not see it learns nothing but 404."""
    row = rows.filter(public_id=public_id).first()
    if row is None:
        raise Http404
    return row
