"""The addresses of the employer space, in French only; every effect is a POST."""

from django.urls import include, path, register_converter

from jobs.offers.states import OfferAct

from .dashboard import views as dashboard
from .offers import views as offers
from .offers.steps import StepConverter

app_name = "employer_space"

register_converter(StepConverter, "offer_step")

OFFER = "offres/<uuid:public_id>"

urlpatterns = [
    path("", dashboard.dashboard, name="dashboard"),
    path("changer-d-employeur/", dashboard.switch, name="switch"),
    path("offres/", dashboard.offers, name="offers"),
    path("offres/exemple/", offers.example, name="offer_example"),
    path("offres/nouvelle/", offers.before, name="offer_new"),
    path("offres/nouvelle/poste/", offers.start, name="offer_start"),
    path(f"{OFFER}/", offers.detail, name="offer_detail"),
    path(f"{OFFER}/<offer_step:step>/", offers.edit, name="offer_edit"),
    path(f"{OFFER}/apercu/", offers.preview, name="offer_preview"),
    path(f"{OFFER}/envoyer/", offers.submit, name="offer_submit"),
    path(f"{OFFER}/envoyee/", offers.sent, name="offer_sent"),
    path(f"{OFFER}/rappeler/", offers.confirm, {"act": OfferAct.RECALL}, name="offer_recall"),
    path(f"{OFFER}/retirer/", offers.confirm, {"act": OfferAct.WITHDRAW}, name="offer_withdraw"),
    path(f"{OFFER}/mettre-en-pause/", offers.confirm, {"act": OfferAct.PAUSE}, name="offer_pause"),
    path(
        f"{OFFER}/remettre-en-ligne/", offers.confirm, {"act": OfferAct.RESUME}, name="offer_resume"
    ),
    path(f"{OFFER}/prolonger/", offers.extend, name="offer_extend"),
    path(f"{OFFER}/fermer/", offers.close, name="offer_close"),
    path(f"{OFFER}/dupliquer/", offers.duplicate, name="offer_duplicate"),
    path("kit/", include("employer_space.kit.urls")),
    path("inscription/", include("employer_space.joining.urls")),
    path("", include("employer_space.organisation.urls")),
]
