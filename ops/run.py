"""`make run`: servers, schema, demonstration, then web, worker and beat, until Ctrl-C or until one of them dies."""
import ctypes
import fcntl
import http.client
import os
import signal
import socket
import subprocess
import sys
import time

from ops import local
from ops.children import PR_SET_PDEATHSIG, end, spawn
from ops.places import ROOT, VAR, Trouble
from ops.supervisor import Part, Supervisor

HOST = os.environ.get("BIND") or "127.0.0.1"
REACHED = "127.0.0.1" if HOST == "0.0.0.0" else HOST  # noqa: S104  only compared
PORT = int(os.environ.get("PORT") or 8000)
BIN = ROOT / ".venv" / "bin"
# These threads only receive: they note the arrival and wait for one of SERVED_AT_ONCE, which have the database's connections.
THREADS = ["--workers", 2, "--blocking-threads", 256]
HEALTHY_WITHIN = 90.0
ACCOUNTS = """\
  Accounts of the demonstration (the password of all is demo-poom-2026):
    Busan, staff        officer@ manager@ director@ trainer@ auditor@ admin@ observer@busan.example
    Busan, assessors    assessor1@ … assessor6@busan.example
    Busan, consultants  consultant1@ consultant2@busan.example
    Busan, committee    chair@ member1@ … member6@busan.example
    Busan, providers    owner@haetsal.example  editor@haetsal.example  owner@onnuri.example  owner@dasom.example
    Busan, renewing     owner@saessak.example  owner@deulkkot.example  owner@hantteut.example
    Daegu               officer@ manager@ director@ assessor1@ assessor2@ chair@ member1@ member2@daegu.example  owner@palgong.example
    Central institute   officer@ manager@central.example
    National operator   operator@nation.example"""


def say(sentence):
    print(sentence, flush=True)


def parts(environment):
    """What runs, as data; none of it knows the owner's address of the database."""
    walled = local.without_owner(environment)
    web = [BIN / "granian", "--interface", "wsgi", "--host", HOST, "--port", PORT, "--no-ws", *THREADS, "config.wsgi:application"]
    celery = [BIN / "celery", "-A", "config"]
    worker = [*celery, "worker", "-c", 2, "--without-gossip", "--without-mingle", "-l", "info"]
    beat = [*celery, "beat", "-s", VAR / "beat" / "schedule", "--pidfile=", "-l", "info"]
    return [Part("web", web, walled), Part("worker", worker, walled), Part("beat", beat, walled)]


def only_one():
    """One run per checkout; the lock goes with the process that holds it, however that ends."""
    VAR.mkdir(exist_ok=True)
    lock = open(VAR / "run.lock", "a+")  # noqa: SIM115  held, open, to the end of the process
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        with lock:
            lock.seek(0)
            raise Trouble(f"it runs already here (process {lock.read().strip()}); end that one first") from None
    lock.truncate(0)
    lock.write(str(os.getpid()))
    lock.flush()
    return lock


def port_is_free():
    """Asked before anything is started; a predecessor's processes get a moment to go."""
    until = time.monotonic() + 3
    while True:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                return probe.bind((HOST, PORT))
            except OSError as problem:
                if time.monotonic() > until:
                    raise Trouble(f"{HOST}:{PORT} cannot be used ({problem.strerror}): PORT={PORT + 1} make run") from None
        time.sleep(0.2)


def manage(supervisor, name, *words, environment):
    """A Django command to its end; Ctrl-C ends it too."""
    log = supervisor.log_of(name)
    with open(log, "wb") as sheet:
        command = spawn([sys.executable, "manage.py", *words], cwd=ROOT, env=environment, stdout=sheet, stderr=subprocess.STDOUT)
    while command.poll() is None and not supervisor.asked:
        time.sleep(0.05)
    if supervisor.asked:
        end(command)
    elif command.returncode:
        end_of_it = "\n".join(log.read_text(errors="replace").splitlines()[-12:])
        raise Trouble(f"manage.py {' '.join(words)} failed:\n{end_of_it}\nAll of it: {log}")


def healthy():
    """/healthz answers 200: database, broker, a worker that works."""
    line = http.client.HTTPConnection(REACHED, PORT, timeout=5)
    try:
        line.request("GET", "/healthz", headers={"Host": f"localhost:{PORT}"})
        return line.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        line.close()


def tie_to_make():
    """make dies, we end: a killed make must not leave a site behind."""
    if "MAKELEVEL" in os.environ and sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, int(signal.SIGTERM), 0, 0, 0)


def serve(supervisor, environment, started):
    """From the schema to the last signal; the exit code."""
    manage(supervisor, "migrate", "migrate", "--no-input", "-v", "1", environment=environment | {"DATABASE_AS": "owner"})
    if environment.get("DEMO") not in ("0", "", "false", "False") and not supervisor.asked:
        say("poom: the demonstration is looked after (the first time it is built, which takes a while)")
        manage(supervisor, "seed", "seed_demo", "--if-empty", environment=environment)
        if not supervisor.asked:
            manage(supervisor, "keys", "make_signing_keys", environment=environment)
    if supervisor.asked:
        return 0
    for part in parts(environment):
        supervisor.start(part)
    until = time.monotonic() + HEALTHY_WITHIN
    dead = supervisor.watch(lambda: healthy() or time.monotonic() > until)
    if not dead and not supervisor.asked:
        greet(environment, time.monotonic() - started)
        dead = supervisor.watch()
    if dead:
        say(f"poom: {dead.name} has ended by itself (code {dead.process.returncode}), so everything ends. Its last words:")
        say(supervisor.last_words(dead))
        return 1
    return 0


def greet(environment, seconds):
    state = f"ready after {seconds:.0f} seconds" if healthy() else "/healthz is not yet content: see what it says"
    site = environment["SITE_URL"]
    say(f"\n  Poom (품): {state}\n\n    {site}/          the regions\n    {site}/busan/    Busan\n    {site}/healthz   how it is\n")
    if environment.get("DEMO") == "1":
        say(ACCOUNTS)
    say(f"\n  Letters go to {environment['EMAIL_URL'].removeprefix('filemail://')}, logs to {VAR / 'log'}. Ctrl-C ends everything.\n")


def main():
    started = time.monotonic()
    lock = only_one()
    tie_to_make()
    port_is_free()
    for folder in ("log", "mail", "media", "signing", "beat"):
        (VAR / folder).mkdir(exist_ok=True)
    supervisor, environment = Supervisor(VAR / "log"), local.environment()
    supervisor.listen()
    own_database, own_broker = local.own_servers()
    servers = [make() for make, ours in ((local.cluster, own_database), (local.broker, own_broker)) if ours]
    try:
        for server in servers:
            server.start()
            if server.child:  # on a system that cannot tie children, a server may have outlived its run and is taken as it is
                supervisor.attend(type(server).__name__, server.child, server.log)
        return serve(supervisor, environment, started)
    finally:
        say("poom: ending")
        supervisor.end()
        for server in reversed(servers):
            server.stop()
        lock.close()


if __name__ == "__main__":
    sys.exit(main())
