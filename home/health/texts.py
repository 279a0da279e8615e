"""The first words of the health pages, in French and in English, for editors to complete."""

from __future__ import annotations

from typing import NamedTuple


class AudienceText(NamedTuple):
    """What a page for one public first says."""

    title: str
    summary: str
    html: str
    door: str
    door_text: str


TITLE = "Professions de santé"
SUMMARY = "Exercer dans le Lot : remplacer, s’installer, rejoindre une équipe, faire un stage."
DOORS_TITLE = "Vous êtes…"
DOORS_TEXT = "Choisissez la page qui vous concerne : ce qui est ouvert aujourd’hui, et qui appeler."
INTRODUCTION = (
    "<h2>Nous vous accompagnons</h2><p>Le programme aide les professionnels de santé à trouver un poste, un lieu"
    " d’exercice et un logement, et leur conjoint à trouver un emploi.</p>"
)
OFFERS = "Les opportunités du moment"
JUNIOR_OFFERS = "Stages et postes proposés, pour cette année et pour la suite"
PLACEMENTS = "Stages proposés en ce moment"
LOCUM_OFFERS = "Remplacements proposés"
TRAINING = "Terrains de stage"
HOUSING = "Se loger pendant son stage"
AIDS = "Les aides en vigueur aujourd’hui"
EVENINGS = "Soirées d’accueil des internes"
WHERE = "Où exercer"
TO_TAKE_OVER = "Cabinets à reprendre"
PARTNER = "L’emploi de votre conjoint"
PARTNER_TEXT = "Un projet se décide souvent à deux. L’équipe cherche avec votre conjoint, et toutes les offres du Lot sont en ligne."
PARTNER_LINK = "Voir les offres d’emploi"

INTERNS = AudienceText(
    "Internes et étudiants",
    "Faire un stage dans le Lot : terrains de stage, hébergement, rencontres.",
    "<h2>Votre stage dans le Lot</h2><p>L’équipe vous aide à trouver un hébergement et vous invite à rencontrer les"
    " professionnels du territoire.</p>",
    "Je suis interne, étudiante ou étudiant",
    "Terrains de stage, logement, aides, soirées d’accueil",
)
JUNIORS = AudienceText(
    "Docteurs juniors",
    "La quatrième année de médecine générale, dans le Lot.",
    "<h2>Votre année de docteur junior</h2><p>La première promotion commence en novembre 2026. L’équipe vous met en"
    " relation avec les cabinets et les maisons de santé qui accueillent.</p>",
    "Je suis docteur junior",
    "Lieux d’accueil, indemnités, logement",
)
LOCUMS = AudienceText(
    "Remplaçantes et remplaçants",
    "Remplacer dans le Lot, une semaine ou plusieurs mois.",
    "<h2>Remplacer, et découvrir</h2><p>Un remplacement est une façon de connaître un territoire avant de choisir."
    " Dites-nous vos dates : nous en parlons aux cabinets.</p>",
    "Je suis remplaçante ou remplaçant",
    "Les remplacements proposés, et qui appeler",
)
DOCTORS = AudienceText(
    "Médecins et dentistes",
    "S’installer, remplacer ou exercer comme salarié.",
    "<h2>Votre projet</h2><p>Exercice libéral ou salarié, remplacement, reprise de cabinet : parlons de ce que vous"
    " cherchez.</p>",
    "Je suis médecin ou dentiste",
    "Salariat, libéral, cabinets à reprendre, aides datées",
)
OTHERS = AudienceText(
    "Autres métiers du soin",
    "Soins infirmiers, kinésithérapie, orthophonie, aides-soignantes et aides-soignants, et bien d’autres.",
    "<h2>Votre projet</h2><p>Établissements, cabinets et services à domicile recrutent dans tout le département.</p>",
    "J’exerce un autre métier du soin",
    "Infirmière ou infirmier, kinésithérapeute, orthophoniste, aide-soignante ou aide-soignant…",
)

# Each French text of the pages above, as wagtail-localize cuts it, with the same in English.
ENGLISH = {
    TITLE: "Health professions",
    SUMMARY: "Practising in the Lot: locum work, setting up, joining a team, doing a placement.",
    DOORS_TITLE: "You are…",
    DOORS_TEXT: "Choose the page that concerns you: what is open today, and whom to call.",
    "Nous vous accompagnons": "We help you",
    (
        "Le programme aide les professionnels de santé à trouver un poste, un lieu d’exercice et un logement, et leur"
        " conjoint à trouver un emploi."
    ): (
        "The programme helps health professionals find a post, a place to practise and a home, and helps their"
        " partner find a job."
    ),
    OFFERS: "Opportunities today",
    JUNIOR_OFFERS: "Placements and posts offered, for this year and for later",
    PLACEMENTS: "Placements offered now",
    LOCUM_OFFERS: "Locum work offered",
    TRAINING: "Training practices",
    HOUSING: "Housing during a placement",
    AIDS: "Support in force today",
    EVENINGS: "Welcome evenings for interns",
    WHERE: "Where to practise",
    TO_TAKE_OVER: "Practices to take over",
    PARTNER: "Your partner’s job",
    PARTNER_TEXT: (
        "A project is often decided by two people. The team searches with your partner, and all the offers of the Lot"
        " are online."
    ),
    PARTNER_LINK: "See the job offers",
    INTERNS.title: "Interns and students",
    INTERNS.summary: "A placement in the Lot: training practices, housing, people to meet.",
    INTERNS.door: "I am an intern or a student",
    INTERNS.door_text: "Training practices, housing, financial support, welcome evenings",
    "Votre stage dans le Lot": "Your placement in the Lot",
    (
        "L’équipe vous aide à trouver un hébergement et vous invite à rencontrer les professionnels du territoire."
    ): "The team helps you find somewhere to stay and invites you to meet the professionals of the area.",
    JUNIORS.title: "Junior doctors",
    JUNIORS.summary: "The fourth year of general medicine, in the Lot.",
    JUNIORS.door: "I am a junior doctor",
    JUNIORS.door_text: "Host practices, allowances, housing",
    "Votre année de docteur junior": "Your year as a junior doctor",
    (
        "La première promotion commence en novembre 2026. L’équipe vous met en relation avec les cabinets et les maisons"
        " de santé qui accueillent."
    ): (
        "The first cohort starts in November 2026. The team puts you in touch with the practices and health houses"
        " that take junior doctors."
    ),
    LOCUMS.title: "Locums",
    LOCUMS.summary: "Locum work in the Lot, for a week or several months.",
    LOCUMS.door: "I am a locum",
    LOCUMS.door_text: "The locum work offered, and whom to call",
    "Remplacer, et découvrir": "Stand in, and discover",
    (
        "Un remplacement est une façon de connaître un territoire avant de choisir. Dites-nous vos dates : nous en"
        " parlons aux cabinets."
    ): (
        "Locum work is a way to get to know an area before choosing. Tell us your dates: we tell the practices."
    ),
    DOCTORS.title: "Doctors and dentists",
    DOCTORS.summary: "Set up a practice, stand in or work as an employee.",
    DOCTORS.door: "I am a doctor or a dentist",
    DOCTORS.door_text: "Salaried, private, practices to take over, dated financial support",
    "Votre projet": "Your project",
    (
        "Exercice libéral ou salarié, remplacement, reprise de cabinet : parlons de ce que vous cherchez."
    ): "Private or salaried practice, locum work, taking over a practice: let us talk about what you want.",
    OTHERS.title: "Other care professions",
    OTHERS.summary: "Nurses, physiotherapists, speech therapists, care assistants and many more.",
    OTHERS.door: "I have another care profession",
    OTHERS.door_text: "Nurse, physiotherapist, speech therapist, care assistant…",
    (
        "Établissements, cabinets et services à domicile recrutent dans tout le département."
    ): "Hospitals, homes, practices and home services are hiring all over the département.",
}  # fmt: skip
