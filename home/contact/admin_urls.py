"""The addresses of the screens of the team, below `/admin/messages/`."""

from django.urls import path

from . import admin_views

app_name = "contact_admin"

urlpatterns = [
    path("", admin_views.message_list, name="list"),
    path("<int:pk>/", admin_views.message_detail, name="detail"),
    path("<int:pk>/traiter/", admin_views.mark_handled, name="handle"),
]
