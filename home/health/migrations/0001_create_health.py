"""Create the pages, the data and the requests of the health section, with a history that the database guards."""

import django.core.validators
import django.db.models.deletion
import home.health.fields
import home.health.models.directory
import modelcluster.fields
import ui.blocks.offers
import uuid
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

from operations.append_only import FORGET_ACTOR, FORGET_NAME, guard, unguard

TABLE = "health_callbackevent"
# What a person who is gone leaves of their name; a contact removed from the list leaves the line.
DOORS = {
    "actor_id": FORGET_ACTOR,
    "actor_name": FORGET_NAME,
    "contact_id": (
        "(NEW.contact_id IS NULL"
        " OR (OLD.contact_id IS NOT NULL AND NEW.contact_id = OLD.contact_id))"
    ),
}


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("territory", "0002_create_welcome_network"),
        ("ui", "0005_add_figure_query"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CallbackRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("creation_key", models.UUIDField(editable=False, unique=True)),
                (
                    "profession",
                    models.CharField(
                        choices=[
                            ("EXTERN", "Medical student (extern)"),
                            ("INTERN", "Intern"),
                            ("JUNIOR_DOCTOR", "Junior doctor (docteur junior)"),
                            ("LOCUM", "Locum doctor"),
                            ("GENERAL_PRACTITIONER", "General practitioner"),
                            ("SPECIALIST", "Specialist doctor"),
                            ("DENTIST", "Dentist"),
                            ("MIDWIFE", "Midwife"),
                            ("PHARMACIST", "Pharmacist"),
                            ("NURSE", "Nurse"),
                            ("ADVANCED_NURSE", "Advanced practice nurse"),
                            ("PHYSIOTHERAPIST", "Physiotherapist"),
                            ("SPEECH_THERAPIST", "Speech therapist"),
                            ("PSYCHOLOGIST", "Psychologist"),
                            ("CARE_ASSISTANT", "Care assistant"),
                            ("RADIOGRAPHER", "Radiographer"),
                            ("VET", "Veterinary surgeon"),
                            ("OTHER", "Another care profession"),
                        ],
                        max_length=24,
                        verbose_name="profession",
                    ),
                ),
                (
                    "situation",
                    models.CharField(
                        choices=[
                            ("STUDENT", "student"),
                            ("INTERN", "intern or junior doctor"),
                            ("LOCUM", "locum"),
                            ("SETTLED", "in private practice"),
                            ("SALARIED", "salaried"),
                            ("OTHER", "in another situation"),
                        ],
                        max_length=10,
                        verbose_name="situation",
                    ),
                ),
                (
                    "timeframe",
                    models.CharField(
                        choices=[
                            ("SOON", "In less than 6 months"),
                            ("LATER", "In 6 to 18 months"),
                            ("LOOKING", "I am only asking for information"),
                        ],
                        max_length=10,
                        verbose_name="when",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("SALARIED", "Salaried"),
                            ("PRIVATE", "Private practice"),
                            ("LOCUM", "Locum"),
                            ("PLACEMENT", "Placement"),
                            ("UNDECIDED", "I do not know yet"),
                        ],
                        max_length=10,
                        verbose_name="how",
                    ),
                ),
                (
                    "place",
                    models.CharField(blank=True, max_length=120, verbose_name="commune or area"),
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
                    "slot",
                    models.CharField(
                        choices=[
                            ("ANY", "At any time"),
                            ("MORNING", "In the morning, 9 am to 12 noon"),
                            ("MIDDAY", "Between 12 noon and 2 pm"),
                            ("AFTERNOON", "In the afternoon, 2 pm to 6 pm"),
                            ("EVENING", "In the evening, after 6 pm"),
                        ],
                        default="ANY",
                        max_length=10,
                        verbose_name="when to call",
                    ),
                ),
                ("message", models.TextField(blank=True, max_length=2000, verbose_name="message")),
                (
                    "wants_visit",
                    models.BooleanField(
                        default=False, verbose_name="interested in a discovery stay"
                    ),
                ),
                ("language", models.CharField(default="fr", max_length=2, verbose_name="language")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("NEW", "New"),
                            ("CALLED_BACK", "Called back"),
                            ("FOLLOW_UP", "In follow-up"),
                            ("CLOSED", "Closed"),
                        ],
                        default="NEW",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "next_contact_on",
                    models.DateField(blank=True, null=True, verbose_name="next contact"),
                ),
                ("created_at", models.DateTimeField(verbose_name="received")),
                ("last_acted_at", models.DateTimeField(verbose_name="last act")),
                ("forgotten_at", models.DateTimeField(blank=True, editable=False, null=True)),
            ],
            options={
                "verbose_name": "request to be called back",
                "verbose_name_plural": "requests to be called back",
                "permissions": [("answer_callbackrequest", "Can answer the health professionals")],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="CallbackNote",
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
                        to="health.callbackrequest",
                    ),
                ),
            ],
            options={
                "verbose_name": "note on a request to be called back",
                "verbose_name_plural": "notes on requests to be called back",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="HealthAudiencePage",
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
                            ("opportunities", 84),
                            ("structures", 86),
                            ("training", 87),
                            ("housing", 87),
                            ("partner", 89),
                            ("testimonies", 95),
                            ("welcome_evenings", 97),
                            ("aids", 99),
                            ("health_contact", 101),
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
                            82: (
                                "wagtail.blocks.MultipleChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("INSTALLATION", "Setting up a practice"),
                                        ("SUCCESSION", "Succession or takeover"),
                                        ("FREE_SURGERY", "Free surgery"),
                                        ("COLLABORATION", "Collaboration"),
                                        ("SALARIED", "Salaried post"),
                                        ("LOCUM", "Locum work"),
                                        ("PLACEMENT", "Placement"),
                                    ],
                                    "help_text": "None ticked: all of them.",
                                    "label": "Kinds of opportunity",
                                    "required": False,
                                },
                            ),
                            83: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {
                                    "default": 4,
                                    "label": "Number of offers",
                                    "max_value": 12,
                                    "min_value": 1,
                                },
                            ),
                            84: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 53), ("kinds", 82), ("number", 83)]],
                                {"group": "Health"},
                            ),
                            85: (
                                "wagtail.blocks.MultipleChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("HOSPITAL", "Hospital"),
                                        ("HEALTH_HOUSE", "Multi-professional health house (MSP)"),
                                        ("HEALTH_CENTRE", "Health centre (CDS)"),
                                        ("CARE_HOME", "Care home (EHPAD)"),
                                        ("CARE_TEAM", "Primary care team (ESP)"),
                                        ("CARE_NETWORK", "Territorial health community (CPTS)"),
                                        ("MOTHER_AND_CHILD", "Mother and child protection (PMI)"),
                                        ("PRACTICE", "Group practice"),
                                        ("TO_TAKE_OVER", "Practice to take over"),
                                    ],
                                    "help_text": "None ticked: all of them.",
                                    "label": "Kinds of structure",
                                    "required": False,
                                },
                            ),
                            86: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 53), ("kinds", 85)]],
                                {"group": "Health"},
                            ),
                            87: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 53)]],
                                {"group": "Health"},
                            ),
                            88: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Text", "max_length": 500},
                            ),
                            89: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 53), ("text", 88), ("link", 60)]],
                                {"group": "Health"},
                            ),
                            90: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {
                                    "help_text": "Without quotation marks: they are added.",
                                    "label": "Words",
                                    "max_length": 400,
                                },
                            ),
                            91: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "label": "Where from, what they do",
                                    "max_length": 160,
                                    "required": False,
                                },
                            ),
                            92: (
                                "wagtail.blocks.BooleanBlock",
                                (),
                                {
                                    "help_text": "Tick when the person does not exist: the page then says so.",
                                    "label": "Fictional testimonial",
                                    "required": False,
                                },
                            ),
                            93: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("quote", 90),
                                        ("author", 2),
                                        ("role", 91),
                                        ("is_fictional", 92),
                                        ("image", 66),
                                    ]
                                ],
                                {},
                            ),
                            94: (
                                "wagtail.blocks.ListBlock",
                                (93,),
                                {"label": "Testimonies", "max_num": 4, "min_num": 1},
                            ),
                            95: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 53), ("testimonies", 94)]],
                                {"group": "Health"},
                            ),
                            96: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {
                                    "default": 3,
                                    "label": "Number of evenings",
                                    "max_value": 6,
                                    "min_value": 1,
                                },
                            ),
                            97: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 53), ("number", 96)]],
                                {"group": "Health"},
                            ),
                            98: (
                                "wagtail.blocks.MultipleChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("EXTERN", "Medical student (extern)"),
                                        ("INTERN", "Intern"),
                                        ("JUNIOR_DOCTOR", "Junior doctor (docteur junior)"),
                                        ("LOCUM", "Locum doctor"),
                                        ("GENERAL_PRACTITIONER", "General practitioner"),
                                        ("SPECIALIST", "Specialist doctor"),
                                        ("DENTIST", "Dentist"),
                                        ("MIDWIFE", "Midwife"),
                                        ("PHARMACIST", "Pharmacist"),
                                        ("NURSE", "Nurse"),
                                        ("ADVANCED_NURSE", "Advanced practice nurse"),
                                        ("PHYSIOTHERAPIST", "Physiotherapist"),
                                        ("SPEECH_THERAPIST", "Speech therapist"),
                                        ("PSYCHOLOGIST", "Psychologist"),
                                        ("CARE_ASSISTANT", "Care assistant"),
                                        ("RADIOGRAPHER", "Radiographer"),
                                        ("VET", "Veterinary surgeon"),
                                        ("OTHER", "Another care profession"),
                                    ],
                                    "help_text": "None ticked: all of them.",
                                    "label": "Professions",
                                    "required": False,
                                },
                            ),
                            99: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 53), ("professions", 98)]],
                                {"group": "Health"},
                            ),
                            100: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("EXTERN", "Medical student (extern)"),
                                        ("INTERN", "Intern"),
                                        ("JUNIOR_DOCTOR", "Junior doctor (docteur junior)"),
                                        ("LOCUM", "Locum doctor"),
                                        ("GENERAL_PRACTITIONER", "General practitioner"),
                                        ("SPECIALIST", "Specialist doctor"),
                                        ("DENTIST", "Dentist"),
                                        ("MIDWIFE", "Midwife"),
                                        ("PHARMACIST", "Pharmacist"),
                                        ("NURSE", "Nurse"),
                                        ("ADVANCED_NURSE", "Advanced practice nurse"),
                                        ("PHYSIOTHERAPIST", "Physiotherapist"),
                                        ("SPEECH_THERAPIST", "Speech therapist"),
                                        ("PSYCHOLOGIST", "Psychologist"),
                                        ("CARE_ASSISTANT", "Care assistant"),
                                        ("RADIOGRAPHER", "Radiographer"),
                                        ("VET", "Veterinary surgeon"),
                                        ("OTHER", "Another care profession"),
                                    ],
                                    "help_text": "Whose contact to show; empty: the one who answers everybody.",
                                    "label": "Profession",
                                    "required": False,
                                },
                            ),
                            101: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 53), ("profession", 100)]],
                                {"group": "Health"},
                            ),
                        },
                        verbose_name="content",
                    ),
                ),
                (
                    "profession",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("EXTERN", "Medical student (extern)"),
                            ("INTERN", "Intern"),
                            ("JUNIOR_DOCTOR", "Junior doctor (docteur junior)"),
                            ("LOCUM", "Locum doctor"),
                            ("GENERAL_PRACTITIONER", "General practitioner"),
                            ("SPECIALIST", "Specialist doctor"),
                            ("DENTIST", "Dentist"),
                            ("MIDWIFE", "Midwife"),
                            ("PHARMACIST", "Pharmacist"),
                            ("NURSE", "Nurse"),
                            ("ADVANCED_NURSE", "Advanced practice nurse"),
                            ("PHYSIOTHERAPIST", "Physiotherapist"),
                            ("SPEECH_THERAPIST", "Speech therapist"),
                            ("PSYCHOLOGIST", "Psychologist"),
                            ("CARE_ASSISTANT", "Care assistant"),
                            ("RADIOGRAPHER", "Radiographer"),
                            ("VET", "Veterinary surgeon"),
                            ("OTHER", "Another care profession"),
                        ],
                        help_text="Chooses the contact shown, and the profession already chosen in the forms.",
                        max_length=24,
                        verbose_name="main profession",
                    ),
                ),
                (
                    "icon",
                    models.CharField(
                        choices=[
                            ("school", "School"),
                            ("stethoscope", "Stethoscope"),
                            ("heart-handshake", "Hands"),
                            ("home", "House"),
                            ("users-group", "People"),
                            ("building", "Building"),
                        ],
                        default="stethoscope",
                        max_length=20,
                        verbose_name="icon of the door",
                    ),
                ),
                (
                    "door_title",
                    models.CharField(
                        blank=True,
                        help_text="For example “Je suis interne”. Without it, the title of the page.",
                        max_length=60,
                        verbose_name="words of the door",
                    ),
                ),
                (
                    "door_text",
                    models.CharField(blank=True, max_length=120, verbose_name="text of the door"),
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
                "verbose_name": "health page",
                "verbose_name_plural": "health pages",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="HealthContact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("function", models.CharField(max_length=120, verbose_name="function")),
                (
                    "function_en",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="function, in English"
                    ),
                ),
                (
                    "professions",
                    home.health.fields.ChoiceListField(
                        blank=True,
                        default=list,
                        help_text="Those whom this person answers. None ticked: everybody whom nobody else answers.",
                        verbose_name="professions",
                    ),
                ),
                (
                    "phone",
                    models.CharField(
                        max_length=30,
                        validators=[home.health.models.directory.check_telephone],
                        verbose_name="telephone",
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        help_text="Receives the requests.",
                        max_length=254,
                        verbose_name="e-mail address",
                    ),
                ),
                ("hours", models.CharField(blank=True, max_length=120, verbose_name="hours")),
                (
                    "hours_en",
                    models.CharField(blank=True, max_length=120, verbose_name="hours, in English"),
                ),
                ("order", models.PositiveSmallIntegerField(default=10, verbose_name="order")),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Untick when the person is away for long.",
                        verbose_name="shown",
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
            ],
            options={
                "verbose_name": "health contact",
                "verbose_name_plural": "health contacts",
            },
        ),
        migrations.AddField(
            model_name="callbackrequest",
            name="contact",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="requests",
                to="health.healthcontact",
                verbose_name="health contact",
            ),
        ),
        migrations.CreateModel(
            name="CallbackEvent",
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
                            ("RECEIVED", "Request received"),
                            ("STATUS", "Status changed"),
                            ("NOTE", "Note added"),
                            ("NEXT_CONTACT", "Next contact planned"),
                            ("HANDED_OVER", "Handed over"),
                            ("FORGOTTEN", "Personal data erased"),
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
                            ("CALLED_BACK", "Called back"),
                            ("FOLLOW_UP", "In follow-up"),
                            ("CLOSED", "Closed"),
                        ],
                        max_length=12,
                        verbose_name="status",
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
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="health.callbackrequest",
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="health.healthcontact",
                        verbose_name="health contact",
                    ),
                ),
            ],
            options={
                "verbose_name": "act on a request to be called back",
                "verbose_name_plural": "acts on requests to be called back",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="HealthGrant",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "code",
                    models.SlugField(
                        blank=True, editable=False, max_length=60, null=True, unique=True
                    ),
                ),
                ("name", models.CharField(max_length=160, verbose_name="name")),
                (
                    "name_en",
                    models.CharField(blank=True, max_length=160, verbose_name="name, in English"),
                ),
                (
                    "professions",
                    home.health.fields.ChoiceListField(default=list, verbose_name="professions"),
                ),
                (
                    "zones",
                    home.health.fields.ChoiceListField(
                        blank=True,
                        default=list,
                        help_text="None ticked: the aid does not depend on the zone.",
                        verbose_name="zones",
                    ),
                ),
                (
                    "amount",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="In euros, or in percent. Empty when it takes a sentence.",
                        max_digits=9,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="amount",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ONCE", "once"),
                            ("MONTH", "a month"),
                            ("SEMESTER", "a semester"),
                            ("YEAR", "a year"),
                            ("PERCENT", "percent"),
                        ],
                        default="ONCE",
                        max_length=8,
                        verbose_name="given",
                    ),
                ),
                (
                    "amount_text",
                    models.CharField(
                        blank=True,
                        help_text="What the figure alone does not say: steps, highest amount, years.",
                        max_length=300,
                        verbose_name="about the amount",
                    ),
                ),
                (
                    "amount_text_en",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="about the amount, in English"
                    ),
                ),
                (
                    "conditions",
                    models.TextField(blank=True, max_length=1000, verbose_name="conditions"),
                ),
                (
                    "conditions_en",
                    models.TextField(
                        blank=True, max_length=1000, verbose_name="conditions, in English"
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(
                        blank=True,
                        help_text="Empty when it is not known any more.",
                        null=True,
                        verbose_name="first day",
                    ),
                ),
                (
                    "valid_to",
                    models.DateField(
                        blank=True,
                        help_text="Included. Empty as long as none is set.",
                        null=True,
                        verbose_name="last day",
                    ),
                ),
                ("source", models.CharField(max_length=200, verbose_name="source")),
                ("source_url", models.URLField(blank=True, verbose_name="address of the source")),
                (
                    "legal_text",
                    models.CharField(
                        blank=True,
                        help_text="Article, agreement, order or decision, with its date.",
                        max_length=240,
                        verbose_name="legal text",
                    ),
                ),
                (
                    "checked_on",
                    models.DateField(
                        blank=True,
                        help_text="The day when somebody last made sure, at the source, that all this holds.",
                        null=True,
                        verbose_name="last check",
                    ),
                ),
                (
                    "is_to_confirm",
                    models.BooleanField(
                        default=False,
                        help_text="The site then says that the programme has not confirmed it yet.",
                        verbose_name="to be confirmed",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=10, verbose_name="order")),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Untick what was entered by mistake. An aid that ends is not unticked: give its last day.",
                        verbose_name="shown",
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty: the contact of the profession.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="health.healthcontact",
                        verbose_name="whom to ask",
                    ),
                ),
                (
                    "intercommunalities",
                    models.ManyToManyField(
                        blank=True,
                        help_text="None chosen: the aid exists in the whole Lot.",
                        related_name="+",
                        to="territory.intercommunality",
                        verbose_name="intercommunalities",
                    ),
                ),
            ],
            options={
                "verbose_name": "aid",
                "verbose_name_plural": "aids",
                "default_permissions": ("add", "change", "view"),
            },
        ),
        migrations.CreateModel(
            name="HealthHousing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                (
                    "title_en",
                    models.CharField(blank=True, max_length=120, verbose_name="title, in English"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("SHARED", "Shared house"),
                            ("STUDIO", "Studio flat"),
                            ("FLAT", "Flat"),
                            ("ROOM", "Room in a hospital residence"),
                            ("HOST", "Room in somebody’s home"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                (
                    "places",
                    models.PositiveSmallIntegerField(default=1, verbose_name="number of places"),
                ),
                (
                    "monthly_price",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        help_text="Empty when it is not known; 0 when it is free.",
                        max_digits=6,
                        null=True,
                        verbose_name="price a month, in euros",
                    ),
                ),
                (
                    "conditions",
                    models.CharField(blank=True, max_length=240, verbose_name="conditions"),
                ),
                (
                    "conditions_en",
                    models.CharField(
                        blank=True, max_length=240, verbose_name="conditions, in English"
                    ),
                ),
                (
                    "contact_name",
                    models.CharField(blank=True, max_length=120, verbose_name="person to ask for"),
                ),
                (
                    "phone",
                    models.CharField(
                        blank=True,
                        max_length=30,
                        validators=[home.health.models.directory.check_telephone],
                        verbose_name="telephone",
                    ),
                ),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mail address"),
                ),
                ("order", models.PositiveSmallIntegerField(default=10, verbose_name="order")),
                ("is_active", models.BooleanField(default=True, verbose_name="shown")),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territory.municipality",
                        verbose_name="commune",
                    ),
                ),
            ],
            options={
                "verbose_name": "housing for interns",
                "verbose_name_plural": "housing for interns",
            },
        ),
        migrations.CreateModel(
            name="HealthIndexPage",
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
                            ("opportunities", 84),
                            ("structures", 86),
                            ("training", 87),
                            ("housing", 87),
                            ("partner", 89),
                            ("testimonies", 95),
                            ("welcome_evenings", 97),
                            ("aids", 99),
                            ("health_contact", 101),
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
                            82: (
                                "wagtail.blocks.MultipleChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("INSTALLATION", "Setting up a practice"),
                                        ("SUCCESSION", "Succession or takeover"),
                                        ("FREE_SURGERY", "Free surgery"),
                                        ("COLLABORATION", "Collaboration"),
                                        ("SALARIED", "Salaried post"),
                                        ("LOCUM", "Locum work"),
                                        ("PLACEMENT", "Placement"),
                                    ],
                                    "help_text": "None ticked: all of them.",
                                    "label": "Kinds of opportunity",
                                    "required": False,
                                },
                            ),
                            83: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {
                                    "default": 4,
                                    "label": "Number of offers",
                                    "max_value": 12,
                                    "min_value": 1,
                                },
                            ),
                            84: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 53), ("kinds", 82), ("number", 83)]],
                                {"group": "Health"},
                            ),
                            85: (
                                "wagtail.blocks.MultipleChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("HOSPITAL", "Hospital"),
                                        ("HEALTH_HOUSE", "Multi-professional health house (MSP)"),
                                        ("HEALTH_CENTRE", "Health centre (CDS)"),
                                        ("CARE_HOME", "Care home (EHPAD)"),
                                        ("CARE_TEAM", "Primary care team (ESP)"),
                                        ("CARE_NETWORK", "Territorial health community (CPTS)"),
                                        ("MOTHER_AND_CHILD", "Mother and child protection (PMI)"),
                                        ("PRACTICE", "Group practice"),
                                        ("TO_TAKE_OVER", "Practice to take over"),
                                    ],
                                    "help_text": "None ticked: all of them.",
                                    "label": "Kinds of structure",
                                    "required": False,
                                },
                            ),
                            86: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 53), ("kinds", 85)]],
                                {"group": "Health"},
                            ),
                            87: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 53)]],
                                {"group": "Health"},
                            ),
                            88: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Text", "max_length": 500},
                            ),
                            89: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 53), ("text", 88), ("link", 60)]],
                                {"group": "Health"},
                            ),
                            90: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {
                                    "help_text": "Without quotation marks: they are added.",
                                    "label": "Words",
                                    "max_length": 400,
                                },
                            ),
                            91: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "label": "Where from, what they do",
                                    "max_length": 160,
                                    "required": False,
                                },
                            ),
                            92: (
                                "wagtail.blocks.BooleanBlock",
                                (),
                                {
                                    "help_text": "Tick when the person does not exist: the page then says so.",
                                    "label": "Fictional testimonial",
                                    "required": False,
                                },
                            ),
                            93: (
                                "wagtail.blocks.StructBlock",
                                [
                                    [
                                        ("quote", 90),
                                        ("author", 2),
                                        ("role", 91),
                                        ("is_fictional", 92),
                                        ("image", 66),
                                    ]
                                ],
                                {},
                            ),
                            94: (
                                "wagtail.blocks.ListBlock",
                                (93,),
                                {"label": "Testimonies", "max_num": 4, "min_num": 1},
                            ),
                            95: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 53), ("testimonies", 94)]],
                                {"group": "Health"},
                            ),
                            96: (
                                "wagtail.blocks.IntegerBlock",
                                (),
                                {
                                    "default": 3,
                                    "label": "Number of evenings",
                                    "max_value": 6,
                                    "min_value": 1,
                                },
                            ),
                            97: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 53), ("number", 96)]],
                                {"group": "Health"},
                            ),
                            98: (
                                "wagtail.blocks.MultipleChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("EXTERN", "Medical student (extern)"),
                                        ("INTERN", "Intern"),
                                        ("JUNIOR_DOCTOR", "Junior doctor (docteur junior)"),
                                        ("LOCUM", "Locum doctor"),
                                        ("GENERAL_PRACTITIONER", "General practitioner"),
                                        ("SPECIALIST", "Specialist doctor"),
                                        ("DENTIST", "Dentist"),
                                        ("MIDWIFE", "Midwife"),
                                        ("PHARMACIST", "Pharmacist"),
                                        ("NURSE", "Nurse"),
                                        ("ADVANCED_NURSE", "Advanced practice nurse"),
                                        ("PHYSIOTHERAPIST", "Physiotherapist"),
                                        ("SPEECH_THERAPIST", "Speech therapist"),
                                        ("PSYCHOLOGIST", "Psychologist"),
                                        ("CARE_ASSISTANT", "Care assistant"),
                                        ("RADIOGRAPHER", "Radiographer"),
                                        ("VET", "Veterinary surgeon"),
                                        ("OTHER", "Another care profession"),
                                    ],
                                    "help_text": "None ticked: all of them.",
                                    "label": "Professions",
                                    "required": False,
                                },
                            ),
                            99: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 53), ("professions", 98)]],
                                {"group": "Health"},
                            ),
                            100: (
                                "wagtail.blocks.ChoiceBlock",
                                [],
                                {
                                    "choices": [
                                        ("EXTERN", "Medical student (extern)"),
                                        ("INTERN", "Intern"),
                                        ("JUNIOR_DOCTOR", "Junior doctor (docteur junior)"),
                                        ("LOCUM", "Locum doctor"),
                                        ("GENERAL_PRACTITIONER", "General practitioner"),
                                        ("SPECIALIST", "Specialist doctor"),
                                        ("DENTIST", "Dentist"),
                                        ("MIDWIFE", "Midwife"),
                                        ("PHARMACIST", "Pharmacist"),
                                        ("NURSE", "Nurse"),
                                        ("ADVANCED_NURSE", "Advanced practice nurse"),
                                        ("PHYSIOTHERAPIST", "Physiotherapist"),
                                        ("SPEECH_THERAPIST", "Speech therapist"),
                                        ("PSYCHOLOGIST", "Psychologist"),
                                        ("CARE_ASSISTANT", "Care assistant"),
                                        ("RADIOGRAPHER", "Radiographer"),
                                        ("VET", "Veterinary surgeon"),
                                        ("OTHER", "Another care profession"),
                                    ],
                                    "help_text": "Whose contact to show; empty: the one who answers everybody.",
                                    "label": "Profession",
                                    "required": False,
                                },
                            ),
                            101: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 53), ("profession", 100)]],
                                {"group": "Health"},
                            ),
                        },
                        verbose_name="content",
                    ),
                ),
                (
                    "doors_title",
                    models.CharField(
                        default="Vous êtes…", max_length=80, verbose_name="title of the doors"
                    ),
                ),
                (
                    "doors_text",
                    models.TextField(
                        blank=True, max_length=300, verbose_name="text beside the doors"
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
                "verbose_name": "health section",
                "verbose_name_plural": "health sections",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="HealthStructure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=140, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("HOSPITAL", "Hospital"),
                            ("HEALTH_HOUSE", "Multi-professional health house (MSP)"),
                            ("HEALTH_CENTRE", "Health centre (CDS)"),
                            ("CARE_HOME", "Care home (EHPAD)"),
                            ("CARE_TEAM", "Primary care team (ESP)"),
                            ("CARE_NETWORK", "Territorial health community (CPTS)"),
                            ("MOTHER_AND_CHILD", "Mother and child protection (PMI)"),
                            ("PRACTICE", "Group practice"),
                            ("TO_TAKE_OVER", "Practice to take over"),
                        ],
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "summary",
                    models.CharField(
                        blank=True,
                        help_text="Who works there, what is looked for.",
                        max_length=240,
                        verbose_name="in one sentence",
                    ),
                ),
                (
                    "summary_en",
                    models.CharField(
                        blank=True, max_length=240, verbose_name="in one sentence, in English"
                    ),
                ),
                ("link", models.URLField(blank=True, verbose_name="website")),
                (
                    "contact_name",
                    models.CharField(
                        blank=True,
                        help_text="Only with this person’s agreement: it is published.",
                        max_length=120,
                        verbose_name="person to ask for",
                    ),
                ),
                (
                    "phone",
                    models.CharField(
                        blank=True,
                        max_length=30,
                        validators=[home.health.models.directory.check_telephone],
                        verbose_name="telephone",
                    ),
                ),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mail address"),
                ),
                ("order", models.PositiveSmallIntegerField(default=10, verbose_name="order")),
                ("is_active", models.BooleanField(default=True, verbose_name="shown")),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territory.municipality",
                        verbose_name="commune",
                    ),
                ),
            ],
            options={
                "verbose_name": "health structure",
                "verbose_name_plural": "health structures",
            },
        ),
        migrations.CreateModel(
            name="HealthZoning",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "profession",
                    models.CharField(
                        choices=[
                            ("EXTERN", "Medical student (extern)"),
                            ("INTERN", "Intern"),
                            ("JUNIOR_DOCTOR", "Junior doctor (docteur junior)"),
                            ("LOCUM", "Locum doctor"),
                            ("GENERAL_PRACTITIONER", "General practitioner"),
                            ("SPECIALIST", "Specialist doctor"),
                            ("DENTIST", "Dentist"),
                            ("MIDWIFE", "Midwife"),
                            ("PHARMACIST", "Pharmacist"),
                            ("NURSE", "Nurse"),
                            ("ADVANCED_NURSE", "Advanced practice nurse"),
                            ("PHYSIOTHERAPIST", "Physiotherapist"),
                            ("SPEECH_THERAPIST", "Speech therapist"),
                            ("PSYCHOLOGIST", "Psychologist"),
                            ("CARE_ASSISTANT", "Care assistant"),
                            ("RADIOGRAPHER", "Radiographer"),
                            ("VET", "Veterinary surgeon"),
                            ("OTHER", "Another care profession"),
                        ],
                        max_length=24,
                        verbose_name="profession",
                    ),
                ),
                (
                    "zone",
                    models.CharField(
                        choices=[
                            ("ZIP", "Priority intervention zone (ZIP)"),
                            ("ZAC", "Complementary action zone (ZAC)"),
                            ("VERY_UNDERSERVED", "Very under-served zone"),
                            ("UNDERSERVED", "Under-served zone"),
                            ("INTERMEDIATE", "Intermediate zone"),
                            ("WELL_SERVED", "Well-served zone"),
                            ("OVERSERVED", "Over-served zone"),
                            ("OUTSIDE", "Outside the zones"),
                        ],
                        max_length=20,
                        verbose_name="zone",
                    ),
                ),
                ("valid_from", models.DateField(verbose_name="first day")),
                (
                    "valid_to",
                    models.DateField(
                        blank=True,
                        help_text="Included. Empty as long as none is set.",
                        null=True,
                        verbose_name="last day",
                    ),
                ),
                (
                    "order_reference",
                    models.CharField(
                        help_text="Number and date of the order.",
                        max_length=200,
                        verbose_name="order (arrêté)",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territory.municipality",
                        verbose_name="commune",
                    ),
                ),
            ],
            options={
                "verbose_name": "zone of a commune",
                "verbose_name_plural": "zones of communes",
            },
        ),
        migrations.CreateModel(
            name="TrainingPractice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=140, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("HOSPITAL", "Hospital"),
                            ("HEALTH_HOUSE", "Multi-professional health house (MSP)"),
                            ("HEALTH_CENTRE", "Health centre (CDS)"),
                            ("CARE_HOME", "Care home (EHPAD)"),
                            ("CARE_TEAM", "Primary care team (ESP)"),
                            ("CARE_NETWORK", "Territorial health community (CPTS)"),
                            ("MOTHER_AND_CHILD", "Mother and child protection (PMI)"),
                            ("PRACTICE", "Group practice"),
                            ("TO_TAKE_OVER", "Practice to take over"),
                        ],
                        default="PRACTICE",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "summary",
                    models.CharField(
                        blank=True,
                        help_text="Which placements, with whom, in which service.",
                        max_length=240,
                        verbose_name="in one sentence",
                    ),
                ),
                (
                    "summary_en",
                    models.CharField(
                        blank=True, max_length=240, verbose_name="in one sentence, in English"
                    ),
                ),
                (
                    "supervisors",
                    models.PositiveSmallIntegerField(
                        default=1, verbose_name="number of supervisors (MSU)"
                    ),
                ),
                ("link", models.URLField(blank=True, verbose_name="website")),
                (
                    "contact_name",
                    models.CharField(
                        blank=True,
                        help_text="Only with this person’s agreement: it is published.",
                        max_length=120,
                        verbose_name="person to ask for",
                    ),
                ),
                (
                    "phone",
                    models.CharField(
                        blank=True,
                        max_length=30,
                        validators=[home.health.models.directory.check_telephone],
                        verbose_name="telephone",
                    ),
                ),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mail address"),
                ),
                ("order", models.PositiveSmallIntegerField(default=10, verbose_name="order")),
                ("is_active", models.BooleanField(default=True, verbose_name="shown")),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="territory.municipality",
                        verbose_name="commune",
                    ),
                ),
            ],
            options={
                "verbose_name": "training practice",
                "verbose_name_plural": "training practices",
            },
        ),
        migrations.CreateModel(
            name="SemesterPlaces",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "semester",
                    models.CharField(
                        choices=[("SUMMER", "May to October"), ("WINTER", "November to April")],
                        max_length=6,
                        verbose_name="semester",
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        help_text="The year in which the semester starts.",
                        validators=[
                            django.core.validators.MinValueValidator(2020),
                            django.core.validators.MaxValueValidator(2100),
                        ],
                        verbose_name="year",
                    ),
                ),
                (
                    "free_places",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(50)],
                        verbose_name="free places",
                    ),
                ),
                (
                    "counted_on",
                    models.DateField(
                        help_text="The day when somebody made sure of the number.",
                        verbose_name="counted on",
                    ),
                ),
                ("starts_on", models.DateField(editable=False)),
                ("ends_on", models.DateField(db_index=True, editable=False)),
                (
                    "practice",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="semesters",
                        to="health.trainingpractice",
                        verbose_name="training practice",
                    ),
                ),
            ],
            options={
                "verbose_name": "places of a semester",
                "verbose_name_plural": "places of semesters",
            },
        ),
        migrations.AddIndex(
            model_name="callbackrequest",
            index=models.Index(fields=["status", "-created_at"], name="health_callback_queue"),
        ),
        migrations.AddConstraint(
            model_name="callbackrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("email", ""), _negated=True),
                    ("forgotten_at__isnull", False),
                    _connector="OR",
                ),
                name="health_callback_can_be_answered",
            ),
        ),
        migrations.AddIndex(
            model_name="callbackevent",
            index=models.Index(fields=["request", "-created_at"], name="health_callback_history"),
        ),
        migrations.AddConstraint(
            model_name="healthgrant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_from__isnull", True),
                    ("valid_to__isnull", True),
                    ("valid_to__gte", models.F("valid_from")),
                    _connector="OR",
                ),
                name="health_grant_days_in_order",
                violation_error_message="The last day comes before the first one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="healthgrant",
            constraint=models.CheckConstraint(
                condition=models.Q(("source", ""), _negated=True),
                name="health_grant_has_a_source",
                violation_error_message="An aid has a source.",
            ),
        ),
        migrations.AddConstraint(
            model_name="healthgrant",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("amount__isnull", True), models.Q(("unit", ""), _negated=True), _connector="OR"
                ),
                name="health_grant_amount_has_a_unit",
                violation_error_message="Say what the amount is given for.",
            ),
        ),
        migrations.AddConstraint(
            model_name="healthhousing",
            constraint=models.CheckConstraint(
                condition=models.Q(("places__gte", 1)),
                name="health_housing_has_a_place",
                violation_error_message="There is at least one place.",
            ),
        ),
        migrations.AddConstraint(
            model_name="healthhousing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("monthly_price__isnull", True), ("monthly_price__gte", 0), _connector="OR"
                ),
                name="health_housing_price_is_positive",
                violation_error_message="A price is zero or more.",
            ),
        ),
        migrations.AddConstraint(
            model_name="healthzoning",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_from__isnull", True),
                    ("valid_to__isnull", True),
                    ("valid_to__gte", models.F("valid_from")),
                    _connector="OR",
                ),
                name="health_zoning_days_in_order",
                violation_error_message="The last day comes before the first one.",
            ),
        ),
        migrations.AddConstraint(
            model_name="healthzoning",
            constraint=models.UniqueConstraint(
                fields=("profession", "municipality", "valid_from"),
                name="health_zoning_starts_once",
                violation_error_message="This commune already has a zone from that day.",
            ),
        ),
        migrations.AddConstraint(
            model_name="healthzoning",
            constraint=models.UniqueConstraint(
                condition=models.Q(("valid_to__isnull", True)),
                fields=("profession", "municipality"),
                name="health_zoning_one_without_end",
                violation_error_message="This commune already has a zone without a last day: close that one first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="semesterplaces",
            constraint=models.UniqueConstraint(
                fields=("practice", "semester", "year"),
                name="health_semester_once",
                violation_error_message="This semester is already there.",
            ),
        ),
        migrations.AddConstraint(
            model_name="semesterplaces",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gt", models.F("starts_on"))),
                name="health_semester_in_order",
            ),
        ),
        migrations.RunPython(guard(TABLE, DOORS), unguard(TABLE)),
    ]
