"""What can go wrong by the house's own rules."""


class Refused(Exception):
    """A house rule says no. The message is a sentence for the person who asked; `field` the question of the form it is about, if one."""

    def __init__(self, sentence, field=None):
        super().__init__(sentence)
        self.field = field


def refuse_if(problem, sentence, *, field=None, **facts):
    """Raises Refused with the sentence if the house does not allow this now; `field` is what a form shows it beside."""
    if problem:
        raise Refused(sentence % facts if facts else sentence, field)


class Unavailable(Exception):
    """Something we lean on does not answer just now. The message is a sentence for the person who asked."""


class NobodyAsked(RuntimeError):
    """Tenant rows were requested without naming an actor."""


class NoScope(RuntimeError):
    """Tenant rows were touched outside `within(agency)`."""


class AgencySwitched(RuntimeError):
    """One transaction, one agency."""


class Superseded(RuntimeError):
    """Another worker holds a newer lease on this errand; what this one did is undone."""
