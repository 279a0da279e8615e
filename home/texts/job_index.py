"""The words of the page of the offers, in French and in English."""

TITLE = "Offres d’emploi"
SUMMARY = (
    "Des postes publics et privés dans tout le Lot, vérifiés par l’équipe avant leur mise en ligne."
)

ENGLISH = {
    TITLE: "Job offers",
    SUMMARY: (
        "Public and private jobs all over the Lot, checked by the team before they go online. Offers are"
        " written in French."
    ),
}
