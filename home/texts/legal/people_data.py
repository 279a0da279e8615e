"""The treatments about people who write to the programme, settle, come to an event or speak for it."""

from __future__ import annotations

from .treatments import PUBLIC_TASK, Treatment

MESSAGES = Treatment(
    ("Les messages de contact", "Contact messages"),
    (
        (
            "prénom, nom, adresse e-mail, sujet et message ; la presse, les questions d’accessibilité et les demandes sur"
            " vos données passent par le même formulaire"
        ),
        (
            "first name, name, e-mail address, subject and message; the press, accessibility questions and requests about"
            " your data use the same form"
        ),
    ),
    ("vous répondre, et rien d’autre", "answering you, and nothing else"),
    PUBLIC_TASK,
    (
        "l’équipe, et la boîte e-mail du service que le sujet concerne",
        "the team, and the mailbox of the service that the subject is about",
    ),
    (
        "[durée contact.messages] après son traitement, puis le message est supprimé",
        "[durée contact.messages] after it is dealt with; the message is then deleted",
    ),
)

CALLBACKS = Treatment(
    (
        "Les professionnels de santé qui demandent à être rappelés",
        "Health professionals who ask to be called back",
    ),
    (
        (
            "profession, situation, projet, commune souhaitée, nom, adresse e-mail, téléphone, moment du rappel, message,"
            " notes du contact santé ; jamais rien sur votre propre santé"
        ),
        (
            "profession, situation, plans, place wanted, name, e-mail address, telephone, time of the call, message, notes"
            " of the health contact; never anything about your own health"
        ),
    ),
    (
        "vous rappeler et vous accompagner dans votre projet",
        "calling you back and helping you with your plans",
    ),
    PUBLIC_TASK,
    (
        "les contacts santé du programme, eux seuls ; jamais un employeur",
        "the health contacts of the programme and nobody else; never an employer",
    ),
    (
        (
            "[durée health.callbacks] après le dernier échange, [durée health.callbacks.unanswered] si personne n’a pu"
            " vous rappeler ; restent la profession, les dates et l’état de la demande,"
            " sans rien qui mène à vous"
        ),
        (
            "[durée health.callbacks] after the last exchange, [durée health.callbacks.unanswered] if nobody could reach"
            " you; the profession, the dates and the state of the request stay,"
            " with nothing that leads to you"
        ),
    ),
)

SETTLING = Treatment(
    ("Les demandes d’installation et les foyers", "Settlement requests and households"),
    (
        (
            "nom, adresse e-mail ou téléphone, date souhaitée, situation d’emploi, commune, et ce que vous choisissez de"
            " dire de votre foyer : nombre d’adultes et d’enfants, besoins, message ; votre accord, avec"
            " sa date et les mots acceptés ; les notes du référent"
        ),
        (
            "name, e-mail address or telephone, date wanted, job situation, place, and what you choose to say of your"
            " household: number of adults and children, needs, message; your agreement, with its date and the words accepted;"
            " the notes of your welcome contact"
        ),
    ),
    (
        "préparer votre arrivée : logement, école, garde d’enfants, emploi du conjoint",
        "preparing your arrival: housing, school, childcare, work for your partner",
    ),
    (
        (
            "votre accord, donné en cochant une case à la fin de la demande. Pour le retirer, répondez à l’e-mail reçu,"
            " appelez votre référent ou écrivez-nous par la page Contact, avec la référence de la demande : tout ce que"
            " vous avez envoyé est effacé"
        ),
        (
            "your consent, given by ticking a box at the end of the request. To withdraw it, answer the e-mail received,"
            " call your welcome contact or write to us with the Contact page, giving the reference of the request:"
            " everything you sent is erased"
        ),
    ),
    (
        "les référents du réseau accueil, eux seuls ; jamais un employeur",
        "the contacts of the welcome network and nobody else; never an employer",
    ),
    (
        (
            "[durée welcome.requests] après le dernier contact ; restent l’état de la demande et ses dates, sans nom ni"
            " foyer"
        ),
        (
            "[durée welcome.requests] after the last contact; the state of the request and its dates stay, without a name"
            " or a household"
        ),
    ),
)

AMBASSADORS = Treatment(
    ("Les ambassadeurs", "Ambassadors"),
    (
        (
            "nom, adresse e-mail, commune, activité, ce que vous nous écrivez, photo, réseau social, chacun de vos accords"
            " avec sa date et les mots acceptés, portrait publié, objets demandés avec leur adresse de livraison, lettres"
            " reçues (leur nombre seul est gardé, jamais la liste des destinataires)"
        ),
        (
            "name, e-mail address, place, activity, what you write to us, photograph, social network, each of your"
            " agreements with its date and the words accepted, published portrait, goods asked for with their delivery"
            " address, letters received (only their number is kept, never the list of who received them)"
        ),
    ),
    (
        "animer le réseau, publier les portraits, envoyer les lettres et les objets demandés",
        "running the network, publishing portraits, sending letters and the goods asked for",
    ),
    (
        (
            "votre accord, un par usage (charte, lettres, portrait, photo) ; chacun se retire d’un bouton, et agit"
            " aussitôt"
        ),
        (
            "your consent, one for each use (charter, letters, portrait, photograph); each is withdrawn with a button, at"
            " once"
        ),
    ),
    (
        "l’équipe de modération ; tout le monde pour le portrait que vous avez accepté de publier",
        "the moderation team; everybody for the portrait that you agreed to publish",
    ),
    (
        (
            "tant que vous êtes membre. Une demande dont l’adresse n’est pas confirmée par le lien reçu est effacée après"
            " [durée ambassadors.unconfirmed]. Sans nouvelles depuis [durée ambassadors.ask_to_stay], nous vous demandons si vous"
            " restez ; sans réponse sous [durée ambassadors.end_unanswered], votre adhésion s’arrête. Une demande restée"
            " sans réponse à notre question s’arrête après [durée ambassadors.end_unanswered.asked]. Après un départ ou un"
            " refus, tout ce qui mène à vous est effacé au bout de [durée ambassadors.people] ; l’adresse de livraison"
            " l’est dès l’envoi du colis. La preuve de vos accords reste, sans nom"
        ),
        (
            "as long as you are a member. A request whose address is not confirmed with the link received is erased after"
            " [durée ambassadors.unconfirmed]. Without news for [durée ambassadors.ask_to_stay] we ask whether you stay; without"
            " an answer within [durée ambassadors.end_unanswered], your membership ends. A request whose question you did"
            " not answer ends after [durée ambassadors.end_unanswered.asked]. After you leave or are refused, everything"
            " that leads to you is erased after [durée ambassadors.people]; a delivery address is erased as soon as the"
            " parcel leaves. The proof of your agreements stays, without a name"
        ),
    ),
)

EVENTS = Treatment(
    ("Les inscriptions aux événements", "Registrations to events"),
    (
        "prénom, nom, adresse e-mail, téléphone si vous le donnez, nombre de personnes, présence le jour venu",
        "first name, name, e-mail address, telephone if you give it, number of persons, presence on the day",
    ),
    (
        "garder votre place, vous confirmer, vous rappeler la date ou vous prévenir d’un changement",
        "keeping your place, confirming it, reminding you of the date or telling you of a change",
    ),
    PUBLIC_TASK,
    ("l’équipe qui tient la liste de l’événement", "the team that keeps the list of the event"),
    (
        (
            "[durée events.registrations] après l’événement. Une inscription que vous ne confirmez pas par le lien reçu ne"
            " retient la place que [durée events.held] ; elle est effacée au plus tard [durée events.unconfirmed] après"
        ),
        (
            "[durée events.registrations] after the event. A registration that you do not confirm with the link received"
            " holds the place for [durée events.held] only; it is erased [durée events.unconfirmed] later at most"
        ),
    ),
)

SHOWN = Treatment(
    ("Les personnes présentées sur le site", "People shown on the site"),
    (
        (
            "nom, fonction, téléphone, adresse e-mail professionnels, horaires et photo des référents accueil et des"
            " contacts ; paroles et images des personnes qui témoignent"
        ),
        (
            "name, position, professional telephone and e-mail address, hours and photograph of welcome contacts and other"
            " contacts; words and pictures of people who tell their story"
        ),
    ),
    (
        "vous dire qui vous répond, et montrer la vie dans le Lot",
        "telling you who answers you, and showing life in the Lot",
    ),
    (
        "mission d’intérêt public pour les contacts, accord écrit pour les témoignages et les images",
        "a task carried out in the public interest for contacts, written agreement for testimonies and pictures",
    ),
    ("tout le monde", "everybody"),
    (
        "tant que la personne tient cette fonction, ou jusqu’au retrait de son accord",
        "as long as the person holds that position, or until the agreement is withdrawn",
    ),
)

TREATMENTS = (MESSAGES, CALLBACKS, SETTLING, AMBASSADORS, EVENTS, SHOWN)
