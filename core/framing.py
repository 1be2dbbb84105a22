"""Which answers may stand inside a page of somebody else's site: the few whose views say so. Everything else stands alone."""
import functools


def let_frame(response):
    """Any site may show this answer in a frame; the rest of the policy stays."""
    response._csp_replace = {"frame-ancestors": ["*"]}
    response.is_framed = True
    return response


def is_framed(response):
    return getattr(response, "is_framed", False)


def framed(view):
    """Below the guard and `kept_page`. Only what is found is framed: no failure shows inside a stranger's page."""
    @functools.wraps(view)
    def served(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        return let_frame(response) if response.status_code == 200 else response
    return served
