"""The treatments of the site itself: mails, journals, security, counts."""

from __future__ import annotations

from .parts import to_fill
from .treatments import PUBLIC_TASK, SECURITY, Treatment

_BACKUPS = to_fill("durée de conservation des sauvegardes", "how long backups are kept")
_LOGS = to_fill(
    "durée de conservation des journaux du serveur, un an au plus",
    "how long the logs of the server are kept, one year at most",
)

MAILS = Treatment(
    ("Les e-mails que le site envoie", "E-mails that the site sends"),
    (
        "destinataire, objet, dates, texte et pièces jointes",
        "recipient, subject, dates, text and attachments",
    ),
    (
        "vous écrire, et savoir si le message est parti",
        "writing to you, and knowing whether the message left",
    ),
    (
        "celle du traitement dont l’e-mail fait partie",
        "that of the treatment to which the e-mail belongs",
    ),
    ("les administrateurs du site", "the administrators of the site"),
    (
        (
            "[durée mailing.bodies] pour le texte, qui est effacé dès l’envoi quand il contient un code ou un lien"
            " personnel ; [durée mailing.rows] pour le destinataire, l’objet et les dates"
        ),
        (
            "[durée mailing.bodies] for the text, which is erased as soon as it is sent when it holds a code or a personal"
            " link; [durée mailing.rows] for the recipient, the subject and the dates"
        ),
    ),
)

JOURNALS = Treatment(
    ("Les journaux des décisions", "Journals of decisions"),
    (
        (
            "qui a fait quoi, et quand, sur une offre, un compte d’employeur, une demande de rappel, une demande"
            " d’installation, une inscription ou un dossier d’ambassadeur"
        ),
        (
            "who did what, and when, to an offer, an employer’s account, a request to be called back, a settlement request,"
            " a registration or an ambassador’s file"
        ),
    ),
    (
        "répondre de ce qui est publié et de ce qui est décidé",
        "answering for what is published and for what is decided",
    ),
    ("obligation légale de l’éditeur", "the legal obligation of the publisher"),
    (
        "les personnes de l’équipe qui traitent ces dossiers",
        "the people of the team who deal with these files",
    ),
    (
        "les lignes restent ; les noms de celles et ceux qui ont agi y sont gardés [durée logs.names]",
        "the lines stay; the names of the people who acted are kept in them [durée logs.names]",
    ),
)

SAFETY = Treatment(
    ("La sécurité du site", "The security of the site"),
    (
        (
            "session des personnes connectées ; nombre d’envois et d’essais, sous une empreinte calculée à partir de"
            " l’adresse de l’ordinateur ou de l’adresse e-mail, qui ne permet pas de la relire ; journaux techniques, sans"
            " adresse e-mail ni contenu ; sauvegardes"
        ),
        (
            "session of people who sign in; number of submissions and attempts, under a digest made from the address of"
            " the computer or the e-mail address, from which it cannot be read back; technical logs, without e-mail"
            " addresses or contents; backups"
        ),
    ),
    (
        "empêcher les envois en masse, les intrusions et les pertes",
        "preventing mass submissions, intrusions and losses",
    ),
    SECURITY,
    (
        "les administrateurs du site et l’hébergeur",
        "the administrators of the site and the hosting company",
    ),
    (
        (
            "[durée operations.sessions] pour une session ; [durée operations.rate_windows] au plus pour les empreintes."
            f" {_LOGS[0]} {_BACKUPS[0]}"
        ),
        (
            "[durée operations.sessions] for a session; [durée operations.rate_windows] at most for the digests."
            f" {_LOGS[1]} {_BACKUPS[1]}"
        ),
    ),
)

COUNTS = Treatment(
    ("Les comptages sans cookie", "Counts without cookies"),
    (
        "combien de visites le lien d’une campagne amène par jour, et quelles adresses du site sont demandées en vain",
        "how many visits the link of a campaign brings each day, and which addresses of the site are asked for in vain",
    ),
    (
        "savoir ce qui sert et réparer les liens ; aucun cookie, aucune adresse d’ordinateur, rien de vous n’est gardé",
        "knowing what is of use and mending links; no cookie, no address of a computer, nothing of you is kept",
    ),
    PUBLIC_TASK,
    ("l’équipe", "the team"),
    (
        (
            "les totaux d’une campagne restent ; une adresse introuvable est oubliée [durée redirection.missed] après la"
            " dernière demande"
        ),
        (
            "the totals of a campaign stay; an address not found is forgotten [durée redirection.missed] after it was last"
            " asked for"
        ),
    ),
)

TREATMENTS = (MAILS, JOURNALS, SAFETY, COUNTS)
