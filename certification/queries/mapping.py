"""What became of indicators between two editions, from what staff have mapped; where nobody has, from text and code."""
from certification.models import IndicatorMapping
from certification.wording import proposed_pairs


def mapping_of(actor, version):
    """The edition's own mapping, row by row."""
    rows = IndicatorMapping.objects.visible_to(actor).filter(version=version)
    return rows.select_related("old", "new").order_by("new__position", "old__position", "pk")


def pairs_of(actor, version):
    """[(old, new)] as this edition's mapping has them."""
    return [(row.old, row.new) for row in mapping_of(actor, version) if row.old and row.new]


def pairs_between(actor, old, new, old_rows, new_rows):
    """[(indicator of the old, indicator of the new)]: led from mapping to mapping, edition by edition; proposed where the chain breaks."""
    chain, at = [], new
    while at.follows_id and at.pk != old.pk:
        chain.insert(0, at.pk)
        at = at.follows
    if at.pk != old.pk:
        return proposed_pairs(old_rows, new_rows)
    steps = IndicatorMapping.objects.visible_to(actor).filter(version__in=chain, old__isnull=False, new__isnull=False)
    onward = {}
    for before, after in steps.values_list("old", "new"):
        onward.setdefault(before, []).append(after)
    there = {row.pk: row for row in new_rows}
    return [(row, there[end]) for row in old_rows for end in _ends(row.pk, onward, len(chain)) if end in there]


def _ends(start, onward, steps):
    """Where it leads after so many editions, each end once."""
    here = [start]
    for _step in range(steps):
        here = list(dict.fromkeys(end for one in here for end in onward.get(one, ())))
    return here


ONE_TO_ONE = (IndicatorMapping.Kind.SAME, IndicatorMapping.Kind.REWORDED)


def one_to_one(actor, old, new):
    """{indicator of the one edition: (indicator of the other, whether it was reworded)}, by ids, wherever every mapping between them
    says one to one. Leads back too, from a newer edition to an older; empty where the editions do not follow one another."""
    forth = _one_to_one_forth(actor, old, new)
    if forth is not None:
        return forth
    back = _one_to_one_forth(actor, new, old) or {}
    return {after: (before, is_reworded) for before, (after, is_reworded) in back.items()}


def _one_to_one_forth(actor, old, new):
    """None where the new edition does not follow the old one."""
    chain, at = [], new
    while at.follows_id and at.pk != old.pk:
        chain.insert(0, at.pk)
        at = at.follows
    if at.pk != old.pk:
        return None
    steps = {}
    for row in IndicatorMapping.objects.visible_to(actor).filter(version__in=chain, kind__in=ONE_TO_ONE):
        steps.setdefault(row.version_id, {})[row.old_id] = (row.new_id, row.kind == IndicatorMapping.Kind.REWORDED)
    found = {start: (end, was) for start, (end, was) in steps.get(chain[0], {}).items()} if chain else {}
    for version in chain[1:]:
        onward = steps.get(version, {})
        found = {start: (onward[end][0], was or onward[end][1]) for start, (end, was) in found.items() if end in onward}
    return found
