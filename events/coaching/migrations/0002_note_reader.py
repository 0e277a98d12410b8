import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def name_the_readers(apps, schema_editor):
    Note, Booking = apps.get_model("coaching", "Note"), apps.get_model("coaching", "Booking")
    accounts = Booking.objects.filter(pk=OuterRef("booking")).values("slot__coach__user")[:1]
    Note.objects.update(reader=Subquery(accounts))


class Migration(migrations.Migration):
    dependencies = [
        ("coaching", "0001_first"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="note",
            name="reader",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.RunPython(name_the_readers, migrations.RunPython.noop),
    ]
