"""What of an agency's counts leaves it: one to four would point at somebody, and no sum may give them away. Pure."""
SMALL = 5
SUMS = {                            # what would tell a part of it by subtraction: {sum: its parts}
    "finished": ("certified", "refused"),
    "applications": ("certified", "refused"),       # as a rule all of a year are finished in it
}
RESTS_ON = {"median_days": "finished"}              # of so few nothing is worked out that others read


def is_small(count):
    return count is not None and 0 < count < SMALL


def as_told(counts):
    """The same figures as others may read them: None where a number is hidden. `counts`: {key: number}, none of them missing but what
    rests on nothing."""
    small = {key for key, count in counts.items() if key not in RESTS_ON and is_small(count)}
    hidden = small | {whole for whole, parts in SUMS.items() if small & set(parts)}
    hidden |= {key for key, basis in RESTS_ON.items() if basis in small}
    return {key: None if key in hidden else count for key, count in counts.items()}
