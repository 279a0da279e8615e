"""Give each message a number that nobody guesses, the old ones too: their reference is made of it."""

import uuid

from django.db import migrations, models


def number_messages(apps, schema_editor):
    """Give the messages received before a number each."""
    messages = apps.get_model("contact", "ContactMessage").objects.using(
        schema_editor.connection.alias
    )
    rows = messages.filter(public_id__isnull=True).values_list("pk", flat=True)
    for pk in list(rows):
        messages.filter(pk=pk).update(public_id=uuid.uuid4())


class Migration(migrations.Migration):
    dependencies = [("contact", "0001_create_messages_and_mailboxes")]

    operations = [
        migrations.AddField(
            model_name="contactmessage",
            name="public_id",
            field=models.UUIDField(default=None, editable=False, null=True),
        ),
        migrations.RunPython(number_messages, migrations.RunPython.noop, elidable=True),
        migrations.AlterField(
            model_name="contactmessage",
            name="public_id",
            field=models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
        ),
    ]
