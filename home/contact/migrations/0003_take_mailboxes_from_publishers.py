"""Take the choice of the mailboxes from publishers: roles only ever gain permissions when they are synchronised."""

from django.db import migrations

GROUP = "Responsables de publication"


def take(apps, schema_editor):
    """Remove the permission from the group, where there is one."""
    group = apps.get_model("auth", "Group").objects.using(schema_editor.connection.alias)
    for publishers in group.filter(name=GROUP):
        publishers.permissions.remove(
            *publishers.permissions.filter(
                content_type__app_label="contact", codename="change_contactsettings"
            )
        )


class Migration(migrations.Migration):
    dependencies = [
        ("contact", "0002_give_messages_a_public_number"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(take, migrations.RunPython.noop, elidable=True)]
