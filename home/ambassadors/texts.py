"""The first words of the section: editors change the page, the team publishes the next versions of the charter."""

TITLE = "Ambassadeurs"
SUMMARY = "Ils vivent, travaillent ou ont grandi dans le Lot, et le font connaître."
INTRODUCTION = (
    "<h2>Qui sont les ambassadeurs ?</h2><p>Les ambassadeurs parlent du Lot autour d’eux et prennent part à l’accueil"
    " des nouveaux habitants : un café, un conseil, une adresse, un témoignage sur un salon. On peut l’être sans"
    " habiter le département.</p>"
)
CALL_TITLE = "Vous aimez le Lot ? Dites-le avec nous"
CALL_TEXT = "Un formulaire de quelques minutes suffit. Où que vous viviez, votre aide compte."
ENGLISH = {
    TITLE: "Ambassadors",
    SUMMARY: "They live, work or grew up in the Lot, and make it known.",
    "Qui sont les ambassadeurs ?": "Who are the ambassadors?",
    (
        "Les ambassadeurs parlent du Lot autour d’eux et prennent part à l’accueil des nouveaux habitants : un café,"
        " un conseil, une adresse, un témoignage sur un salon. On peut l’être sans habiter le département."
    ): (
        "Ambassadors talk about the Lot around them and help to welcome newcomers: a coffee, some advice, an address,"
        " a few words at a fair. You can be one without living in the département."
    ),
    CALL_TITLE: "Do you love the Lot? Say it with us",
    CALL_TEXT: "A form of a few minutes is enough. Wherever you live, your help counts.",
}
CHARTER = """\
L’ambassadeur du Lot parle du territoire avec sincérité, à partir de ce qu’il connaît.

Il participe quand il le peut, comme il le peut : accueillir, témoigner, relayer, venir sur un salon. Rien n’est obligatoire, rien n’est payé.

Il respecte les personnes qu’il rencontre, leur vie privée et leurs choix. Ce qu’on lui confie n’est pas répété.

Il ne parle pas au nom du Département ni du programme, et n’utilise ce rôle ni pour vendre, ni pour convaincre au nom d’un parti ou d’une religion.

Il peut partir à tout moment, sans donner de raison. L’équipe peut mettre fin à ce rôle si cette charte n’est pas respectée, en disant pourquoi."""
CHARTER_EN = """\
An ambassador of the Lot talks about the place sincerely, from what they know of it.

They take part when they can, as they can: welcoming, telling their story, passing news on, coming to a fair. Nothing is compulsory, nothing is paid.

They respect the people they meet, their private life and their choices. What they are told in confidence is not repeated.

They do not speak for the Département nor for the programme, and use this role neither to sell nor to win people over for a party or a religion.

They may leave at any time, without giving a reason. The team may end this role if this charter is not respected, and says why."""
