"""Name two acts: a public name or website changed by a member, a SIRET number confirmed by the team."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("employers", "0004_free_unchecked_siret"),
    ]

    operations = [
        migrations.AlterField(
            model_name="employerevent",
            name="act",
            field=models.CharField(
                choices=[
                    ("SIGN_UP", "Sign-up sent"),
                    ("RESUBMIT", "Sent again after correction"),
                    ("VERIFY", "Verified"),
                    ("ASK", "Information requested"),
                    ("REFUSE", "Refused"),
                    ("SUSPEND", "Suspended"),
                    ("RESTORE", "Restored"),
                    ("JOIN_REQUEST", "Request to join"),
                    ("JOIN_ACCEPT", "Request to join accepted"),
                    ("JOIN_REFUSE", "Request to join refused"),
                    ("MEMBER_REMOVED", "Colleague removed"),
                    ("MEMBER_INVITED", "Colleague invited"),
                    ("ROLE_CHANGED", "Role changed"),
                    ("ESTABLISHMENT_CHANGED", "Establishment changed"),
                    ("PUBLIC_CHANGED", "Public name or website changed"),
                    ("SIRET_CONFIRMED", "SIRET number confirmed"),
                ],
                max_length=24,
                verbose_name="act",
            ),
        ),
    ]
