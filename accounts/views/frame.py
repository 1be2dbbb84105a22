"""A page of ours inside the desk's frame. The desk stands above us: its menu comes from the admin site, which knows it."""
from django.contrib import admin
from django.shortcuts import render


def at_the_desk(request, template, context):
    return render(request, template, admin.site.each_context(request) | context)
