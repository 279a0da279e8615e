"""Take Wagtail's own redirections from editors: roles only ever gain permissions when they are synchronised."""

from django.db import migrations

GROUP = "Éditeurs"
ACTIONS = ("add_redirect", "change_redirect", "delete_redirect")


def take(apps, schema_editor):
    """Remove the permissions from the group, where there is one."""
    group = apps.get_model("auth", "Group").objects.using(schema_editor.connection.alias)
    for editors in group.filter(name=GROUP):
        editors.permissions.remove(
            *editors.permissions.filter(
                content_type__app_label="wagtailredirects", codename__in=ACTIONS
            )
        )


class Migration(migrations.Migration):
    dependencies = [
        ("redirection", "0001_create_missed_addresses_and_links"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(take, migrations.RunPython.noop, elidable=True)]
