"""What explains the API: OpenAPI for programs, a page for people, the files of the months, and the answer where there is nothing."""
import gzip
import io
import json

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.http import parse_etags
from django.utils.translation import get_language

from accounts.guards import public
from certification import queries
from certification.api.problems import PROBLEMS, problem
from certification.api.reading import api
from certification.open_data import FIELDS, NATION, licence_said
from core.problems import PROBLEM, problem_answer
from core.public_pages import kept_page
from core.tables import CSV

PIECE = 64 * 1024
TYPES = {"csv": CSV, "json": "application/json"}


def schema():
    """OpenAPI 3.1 as ninja makes it, with our type of problems and the licence."""
    said = json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/v1/"), cls=DjangoJSONEncoder))
    licence = licence_said(NATION)
    said["info"]["license"] = {"name": licence["name_en"], "url": licence["url"]}
    said["servers"] = [{"url": settings.SITE_URL}]
    for operation in operations(said):
        for status, answer in operation["responses"].items():
            if int(status) >= 400 and "content" in answer:
                answer["content"] = {PROBLEM: answer["content"]["application/json"]}
    return said


def operations(said):
    return [operation for ways in said["paths"].values() for operation in ways.values()]


@public
@kept_page
def openapi(request):
    answer = HttpResponse(json.dumps(schema(), ensure_ascii=False), content_type="application/json")
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


@public
@kept_page
def api_docs(request):
    """The same for people: addresses, data dictionary, licence, problems."""
    said, language = schema(), "en" if get_language() == "en" else "ko"
    addresses = [{"path": path, "summary": operation["summary"], "parameters": operation.get("parameters", [])}
                 for path, ways in said["paths"].items() for operation in ways.values()]
    licence = licence_said(NATION)
    return render(request, "certification/api_docs.html", {
        "addresses": addresses, "fields": FIELDS, "problems": PROBLEMS.items(), "licence_name": licence[f"name_{language}"],
        "licence_text": licence[f"text_{language}"], "licence": licence, "site": settings.SITE_URL,
        "snapshots": list(queries.snapshots()[:24])})


@public
def api_snapshot(request, name):
    """A file of a month, byte for byte as its hash says; it never changes, so it may be kept for good."""
    month, _dot, form = name.removeprefix("register-").partition(".")
    snapshot = queries.snapshot_of(month, form) if form in TYPES else None
    if snapshot is None or name != snapshot.name:
        return problem_answer(problem("unknown"))
    tag = f'"{snapshot.sha256}"'
    if tag in parse_etags(request.headers.get("If-None-Match", "")):
        answer = HttpResponse(status=304)
    else:
        unpacked = gzip.GzipFile(fileobj=io.BytesIO(snapshot.packed))
        answer = StreamingHttpResponse(iter(lambda: unpacked.read(PIECE), b""), content_type=TYPES[form], headers={
            "Content-Length": str(snapshot.size), "Content-Disposition": f'attachment; filename="{snapshot.name}"'})
    answer["ETag"], answer["Cache-Control"], answer["Access-Control-Allow-Origin"] = tag, "public, max-age=31536000, immutable", "*"
    return answer


@public
def api_unknown(request):
    return problem_answer(problem("unknown"))
