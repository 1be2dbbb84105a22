"""A visit to a place with items to look at, whatever it is for: team, findings, operations, photos, the agreed result."""
