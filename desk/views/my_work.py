"""One's own work over all agencies, on the national site."""
from django.shortcuts import render

from accounts.guards import signed_in
from desk.my_work import work_over_all


@signed_in
def my_work(request):
    return render(request, "desk/my_work.html", {"places": work_over_all(request.user)})
