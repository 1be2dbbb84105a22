"""Why a file is refused: each reason a sentence that says what is wrong and what to do."""
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from core.errors import Refused

SENTENCES: dict[str, Promise] = {
    "empty": _("This file is empty. Save it again in the program that made it and choose it again."),
    "too_large": _("This file is larger than {limit} MB. "
                   "Make it smaller, for example by saving its pictures in a lower resolution, or divide it."),
    "unknown_type": _("Files of this type cannot be handed in. Use one of these: {allowed}."),
    "other_content": _("The name of this file ends in .{extension}, but its content is of another type. "
                       "Open it in the program that made it and save it again as .{extension}."),
    "damaged": _("This file is damaged and cannot be opened. Save it again in the program that made it and choose it again."),
    "locked": _("This file is protected by a password. Remove the password and choose it again."),
    "macros": _("This file contains macros. Save it without macros and choose it again."),
    "programs": _("This file contains a program. Remove the program and choose it again."),
    "active_pdf": _("This PDF contains scripts or starts other programs. Print it into a new PDF and choose that one."),
    "attachments": _("This PDF has other files attached inside. Remove them, or hand them in one by one."),
    "too_many_pages": _("This PDF has more than {limit} pages. Divide it into several files."),
    "packed": _("This file contains other packed files. Take them out and hand them in one by one."),
    "bomb": _("This file becomes far too large when it is opened. Save it again in the program that made it, or divide it."),
    "too_many_pixels": _("This picture has more than {limit} megapixels. Make it smaller and choose it again."),
    "personal_number": _("This file contains a resident registration number: {where}. Such numbers must not be handed in. "
                         "Cover the last seven digits, as in 900101-*******, and choose the file again."),
    "too_costly": _("This file takes too long to check. Save it again in the program that made it, or divide it."),
}


def refusal(reason: str, **facts) -> Refused:
    """The refusal with its sentence, in the language of whoever will read it. `reason` stays on it for programs."""
    refused = Refused(format_lazy(SENTENCES[reason], **facts) if facts else SENTENCES[reason])
    refused.reason = reason
    return refused
