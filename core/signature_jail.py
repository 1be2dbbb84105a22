"""The program in which a stranger's PDF is read for its signature: `python -m core.signature_jail [root.cert.pem]`.

The file comes by standard input; the SignatureState goes out as a line of JSON. Imports nothing of the house but the jail and the reader.
"""
import dataclasses
import json
import signal
import sys

from core import jail
from core.signature_reading import read_signature

SECONDS = 12                            # of the processor: pyHanko takes one to begin with
WALL_SECONDS = 30
MEMORY = 1536 * jail.MEGABYTE
TIME_IS_UP = (signal.SIGXCPU, signal.SIGALRM, signal.SIGKILL)
VERDICTS = {0: None, 17: "too_costly"}


def main(root=None):
    jail.leave_network()
    jail.give_time(SECONDS, WALL_SECONDS)
    roots = b""
    if root:
        with open(root, "rb") as file:
            roots = file.read()
    jail.shut(MEMORY)
    try:
        state = read_signature(sys.stdin.buffer.read(), roots)
    except MemoryError:
        return 17
    sys.stdout.write(json.dumps(dataclasses.asdict(state), default=str) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
