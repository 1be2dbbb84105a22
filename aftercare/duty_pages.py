"""Where a duty of each kind is fulfilled: names of URLs that take the duty's public id. A kind without a page has no button."""

PORTAL: dict[str, str] = {}             # kind → the provider's page of it
DESK: dict[str, str] = {}               # kind → the desk's
