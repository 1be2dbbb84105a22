"""What tests of teams have in common: a round with cases that have no team, a pool, and a proposal worked out on the spot."""
from accounts.models import District
from core.tenancy import within
from evaluations import workflow
from evaluations.models import ProposedPair, TeamProposal
from evaluations.solving import solve_proposal
from tests import factories as f


def round_with(place, cases=3, people=4):
    """(round, [cases], [members of the pool]); every text says whose it is."""
    mark = f"CNRY-{place.agency.slug}"
    with within(place.agency):
        round = f.RoundFactory(name_ko=f"{mark}-round-of-teams", name_en=f"{mark}-round-of-teams")
        districts = list(District.objects.order_by("code")[:cases])          # of their own: nobody is a competitor
        rows = [f.ApplicationFactory(round=round, offering__site__district=district, provider_name=f"{mark}-applicant-{n}")
                for n, district in enumerate(districts)]
        return round, rows, [pooled(place) for _n in range(people)]


def pooled(place, **facts):
    """One more of the pool."""
    user = f.MembershipFactory(role="assessor").user
    user.person.name = f"CNRY-{place.agency.slug}-pooled-{user.pk}"
    user.person.save()
    return f.PoolMemberFactory(user=user, **facts)


def proposed(place, round, actor, size=2):
    """Asked for by this person and worked out."""
    with within(place.agency):
        proposal = workflow.ask_proposal(round, size, actor=actor)
        solve_proposal(proposal_id=proposal.pk)
        return TeamProposal.everything.get(pk=proposal.pk)


def pairs(proposal):
    return list(ProposedPair.everything.filter(proposal=proposal).order_by("application", "-is_lead", "pk"))


def ids(rows):
    return {str(row.public_id) for row in rows}
