"""The addresses below `/s-installer/` that are not pages."""

from __future__ import annotations

from django.urls import path

from .views import asking, finding

app_name = "welcome"

urlpatterns = [
    path("referents/", finding.find_referent, name="referents"),
    path("demande/", asking.ask, name="request"),
    path("demande/recue/<uuid:public_id>/", asking.request_done, name="request_done"),
]
