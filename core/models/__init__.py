"""What every workflow leaves behind: audit, errands, the access log, files; and the pulse of it all."""
from core.models.access import AccessEntry
from core.models.audit import AuditEvent, AuditHead, AuditLabel, AuditLink, AuditPending
from core.models.codes import PublicCode
from core.models.file_copy import FileCopy, ServedCopy
from core.models.files import Scanned, StoredFile
from core.models.numbers import Series
from core.models.outbox import Errand, Pulse
from core.models.scan import FileScan

__all__ = ["AccessEntry", "AuditEvent", "AuditHead", "AuditLabel", "AuditLink", "AuditPending", "Errand", "FileCopy", "FileScan",
           "PublicCode", "Pulse", "Scanned", "Series", "ServedCopy", "StoredFile"]
