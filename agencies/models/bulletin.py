"""Bulletins of the Central institute (공지): what they say in each edition, with what files, and to whom they go."""
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Role
from accounts.models.memberships import DESK_ROLES
from agencies.models.reading import Reading
from agencies.stages import BULLETIN_MOVES, BulletinStage
from core.bilingual import by_language
from core.models import FileCopy
from core.tenancy import NOBODY, Ownership, TenantModel, current_agency_id
from panels.models import Body

ADDRESSED_ROLES = [role for role in Role if role in DESK_ROLES - {Role.OBSERVER}]        # the city reads along, it is no staff


class BulletinWords(models.Model):
    """What a bulletin says, in its newest edition and in each of those before."""

    title_ko = models.CharField(_("heading in Korean"), max_length=120)
    title_en = models.CharField(_("heading in English"), max_length=160, blank=True)
    text_ko = models.TextField(_("text in Korean"), max_length=8000)
    text_en = models.TextField(_("text in English"), max_length=8000, blank=True)
    confirm_by = models.DateField(_("please confirm by"), null=True)

    class Meta:
        abstract = True

    title, text = by_language("title"), by_language("text")


class Bulletin(BulletinWords, TenantModel):
    """`edition`: 0 while it is written, 1 as it was first sent, one more with each correction. Discarded, it is in nobody's list."""

    Stage = BulletinStage
    MOVES = BULLETIN_MOVES
    ownership = Ownership.PUBLISHED
    grants = "SELECT, INSERT, UPDATE"

    stage = models.CharField(_("state"), max_length=9, choices=BulletinStage, default=BulletinStage.DRAFT, editable=False)
    edition = models.PositiveSmallIntegerField(_("edition"), default=0, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)            # two who write at once: the second is told
    written_at = models.DateTimeField(_("written at"))
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("written by"))
    published_at = models.DateTimeField(_("sent at"), null=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawn_because = models.CharField(_("why it is withdrawn"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("bulletin")
        verbose_name_plural = _("bulletins")
        constraints = [
            models.CheckConstraint(condition=models.Q(published_at=None, edition=0, stage__in=("draft", "discarded"))
                                   | models.Q(published_at__isnull=False, edition__gte=1), name="a_sent_bulletin_has_an_edition"),
            models.CheckConstraint(condition=~models.Q(stage="withdrawn") | ~models.Q(withdrawn_because=""),
                                   name="a_bulletin_is_withdrawn_with_a_reason"),
        ]

    @classmethod
    def audience(cls, actor):
        """Central's staff who read cases, drafts as well; everybody else what was sent to them."""
        own = models.Q(agency=current_agency_id()) if actor.reads_cases else NOBODY
        if not actor.user:
            return NOBODY
        mine = Reading.everything.filter(user=actor.user, agency=current_agency_id())
        return own | models.Q(published_at__isnull=False, pk__in=mine.values("bulletin"))

    def __str__(self):
        return self.title

    @property
    def is_withdrawn(self):
        return self.stage == BulletinStage.WITHDRAWN


class BulletinEdition(BulletinWords, TenantModel):
    """As it was sent, once and for ever. From the second on with what has changed."""

    ownership = Ownership.PUBLISHED
    part_of = "bulletin"
    append_only = True

    bulletin = models.ForeignKey(Bulletin, models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField(_("edition"))
    change_ko = models.CharField(_("what has changed, in Korean"), max_length=300, blank=True)
    change_en = models.CharField(_("what has changed, in English"), max_length=300, blank=True)
    sent_at = models.DateTimeField(_("sent at"))
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("sent by"))

    class Meta:
        verbose_name = _("edition of a bulletin")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "bulletin", "number"], name="one_edition_of_a_number"),
            models.CheckConstraint(condition=models.Q(number=1) | ~models.Q(change_ko=""), name="a_correction_says_what_changed"),
        ]

    change = by_language("change")

    def __str__(self):
        return f"{self.bulletin_id} {self.number}"


class BulletinFile(FileCopy):
    """With a bulletin since it was added; taken out by a correction, it stays with the editions before."""

    ownership = Ownership.PUBLISHED
    part_of = "bulletin"

    bulletin = models.ForeignKey(Bulletin, models.PROTECT, related_name="files")
    since_edition = models.PositiveSmallIntegerField(default=1)
    until_edition = models.PositiveSmallIntegerField(null=True)              # the last one that it belongs to

    class Meta:
        verbose_name = _("file of a bulletin")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["agency", "bulletin", "file"], name="a_file_once_per_bulletin")]


class BulletinAddressee(TenantModel):
    """One choice of the writer. Persons are named by a body, or by agencies and roles together; nothing chosen is nobody."""

    class Kind(models.TextChoices):
        ALL_AGENCIES = "all_agencies", _("all agencies")
        AGENCY = "agency", _("agency")
        ALL_STAFF = "all_staff", _("all staff")
        ROLE = "role", _("role")
        BODY = "body", _("consultative body")

    ownership = Ownership.PUBLISHED
    part_of = "bulletin"

    bulletin = models.ForeignKey(Bulletin, models.PROTECT, related_name="addressees")
    kind = models.CharField(max_length=12, choices=Kind)
    addressed = models.ForeignKey(settings.TENANT_MODEL, models.PROTECT, null=True, related_name="+")
    role = models.CharField(max_length=20, choices=Role, blank=True)
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("addressee of a bulletin")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "bulletin", "kind", "addressed", "role", "body"], name="an_addressee_once",
                                    nulls_distinct=False),
            models.CheckConstraint(condition=models.Q(kind__in=("all_agencies", "all_staff"), addressed=None, role="", body=None)
                                   | models.Q(kind="agency", addressed__isnull=False, role="", body=None)
                                   | models.Q(kind="role", addressed=None, body=None) & ~models.Q(role="")
                                   | models.Q(kind="body", addressed=None, role="", body__isnull=False), name="an_addressee_is_one_thing"),
        ]

    def __str__(self):
        return str(self.addressed or self.body or (self.role and self.get_role_display()) or self.get_kind_display())
