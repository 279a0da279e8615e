"""Create the portraits, the people, their consents and their goods; the journal refuses to be rewritten."""

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import ui.blocks.offers
import uuid
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

from operations.append_only import FORGET_ACTOR, FORGET_NAME, guard, unguard

JOURNAL = "ambassadors_ambassadorlogentry"
# What people typed is blanked when they are forgotten; the act, its day and its statuses stay.
FORGET_WORDS = "(NEW.words = OLD.words OR NEW.words = '')"


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
            name="Ambassador",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
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
                ("place", models.CharField(blank=True, max_length=120, verbose_name="commune")),
                ("activity", models.CharField(blank=True, max_length=160, verbose_name="activity")),
                (
                    "reason",
                    models.TextField(blank=True, max_length=600, verbose_name="why the Lot"),
                ),
                (
                    "helps_welcome",
                    models.BooleanField(default=False, verbose_name="Welcome newcomers"),
                ),
                ("helps_testify", models.BooleanField(default=False, verbose_name="Tell my story")),
                (
                    "helps_relay",
                    models.BooleanField(default=False, verbose_name="Pass news on around me"),
                ),
                (
                    "helps_fairs",
                    models.BooleanField(default=False, verbose_name="Take part in fairs"),
                ),
                ("social_url", models.URLField(blank=True, verbose_name="social network")),
                (
                    "language",
                    models.CharField(
                        choices=[("fr", "French"), ("en", "English")],
                        default="fr",
                        max_length=2,
                        verbose_name="language",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("PENDING", "To review"),
                            ("MORE_ASKED", "Waiting for an answer"),
                            ("MEMBER", "Member"),
                            ("REFUSED", "Refused"),
                            ("LEFT", "Gone"),
                            ("ERASED", "Erased"),
                        ],
                        default="PENDING",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(verbose_name="received")),
                ("waiting_since", models.DateTimeField(verbose_name="waiting since")),
                (
                    "joined_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="member since"),
                ),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="ended")),
                ("heard_at", models.DateTimeField(verbose_name="last heard from")),
                (
                    "notice_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="asked whether to stay"
                    ),
                ),
            ],
            options={
                "verbose_name": "ambassador",
                "verbose_name_plural": "ambassadors",
                "permissions": [
                    ("moderate_ambassador", "Can answer requests and manage the ambassadors")
                ],
            },
        ),
        migrations.CreateModel(
            name="Charter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(unique=True, verbose_name="version")),
                ("text", models.TextField(verbose_name="text")),
                ("text_en", models.TextField(blank=True, verbose_name="text, in English")),
                ("published_at", models.DateTimeField(verbose_name="published")),
            ],
            options={
                "verbose_name": "charter of the ambassadors",
                "verbose_name_plural": "charters of the ambassadors",
            },
        ),
        migrations.CreateModel(
            name="AmbassadorIndexPage",
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
                    "introduction",
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
                        help_text="Shown above the portraits. A few lines are enough.",
                        verbose_name="what an ambassador is",
                    ),
                ),
                (
                    "call_title",
                    models.CharField(
                        blank=True, max_length=80, verbose_name="title of the call to join"
                    ),
                ),
                (
                    "call_text",
                    models.CharField(
                        blank=True, max_length=240, verbose_name="text of the call to join"
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
                "verbose_name": "ambassadors’ index",
                "verbose_name_plural": "ambassadors’ indexes",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="AmbassadorPhoto",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("content", models.BinaryField()),
                ("width", models.PositiveIntegerField()),
                ("height", models.PositiveIntegerField()),
                ("created_at", models.DateTimeField(verbose_name="received")),
                (
                    "ambassador",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="photo",
                        to="ambassadors.ambassador",
                    ),
                ),
            ],
            options={
                "verbose_name": "photo of an ambassador",
                "verbose_name_plural": "photos of ambassadors",
            },
        ),
        migrations.CreateModel(
            name="Good",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                (
                    "name_en",
                    models.CharField(blank=True, max_length=80, verbose_name="name, in English"),
                ),
                (
                    "description",
                    models.TextField(blank=True, max_length=300, verbose_name="description"),
                ),
                (
                    "description_en",
                    models.TextField(
                        blank=True, max_length=300, verbose_name="description, in English"
                    ),
                ),
                (
                    "stock",
                    models.PositiveIntegerField(
                        default=0,
                        help_text="What is left to promise: each request lowers it.",
                        verbose_name="stock",
                    ),
                ),
                (
                    "max_per_request",
                    models.PositiveIntegerField(
                        default=1,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="most in one request",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(default=True, verbose_name="proposed to ambassadors"),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        blank=True,
                        help_text="From the library of images, with its alternative text.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="ui.siteimage",
                        verbose_name="picture",
                    ),
                ),
            ],
            options={
                "verbose_name": "good for ambassadors",
                "verbose_name_plural": "goods for ambassadors",
            },
        ),
        migrations.CreateModel(
            name="GoodRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("quantity", models.PositiveIntegerField(verbose_name="quantity")),
                (
                    "address",
                    models.TextField(blank=True, max_length=400, verbose_name="postal address"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("REQUESTED", "To send"),
                            ("SENT", "Sent"),
                            ("REFUSED", "Refused"),
                            ("CANCELLED", "Cancelled"),
                        ],
                        default="REQUESTED",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                ("created_at", models.DateTimeField(verbose_name="asked")),
                ("handled_at", models.DateTimeField(blank=True, null=True, verbose_name="handled")),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
                (
                    "ambassador",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="good_requests",
                        to="ambassadors.ambassador",
                    ),
                ),
                (
                    "good",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requests",
                        to="ambassadors.good",
                    ),
                ),
                (
                    "handled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "request for goods",
                "verbose_name_plural": "requests for goods",
            },
        ),
        migrations.CreateModel(
            name="Letter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("subject", models.CharField(max_length=120, verbose_name="subject")),
                ("text", models.TextField(max_length=6000, verbose_name="text")),
                ("choice", models.CharField(blank=True, max_length=300, verbose_name="sent to")),
                ("number", models.PositiveIntegerField(verbose_name="members written to")),
                ("author_name", models.CharField(max_length=200, verbose_name="who")),
                ("created_at", models.DateTimeField(verbose_name="when")),
                (
                    "written_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "letter to ambassadors",
                "verbose_name_plural": "letters to ambassadors",
            },
        ),
        migrations.CreateModel(
            name="PortraitPage",
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
                    "place",
                    models.CharField(
                        help_text="Where the person lives, in the Lot or not: Figeac, Toulouse, Montréal…",
                        max_length=120,
                        verbose_name="place",
                    ),
                ),
                (
                    "theme",
                    models.CharField(
                        choices=[
                            ("travail", "Working here"),
                            ("entreprise", "Running a business"),
                            ("soin", "Caring for others"),
                            ("terre", "Land and cooking"),
                            ("culture", "Culture and heritage"),
                            ("famille", "Family life"),
                            ("ailleurs", "The Lot from afar"),
                        ],
                        max_length=20,
                        verbose_name="theme",
                    ),
                ),
                (
                    "second_theme",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("travail", "Working here"),
                            ("entreprise", "Running a business"),
                            ("soin", "Caring for others"),
                            ("terre", "Land and cooking"),
                            ("culture", "Culture and heritage"),
                            ("famille", "Family life"),
                            ("ailleurs", "The Lot from afar"),
                        ],
                        max_length=20,
                        verbose_name="other theme",
                    ),
                ),
                ("quote", models.CharField(blank=True, max_length=300, verbose_name="quote")),
                (
                    "photo_agreed_on",
                    models.DateField(
                        blank=True,
                        help_text="The day on which the person agreed to this photo being published, in writing.",
                        null=True,
                        verbose_name="agreement of the person photographed, given on",
                    ),
                ),
                (
                    "is_fictional",
                    models.BooleanField(
                        default=False,
                        help_text="An example: the person does not exist, and the page says so.",
                        verbose_name="fictional",
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
                        verbose_name="portrait",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        help_text="With its alternative text, its credit and its rights, all three required.",
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
                        blank=True,
                        help_text="When the person lives or works in one: the list is filtered by it.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="territory.territory",
                        verbose_name="territory",
                    ),
                ),
            ],
            options={
                "verbose_name": "portrait",
                "verbose_name_plural": "portraits",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.AddField(
            model_name="ambassador",
            name="portrait",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="people",
                to="ambassadors.portraitpage",
                verbose_name="portrait",
            ),
        ),
        migrations.CreateModel(
            name="AmbassadorLogEntry",
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
                            ("ACCEPT", "Accepted"),
                            ("ASK", "More asked"),
                            ("ANSWER", "Answer received"),
                            ("REFUSE", "Refused"),
                            ("LEAVE", "Left"),
                            ("EDIT", "Details corrected"),
                            ("CONSENT_GIVEN", "Consent given"),
                            ("CONSENT_WITHDRAWN", "Consent withdrawn"),
                            ("PORTRAIT_LINKED", "Portrait linked"),
                            ("PORTRAIT_WITHDRAWN", "Portrait taken offline"),
                            ("NOTICE", "Asked whether to stay"),
                            ("STAYED", "Chose to stay"),
                            ("ERASE", "Erased"),
                        ],
                        max_length=20,
                        verbose_name="act",
                    ),
                ),
                (
                    "from_status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("PENDING", "To review"),
                            ("MORE_ASKED", "Waiting for an answer"),
                            ("MEMBER", "Member"),
                            ("REFUSED", "Refused"),
                            ("LEFT", "Gone"),
                            ("ERASED", "Erased"),
                        ],
                        max_length=12,
                        verbose_name="from",
                    ),
                ),
                (
                    "to_status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("PENDING", "To review"),
                            ("MORE_ASKED", "Waiting for an answer"),
                            ("MEMBER", "Member"),
                            ("REFUSED", "Refused"),
                            ("LEFT", "Gone"),
                            ("ERASED", "Erased"),
                        ],
                        max_length=12,
                        verbose_name="to",
                    ),
                ),
                ("actor_name", models.CharField(max_length=200, verbose_name="who")),
                ("words", models.TextField(blank=True, verbose_name="words")),
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
                    "ambassador",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="log",
                        to="ambassadors.ambassador",
                    ),
                ),
            ],
            options={
                "verbose_name": "line of the ambassadors’ journal",
                "verbose_name_plural": "journal of the ambassadors",
                "indexes": [
                    models.Index(
                        fields=["ambassador", "-created_at"], name="ambassadors_log_history"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("CHARTER", "Charter of the ambassadors"),
                            ("LETTERS", "Letters of the network"),
                            ("PUBLICATION", "Publication of the portrait"),
                            ("PHOTO", "Agreement of the person photographed"),
                        ],
                        max_length=12,
                        verbose_name="agrees to",
                    ),
                ),
                (
                    "text_version",
                    models.CharField(max_length=20, verbose_name="version of the text"),
                ),
                ("wording", models.TextField(verbose_name="words accepted")),
                ("given_at", models.DateTimeField(verbose_name="given on")),
                (
                    "withdrawn_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="withdrawn"),
                ),
                (
                    "ambassador",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consents",
                        to="ambassadors.ambassador",
                    ),
                ),
            ],
            options={
                "verbose_name": "consent of an ambassador",
                "verbose_name_plural": "consents of ambassadors",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at__isnull", True)),
                        fields=("ambassador", "purpose"),
                        name="ambassadors_one_consent_in_force",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="good",
            constraint=models.CheckConstraint(
                condition=models.Q(("stock__gte", 0)), name="ambassadors_stock_never_below_zero"
            ),
        ),
        migrations.AddConstraint(
            model_name="good",
            constraint=models.CheckConstraint(
                condition=models.Q(("max_per_request__gte", 1)),
                name="ambassadors_one_at_least_per_request",
            ),
        ),
        migrations.AddIndex(
            model_name="goodrequest",
            index=models.Index(fields=["status", "created_at"], name="ambassadors_goods_queue"),
        ),
        migrations.AddConstraint(
            model_name="goodrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("status", "REQUESTED"), ("address", ""), _connector="OR"),
                name="ambassadors_no_address_once_handled",
            ),
        ),
        migrations.AddConstraint(
            model_name="goodrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("quantity__gte", 1)), name="ambassadors_one_good_at_least"
            ),
        ),
        migrations.AddIndex(
            model_name="ambassador",
            index=models.Index(fields=["status", "waiting_since"], name="ambassadors_queue"),
        ),
        migrations.AddIndex(
            model_name="ambassador",
            index=models.Index(fields=["status", "joined_at"], name="ambassadors_members"),
        ),
        migrations.AddConstraint(
            model_name="ambassador",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("email"),
                condition=models.Q(("status__in", ["MEMBER", "MORE_ASKED", "PENDING"])),
                name="ambassadors_one_open_file_per_address",
                violation_error_message="Another open file has this e-mail address.",
            ),
        ),
        migrations.AddConstraint(
            model_name="ambassador",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "ERASED"), _negated=True),
                    models.Q(
                        ("activity", ""),
                        ("email", ""),
                        ("first_name", ""),
                        ("last_name", ""),
                        ("place", ""),
                        ("reason", ""),
                        ("social_url", ""),
                    ),
                    _connector="OR",
                ),
                name="ambassadors_erased_is_empty",
            ),
        ),
        migrations.AddConstraint(
            model_name="ambassador",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "MEMBER"), _negated=True),
                    ("joined_at__isnull", False),
                    _connector="OR",
                ),
                name="ambassadors_member_has_a_date",
            ),
        ),
        migrations.RunPython(
            guard(
                JOURNAL,
                {"actor_id": FORGET_ACTOR, "actor_name": FORGET_NAME, "words": FORGET_WORDS},
            ),
            unguard(JOURNAL),
        ),
    ]
