"""The addresses below `/sante/` that are not pages."""

from django.urls import path

from . import views

app_name = "health"

urlpatterns = [
    path("aides/", views.aids, name="aids"),
    path("etre-rappele/", views.callback, name="callback"),
    path("etre-rappele/<uuid:public_id>/", views.callback_done, name="callback_done"),
]
