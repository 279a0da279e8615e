"""Let the journal tell of the whole list: who took a copy of it. Its guard is taken off and put back around the change."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from operations.append_only import FORGET_ACTOR, FORGET_NAME, guard, unguard

JOURNAL = "ambassadors_ambassadorlogentry"
DOORS = {
    "actor_id": FORGET_ACTOR,
    "actor_name": FORGET_NAME,
    "words": "(NEW.words = OLD.words OR NEW.words = '')",
}


def forget_lines_of_nobody(apps: Any, schema_editor: Any) -> None:
    """Delete, on the way back, the lines that the former journal could not hold."""
    lines = apps.get_model("ambassadors", "AmbassadorLogEntry").objects
    lines.using(schema_editor.connection.alias).filter(ambassador__isnull=True).delete()


class Migration(migrations.Migration):
    dependencies = [("ambassadors", "0002_confirm_addresses")]

    operations = [
        # SQLite makes the table anew, without its triggers; PostgreSQL keeps them.
        migrations.RunPython(unguard(JOURNAL), guard(JOURNAL, DOORS)),
        migrations.AlterField(
            model_name="ambassadorlogentry",
            name="act",
            field=models.CharField(
                choices=[
                    ("RECEIVED", "Request received"),
                    ("CONFIRMED", "Address confirmed"),
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
                    ("EXPORT", "List of members exported"),
                ],
                max_length=20,
                verbose_name="act",
            ),
        ),
        migrations.AlterField(
            model_name="ambassadorlogentry",
            name="ambassador",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="log",
                to="ambassadors.ambassador",
            ),
        ),
        migrations.RunPython(migrations.RunPython.noop, forget_lines_of_nobody),
        migrations.RunPython(guard(JOURNAL, DOORS), unguard(JOURNAL)),
    ]
