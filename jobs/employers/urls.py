"""The addresses of the verification screens, below /admin/employeurs/."""

from django.urls import path, re_path

from . import views

app_name = "employers_admin"
urlpatterns = [
    path("", views.employer_list, name="list"),
    path("a-verifier/", views.verification_queue, name="queue"),
    path("<int:pk>/", views.employer_detail, name="detail"),
    re_path(
        r"^(?P<pk>[0-9]{1,18})/(?P<word>verifier|demander|refuser|suspendre|retablir)/$",
        views.act_on_employer,
        name="act",
    ),
    re_path(
        r"^etablissements/(?P<pk>[0-9]{1,18})/siret/$", views.confirm_siret, name="confirm_siret"
    ),
    re_path(
        r"^rattachements/(?P<pk>[0-9]{1,18})/(?P<answer>accepter|refuser)/$",
        views.answer_join_request,
        name="answer_join",
    ),
]
