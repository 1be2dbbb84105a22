"""A tiny stand-in for clamd on the loopback: it knows INSTREAM and one signature, EICAR's."""
import socket
import struct
import threading
from contextlib import contextmanager

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class Daemon:
    """`limit`: bytes of a stream it takes; `slow`: never answers; `says`: always this. `asked` counts."""

    def __init__(self):
        self.limit, self.slow, self.says, self.asked = 25 * 1024 * 1024, False, "", 0
        self.server = socket.create_server(("127.0.0.1", 0))
        self.url = f"tcp://127.0.0.1:{self.server.getsockname()[1]}"
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self.serve, daemon=True)
        self.thread.start()

    def serve(self):
        while True:
            try:
                connection, _ = self.server.accept()
            except OSError:
                return
            with connection, connection.makefile("rb") as lines:
                self.asked += 1
                try:
                    self.answer(connection, lines)
                except OSError:
                    continue

    def answer(self, connection, lines):
        if lines.readline() != b"nINSTREAM\n":
            connection.sendall(b"UNKNOWN COMMAND\n")
            return
        content = b""
        while size := struct.unpack("!L", lines.read(4))[0]:
            content += lines.read(size)
            if len(content) > self.limit:
                connection.sendall(b"INSTREAM size limit exceeded. ERROR\n")
                return
        if self.slow:
            self.ended.wait(10)
            return
        found = b"stream: Eicar-Test-Signature FOUND\n" if EICAR in content else b"stream: OK\n"
        connection.sendall(self.says.encode() or found)

    def stop(self):
        self.ended.set()
        self.server.shutdown(socket.SHUT_RDWR)
        self.server.close()
        self.thread.join(5)


@contextmanager
def running(settings):
    """The settings name it."""
    daemon = Daemon()
    settings.CLAMD_URL, settings.CLAMD_TIMEOUT = daemon.url, 1
    try:
        yield daemon
    finally:
        if not daemon.ended.is_set():
            daemon.stop()
