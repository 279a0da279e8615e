"""The addresses of the screens of the health contacts, below `/admin/rappels-sante/`."""

from django.urls import path

from . import admin_views

app_name = "health_admin"

urlpatterns = [
    path("", admin_views.callback_list, name="list"),
    path("<int:pk>/", admin_views.callback_detail, name="detail"),
    path("<int:pk>/etat/", admin_views.callback_status, name="status"),
    path("<int:pk>/prochain-contact/", admin_views.callback_plan, name="plan"),
    path("<int:pk>/transmettre/", admin_views.callback_hand_over, name="hand_over"),
    path("<int:pk>/note/", admin_views.callback_note, name="note"),
    path("<int:pk>/effacer/", admin_views.callback_forget, name="forget"),
]
