"""Create the welcome referents, their absences and the resource cards."""

import django.db.models.deletion
import modelcluster.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("territory", "0001_create_places"),
        ("ui", "0004_add_english_alternative_text"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="WelcomeReferent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "structure",
                    models.CharField(
                        blank=True,
                        help_text="Who employs the person: intercommunality, association…",
                        max_length=120,
                        verbose_name="structure",
                    ),
                ),
                ("role", models.CharField(max_length=120, verbose_name="function")),
                (
                    "role_en",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="function, in English"
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="telephone")),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mail address"),
                ),
                (
                    "hours",
                    models.CharField(
                        blank=True,
                        help_text="For example: du lundi au vendredi, de 9 h à 17 h.",
                        max_length=160,
                        verbose_name="hours",
                    ),
                ),
                (
                    "hours_en",
                    models.CharField(blank=True, max_length=160, verbose_name="hours, in English"),
                ),
                (
                    "languages",
                    models.CharField(
                        blank=True,
                        help_text="For example: français, anglais, occitan.",
                        max_length=120,
                        verbose_name="languages spoken",
                    ),
                ),
                (
                    "languages_en",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="languages spoken, in English"
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="The smallest comes first.", verbose_name="order"
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Untick when the person leaves the network.",
                        verbose_name="active",
                    ),
                ),
                (
                    "is_departmental",
                    models.BooleanField(
                        default=False,
                        help_text="Called when no referent of the territory can answer.",
                        verbose_name="answers for the whole département",
                    ),
                ),
                (
                    "photo",
                    models.ForeignKey(
                        blank=True,
                        help_text="With the agreement of the person, and its credit.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="ui.siteimage",
                        verbose_name="photo",
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        blank=True,
                        help_text="With which the referent signs in here, to find their own requests.",
                        limit_choices_to={"is_active": True, "is_staff": True},
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="welcome_referent",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
            ],
            options={
                "verbose_name": "welcome referent",
                "verbose_name_plural": "welcome referents",
            },
        ),
        migrations.CreateModel(
            name="ReferentTerritory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="The smallest is called first.",
                        verbose_name="rank in the territory",
                    ),
                ),
                (
                    "territory",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="referent_links",
                        to="territory.territory",
                        verbose_name="territory",
                    ),
                ),
                (
                    "referent",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="territory_links",
                        to="territory.welcomereferent",
                    ),
                ),
            ],
            options={
                "verbose_name": "territory of a referent",
                "verbose_name_plural": "territories of referents",
            },
        ),
        migrations.CreateModel(
            name="ReferentAbsence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("first_day", models.DateField(verbose_name="first day")),
                ("last_day", models.DateField(verbose_name="last day")),
                (
                    "backup",
                    models.ForeignKey(
                        blank=True,
                        help_text="Without one, the next referent of the territory answers.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="territory.welcomereferent",
                        verbose_name="backup",
                    ),
                ),
                (
                    "referent",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="absences",
                        to="territory.welcomereferent",
                    ),
                ),
            ],
            options={
                "verbose_name": "absence",
                "verbose_name_plural": "absences",
            },
        ),
        migrations.CreateModel(
            name="ResourceCard",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "theme",
                    models.CharField(
                        choices=[
                            ("SCHOOLS", "Schools"),
                            ("HOUSING", "Housing"),
                            ("EARLY_CHILDHOOD", "Early childhood"),
                            ("HEALTH", "Health"),
                            ("TRANSPORT", "Trains and transport"),
                            ("CLUBS", "Clubs and culture"),
                        ],
                        max_length=16,
                        verbose_name="theme",
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="title")),
                (
                    "title_en",
                    models.CharField(blank=True, max_length=100, verbose_name="title, in English"),
                ),
                (
                    "text",
                    models.TextField(
                        help_text="Two or three sentences, without invented figures.",
                        max_length=400,
                        verbose_name="text",
                    ),
                ),
                (
                    "text_en",
                    models.TextField(blank=True, max_length=400, verbose_name="text, in English"),
                ),
                (
                    "url",
                    models.URLField(
                        blank=True, help_text="The page that says more.", verbose_name="link"
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="telephone")),
                (
                    "checked_on",
                    models.DateField(
                        help_text="The day when somebody last made sure that the card is right; readers see it.",
                        verbose_name="checked on",
                    ),
                ),
                (
                    "order",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="The smallest comes first inside its theme.",
                        verbose_name="order",
                    ),
                ),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="updated at")),
                (
                    "territory",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="resource_cards",
                        to="territory.territory",
                        verbose_name="territory",
                    ),
                ),
            ],
            options={
                "verbose_name": "resource card",
                "verbose_name_plural": "resource cards",
                "indexes": [
                    models.Index(fields=["territory", "theme"], name="resource_card_of_territory")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "theme__in",
                                [
                                    "SCHOOLS",
                                    "HOUSING",
                                    "EARLY_CHILDHOOD",
                                    "HEALTH",
                                    "TRANSPORT",
                                    "CLUBS",
                                ],
                            )
                        ),
                        name="resource_card_theme_is_known",
                        violation_error_message="Choose a theme of the list.",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="welcomereferent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("phone", ""), _negated=True),
                    models.Q(("email", ""), _negated=True),
                    _connector="OR",
                ),
                name="referent_can_be_reached",
                violation_error_message="Give a telephone number or an e-mail address.",
            ),
        ),
        migrations.AddConstraint(
            model_name="referentterritory",
            constraint=models.UniqueConstraint(
                fields=("referent", "territory"),
                name="referent_once_per_territory",
                violation_error_message="This territory is already given to this referent.",
            ),
        ),
        migrations.AddConstraint(
            model_name="referentabsence",
            constraint=models.CheckConstraint(
                condition=models.Q(("last_day__gte", models.F("first_day"))),
                name="absence_ends_after_it_begins",
                violation_error_message="The last day comes before the first.",
            ),
        ),
        migrations.AddConstraint(
            model_name="referentabsence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("backup__isnull", True),
                    models.Q(("backup", models.F("referent")), _negated=True),
                    _connector="OR",
                ),
                name="absence_backup_is_another_person",
                violation_error_message="Nobody stands in for themselves: choose another person.",
            ),
        ),
    ]
