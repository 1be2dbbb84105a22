"""The urn of a secret ballot: set up, filled, counted out, emptied. The ballot is locked by whoever calls."""
from panels.models import SecretCount, Urn
from panels.urn import new_salt, opened, sealed


def set_up_urn(ballot):
    salt = new_salt()
    Urn.everything.create(ballot=ballot, salt=salt, sealed=sealed(ballot, salt, {}))


def put_in(ballot, votes):
    """{choice: how many}. The one row is sealed anew: no row, number or moment stands for a vote."""
    urn = Urn.everything.select_for_update(no_key=True).get(ballot=ballot)
    counts = opened(ballot, bytes(urn.salt), bytes(urn.sealed))
    for choice, many in votes.items():
        counts[choice] += many
    urn.sealed = sealed(ballot, bytes(urn.salt), counts)
    urn.save(update_fields=["sealed"])


def count_out(ballot):
    """The figures are written, the urn with its salt is gone. Returns {choice: votes} in the order of the choices."""
    urn = Urn.everything.get(ballot=ballot)
    counts = opened(ballot, bytes(urn.salt), bytes(urn.sealed))
    counts = {choice: counts[choice] for choice in ballot.item.choices}
    SecretCount.everything.bulk_create([SecretCount(ballot=ballot, choice=choice, votes=votes) for choice, votes in counts.items()])
    throw_away(ballot)
    return counts


def throw_away(ballot):
    """Of a ballot that is broken off nobody learns what was in it."""
    Urn.everything.filter(ballot=ballot).delete()
