"""The treatments about accounts and offers."""

from __future__ import annotations

from .treatments import PUBLIC_TASK, Treatment

STAFF = Treatment(
    ("Les comptes de l’équipe", "Accounts of the team"),
    (
        "nom, adresse e-mail, rôle, second facteur, actes faits dans l’administration du site",
        "name, e-mail address, role, second factor, acts in the administration of the site",
    ),
    ("tenir le site", "running the site"),
    PUBLIC_TASK,
    ("les administrateurs du site", "the administrators of the site"),
    (
        (
            "tant que la personne est en poste, puis [durée accounts.deactivated] après la fermeture du compte, qui est"
            " alors rendu anonyme"
        ),
        (
            "as long as the person is in post, then [durée accounts.deactivated] after the account is closed; it is then"
            " made anonymous"
        ),
    ),
)

EMPLOYERS = Treatment(
    ("Les comptes des employeurs", "Accounts of employers"),
    (
        (
            "nom, adresse e-mail, téléphone et fonction des personnes qui créent un compte, établissement, invitations"
            " de collègues"
        ),
        (
            "name, e-mail address, telephone and position of the people who open an account, their establishment,"
            " invitations of colleagues"
        ),
    ),
    (
        "vérifier l’établissement et publier ses offres",
        "checking the establishment and publishing its offers",
    ),
    PUBLIC_TASK,
    (
        "la personne elle-même, les collègues qui administrent le même compte, l’équipe de modération",
        "the person, the colleagues who administer the same account, the moderation team",
    ),
    (
        (
            "tant que le compte sert ; [durée employer_space.inactive_accounts] après la dernière connexion il est rendu"
            " anonyme, et vous êtes prévenu par e-mail [durée employer_space.inactive_notices] avant. Un compte dont"
            " l’adresse n’est jamais confirmée est supprimé après [durée employer_space.unconfirmed_accounts], et un"
            " compte fermé est rendu anonyme après [durée accounts.deactivated]"
        ),
        (
            "as long as the account is used; [durée employer_space.inactive_accounts] after the last sign-in it is made"
            " anonymous, and you are told by e-mail [durée employer_space.inactive_notices] before. An account whose"
            " address is never confirmed is deleted after [durée employer_space.unconfirmed_accounts], and a closed"
            " account is made anonymous after [durée accounts.deactivated]"
        ),
    ),
)

OFFER_CONTACTS = Treatment(
    ("Les contacts des offres d’emploi", "Contacts of job offers"),
    (
        (
            "nom, adresse e-mail et téléphone que l’employeur donne pour recevoir les candidatures, et les versions"
            " successives de l’offre"
        ),
        (
            "name, e-mail address and telephone that the employer gives to receive applications, and the successive"
            " versions of the offer"
        ),
    ),
    (
        "permettre de postuler ; le site lui-même ne reçoit aucune candidature",
        "making it possible to apply; the site itself receives no application",
    ),
    PUBLIC_TASK,
    (
        "tout le monde tant que l’offre est en ligne, puis l’employeur et l’équipe de modération",
        "everybody while the offer is online, then the employer and the moderation team",
    ),
    (
        (
            "[durée offers.contacts] après la fin de l’offre, dans toutes ses versions ; les anciennes versions sont"
            " supprimées après [durée offers.revisions]"
        ),
        (
            "[durée offers.contacts] after the end of the offer, in all its versions; former versions are deleted after"
            " [durée offers.revisions]"
        ),
    ),
)

REPORTS = Treatment(
    ("Les signalements d’une offre", "Reports about an offer"),
    (
        "le motif, vos mots et, si vous la donnez, votre adresse e-mail",
        "the reason, your words and, if you give it, your e-mail address",
    ),
    (
        "corriger ou retirer une offre et vous répondre",
        "correcting or withdrawing an offer, and answering you",
    ),
    PUBLIC_TASK,
    ("l’équipe de modération", "the moderation team"),
    (
        "vos mots et votre adresse sont effacés [durée offers.reports] après la réponse",
        "your words and your address are erased [durée offers.reports] after the answer",
    ),
)

KIT = Treatment(
    ("Le kit de communication", "The communication kit"),
    (
        "quel fichier a été téléchargé, quand, par quel employeur et depuis quel compte",
        "which file was downloaded, when, by which employer and from which account",
    ),
    ("savoir ce qui sert", "knowing what is of use"),
    PUBLIC_TASK,
    ("l’équipe de modération et l’employeur", "the moderation team and the employer"),
    (
        "[durée employer_space.kit_downloads], puis seulement des totaux par mois, par employeur et par fichier",
        "[durée employer_space.kit_downloads], then only totals by month, employer and file",
    ),
)

TREATMENTS = (STAFF, EMPLOYERS, OFFER_CONTACTS, REPORTS, KIT)
