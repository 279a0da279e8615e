"""The French words that people read and press on the site, in one place."""

from __future__ import annotations

OPTIONAL = "facultatif"
ERROR_TITLE = "Erreur\N{NO-BREAK SPACE}:"

# --- Signing in
SIGN_IN = "Se connecter"
EMAIL = "Adresse e-mail"
PASSWORD = "Mot de passe"
APP_CODE = "Code affiché par l’application"
PROTECT = "Protéger mon compte"

# --- Signing up
SIGN_UP = "Créer mon compte employeur"
PROFESSIONAL_EMAIL = "Adresse e-mail professionnelle"
SEND_LINK = "Recevoir le message de confirmation"
CONFIRM_ADDRESS = "Confirmer mon adresse"
SIRET = "Numéro SIRET"
ESTABLISHMENT = "Nom de l’établissement"
KIND = "Type d’employeur"
ADDRESS = "Adresse (numéro et rue)"
POSTCODE = "Code postal"
COMMUNE = "Commune"
FIRST_NAME = "Prénom"
LAST_NAME = "Nom"
POSITION = "Fonction"
TELEPHONE = "Téléphone"
NEW_PASSWORD = "Mot de passe"
CHARTER = "J’accepte la charte des employeurs du réseau"
ENTITLED = "Je suis habilité à recruter pour cet établissement"
CONTINUE = "Continuer"
SEND_REQUEST = "Envoyer ma demande"
REQUEST_SENT = "Demande envoyée"

# --- Writing an offer
POST_OFFER = "Déposer une offre"
START = "Commencer"
TITLE = "Intitulé du poste"
FAMILY = "Domaine"
WORKPLACE = "Commune du lieu de travail"
PERMANENT = "CDI"
FULL_TIME = "Temps plein"
LOWEST_PAY = "Minimum, en euros"
HIGHEST_PAY = "Maximum"
AS_SOON_AS_POSSIBLE = "Dès que possible"
JOB = "Le poste"
PROFILE = "Le profil"
NO_EXPERIENCE = "Aucune expérience demandée"
BY_EMAIL = "Par e-mail, à cette adresse"
REPLY_WITHIN = "sous 14 jours"
SAVE_AND_CONTINUE = "Enregistrer et continuer"
CHECK_AND_SEND = "Vérifier et envoyer"
SEND_FOR_REVIEW = "Envoyer pour vérification"
SEND_AGAIN = "Envoyer à nouveau"
OFFER_SENT = "Offre envoyée"
CORRECT_OFFER = "Corriger l’offre"
CORRECTION_ASKED = "L’équipe demande une correction"

# --- The kit
KIT = "Kit de communication"
DOWNLOAD = "Télécharger"
DOWNLOAD_ALL = "Tout télécharger"

# --- The public pages
SKIP_TO_CONTENT = "Aller au contenu"
JOBS = "Offres d’emploi"
MENU = "Menu"
WHAT = "Métier ou mot-clé"
SEARCH = "Rechercher"

# --- The team
MODERATORS = "Modérateurs"
MAIL_SENT = "Envoyé"
ARCHIVED = "Archivées"
