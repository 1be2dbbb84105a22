"""Documents that go with something a provider writes: a reply to a supplement request, a comment on a fact, a point of an appeal.

They come from the library, as a file at once, or in parts; each row that is written has links to documents of its provider's library.
"""
from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from core import clock
from core.workflow import record, refuse_if, require
from evaluations.workflow.evidence import FILES_AT_MOST
from providers.models import Upload
from providers.workflow import begin_upload, finish_upload, put_evidence


@dataclass(frozen=True)
class Attaching:
    """`links`: the model of the links, whose column `to` is what is written. `hold(row, actor, arrived_at)` locks the case and the row,
    asks whether the actor may write it at that moment, and returns both; `count(case, row)`: the files there are; `verb`: the audit's."""

    links: type
    to: str
    hold: Callable
    count: Callable
    verb: str

    @transaction.atomic
    def attach_upload(self, row, upload, *, actor, arrived_at):
        """A new document for the library and this; the same content is kept once."""
        application, row = self.hold(row, actor, arrived_at)
        return self._attach(application, row, put_evidence(application.provider, upload, actor=actor).evidence, actor)

    @transaction.atomic
    def attach_evidence(self, row, evidence, *, actor, arrived_at):
        """A document that the library has already."""
        application, row = self.hold(row, actor, arrived_at)
        require(evidence.provider_id == application.provider_id)
        refuse_if(evidence.removed_at, _("This document was taken out of the library."))
        return self._attach(application, row, evidence, actor)

    def _attach(self, application, row, evidence, actor):
        refuse_if(self.count(application, row) >= FILES_AT_MOST, _("An application has at most %(number)d files."), number=FILES_AT_MOST)
        link, is_new = self.links.everything.get_or_create(**{self.to: row}, evidence=evidence, defaults={"added_at": clock.now()})
        if is_new:
            record(f"{self.verb}.evidence_added", row, actor=actor, evidence=evidence.pk)
        return link

    @transaction.atomic
    def begin_upload(self, row, *, place, name, size, sha256, actor):
        """A file that will come in parts, while this may be written. Returns the Upload."""
        application, _row = self.hold(row, actor, clock.now())
        return begin_upload(application.provider, place=place, name=name, size=size, sha256=sha256, actor=actor)

    @transaction.atomic
    def attach_arrived(self, row, upload, *, actor):
        """What came in parts is checked, kept and attached, once; called again it answers the same. Returns the Upload."""
        upload = Upload.everything.get(pk=upload.pk)
        if upload.finished_at is None:
            application, row = self.hold(row, actor, clock.now())
            require(upload.provider_id == application.provider_id)
            upload = finish_upload(upload, actor=actor)
            if upload.evidence:
                self._attach(application, row, upload.evidence, actor)
        return upload

    @transaction.atomic
    def detach(self, link, *, actor, arrived_at):
        """The document no longer goes with this; in the library it stays."""
        _application, row = self.hold(getattr(link, self.to), actor, arrived_at)
        record(f"{self.verb}.evidence_removed", row, actor=actor, evidence=link.evidence_id)
        link.delete()
