"""The admin's own sign-in addresses, guarded. To include before Wagtail's, which they shadow."""

from django.urls import path

from accounts.views import gate

urlpatterns = [
    path("admin/login/", gate, name="wagtailadmin_login"),
    path("_util/login/", gate, name="wagtailcore_login"),
]
