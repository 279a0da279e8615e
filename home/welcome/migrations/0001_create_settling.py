"""Create the pages about settling and the settlement requests, with a history that the database guards."""

import django.db.models.deletion
import ui.blocks.offers
import uuid
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

from operations.append_only import FORGET_ACTOR, FORGET_NAME, guard, unguard


TABLE = "welcome_requestevent"
# What a person who is gone leaves of their name; a referent removed from the network leaves the line.
DOORS = {
    "actor_id": FORGET_ACTOR,
    "actor_name": FORGET_NAME,
    "referent_id": (
        "(NEW.referent_id IS NULL"
        " OR (OLD.referent_id IS NOT NULL AND NEW.referent_id = OLD.referent_id))"
    ),
}


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("territory", "0002_create_welcome_network"),
        ("ui", "0004_add_english_alternative_text"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SettlementRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("creation_key", models.UUIDField(editable=False, unique=True)),
                ("language", models.CharField(default="fr", max_length=5, verbose_name="language")),
                ("created_at", models.DateTimeField(verbose_name="received")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("NEW", "New"),
                            ("IN_CONTACT", "In contact"),
                            ("SETTLED", "Settled"),
                            ("CLOSED", "Closed"),
                        ],
                        default="NEW",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "timing",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("SOON", "Within three months"),
                            ("THIS_YEAR", "Within a year"),
                            ("LATER", "Later"),
                            ("ASKING", "I am only asking for now"),
                        ],
                        max_length=12,
                        verbose_name="when",
                    ),
                ),
                (
                    "job",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("FOUND", "I have found a job in the Lot"),
                            ("LOOKING", "I am looking for a job"),
                            ("KEEPING", "I keep my job: remote work, own business"),
                            ("NONE", "I am not looking for a job"),
                        ],
                        max_length=12,
                        verbose_name="job",
                    ),
                ),
                (
                    "occupation",
                    models.CharField(blank=True, max_length=120, verbose_name="occupation"),
                ),
                (
                    "place",
                    models.CharField(blank=True, max_length=120, verbose_name="place wanted"),
                ),
                (
                    "first_name",
                    models.CharField(blank=True, max_length=80, verbose_name="first name"),
                ),
                (
                    "last_name",
                    models.CharField(blank=True, max_length=80, verbose_name="last name"),
                ),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mail address"),
                ),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="telephone")),
                (
                    "next_contact_on",
                    models.DateField(blank=True, null=True, verbose_name="next contact"),
                ),
                (
                    "last_contact_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="last contact"),
                ),
                ("settled_at", models.DateTimeField(blank=True, null=True, verbose_name="settled")),
                ("forgotten_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "municipality",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="territory.municipality",
                        verbose_name="commune",
                    ),
                ),
                (
                    "referent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="territory.welcomereferent",
                        verbose_name="followed by",
                    ),
                ),
                (
                    "territory",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="territory.territory",
                        verbose_name="territory",
                    ),
                ),
            ],
            options={
                "verbose_name": "settlement request",
                "verbose_name_plural": "settlement requests",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Household",
            fields=[
                (
                    "request",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="household",
                        serialize=False,
                        to="welcome.settlementrequest",
                    ),
                ),
                (
                    "adults",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="adults"),
                ),
                (
                    "children_0_3",
                    models.PositiveSmallIntegerField(default=0, verbose_name="children under 3"),
                ),
                (
                    "children_3_6",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="children from 3 to 5"
                    ),
                ),
                (
                    "children_6_11",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="children from 6 to 10"
                    ),
                ),
                (
                    "children_11",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="children of 11 and over"
                    ),
                ),
                ("needs", models.JSONField(blank=True, default=list, verbose_name="needs")),
                ("message", models.TextField(blank=True, max_length=2000, verbose_name="message")),
            ],
            options={
                "verbose_name": "household",
                "verbose_name_plural": "households",
                "default_permissions": ("view",),
            },
        ),
        migrations.CreateModel(
            name="RequestEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("RECEIVE", "Request received"),
                            ("CONTACT", "Contact made"),
                            ("SETTLE", "Household settled"),
                            ("CLOSE", "Follow-up closed"),
                            ("REOPEN", "Follow-up opened again"),
                            ("PLAN", "Next contact planned"),
                            ("HAND_OVER", "Handed over"),
                            ("NOTE", "Note added"),
                            ("FORGET", "Personal data erased"),
                        ],
                        max_length=12,
                        verbose_name="act",
                    ),
                ),
                ("actor_name", models.CharField(max_length=200, verbose_name="who")),
                (
                    "to_status",
                    models.CharField(
                        choices=[
                            ("NEW", "New"),
                            ("IN_CONTACT", "In contact"),
                            ("SETTLED", "Settled"),
                            ("CLOSED", "Closed"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "planned_on",
                    models.DateField(blank=True, null=True, verbose_name="next contact"),
                ),
                ("created_at", models.DateTimeField(verbose_name="when")),
                (
                    "actor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "referent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="territory.welcomereferent",
                        verbose_name="followed by",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="welcome.settlementrequest",
                    ),
                ),
            ],
            options={
                "verbose_name": "event of a settlement request",
                "verbose_name_plural": "events of settlement requests",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="RequestNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("author_name", models.CharField(max_length=200, verbose_name="who")),
                ("text", models.TextField(max_length=2000, verbose_name="note")),
                ("created_at", models.DateTimeField(verbose_name="when")),
                (
                    "author",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notes",
                        to="welcome.settlementrequest",
                    ),
                ),
            ],
            options={
                "verbose_name": "note of a settlement request",
                "verbose_name_plural": "notes of settlement requests",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="TerritoryPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True,
                        help_text="Two sentences under the title; also shown in lists and by search engines.",
                        max_length=300,
                        verbose_name="summary",
                    ),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("prose", 0),
                            ("quote", 4),
                            ("notice", 8),
                            ("questions", 14),
                            ("picture", 19),
                            ("gallery", 23),
                            ("video", 32),
                            ("figures", 35),
                            ("timeline", 42),
                            ("documents", 45),
                            ("offers", 52),
                            ("steps", 63),
                            ("cards", 69),
                            ("person", 76),
                            ("call_to_action", 81),
                        ],
                        blank=True,
                        block_lookup={
                            0: ("ui.blocks.text.ProseBlock", (), {}),
                            1: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {
                                    "help_text": "Without quotation marks: they are added.",
                                    "label": "Words",
                                    "max_length": 600,
                                },
                            ),
                            2: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Who", "max_length": 120},
                            ),
                            3: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "label": "Function or place",
                                    "max_length": 160,
                                    "required": False,
                                },
                            ),
                            4: (
                                "wagtail.blocks.StructBlock",
                                [[("quote", 1), ("author", 2), ("role", 3)]],
                                {},
                            ),
                            5: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [("info", "Information"), ("warning", "Warning")],
                                    "label": "Kind",
                                },
                            ),
                            6: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Title", "max_length": 120},
                            ),
                            7: (
                                "ui.blocks.text.CheckedRichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "ol", "ul", "link"],
                                    "label": "Text",
                                },
                            ),
                            8: (
                                "wagtail.blocks.StructBlock",
                                [[("variant", 5), ("title", 6), ("text", 7)]],
                                {},
                            ),
                            9: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Title", "max_length": 120, "required": False},
                            ),
                            10: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Question", "max_length": 160},
                            ),
                            11: (
                                "ui.blocks.text.CheckedRichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "ol", "ul", "link"],
                                    "label": "Answer",
                                },
                            ),
                            12: (
                                "wagtail.blocks.StructBlock",
                                [[("question", 10), ("answer", 11)]],
                                {},
                            ),
                            13: (
                                "wagtail.blocks.ListBlock",
                                (12,),
                                {"label": "Questions", "max_num": 20, "min_num": 1},
                            ),
                            14: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 9), ("questions", 13)]],
                                {},
                            ),
                            15: ("ui.blocks.media.PictureChooserBlock", (), {"label": "Image"}),
                            16: (
                                "wagtail.blocks.BooleanBlock",
                                (),
                                {
                                    "help_text": "Tick when a reader who does not see it misses nothing.",
                                    "label": "Decorative image",
                                    "required": False,
                                },
                            ),
                            17: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Leave empty to use the one written with the image.",
                                    "label": "Alternative text for this page",
                                    "max_length": 255,
                                    "required": False,
                                },
                            ),
                            18: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Caption", "max_length": 255, "required": False},
                            ),
                            19: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("image", 15),
                                        ("is_decorative", 16),
                                        ("alt", 17),
                                        ("caption", 18),
                                    ]
                                ],
                                {},
                            ),
                            20: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Caption", "max_length": 160, "required": False},
                            ),
                            21: (
                                "wagtail.blocks.StructBlock",
                                [[("image", 15), ("alt", 17), ("caption", 20)]],
                                {},
                            ),
                            22: (
                                "wagtail.blocks.ListBlock",
                                (21,),
                                {"label": "Pictures", "max_num": 24, "min_num": 2},
                            ),
                            23: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 9), ("pictures", 22)]],
                                {},
                            ),
                            24: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Title of the video", "max_length": 160},
                            ),
                            25: (
                                "ui.blocks.links.SameEverywhereBlock",
                                (),
                                {
                                    "help_text": "Where the video is seen, for example on the programme’s channel: https://…",
                                    "label": "Address",
                                    "max_length": 500,
                                },
                            ),
                            26: (
                                "ui.blocks.media.PictureChooserBlock",
                                (),
                                {
                                    "help_text": "A picture of the video, filed like any other image.",
                                    "label": "Poster",
                                },
                            ),
                            27: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {"label": "Length: minutes", "max_value": 300, "min_value": 0},
                            ),
                            28: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {
                                    "default": 0,
                                    "label": "Length: seconds",
                                    "max_value": 59,
                                    "min_value": 0,
                                },
                            ),
                            29: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("fr", "French"),
                                        ("en", "English"),
                                        ("oc", "Occitan"),
                                        ("", "no words"),
                                    ],
                                    "label": "Language spoken",
                                    "required": False,
                                },
                            ),
                            30: (
                                "wagtail.blocks.BooleanBlock",
                                (),
                                {"label": "With captions", "required": False},
                            ),
                            31: (
                                "ui.blocks.text.CheckedRichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "ol", "ul", "link"],
                                    "help_text": "Everything that is said, and what is only seen: for those who cannot hear it.",
                                    "label": "Transcript",
                                },
                            ),
                            32: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 24),
                                        ("address", 25),
                                        ("poster", 26),
                                        ("minutes", 27),
                                        ("seconds", 28),
                                        ("language", 29),
                                        ("has_captions", 30),
                                        ("transcript", 31),
                                    ]
                                ],
                                {},
                            ),
                            33: (
                                "ui.blocks.lazy.LazySnippetChooserBlock",
                                ("ui.KeyFigure",),
                                {"label": "Figure"},
                            ),
                            34: (
                                "wagtail.blocks.ListBlock",
                                (33,),
                                {
                                    "help_text": "A figure older than two years is not shown any more: update it or choose another.",
                                    "label": "Figures",
                                    "max_num": 4,
                                    "min_num": 1,
                                },
                            ),
                            35: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 9), ("figures", 34)]],
                                {},
                            ),
                            36: ("wagtail.blocks.DateBlock", (), {"label": "Date"}),
                            37: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("day", "The day"),
                                        ("month", "The month"),
                                        ("year", "The year"),
                                    ],
                                    "label": "What is shown of it",
                                },
                            ),
                            38: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Title", "max_length": 100},
                            ),
                            39: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Text", "max_length": 400, "required": False},
                            ),
                            40: (
                                "wagtail.blocks.StructBlock",
                                [[("date", 36), ("precision", 37), ("title", 38), ("text", 39)]],
                                {},
                            ),
                            41: (
                                "wagtail.blocks.ListBlock",
                                (40,),
                                {"label": "Dates", "max_num": 20, "min_num": 2},
                            ),
                            42: ("wagtail.blocks.StructBlock", [[("title", 6), ("dates", 41)]], {}),
                            43: (
                                "wagtail.documents.blocks.DocumentChooserBlock",
                                (),
                                {"label": "Document"},
                            ),
                            44: (
                                "wagtail.blocks.ListBlock",
                                (43,),
                                {"label": "Documents", "min_num": 1},
                            ),
                            45: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 9), ("documents", 44)]],
                                {},
                            ),
                            46: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "default": "Les offres du moment",
                                    "label": "Title",
                                    "max_length": 120,
                                },
                            ),
                            47: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": ui.blocks.offers.families,
                                    "label": "Family",
                                    "required": False,
                                },
                            ),
                            48: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": ui.blocks.offers.territories,
                                    "label": "Territory",
                                    "required": False,
                                },
                            ),
                            49: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": ui.blocks.offers.contracts,
                                    "label": "Contract",
                                    "required": False,
                                },
                            ),
                            50: (
                                "ui.blocks.links.SameEverywhereBlock",
                                (),
                                {
                                    "help_text": "In French, as a visitor would search. For example: infirmier.",
                                    "label": "Words",
                                    "max_length": 80,
                                    "required": False,
                                },
                            ),
                            51: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {
                                    "default": 4,
                                    "label": "Number of offers",
                                    "max_value": 8,
                                    "min_value": 1,
                                },
                            ),
                            52: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 46),
                                        ("family", 47),
                                        ("territory", 48),
                                        ("contract", 49),
                                        ("words", 50),
                                        ("number", 51),
                                    ]
                                ],
                                {},
                            ),
                            53: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Title", "max_length": 80},
                            ),
                            54: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Introduction", "max_length": 300, "required": False},
                            ),
                            55: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Title", "max_length": 60},
                            ),
                            56: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Text", "max_length": 220},
                            ),
                            57: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Words of the link", "max_length": 80, "required": False},
                            ),
                            58: (
                                "ui.blocks.lazy.LazyPageChooserBlock",
                                (),
                                {
                                    "help_text": "The link disappears by itself when the page is not online.",
                                    "label": "Page",
                                    "required": False,
                                },
                            ),
                            59: (
                                "ui.blocks.links.AddressBlock",
                                (),
                                {
                                    "help_text": "For anything that is not a page: /espace-employeur/, https://…",
                                    "label": "Or address",
                                    "max_length": 500,
                                    "required": False,
                                },
                            ),
                            60: (
                                "wagtail.blocks.StructBlock",
                                [[("label", 57), ("page", 58), ("address", 59)]],
                                {"label": "Link"},
                            ),
                            61: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 55), ("text", 56), ("link", 60)]],
                                {},
                            ),
                            62: (
                                "wagtail.blocks.ListBlock",
                                (61,),
                                {"label": "Steps", "max_num": 8, "min_num": 2},
                            ),
                            63: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 53), ("text", 54), ("steps", 62)]],
                                {},
                            ),
                            64: (
                                "ui.blocks.lazy.LazyPageChooserBlock",
                                (),
                                {
                                    "help_text": "The card disappears by itself when the page is not online.",
                                    "label": "Page",
                                    "required": False,
                                },
                            ),
                            65: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Text", "max_length": 220, "required": False},
                            ),
                            66: (
                                "ui.blocks.media.PictureChooserBlock",
                                (),
                                {"label": "Picture", "required": False},
                            ),
                            67: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("label", 53),
                                        ("page", 64),
                                        ("address", 59),
                                        ("text", 65),
                                        ("image", 66),
                                    ]
                                ],
                                {},
                            ),
                            68: (
                                "wagtail.blocks.ListBlock",
                                (67,),
                                {"label": "Cards", "max_num": 12, "min_num": 2},
                            ),
                            69: ("wagtail.blocks.StructBlock", [[("title", 6), ("cards", 68)]], {}),
                            70: (
                                "ui.blocks.links.SameEverywhereBlock",
                                (),
                                {"label": "Name", "max_length": 120},
                            ),
                            71: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Function", "max_length": 160},
                            ),
                            72: (
                                "ui.blocks.media.PictureChooserBlock",
                                (),
                                {
                                    "help_text": "Without it, the initials are shown.",
                                    "label": "Photo",
                                    "required": False,
                                },
                            ),
                            73: (
                                "ui.blocks.links.SameEverywhereBlock",
                                (),
                                {"label": "Telephone", "max_length": 30, "required": False},
                            ),
                            74: (
                                "wagtail.blocks.EmailBlock",
                                (),
                                {"label": "E-mail address", "required": False},
                            ),
                            75: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "For example: du lundi au vendredi, de 9 h à 17 h.",
                                    "label": "Hours",
                                    "max_length": 120,
                                    "required": False,
                                },
                            ),
                            76: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("name", 70),
                                        ("function", 71),
                                        ("photo", 72),
                                        ("phone", 73),
                                        ("email", 74),
                                        ("hours", 75),
                                    ]
                                ],
                                {},
                            ),
                            77: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Text", "max_length": 300, "required": False},
                            ),
                            78: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "A verb and an object: “Voir les offres”. Never “cliquez ici”.",
                                    "label": "Words of the link",
                                    "max_length": 80,
                                },
                            ),
                            79: (
                                "wagtail.blocks.StructBlock",
                                [[("label", 78), ("page", 58), ("address", 59)]],
                                {},
                            ),
                            80: (
                                "wagtail.blocks.ListBlock",
                                (79,),
                                {"label": "Buttons", "max_num": 2, "min_num": 1},
                            ),
                            81: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 6), ("text", 77), ("actions", 80)]],
                                {},
                            ),
                        },
                        verbose_name="content",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="ui.siteimage",
                        verbose_name="photo",
                    ),
                ),
                (
                    "social_image",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shown when the page is shared. At least 1200 by 630 pixels.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="ui.siteimage",
                        verbose_name="picture for social networks",
                    ),
                ),
                (
                    "territory",
                    models.ForeignKey(
                        help_text="Its resource cards, its referents and its offers come by themselves.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territory.territory",
                        verbose_name="territory",
                    ),
                ),
            ],
            options={
                "verbose_name": "page of a territory",
                "verbose_name_plural": "pages of territories",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="WelcomeIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True,
                        help_text="Two sentences under the title; also shown in lists and by search engines.",
                        max_length=300,
                        verbose_name="summary",
                    ),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("prose", 0),
                            ("quote", 4),
                            ("notice", 8),
                            ("questions", 14),
                            ("picture", 19),
                            ("gallery", 23),
                            ("video", 32),
                            ("figures", 35),
                            ("timeline", 42),
                            ("documents", 45),
                            ("offers", 52),
                            ("steps", 63),
                            ("cards", 69),
                            ("person", 76),
                            ("call_to_action", 81),
                        ],
                        blank=True,
                        block_lookup={
                            0: ("ui.blocks.text.ProseBlock", (), {}),
                            1: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {
                                    "help_text": "Without quotation marks: they are added.",
                                    "label": "Words",
                                    "max_length": 600,
                                },
                            ),
                            2: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Who", "max_length": 120},
                            ),
                            3: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "label": "Function or place",
                                    "max_length": 160,
                                    "required": False,
                                },
                            ),
                            4: (
                                "wagtail.blocks.StructBlock",
                                [[("quote", 1), ("author", 2), ("role", 3)]],
                                {},
                            ),
                            5: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [("info", "Information"), ("warning", "Warning")],
                                    "label": "Kind",
                                },
                            ),
                            6: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Title", "max_length": 120},
                            ),
                            7: (
                                "ui.blocks.text.CheckedRichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "ol", "ul", "link"],
                                    "label": "Text",
                                },
                            ),
                            8: (
                                "wagtail.blocks.StructBlock",
                                [[("variant", 5), ("title", 6), ("text", 7)]],
                                {},
                            ),
                            9: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Title", "max_length": 120, "required": False},
                            ),
                            10: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Question", "max_length": 160},
                            ),
                            11: (
                                "ui.blocks.text.CheckedRichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "ol", "ul", "link"],
                                    "label": "Answer",
                                },
                            ),
                            12: (
                                "wagtail.blocks.StructBlock",
                                [[("question", 10), ("answer", 11)]],
                                {},
                            ),
                            13: (
                                "wagtail.blocks.ListBlock",
                                (12,),
                                {"label": "Questions", "max_num": 20, "min_num": 1},
                            ),
                            14: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 9), ("questions", 13)]],
                                {},
                            ),
                            15: ("ui.blocks.media.PictureChooserBlock", (), {"label": "Image"}),
                            16: (
                                "wagtail.blocks.BooleanBlock",
                                (),
                                {
                                    "help_text": "Tick when a reader who does not see it misses nothing.",
                                    "label": "Decorative image",
                                    "required": False,
                                },
                            ),
                            17: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Leave empty to use the one written with the image.",
                                    "label": "Alternative text for this page",
                                    "max_length": 255,
                                    "required": False,
                                },
                            ),
                            18: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Caption", "max_length": 255, "required": False},
                            ),
                            19: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("image", 15),
                                        ("is_decorative", 16),
                                        ("alt", 17),
                                        ("caption", 18),
                                    ]
                                ],
                                {},
                            ),
                            20: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Caption", "max_length": 160, "required": False},
                            ),
                            21: (
                                "wagtail.blocks.StructBlock",
                                [[("image", 15), ("alt", 17), ("caption", 20)]],
                                {},
                            ),
                            22: (
                                "wagtail.blocks.ListBlock",
                                (21,),
                                {"label": "Pictures", "max_num": 24, "min_num": 2},
                            ),
                            23: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 9), ("pictures", 22)]],
                                {},
                            ),
                            24: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Title of the video", "max_length": 160},
                            ),
                            25: (
                                "ui.blocks.links.SameEverywhereBlock",
                                (),
                                {
                                    "help_text": "Where the video is seen, for example on the programme’s channel: https://…",
                                    "label": "Address",
                                    "max_length": 500,
                                },
                            ),
                            26: (
                                "ui.blocks.media.PictureChooserBlock",
                                (),
                                {
                                    "help_text": "A picture of the video, filed like any other image.",
                                    "label": "Poster",
                                },
                            ),
                            27: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {"label": "Length: minutes", "max_value": 300, "min_value": 0},
                            ),
                            28: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {
                                    "default": 0,
                                    "label": "Length: seconds",
                                    "max_value": 59,
                                    "min_value": 0,
                                },
                            ),
                            29: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("fr", "French"),
                                        ("en", "English"),
                                        ("oc", "Occitan"),
                                        ("", "no words"),
                                    ],
                                    "label": "Language spoken",
                                    "required": False,
                                },
                            ),
                            30: (
                                "wagtail.blocks.BooleanBlock",
                                (),
                                {"label": "With captions", "required": False},
                            ),
                            31: (
                                "ui.blocks.text.CheckedRichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "ol", "ul", "link"],
                                    "help_text": "Everything that is said, and what is only seen: for those who cannot hear it.",
                                    "label": "Transcript",
                                },
                            ),
                            32: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 24),
                                        ("address", 25),
                                        ("poster", 26),
                                        ("minutes", 27),
                                        ("seconds", 28),
                                        ("language", 29),
                                        ("has_captions", 30),
                                        ("transcript", 31),
                                    ]
                                ],
                                {},
                            ),
                            33: (
                                "ui.blocks.lazy.LazySnippetChooserBlock",
                                ("ui.KeyFigure",),
                                {"label": "Figure"},
                            ),
                            34: (
                                "wagtail.blocks.ListBlock",
                                (33,),
                                {
                                    "help_text": "A figure older than two years is not shown any more: update it or choose another.",
                                    "label": "Figures",
                                    "max_num": 4,
                                    "min_num": 1,
                                },
                            ),
                            35: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 9), ("figures", 34)]],
                                {},
                            ),
                            36: ("wagtail.blocks.DateBlock", (), {"label": "Date"}),
                            37: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("day", "The day"),
                                        ("month", "The month"),
                                        ("year", "The year"),
                                    ],
                                    "label": "What is shown of it",
                                },
                            ),
                            38: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Title", "max_length": 100},
                            ),
                            39: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Text", "max_length": 400, "required": False},
                            ),
                            40: (
                                "wagtail.blocks.StructBlock",
                                [[("date", 36), ("precision", 37), ("title", 38), ("text", 39)]],
                                {},
                            ),
                            41: (
                                "wagtail.blocks.ListBlock",
                                (40,),
                                {"label": "Dates", "max_num": 20, "min_num": 2},
                            ),
                            42: ("wagtail.blocks.StructBlock", [[("title", 6), ("dates", 41)]], {}),
                            43: (
                                "wagtail.documents.blocks.DocumentChooserBlock",
                                (),
                                {"label": "Document"},
                            ),
                            44: (
                                "wagtail.blocks.ListBlock",
                                (43,),
                                {"label": "Documents", "min_num": 1},
                            ),
                            45: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 9), ("documents", 44)]],
                                {},
                            ),
                            46: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "default": "Les offres du moment",
                                    "label": "Title",
                                    "max_length": 120,
                                },
                            ),
                            47: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": ui.blocks.offers.families,
                                    "label": "Family",
                                    "required": False,
                                },
                            ),
                            48: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": ui.blocks.offers.territories,
                                    "label": "Territory",
                                    "required": False,
                                },
                            ),
                            49: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": ui.blocks.offers.contracts,
                                    "label": "Contract",
                                    "required": False,
                                },
                            ),
                            50: (
                                "ui.blocks.links.SameEverywhereBlock",
                                (),
                                {
                                    "help_text": "In French, as a visitor would search. For example: infirmier.",
                                    "label": "Words",
                                    "max_length": 80,
                                    "required": False,
                                },
                            ),
                            51: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {
                                    "default": 4,
                                    "label": "Number of offers",
                                    "max_value": 8,
                                    "min_value": 1,
                                },
                            ),
                            52: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("title", 46),
                                        ("family", 47),
                                        ("territory", 48),
                                        ("contract", 49),
                                        ("words", 50),
                                        ("number", 51),
                                    ]
                                ],
                                {},
                            ),
                            53: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Title", "max_length": 80},
                            ),
                            54: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Introduction", "max_length": 300, "required": False},
                            ),
                            55: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Title", "max_length": 60},
                            ),
                            56: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Text", "max_length": 220},
                            ),
                            57: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Words of the link", "max_length": 80, "required": False},
                            ),
                            58: (
                                "ui.blocks.lazy.LazyPageChooserBlock",
                                (),
                                {
                                    "help_text": "The link disappears by itself when the page is not online.",
                                    "label": "Page",
                                    "required": False,
                                },
                            ),
                            59: (
                                "ui.blocks.links.AddressBlock",
                                (),
                                {
                                    "help_text": "For anything that is not a page: /espace-employeur/, https://…",
                                    "label": "Or address",
                                    "max_length": 500,
                                    "required": False,
                                },
                            ),
                            60: (
                                "wagtail.blocks.StructBlock",
                                [[("label", 57), ("page", 58), ("address", 59)]],
                                {"label": "Link"},
                            ),
                            61: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 55), ("text", 56), ("link", 60)]],
                                {},
                            ),
                            62: (
                                "wagtail.blocks.ListBlock",
                                (61,),
                                {"label": "Steps", "max_num": 8, "min_num": 2},
                            ),
                            63: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 53), ("text", 54), ("steps", 62)]],
                                {},
                            ),
                            64: (
                                "ui.blocks.lazy.LazyPageChooserBlock",
                                (),
                                {
                                    "help_text": "The card disappears by itself when the page is not online.",
                                    "label": "Page",
                                    "required": False,
                                },
                            ),
                            65: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Text", "max_length": 220, "required": False},
                            ),
                            66: (
                                "ui.blocks.media.PictureChooserBlock",
                                (),
                                {"label": "Picture", "required": False},
                            ),
                            67: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("label", 53),
                                        ("page", 64),
                                        ("address", 59),
                                        ("text", 65),
                                        ("image", 66),
                                    ]
                                ],
                                {},
                            ),
                            68: (
                                "wagtail.blocks.ListBlock",
                                (67,),
                                {"label": "Cards", "max_num": 12, "min_num": 2},
                            ),
                            69: ("wagtail.blocks.StructBlock", [[("title", 6), ("cards", 68)]], {}),
                            70: (
                                "ui.blocks.links.SameEverywhereBlock",
                                (),
                                {"label": "Name", "max_length": 120},
                            ),
                            71: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Function", "max_length": 160},
                            ),
                            72: (
                                "ui.blocks.media.PictureChooserBlock",
                                (),
                                {
                                    "help_text": "Without it, the initials are shown.",
                                    "label": "Photo",
                                    "required": False,
                                },
                            ),
                            73: (
                                "ui.blocks.links.SameEverywhereBlock",
                                (),
                                {"label": "Telephone", "max_length": 30, "required": False},
                            ),
                            74: (
                                "wagtail.blocks.EmailBlock",
                                (),
                                {"label": "E-mail address", "required": False},
                            ),
                            75: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "For example: du lundi au vendredi, de 9 h à 17 h.",
                                    "label": "Hours",
                                    "max_length": 120,
                                    "required": False,
                                },
                            ),
                            76: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("name", 70),
                                        ("function", 71),
                                        ("photo", 72),
                                        ("phone", 73),
                                        ("email", 74),
                                        ("hours", 75),
                                    ]
                                ],
                                {},
                            ),
                            77: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Text", "max_length": 300, "required": False},
                            ),
                            78: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "A verb and an object: “Voir les offres”. Never “cliquez ici”.",
                                    "label": "Words of the link",
                                    "max_length": 80,
                                },
                            ),
                            79: (
                                "wagtail.blocks.StructBlock",
                                [[("label", 78), ("page", 58), ("address", 59)]],
                                {},
                            ),
                            80: (
                                "wagtail.blocks.ListBlock",
                                (79,),
                                {"label": "Buttons", "max_num": 2, "min_num": 1},
                            ),
                            81: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 6), ("text", 77), ("actions", 80)]],
                                {},
                            ),
                        },
                        verbose_name="content",
                    ),
                ),
                (
                    "social_image",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shown when the page is shared. At least 1200 by 630 pixels.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="ui.siteimage",
                        verbose_name="picture for social networks",
                    ),
                ),
            ],
            options={
                "verbose_name": "settling index",
                "verbose_name_plural": "settling indexes",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.AddIndex(
            model_name="settlementrequest",
            index=models.Index(fields=["referent", "status"], name="welcome_request_followed"),
        ),
        migrations.AddConstraint(
            model_name="settlementrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("email", ""), _negated=True),
                    models.Q(("phone", ""), _negated=True),
                    ("forgotten_at__isnull", False),
                    _connector="OR",
                ),
                name="welcome_request_can_be_answered",
                violation_error_message="Give an e-mail address or a telephone number so that we can answer you.",
            ),
        ),
        migrations.AddIndex(
            model_name="requestevent",
            index=models.Index(fields=["request", "-created_at"], name="welcome_event_history"),
        ),
        migrations.RunPython(guard(TABLE, DOORS), unguard(TABLE)),
    ]
