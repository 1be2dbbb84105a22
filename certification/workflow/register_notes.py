"""What the register says of a holder besides: when it does no business, whom it follows, who follows it."""
from accounts.actors import Actor
from providers.queries import pauses_of, successions_of

SAYING = Actor.system("what the register says of a holder")


def notes_of(certificate):
    """{pauses: [{from, to}], predecessors: [{name, on}], successors: [{name, on}]}, only what there is; days as texts."""
    site = certificate.offering.site_id if certificate.offering_id else None
    before, after = successions_of(SAYING, certificate.provider)
    said = {
        "pauses": [{"from": one.from_on.isoformat(), "to": one.to_on.isoformat()}
                   for one in pauses_of(SAYING, certificate.provider) if one.site_id in (None, site)],
        "predecessors": [{"name": one.predecessor.name, "on": one.happened_on.isoformat()} for one in before],
        "successors": [{"name": one.successor_name, "on": one.happened_on.isoformat()} for one in after]}
    return {key: rows for key, rows in said.items() if rows}
