"""Where the commands keep things: the project's root, var/, and short private folders for Unix sockets."""
import hashlib
import os
import stat
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VAR = ROOT / "var"
SOCKETS = Path("/tmp")  # noqa: S108  a socket needs a short path, TMPDIR may be long; owner and mode of what we make there are checked


class Trouble(SystemExit):
    """Something a person must put right; the message is the one line they need."""

    def __init__(self, sentence):
        super().__init__(f"poom: {sentence}")


def short_name(data):
    return hashlib.sha256(str(Path(data).absolute()).encode()).hexdigest()[:10]


def socket_folder(kind, data, owner=None):
    """A private folder with a short name (a socket's path may have 107 bytes, a checkout may lie deep), always the same for the same data.

    `owner` is the uid of the server that puts its socket there; the folder is open to nobody else, since the server trusts whoever gets in.
    """
    owner = os.geteuid() if owner is None else owner
    folder = SOCKETS / f"poom-{kind}-{owner}-{short_name(data)}"
    try:
        folder.mkdir(mode=0o700)
        if owner != os.geteuid():
            os.chown(folder, owner, -1)
    except FileExistsError:
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != owner or found.st_mode & 0o077:
            raise Trouble(f"{folder} is not a private folder of ours: remove it and start again") from None
    return folder
