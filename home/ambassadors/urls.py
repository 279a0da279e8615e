"""The addresses below `/ambassadeurs/` that are not pages; their first words are reserved in `models.pages`."""

from django.urls import path

from .views import goods, joining, mailed, space

app_name = "ambassadors"

urlpatterns = [
    path("devenir/", joining.join, name="join"),
    path("devenir/merci/<str:token>/", joining.joined, name="joined"),
    path("devenir/confirmer/<str:token>/", mailed.confirm, name="confirm"),
    path("charte/", joining.charter, name="charter"),
    path("espace/", space.ask_link, name="ask_link"),
    path("espace/envoye/", space.link_sent, name="link_sent"),
    path("espace/au-revoir/", space.gone, name="gone"),
    path("espace/lettres/<str:token>/", mailed.stop_letters, name="stop_letters"),
    path("espace/<str:token>/", space.space, name="space"),
    path("espace/<str:token>/reponse/", space.answer, name="answer"),
    path("espace/<str:token>/rester/", space.stay, name="stay"),
    path("espace/<str:token>/quitter/", space.leave, name="leave"),
    path("espace/<str:token>/accord/<slug:word>/", space.consent, name="consent"),
    path("espace/<str:token>/objets/<int:pk>/", goods.ask_good, name="good"),
    path("espace/<str:token>/demandes/<uuid:key>/", goods.good_asked, name="good_asked"),
    path("espace/<str:token>/demandes/<uuid:key>/annuler/", goods.cancel_good, name="good_cancel"),
]
