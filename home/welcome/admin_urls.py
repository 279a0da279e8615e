"""The addresses of the screens of the referents, below `/admin/installation/`."""

from __future__ import annotations

from django.urls import path

from .views import following

app_name = "welcome_admin"

urlpatterns = [
    path("", following.request_list, name="list"),
    path("<int:pk>/", following.request_detail, name="detail"),
    path("<int:pk>/etat/<str:act>/", following.move, name="move"),
    path("<int:pk>/relance/", following.plan, name="plan"),
    path("<int:pk>/transmettre/", following.hand_over, name="hand_over"),
    path("<int:pk>/note/", following.note, name="note"),
    path("<int:pk>/effacer/", following.forget, name="forget"),
]
