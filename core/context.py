"""What every template may say."""
from django.conf import settings
from django.utils.translation import get_language


def house(request):
    """The demonstration's mark, the release, the language and where the other language is."""
    language = get_language() or settings.LANGUAGE_CODE
    other = "en" if language == "ko" else "ko"
    public = getattr(request, "is_public_page", False)
    query = request.GET.copy()              # on a kept page: only what makes the page (core.public_pages)
    query["lang"] = other
    return {
        "demo": settings.DEMO,
        "release": settings.RELEASE,
        "lang": language,
        "other_lang": other,
        "other_lang_url": f"?{query.urlencode()}",
        "is_public_page": public,
        "shell": "base.html",               # what a public page extends, unless its frame is drawn already (core.frames)
    }
