"""Addresses for developers, mounted only when DEBUG is on."""

from django.urls import path

from ui.gallery import gallery

app_name = "ui"

urlpatterns = [path("", gallery, name="gallery")]
