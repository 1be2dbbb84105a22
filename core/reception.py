"""The counter before the house: everybody gets a ticket at once, a few are served at a time.

A request that waits for its turn has arrived before it waits: see docs/adr/0022-arrival-before-the-queue.md.
"""
from concurrent.futures import ThreadPoolExecutor

from core import clock

ARRIVAL = "poom.arrived_at"                 # no header: nobody can send it


class Reception:
    """A WSGI application around the house's own. The threads that serve keep their connections to the database; those that receive,
    the server's, have none and only wait."""

    def __init__(self, application, at_once):
        self.application = application
        self.serving = ThreadPoolExecutor(at_once, thread_name_prefix="serving")

    def __call__(self, environ, start_response):
        environ[ARRIVAL] = clock.now()
        said, body = self.serving.submit(self._serve, environ).result()
        start_response(*said)
        return body

    def _serve(self, environ):
        """(what start_response is told, the answer's body); told to the server by the thread that it called."""
        said: list = []
        body = self.application(environ, lambda *words: said.extend(words))
        return said, body
