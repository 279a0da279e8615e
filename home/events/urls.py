"""The addresses below `/agenda/` that are not pages."""

from django.urls import path

from . import views

app_name = "events"

urlpatterns = [
    path("flux/agenda.ics", views.feed, name="feed"),
    path("mon-inscription/<str:token>/", views.manage, name="manage"),
    path("mon-inscription/<str:token>/confirmer/", views.confirm, name="confirm"),
    path("<slug:slug>/rendez-vous.ics", views.ics, name="ics"),
    path("<slug:slug>/inscription/", views.register, name="register"),
    path("<slug:slug>/inscription/merci/", views.registered, name="registered"),
]
