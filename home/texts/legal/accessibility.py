"""« Accessibilité »: the declaration that the law asks for."""

from __future__ import annotations

from .parts import LegalText, h2, p, to_fill

_PLAN = to_fill(
    "date de l’audit, schéma pluriannuel et plan de l’année",
    "date of the audit, multi-year plan and plan of the year",
)
_CONTACT = to_fill("adresse e-mail et téléphone", "e-mail address and telephone")

ACCESSIBILITY = LegalText(
    "accessibilite",
    ("Accessibilité", "Accessibility"),
    (
        "Déclaration d’accessibilité, et comment signaler une difficulté.",
        "Accessibility statement, and how to report a difficulty.",
    ),
    (
        p(
            "Le Département du Lot s’engage à rendre ce site accessible, conformément à l’article 47 de la loi"
            " n° 2005-102 du 11 février 2005.",
            "The Département du Lot undertakes to make this site accessible, as article 47 of French law"
            " no. 2005-102 of 11 February 2005 requires.",
        ),
        h2("État de conformité", "Compliance status"),
        p(
            "Ce site n’a pas encore été audité : il est donc déclaré non conforme au référentiel général"
            " d’amélioration de l’accessibilité (RGAA), version 4.1.",
            "This site has not been audited yet: it is therefore declared not compliant with the French general"
            " accessibility framework (RGAA), version 4.1.",
        ),
        h2("Ce qui est fait", "What is done"),
        p(
            "Le site est conçu pour être lu au clavier, avec un lecteur d’écran, agrandi à 200 %, imprimé et sans"
            " JavaScript. Chaque version est vérifiée par des tests automatiques, qui ne remplacent pas un audit.",
            "The site is made to be read with a keyboard, with a screen reader, enlarged to 200%, printed and"
            " without JavaScript. Each version is checked by automatic tests, which do not replace an audit.",
        ),
        h2("Audit et schéma pluriannuel", "Audit and multi-year plan"),
        p(*_PLAN),
        h2("Signaler une difficulté", "Report a difficulty"),
        p(
            "Si un contenu ou un service vous résiste, écrivez-nous : nous vous orienterons vers une solution"
            f" accessible. {_CONTACT[0]}",
            "If you cannot use some content or service, write to us: we will point you to an accessible"
            f" solution. {_CONTACT[1]}",
        ),
        h2("Voies de recours", "Remedies"),
        p(
            "Si vous nous avez signalé un défaut d’accessibilité sans obtenir de réponse satisfaisante, vous pouvez"
            " saisir le Défenseur des droits : formulaire sur defenseurdesdroits.fr, téléphone 09 69 39 00 00, ou"
            " courrier gratuit, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris Cedex 07.",
            "If you told us of an accessibility fault and received no satisfactory answer, you may turn to the"
            " Défenseur des droits, the French rights ombudsman: form on defenseurdesdroits.fr, telephone"
            " +33 9 69 39 00 00, or by post free of charge, without a stamp: Défenseur des droits, Libre réponse"
            " 71120, 75342 Paris Cedex 07, France.",
        ),
    ),
)
