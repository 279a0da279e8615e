"""The addresses of the screens of the team, below `/admin/campagnes/`."""

from django.urls import path

from . import admin_views

app_name = "campaigns_admin"

urlpatterns = [
    path("", admin_views.link_list, name="list"),
    path("nouveau/", admin_views.link_new, name="new"),
    path("export.csv", admin_views.link_export, name="export"),
    path("<int:pk>/", admin_views.link_detail, name="detail"),
    path("<int:pk>/qr.<str:kind>", admin_views.link_qr, name="qr"),
]
