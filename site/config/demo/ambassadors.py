"""What the demonstration shows of the ambassadors: every person is invented, and says so."""

from __future__ import annotations

from typing import NamedTuple

from home.ambassadors.states import HelpKind, PortraitTheme


class Portrait(NamedTuple):
    """A portrait in both languages; the first name only, then « Démo ». `image` is the landscape shown when it is shared."""

    name: str
    place: str
    territory: str
    themes: tuple[PortraitTheme, ...]
    summary: tuple[str, str]
    quote: tuple[str, str]
    story: tuple[str, str]
    image: str = ""
    place_en: str = ""


class Member(NamedTuple):
    """Somebody who asked to be an ambassador; `days` is how long ago, `end` where the request stands."""

    first_name: str
    place: str
    activity: str
    reason: str
    helps: tuple[HelpKind, ...]
    days: int
    end: str
    language: str = "fr"
    portrait: str = ""
    # Whether they pressed the button of their first mail.
    is_confirmed: bool = True


class Thing(NamedTuple):
    """A thing that members may ask for."""

    name: str
    name_en: str
    description: str
    description_en: str
    stock: int
    most: int


T = PortraitTheme
# The drawings before these are those of the referents and of the health contacts: each portrait has its own.
FIRST_DRAWING = 10
PORTRAITS = (
    Portrait(
        "Camille Démo", "Gramat", "cauvaldor", (T.CARE, T.WORK),
        ("Infirmière à domicile, arrivée de Nantes avec deux enfants.", "Home nurse, who came from Nantes with two children."),
        ("Mes patients m’ont appris les raccourcis et le nom des collines.", "My patients taught me the short cuts and the names of the hills."),
        ("Camille cherchait un cabinet où l’on se parle. Elle fait sa tournée entre le causse et la vallée, et accueille les remplaçants qui arrivent.", "Camille was looking for a practice where people talk. She makes her rounds between the plateau and the valley, and welcomes the locums who arrive."),
        "village",
    ),
    Portrait(
        "Hugo Démo", "Figeac", "grand-figeac", (T.WORK, T.FAMILY),
        ("Ajusteur dans l’aéronautique, revenu après dix ans ailleurs.", "Aircraft fitter, back after ten years elsewhere."),
        ("Je suis rentré pour un poste, je reste pour les copains du club.", "I came back for a job, I stay for my friends at the club."),
        ("Hugo a quitté le Lot pour ses études. Il montre aujourd’hui son atelier aux lycéens et passe les offres autour de lui.", "Hugo left the Lot to study. Today he shows his workshop to pupils and passes job offers on around him."),
        "pont",
    ),
    Portrait(
        "Inès Démo", "Cahors", "grand-cahors", (T.BUSINESS,),
        ("Elle a ouvert une librairie-café avec une amie.", "She opened a bookshop and café with a friend."),
        ("Ici, un projet se raconte au marché avant de se signer.", "Here, a project is told at the market before it is signed."),
        ("Inès reçoit chaque mois de nouveaux habitants autour d’un café. On y échange des adresses et des coups de main.", "Each month Inès invites newcomers for a coffee. People swap addresses and helping hands."),
        "nuit",
    ),
    Portrait(
        "Malo Démo", "Prayssac", "vallee-du-lot-et-du-vignoble", (T.LAND, T.BUSINESS),
        ("Vigneron de la troisième génération, en conversion biologique.", "Third-generation wine grower, turning organic."),
        ("La vigne apprend à attendre ; les voisins apprennent à partager.", "Vines teach you to wait; neighbours teach you to share."),
        ("Malo ouvre son chai aux étudiants en stage et témoigne sur les salons.", "Malo opens his winery to students on placement and tells his story at fairs."),
        "vignes",
    ),
    Portrait(
        "Nora Démo", "Montréal", "", (T.AFAR,),
        ("Traductrice, petite-fille de Gramat, elle vit au Québec.", "Translator, a granddaughter of Gramat who lives in Quebec."),
        ("Le Lot tient dans ma valise : un couteau, une recette, un accent.", "The Lot fits in my suitcase: a knife, a recipe, an accent."),
        ("Depuis Montréal, Nora relaie les offres d’emploi aux Français du Québec qui pensent au retour.", "From Montreal, Nora passes job offers on to French people in Quebec who think of coming back."),
    ),
    Portrait(
        "Élie Démo", "Gourdon", "quercy-bouriane", (T.CULTURE,),
        ("Luthier, il répare les instruments de l’école de musique.", "Instrument maker, he mends those of the music school."),
        ("Un village qui chante accueille mieux.", "A village that sings gives a better welcome."),
        ("Élie prête des instruments aux enfants qui arrivent en cours d’année.", "Élie lends instruments to children who arrive during the year."),
    ),
    Portrait(
        "Sarah Démo", "Labastide-Murat", "causse-de-labastide-murat", (T.CARE, T.FAMILY),
        ("Médecin généraliste, venue pour un remplacement.", "General practitioner, who came as a locum."),
        ("J’étais venue six semaines. C’était il y a quatre ans.", "I came for six weeks. That was four years ago."),
        ("Sarah reçoit des internes en stage et leur fait visiter la maison de santé.", "Sarah takes interns on placement and shows them round the health centre."),
        "pont",
    ),
    Portrait(
        "Théo Démo", "Limogne-en-Quercy", "pays-de-lalbenque-limogne", (T.LAND,),
        ("Trufficulteur et pompier volontaire.", "Truffle grower and volunteer firefighter."),
        ("Le causse paraît vide : il faut s’asseoir, et regarder.", "The plateau looks empty: you have to sit down and watch."),
        ("Théo emmène les nouveaux arrivants marcher le dimanche matin.", "Théo takes newcomers for a walk on Sunday mornings."),
    ),
    Portrait(
        "Aïcha Démo", "Toulouse", "", (T.AFAR, T.WORK),
        ("Recruteuse à Toulouse, lotoise d’adoption le week-end.", "A recruiter in Toulouse who adopted the Lot for her weekends."),
        ("Je dis aux candidats : venez voir, une journée suffit.", "I tell candidates: come and see, one day is enough."),
        ("Aïcha tient le stand du programme sur les salons de sa ville.", "Aïcha keeps the programme’s stand at the fairs of her town."),
    ),
    Portrait(
        "Jules Démo", "Salviac", "cazals-salviac", (T.FAMILY,),
        ("Assistant maternel, le premier de son canton.", "A child-minder, the first man of his area."),
        ("Les parents arrivent pressés et repartent en discutant.", "Parents arrive in a hurry and leave chatting."),
        ("Jules explique aux familles comment trouver une place pour leur enfant.", "Jules tells families how to find a place for their child."),
    ),
    Portrait(
        "Lou Démo", "Castelnau-Montratier", "quercy-blanc", (T.BUSINESS, T.LAND),
        ("Boulangère, elle cuit au feu de bois avec des blés d’ici.", "Baker, who works with a wood fire and local wheat."),
        ("Le pain, c’est le premier bonjour de la journée.", "Bread is the first hello of the day."),
        ("Lou forme des apprentis et cherche toujours du monde pour l’été.", "Lou trains apprentices and always looks for people in summer."),
        "village",
    ),
    Portrait(
        "Karim Démo", "Souillac", "cauvaldor", (T.WORK,),
        ("Cheminot, il connaît chaque horaire par cœur.", "A railwayman who knows each timetable by heart."),
        ("On arrive par le train, on reste pour la rivière.", "You come by train, you stay for the river."),
        ("Karim accueille sur le quai les candidats qui viennent visiter.", "Karim meets on the platform the candidates who come to visit."),
    ),
    Portrait(
        "Zoé Démo", "Bagnac-sur-Célé", "grand-figeac", (T.CULTURE, T.FAMILY),
        ("Bibliothécaire et conteuse.", "Librarian and story-teller."),
        ("Un enfant qui emprunte un livre prend racine.", "A child who borrows a book takes root."),
        ("Zoé ouvre la bibliothèque le soir aux réunions du réseau.", "Zoé opens the library in the evening for the network’s meetings."),
    ),
    Portrait(
        "Paul Démo", "Londres", "", (T.AFAR, T.BUSINESS),
        ("Cuisinier à Londres, il prépare son retour à Cahors.", "A cook in London who prepares his return to Cahors."),
        ("Je compte les saisons jusqu’à mon retour.", "I count the seasons until I return."),
        ("Paul raconte sur les réseaux les étapes de son projet de reprise.", "Paul tells online each step of taking over a restaurant."),
        place_en="London",
    ),
    Portrait(
        "Maïa Démo", "Luzech", "vallee-du-lot-et-du-vignoble", (T.CARE, T.CULTURE),
        ("Orthophoniste et choriste.", "Speech therapist and choir singer."),
        ("J’ai trouvé un cabinet avant de trouver une maison ; l’équipe m’a aidée pour les deux.", "I found a practice before a house; the team helped me with both."),
        ("Maïa répond aux étudiants qui se demandent comment on s’installe.", "Maïa answers students who wonder how to set up."),
    ),
)  # fmt: skip

H = HelpKind
MEMBERS = (
    Member("Camille", "Gramat", "Infirmière", "Je voudrais rendre l’accueil reçu.", (H.WELCOME, H.TESTIFY), 400, "MEMBER", portrait="Camille Démo"),
    Member("Nora", "Montréal, Canada", "Traductrice", "My grandparents lived in Gramat.", (H.RELAY,), 300, "MEMBER", "en", "Nora Démo"),
    Member("Malo", "Prayssac", "Vigneron", "Le Lot manque de bras, et j’aime le raconter.", (H.FAIRS, H.TESTIFY), 220, "MEMBER", portrait="Malo Démo"),
    Member("Aïcha", "Toulouse", "Recruteuse", "J’y passe tous mes week-ends.", (H.FAIRS, H.RELAY), 150, "MEMBER"),
    Member("Jules", "Salviac", "Assistant maternel", "Je connais toutes les familles du canton.", (H.WELCOME,), 90, "MEMBER"),
    Member("Lina", "Bordeaux", "Étudiante en médecine", "J’y ai fait un stage, je veux y revenir.", (H.RELAY,), 9, "PENDING"),
    Member("Basile", "Cahors", "Retraité", "Je fais visiter la ville depuis vingt ans.", (H.WELCOME, H.FAIRS), 3, "PENDING"),
    Member("Oona", "Cork, Irlande", "Designer", "I fell in love with the valley.", (H.RELAY, H.TESTIFY), 1, "PENDING", "en", is_confirmed=False),
    Member("Rémi", "Figeac", "Commerçant", "Pour faire connaître ma rue.", (H.RELAY,), 12, "MORE_ASKED"),
    Member("Gaël", "Lyon", "Agent immobilier", "Pour trouver des clients.", (H.RELAY,), 30, "REFUSED"),
    Member("Iris", "Souillac", "Photographe", "Pour montrer la rivière.", (H.TESTIFY,), 200, "LEFT"),
)  # fmt: skip
QUESTION = "Pouvez-vous nous dire comment vous aimeriez aider les nouveaux habitants ?"
REFUSAL = "La charte demande de ne pas utiliser ce rôle pour vendre. Appelez-nous pour en parler."
GOODS = (
    Thing("T-shirt « Oh My Lot ! »", "“Oh My Lot !” T-shirt", "Coton biologique, tailles S à XL : précisez la taille avec l’adresse.", "Organic cotton, sizes S to XL: give the size with the address.", 12, 1),
    Thing("Planche d’autocollants", "Sheet of stickers", "Huit autocollants, de la vigne au pont.", "Eight stickers, from the vines to the bridge.", 80, 3),
    Thing("Lot de 20 cartes postales", "Set of 20 postcards", "Pour écrire aux amis qui hésitent.", "To write to friends who hesitate.", 0, 1),
)  # fmt: skip
LETTER = (
    "Rencontre des ambassadeurs",
    "Bonjour,\n\nLa prochaine rencontre est dans l’agenda du site : inscrivez-vous sur sa page.\n\nÀ bientôt,\nl’équipe",
)
