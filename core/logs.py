"""One event, one line: a line break in a name must not look like a second event."""
import json
import logging


class OneLine(logging.Formatter):
    """JSON lines for whoever collects them."""

    def format(self, record):
        line = {"at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S"), "level": record.levelname, "logger": record.name,
                "message": record.getMessage()}
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)
