"""The addresses below `/contact/`."""

from django.urls import path

from . import views

app_name = "contact"

urlpatterns = [
    path("", views.write, name="write"),
    path("merci/", views.sent, name="sent"),
    path("merci/<uuid:public_id>/", views.sent, name="sent"),
]
