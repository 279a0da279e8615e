"""The addresses of the job board; `/offres/` itself is a page of the tree."""

from django.urls import path

from . import feeds, reporting, views

app_name = "board"

urlpatterns = [
    path("flux/", feeds.offer_feed, name="feed"),
    path("<slug:slug>-<int:pk>/", views.offer_detail, name="offer_detail"),
    path("<slug:slug>-<int:pk>/signaler/", reporting.report_offer, name="report_offer"),
    path("<slug:slug>-<int:pk>/signaler/merci/", reporting.report_done, name="report_done"),
]
