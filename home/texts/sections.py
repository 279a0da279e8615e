"""The first pages of each section: a few true lines, for editors to complete."""

from __future__ import annotations

from dataclasses import dataclass, field

from home.texts.raw import Raw, block

NEWS_TITLE = "Actualités"
NEWS_SUMMARY = (
    "Les nouvelles du programme : emploi, santé, accueil, ambassadeurs, vie du territoire."
)
SITE_MAP_TITLE = "Plan du site"


@dataclass(frozen=True)
class SectionText:
    """A page, with the pages below it."""

    slug: str
    title: str
    summary: str
    html: str
    below: tuple[SectionText, ...] = field(default_factory=tuple)

    def body(self) -> list[Raw]:
        """Return its body as Wagtail stores it."""
        return [block("prose", self.html)]


SECTIONS = (
    SectionText(
        "sante",
        "Professions de santé",
        "Exercer dans le Lot : remplacer, s’installer, rejoindre une équipe, faire un stage.",
        "<h2>Nous vous accompagnons</h2><p>Le programme aide les professionnels de santé à trouver un poste, un"
        " lieu d’exercice et un logement, et leur conjoint à trouver un emploi.</p><p>Choisissez la page qui"
        " vous concerne, ou consultez les offres d’emploi du domaine de la santé.</p>",
        below=(
            SectionText(
                "internes",
                "Internes et étudiants",
                "Faire un stage dans le Lot : terrains de stage, hébergement, rencontres.",
                "<h2>Votre stage dans le Lot</h2><p>L’équipe vous aide à trouver un hébergement et vous invite à"
                " rencontrer les professionnels du territoire.</p>",
            ),
            SectionText(
                "medecins",
                "Médecins et dentistes",
                "S’installer, remplacer ou exercer comme salarié.",
                "<h2>Votre projet</h2><p>Exercice libéral ou salarié, remplacement, reprise de cabinet :"
                " parlons de ce que vous cherchez.</p>",
            ),
            SectionText(
                "autres-metiers",
                "Autres métiers du soin",
                "Infirmiers, kinésithérapeutes, orthophonistes, aides-soignants et bien d’autres.",
                "<h2>Votre projet</h2><p>Établissements, cabinets et services à domicile recrutent dans tout"
                " le département.</p>",
            ),
        ),
    ),
    SectionText(
        "s-installer",
        "S’installer",
        "Un réseau accueil répond à vos questions avant et après votre arrivée.",
        "<h2>Préparer votre arrivée</h2><p>Logement, garde d’enfants, école, emploi du conjoint, santé, vie"
        " associative : appelez-nous ou écrivez-nous, nous vous orientons vers les bonnes personnes. Nos"
        " coordonnées sont sur cette page.</p>"
        "<p>Ce service est gratuit.</p>",
    ),
    SectionText(
        "ambassadeurs",
        "Ambassadeurs",
        "Ils vivent, travaillent ou ont grandi dans le Lot, et le font connaître.",
        "<h2>Devenir ambassadeur</h2><p>Les ambassadeurs parlent du Lot autour d’eux et prennent part à"
        " l’accueil des nouveaux habitants. On peut l’être sans habiter le département.</p><p>Pour le devenir,"
        " appelez-nous ou écrivez-nous : nos coordonnées sont sur cette page.</p>",
    ),
)
