"""« Mentions légales »."""

from __future__ import annotations

from .parts import LegalText, h2, p, to_fill

LEGAL_NOTICE = LegalText(
    "mentions-legales",
    ("Mentions légales", "Legal notice"),
    (
        "Qui publie ce site, qui l’héberge, comment nous joindre.",
        "Who publishes this site, who hosts it, how to reach us.",
    ),
    (
        h2("Éditeur", "Publisher"),
        p(
            "« Oh My Lot ! » est un programme porté par le Département du Lot et ses partenaires.",
            "“Oh My Lot !” is a programme of the Département du Lot (the local authority) and its partners.",
        ),
        p(
            *to_fill(
                "adresse, téléphone, adresse e-mail et numéro SIRET de la collectivité",
                "address, telephone, e-mail address and SIRET number of the authority",
            )
        ),
        h2("Directeur de la publication", "Publication director"),
        p(*to_fill("nom et fonction", "name and position")),
        h2("Hébergement", "Hosting"),
        p(
            *to_fill(
                "nom, adresse et téléphone de l’hébergeur",
                "name, address and telephone of the hosting company",
            )
        ),
        h2("Offres d’emploi", "Job offers"),
        p(
            "Les offres sont rédigées par les employeurs, qui en sont responsables. Elles sont relues par l’équipe"
            " avant d’être mises en ligne. Chaque offre porte un lien pour signaler un problème.",
            "Offers are written by the employers, who answer for them. The team reads each offer before it goes"
            " online. Every offer has a link to report a problem.",
        ),
        h2("Propriété intellectuelle", "Intellectual property"),
        p(
            "Les photos et illustrations portent le nom de leur auteur ; elles ne peuvent pas être reprises sans son"
            " accord.",
            "Photographs and illustrations bear the name of their author and may not be reused without the author’s"
            " agreement.",
        ),
        p(
            *to_fill(
                "conditions de réutilisation des textes", "conditions for the reuse of the texts"
            )
        ),
    ),
)
