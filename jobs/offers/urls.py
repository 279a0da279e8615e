"""The addresses of the review screens, below /admin/verification/."""

from django.urls import path, re_path

from . import views

app_name = "offers_admin"
urlpatterns = [
    path("", views.review_queue, name="queue"),
    path("offres/", views.offer_list, name="offers"),
    path("offres/<int:pk>/", views.review, name="review"),
    path("offres/<int:pk>/apercu/", views.review_preview, name="preview"),
    re_path(
        r"^offres/(?P<pk>[0-9]{1,18})/(?P<task_state_id>[0-9]{1,18})/(?P<decision>approve|changes|refuse)/$",
        views.decide,
        name="decide",
    ),
    path("offres/<int:pk>/suspendre/", views.suspend, name="suspend"),
    path("offres/<int:pk>/retablir/", views.restore, name="restore"),
    path("signalements/", views.report_queue, name="reports"),
    path("signalements/<int:pk>/", views.answer_report, name="answer_report"),
]
