"""How an event of the management evaluation is declared: its subject and words in both languages, and where they lead."""
from correspondence.events import Event


def told(name, recipients, ko, en, *more):
    """`ko`, `en`: (subject, body). `more`: placeholders beside the subject and the link, which closes each body."""
    return Event(name, recipients=recipients, placeholders=("subject", "link", *more), subject_ko=ko[0], body_ko=f"{ko[1]}\n\n{{link}}",
                 subject_en=en[0], body_en=f"{en[1]}\n\n{{link}}")
