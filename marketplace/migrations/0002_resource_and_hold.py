"""Each listing becomes an offer of a resource of its own, each order that holds a thing a hold of its piece."""

import django.db.models.deletion
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields.ranges import BigIntegerRangeField, DateTimeRangeField
from django.db import migrations, models
from django.db.models import F, Func, Q, Value

# A resource has the number of its listing, whose addresses stay as they are.
RESOURCES = """
    insert into marketplace_resource (id, thing, institution_id, name_de, name_en)
    select l.id, case l.kind when 'service' then 'service' when 'space' then 'space' else 'device' end,
        l.institution_id, coalesce(de.title, ''), coalesce(en.title, '')
    from marketplace_listing l
        left join marketplace_listingtext de on de.listing_id = l.id and de.language = 'de'
        left join marketplace_listingtext en on en.listing_id = l.id and en.language = 'en';
    select setval(pg_get_serial_sequence('marketplace_resource', 'id'), max(id)) from marketplace_resource
        having max(id) is not null;
    update marketplace_listing set resource_id = id;
    set constraints all immediate;
"""
NO_RESOURCES = "update marketplace_listing set resource_id = null; set constraints all immediate;"
HOLDS = """
    insert into marketplace_hold (resource_id, piece, period, why, order_id, note)
    select l.resource_id, o.piece, o.period, 'order', o.id, ''
    from marketplace_order o join marketplace_listing l on l.id = o.listing_id
    where o.exclusive and o.state in ('accepted', 'awaiting_payment', 'completed') order by o.id;
    set constraints all immediate;
"""
NO_HOLDS = """
    update marketplace_order o set piece = h.piece from marketplace_hold h where h.order_id = o.id;
    set constraints all immediate;
"""


def number(field: str) -> Func:
    return Func(F(field), F(field), Value("[]"), function="int8range", output_field=BigIntegerRangeField())


def alone(*expressions, **more) -> ExclusionConstraint:
    ranges = [*((number(field), "&&") for field in expressions), ("period", "&&")]
    return ExclusionConstraint(expressions=ranges, violation_error_code="taken", **more)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("marketplace", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Resource",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "thing",
                    models.CharField(
                        choices=[
                            ("device", "Device"),
                            ("facility", "Facility"),
                            ("service", "Service"),
                            ("space", "Space"),
                            ("competence", "Competence"),
                        ],
                        max_length=10,
                        verbose_name="what it is",
                    ),
                ),
                ("name_de", models.CharField(blank=True, max_length=150, verbose_name="name (German)")),
                ("name_en", models.CharField(blank=True, max_length=150, verbose_name="name (English)")),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="resources",
                        to="accounts.institution",
                        verbose_name="institution",
                    ),
                ),
            ],
            options={"verbose_name": "resource", "verbose_name_plural": "resources", "ordering": ["-pk"]},
        ),
        migrations.AddField(
            model_name="listing",
            name="resource",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="listings",
                to="marketplace.resource",
                verbose_name="resource",
            ),
        ),
        migrations.RunSQL(RESOURCES, NO_RESOURCES),
        migrations.AlterField(
            model_name="listing",
            name="resource",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="listings",
                to="marketplace.resource",
                verbose_name="resource",
            ),
        ),
        migrations.CreateModel(
            name="Hold",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("piece", models.PositiveSmallIntegerField(verbose_name="piece")),
                ("period", DateTimeRangeField(verbose_name="period")),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("order", "order"),
                            ("closure", "closed: maintenance or repair"),
                            ("holiday", "closed: holidays"),
                            ("busy", "busy in another calendar"),
                            ("own_use", "own use"),
                            ("briefing", "briefing"),
                        ],
                        max_length=10,
                        verbose_name="why",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="note")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="holds",
                        to="marketplace.order",
                        verbose_name="order",
                    ),
                ),
                (
                    "resource",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="holds",
                        to="marketplace.resource",
                        verbose_name="resource",
                    ),
                ),
            ],
            options={"verbose_name": "hold", "verbose_name_plural": "holds", "ordering": ["period", "piece"]},
        ),
        migrations.AddIndex(
            model_name="hold", index=models.Index(fields=["resource", "piece"], name="hold_of_resource")
        ),
        migrations.RemoveConstraint(model_name="order", name="order_holds_alone"),
        migrations.RunSQL(HOLDS, NO_HOLDS),
        migrations.AddConstraint(model_name="hold", constraint=alone("resource", "piece", name="hold_holds_alone")),
        migrations.AddConstraint(
            model_name="hold",
            constraint=models.CheckConstraint(name="hold_has_a_time", condition=Q(period__isempty=False)),
        ),
        migrations.AddConstraint(
            model_name="hold",
            constraint=models.CheckConstraint(name="hold_has_a_piece", condition=Q(piece__gte=1)),
        ),
        migrations.AddConstraint(
            model_name="hold",
            constraint=models.CheckConstraint(
                name="hold_of_an_order_names_it",
                condition=Q(why="order", order__isnull=False) | (~Q(why="order") & Q(order__isnull=True)),
            ),
        ),
        migrations.RemoveField(model_name="order", name="piece"),
    ]
