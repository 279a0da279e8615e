"""The addresses of the sign-up, below /espace-employeur/inscription/."""

from django.urls import path

from .views import address, correction, steps

urlpatterns = [
    path("", address.sign_up, name="sign_up"),
    path("verifiez-votre-boite/", address.sent, name="sign_up_sent"),
    path("confirmer/<str:token>/", address.confirm, name="confirm_email"),
    path("etablissement/", steps.establishment, name="sign_up_establishment"),
    path("vous/", steps.person, name="sign_up_person"),
    path("charte/", steps.charter, name="sign_up_charter"),
    path("envoyee/", steps.done, name="sign_up_done"),
    path("corriger/", correction.correct, name="sign_up_correct"),
]
