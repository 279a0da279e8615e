"""The addresses below `/campagnes/` that are not pages."""

from django.urls import path

from . import views

app_name = "campaigns"

urlpatterns = [path("c/<str:code>/", views.follow, name="follow")]
