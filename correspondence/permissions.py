"""Who may move a deadline, write an agency's texts, send a message again."""
from accounts.models import Role

CASE_WORKERS = (Role.OFFICER, Role.MANAGER, Role.DIRECTOR)


def can_read(actor, notice):
    return actor.user is not None and notice.recipient_id == actor.user.pk


def can_move_deadline(actor, deadline):
    return actor.is_system or actor.has(*CASE_WORKERS)


def can_write_texts(actor):
    return actor.may_administer


def can_send_again(actor, delivery=None):
    return actor.has(*CASE_WORKERS, Role.ADMIN)
