"""Where private files lie: under MEDIA_ROOT, written whole or not at all, and without any address."""
import os
from contextlib import suppress
from tempfile import NamedTemporaryFile

from django.core.files.storage import FileSystemStorage


class PrivateStorage(FileSystemStorage):
    """Names are made from the content, so that writing one twice writes the same; nobody gets a link."""

    def url(self, name):
        raise ValueError("private files have no address: core.files.serve() in a view that may")

    def get_available_name(self, name, max_length=None):
        return name

    def _save(self, name, content):
        path = self.path(name)
        folder = os.path.dirname(path)
        os.makedirs(folder, mode=0o700, exist_ok=True)
        with NamedTemporaryFile(dir=folder, prefix=".half-", delete=False) as half:
            try:
                for piece in content.chunks():
                    half.write(piece)
                half.flush()
                os.fsync(half.fileno())
            except BaseException:
                with suppress(OSError):
                    os.unlink(half.name)
                raise
        os.replace(half.name, path)
        _sync_folder(folder)
        return name


def _sync_folder(folder):
    """The new name is on the disk too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
