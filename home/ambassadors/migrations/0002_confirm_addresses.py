"""Note when somebody proved that the address of a request is theirs."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models
from django.db.models.functions import Coalesce


def keep_the_rule_of_their_time(apps: Any, schema_editor: Any) -> None:
    """Count what was agreed to before this rule existed: nobody loses a file that they could not have confirmed."""
    people = apps.get_model("ambassadors", "Ambassador").objects.using(
        schema_editor.connection.alias
    )
    people.filter(confirmed_at__isnull=True).update(
        confirmed_at=Coalesce("joined_at", "created_at")
    )


class Migration(migrations.Migration):
    dependencies = [("ambassadors", "0001_create_portraits_people_and_goods")]

    operations = [
        migrations.AddField(
            model_name="ambassador",
            name="confirmed_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="address confirmed"),
        ),
        migrations.RunPython(keep_the_rule_of_their_time, migrations.RunPython.noop),
    ]
