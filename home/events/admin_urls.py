"""The addresses of the screens of the team, below `/admin/agenda/`."""

from django.urls import path

from . import admin_views as views

app_name = "events_admin"

urlpatterns = [
    path("", views.event_list, name="list"),
    path("<int:pk>/", views.event_detail, name="detail"),
    path("<int:pk>/ajouter/", views.add, name="add"),
    path("<int:pk>/feuille/", views.sheet, name="sheet"),
    path("<int:pk>/export.csv", views.export, name="export"),
    path("inscriptions/<uuid:public_id>/<slug:word>/", views.act, name="act"),
]
