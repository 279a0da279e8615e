"""Build a page from every block, in the editor of the admin: what an editor adds, fills and chooses."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils import translation
from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as TooLate

from ui.blocks.body import BodyStreamBlock

BODY = "body"
TURNS = 4
PATIENCE = 5000


@dataclass(frozen=True)
class Filling:
    """What an editor gives to a block.

    `fields` go by the end of their names, « » being the block itself when it has no fields; `rich` are typed in editors
    of rich text; `choices` press a chooser and take its first result; `lists` are asked one more item each, `seen` is
    what a reader finds of it on the page.
    """

    seen: str
    fields: dict[str, str] = field(default_factory=dict)
    rich: dict[str, str] = field(default_factory=dict)
    choices: tuple[str, ...] = ()
    lists: dict[str, int] = field(default_factory=dict)


FILLINGS = {
    "prose": Filling("La porte s’ouvre lundi.", rich={"": "La porte s’ouvre lundi."}),
    "quote": Filling(
        "Nous avons trouvé une équipe.",
        {"quote": "Nous avons trouvé une équipe.", "author": "Camille, infirmière fictive"},
    ),
    "notice": Filling("Inscriptions closes le 14 décembre", {"title": "Inscriptions closes le 14 décembre"},
                      rich={"text": "Écrivez-nous avant."}),
    "questions": Filling(
        "Faut-il s’inscrire ?",
        {"title": "Vos questions", "questions-0-value-question": "Faut-il s’inscrire ?"},
        rich={"questions-0-value-answer": "Oui, et c’est gratuit."},
    ),
    "picture": Filling("La façade, un matin", {"caption": "La façade, un matin"}, choices=("image",)),
    "gallery": Filling(
        "La visite en images",
        {"title": "La visite en images", "pictures-0-value-caption": "Le hall", "pictures-1-value-caption": "Le jardin"},
        choices=("pictures-0-value-image", "pictures-1-value-image"),
        lists={"pictures": 2},
    ),
    "video": Filling(
        "Une matinée à l’accueil",
        {"title": "Une matinée à l’accueil", "address": "https://video.demo.example/accueil", "minutes": "2",
         "seconds": "30"},
        rich={"transcript": "Bonjour, voici la maison."},
        choices=("poster",),
    ),
    "figures": Filling("Le projet en chiffres", {"title": "Le projet en chiffres"}, choices=("figures-0-value",),
                       lists={"figures": 1}),
    "timeline": Filling(
        "Le projet, pas à pas",
        {"title": "Le projet, pas à pas", "dates-0-value-date": "01/03/2025", "dates-0-value-title": "L’idée",
         "dates-1-value-date": "01/09/2026", "dates-1-value-title": "L’ouverture"},
        lists={"dates": 2},
    ),
    "documents": Filling("À emporter", {"title": "À emporter"}, choices=("documents-0-value",), lists={"documents": 1}),
    "offers": Filling("Les postes à pourvoir", {"title": "Les postes à pourvoir", "number": "2"}),
    "steps": Filling(
        "Venir nous voir",
        {"title": "Venir nous voir", "steps-0-value-title": "Appelez", "steps-0-value-text": "Nous convenons d’un jour.",
         "steps-1-value-title": "Visitez", "steps-1-value-text": "Comptez une heure sur place."},
        lists={"steps": 2},
    ),
    "cards": Filling(
        "Pour continuer",
        {"title": "Pour continuer", "cards-0-value-label": "Toutes les offres", "cards-0-value-address": "/offres/",
         "cards-1-value-label": "Chercher sur le site", "cards-1-value-address": "/recherche/"},
        lists={"cards": 2},
    ),
    "person": Filling(
        "Camille Fictive",
        {"name": "Camille Fictive", "function": "Référente imaginaire", "email": "camille@demo.example"},
    ),
    "call_to_action": Filling(
        "Et si c’était ici ?",
        {"title": "Et si c’était ici ?", "actions-0-value-label": "Voir les offres", "actions-0-value-address": "/offres/"},
    ),
}  # fmt: skip


def label_of(name: str) -> str:
    """Return the words of a block in the chooser."""
    with translation.override("fr"):
        return str(BodyStreamBlock().child_blocks[name].label)


def add_every_block(page: Page) -> None:
    """Add each block of the body once, in their order, and fill it."""
    for rank, name in enumerate(BodyStreamBlock().child_blocks):
        add_block(page, rank, name)


def add_block(page: Page, rank: int, name: str) -> None:
    """Insert a block at the end of the body, and give it what it asks for."""
    filling = FILLINGS[name]
    insert(page, label_of(name))
    prefix = f"{BODY}-{rank}-value"
    for items, number in filling.lists.items():
        ask_items(page, f"{prefix}-{items}", number)
    for path, words in filling.fields.items():
        box = page.locator(f'[name="{joined(prefix, path)}"]')
        box.fill(words)
        box.press("Tab")
    for path, words in filling.rich.items():
        editor_of(page, joined(prefix, path)).click()
        page.keyboard.type(words)
    for path in filling.choices:
        choose_first(page, joined(prefix, path))


def insert(page: Page, label: str) -> None:
    """Insert a block at the end; the list closes by itself when the page moves under it: ask again."""
    for turn in range(TURNS):
        page.get_by_role("button", name="Insérer un bloc").last.click()
        try:
            page.get_by_role("option", name=label, exact=True).click(timeout=PATIENCE)
        except TooLate:
            if turn == TURNS - 1:
                raise
        else:
            return


def joined(prefix: str, path: str) -> str:
    """Return the name of a field of a block."""
    return f"{prefix}-{path}" if path else prefix


def ask_items(page: Page, name: str, number: int) -> None:
    """Add items to a list until it has enough."""
    count = page.locator(f'input[name="{name}-count"]')
    block = count.locator("xpath=..")
    while int(count.input_value()) < number:
        block.get_by_role("button", name="Ajouter").last.click()


def editor_of(page: Page, name: str) -> Locator:
    """Return the place where rich text is typed."""
    hidden = page.locator(f'[name="{name}"]')
    return hidden.locator("xpath=..").locator('[contenteditable="true"]')


def choose_first(page: Page, name: str) -> None:
    """Press a chooser and take the first thing it proposes."""
    chooser = page.locator(f"#{name}-chooser")
    chooser.get_by_role("button").first.click()
    dialog = page.get_by_role("dialog")
    dialog.locator("a[data-chooser-modal-choice]").first.click()
    expect(dialog).to_have_count(0)
