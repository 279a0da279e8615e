"""« Données personnelles »: every treatment of the site, its purpose, basis, readers and duration, and people's rights.

A duration is a mark, `[durée <name>]`, that the page fills in with the setting in force: see `home.durations`.
"""

from __future__ import annotations

from . import employers_data, people_data, site_data
from .parts import LegalText, h2, p, to_fill

# In the order in which readers meet them.
TREATMENTS = (
    *people_data.TREATMENTS,
    *employers_data.TREATMENTS,
    *site_data.TREATMENTS,
)

_OFFICER = to_fill(
    "adresse du délégué à la protection des données", "address of the data protection officer"
)
_CHECKED = to_fill(
    "validation des bases légales et des durées par le délégué à la protection des données",
    "validation of the legal bases and durations by the data protection officer",
)
_SUPPLIERS = to_fill(
    "hébergeur et service d’envoi des e-mails, et pays où ils conservent les données",
    "hosting company and e-mail service, and the countries where they keep the data",
)

PERSONAL_DATA = LegalText(
    "donnees-personnelles",
    ("Données personnelles", "Personal data"),
    (
        "Ce que nous enregistrons, pourquoi, combien de temps, et vos droits.",
        "What we record, why, for how long, and your rights.",
    ),
    (
        h2("Responsable du traitement", "Controller"),
        p(
            "Le Département du Lot est responsable des traitements de ce site. Lorsqu’un employeur reçoit votre"
            " candidature, il devient responsable de ce qu’il en fait.",
            "The Département du Lot is the controller of the processing on this site. When an employer receives your"
            " application, that employer becomes responsible for what is done with it.",
        ),
        p(
            f"Délégué à la protection des données : {_OFFICER[0]}",
            f"Data protection officer: {_OFFICER[1]}",
        ),
        h2("Lire le site", "Reading the site"),
        p(
            "Aucun compte n’est demandé pour lire le site ni pour chercher une offre. Aucune mesure d’audience ne vous"
            " suit, et le site n’enregistre pas ce que vous cherchez.",
            "No account is needed to read the site or to search for an offer. No audience measurement follows you, and"
            " the site does not record what you search for.",
        ),
        h2("Ce que nous enregistrons", "What we record"),
        p(
            "Chaque durée ci-dessous est appliquée par le site lui-même, chaque nuit.",
            "Each duration below is applied by the site itself, every night.",
        ),
        p(*_CHECKED),
        *(part for treatment in TREATMENTS for part in treatment.parts()),
        h2("Ce que nous ne demandons jamais", "What we never ask"),
        p(
            "Nous ne demandons ni numéro de sécurité sociale, ni coordonnées bancaires, ni information sur votre santé,"
            " vos origines ou vos opinions. Personne n’est noté ni classé, et aucune décision n’est prise par une"
            " machine.",
            "We ask for no social security number, no bank details and nothing about your health, your origins or your"
            " opinions. Nobody is scored or ranked, and no decision is taken by a machine.",
        ),
        h2("À qui vos données sont transmises", "Who receives your data"),
        p(
            "Vos données ne sont ni vendues ni louées, et aucune publicité ne s’en sert. Seules les personnes nommées"
            " plus haut les lisent.",
            "Your data is neither sold nor rented, and no advertising makes use of it. Only the people named above read"
            " it.",
        ),
        p(*_SUPPLIERS),
        h2("Vos droits", "Your rights"),
        p(
            "Vous pouvez demander à voir, corriger, effacer ou récupérer vos données, en limiter l’usage ou vous y"
            " opposer, et retirer un accord à tout moment. Vous pouvez lire les notes qui parlent de vous.",
            "You may ask to see, correct, erase or receive your data, restrict its use or object to it, and withdraw a"
            " consent at any time. You may read the notes that are about you.",
        ),
        p(
            "Avec un compte : la page « Mon compte » télécharge vos données et supprime votre compte. Ambassadeur : vos"
            " pages personnelles, ouvertes par le lien reçu par e-mail, montrent vos accords, les retirent et vous"
            " laissent partir. Demande d’installation : répondez à l’e-mail reçu ou appelez votre référent, qui efface"
            " tout. Inscrit à un événement : le lien de votre confirmation annule votre place.",
            "With an account: the page “Mon compte” (my account) downloads your data and deletes your account. As an"
            " ambassador: your own pages, opened by the link received by e-mail, show your agreements, withdraw them and"
            " let you leave. For a settlement request: answer the e-mail received or call your welcome contact, who erases"
            " everything. Registered to an event: the link in your confirmation cancels your place.",
        ),
        p(
            "Dans tous les cas, écrivez-nous par la page Contact ou au délégué à la protection des données : vous"
            " recevez une réponse en un mois au plus.",
            "In every case, write to us with the Contact page or to the data protection officer: you receive an answer"
            " within one month at most.",
        ),
        p(
            "Si la réponse ne vous convient pas, vous pouvez adresser une réclamation à la Commission nationale de"
            " l’informatique et des libertés (CNIL), sur cnil.fr.",
            "If the answer does not satisfy you, you may lodge a complaint with the French data protection authority,"
            " the Commission nationale de l’informatique et des libertés (CNIL), on cnil.fr.",
        ),
    ),
    former=frozenset(
        {
            "84113ef1b87b0e86715ed25f3fd64ae670f9d4d1c3cc15a26d2024309d7ff467",
            "837cfb10030f6c6a072bd2bdbc09c748132d5ed59bb1e3b2f3058d0a331a2e3b",
            "2e674cfe672dc4eb75da33815dd20c5f4fb6e73a1a2cec6fdf6c13912f3c580c",
        }
    ),
)
