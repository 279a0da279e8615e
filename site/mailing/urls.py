"""The development mailbox, mounted only when DEBUG is on."""

from django.urls import path

from mailing import views

app_name = "mailing"

urlpatterns = [
    path("", views.mail_list, name="mail_list"),
    path("<str:name>/", views.mail_detail, name="mail_detail"),
]
