"""The first legal pages. What only the Département knows is marked « À compléter », in the editors' hands."""

from __future__ import annotations

from dataclasses import dataclass

from home.texts.raw import Raw, block


@dataclass(frozen=True)
class LegalText:
    """A legal page; its kind is its address."""

    kind: str
    title: str
    summary: str
    html: str

    def body(self) -> list[Raw]:
        """Return its body as Wagtail stores it."""
        return [block("prose", self.html)]


def _missing(what: str) -> str:
    return f"<b>[À compléter par le Département : {what}]</b>"


LEGAL_NOTICE = LegalText(
    "mentions-legales",
    "Mentions légales",
    "Qui publie ce site, qui l’héberge, comment nous joindre.",
    "<h2>Éditeur</h2><p>« Oh My Lot ! » est un programme porté par le Département du Lot et ses partenaires.</p>"
    f"<p>{_missing('adresse, téléphone, adresse e-mail et numéro SIRET de la collectivité')}</p>"
    f"<h2>Directeur de la publication</h2><p>{_missing('nom et fonction')}</p>"
    f"<h2>Hébergement</h2><p>{_missing('nom, adresse et téléphone de l’hébergeur')}</p>"
    "<h2>Offres d’emploi</h2><p>Les offres sont rédigées par les employeurs, qui en sont responsables. Elles"
    " sont relues par l’équipe avant d’être mises en ligne. Chaque offre porte un lien pour signaler un"
    " problème.</p>"
    "<h2>Propriété intellectuelle</h2><p>Les photos et illustrations portent le nom de leur auteur ; elles ne"
    " peuvent pas être reprises sans son accord.</p>"
    f"<p>{_missing('conditions de réutilisation des textes')}</p>",
)

PERSONAL_DATA = LegalText(
    "donnees-personnelles",
    "Données personnelles",
    "Ce que nous enregistrons, pourquoi, combien de temps, et vos droits.",
    "<h2>Responsable du traitement</h2><p>Le Département du Lot est responsable des traitements de ce site."
    f" Lorsqu’un employeur reçoit votre candidature, il devient responsable de ce qu’il en fait.</p>"
    "<h2>Lire le site</h2><p>Aucun compte n’est demandé pour lire le site ni pour chercher une offre. Aucune"
    " mesure d’audience ne vous suit.</p>"
    "<h2>Les comptes des employeurs</h2><p>Nous enregistrons le nom, l’adresse e-mail, le téléphone et la"
    " fonction des personnes qui créent un compte, pour vérifier leur établissement et publier leurs offres."
    "</p>"
    f"<p>{_missing('durées de conservation, base légale et destinataires, validés par le délégué à la protection des données')}</p>"
    "<h2>Vos droits</h2><p>Vous pouvez demander à voir, corriger, effacer ou récupérer vos données, et vous"
    f" opposer à leur usage. {_missing('adresse du délégué à la protection des données')}</p>"
    "<p>Si la réponse ne vous convient pas, vous pouvez adresser une réclamation à la Commission nationale de"
    " l’informatique et des libertés (CNIL), sur cnil.fr.</p>",
)

ACCESSIBILITY = LegalText(
    "accessibilite",
    "Accessibilité",
    "Déclaration d’accessibilité, et comment signaler une difficulté.",
    "<p>Le Département du Lot s’engage à rendre ce site accessible, conformément à l’article 47 de la loi"
    " n° 2005-102 du 11 février 2005.</p>"
    "<h2>État de conformité</h2><p>Ce site n’a pas encore été audité : il est donc déclaré non conforme au"
    " référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1.</p>"
    "<h2>Ce qui est fait</h2><p>Le site est conçu pour être lu au clavier, avec un lecteur d’écran, agrandi à"
    " 200 %, imprimé et sans JavaScript. Chaque version est vérifiée par des tests automatiques, qui ne"
    " remplacent pas un audit.</p>"
    f"<h2>Audit et schéma pluriannuel</h2><p>{_missing('date de l’audit, schéma pluriannuel et plan de l’année')}</p>"
    "<h2>Signaler une difficulté</h2><p>Si un contenu ou un service vous résiste, écrivez-nous : nous vous"
    f" orienterons vers une solution accessible. {_missing('adresse e-mail et téléphone')}</p>"
    "<h2>Voies de recours</h2><p>Si vous nous avez signalé un défaut d’accessibilité sans obtenir de réponse"
    " satisfaisante, vous pouvez saisir le Défenseur des droits : formulaire sur defenseurdesdroits.fr,"
    " téléphone 09 69 39 00 00, ou courrier gratuit, sans timbre : Défenseur des droits, Libre réponse 71120,"
    " 75342 Paris Cedex 07.</p>",
)

COOKIES = LegalText(
    "cookies",
    "Cookies",
    "Ce site ne dépose aucun cookie tant que vous ne faites que lire.",
    "<h2>Aucun cookie de suivi</h2><p>Ce site n’utilise ni publicité, ni mesure d’audience, ni contenu venu"
    " d’autres sites. C’est pourquoi aucun bandeau ne vous demande votre accord.</p>"
    "<h2>Les cookies nécessaires</h2><ul><li>Quand vous vous connectez, un cookie retient votre session ; il"
    " disparaît à la déconnexion ou au bout de quatre heures.</li><li>Quand vous ouvrez un formulaire, un"
    " cookie le protège contre les envois frauduleux.</li></ul><p>Ces cookies ne servent à rien d’autre et ne"
    " sont transmis à personne.</p>",
)

LEGAL_TEXTS = (ACCESSIBILITY, LEGAL_NOTICE, PERSONAL_DATA, COOKIES)
