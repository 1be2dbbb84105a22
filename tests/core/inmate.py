"""What a captured program might try: `python -m tests.core.inmate <attempt>`. Prints "free" if it got through."""
import os
import socket
import subprocess
import sys
import time

from core import jail

MEMORY = 512 * jail.MEGABYTE


def connect(port):
    with socket.create_connection(("127.0.0.1", int(port)), timeout=2):
        print("free")


def resolve():
    socket.getaddrinfo("localhost", 80)
    print("free")


def spawn():
    subprocess.run(["true"])
    print("free")


def system():
    os.system("true")
    print("free")


def fork():
    if os.fork():
        os.wait()
    print("free")


def swallow():
    bytearray(2 * MEMORY)
    print("free")


def look_around():
    print(sorted(name for name in os.environ if name not in ("PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "LANG", "LC_CTYPE", "PATH")))


def spin():
    jail.give_time(1, 30)
    while True:
        pass


def sleep():
    jail.give_time(30, 1)
    time.sleep(30)
    print("free")


if __name__ == "__main__":
    if sys.argv[1] != "connect":
        jail.leave_network()                # connecting is forbidden even where the system gives no network of our own
    jail.shut(MEMORY)
    globals()[sys.argv[1]](*sys.argv[2:])
