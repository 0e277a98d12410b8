"""The photos belong to the thing: all its offers show them. Of several offers each adds what the earlier ones lack."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# One row for each photo of a thing, in the order of its offers and of their photos, the first time it stands there.
MOVED = """
    create temporary table moved on commit drop as
        select distinct on (resource_id, image_id) resource_id, image_id, listing_id, place from (
            select l.resource_id, l.photo_id as image_id, l.id as listing_id, 1 as place
                from marketplace_listing l where l.photo_id is not null
            union all
            select l.resource_id, p.image_id, l.id, 1 + row_number() over (
                    partition by p.listing_id order by p.position, p.id)
                from marketplace_listingphoto p join marketplace_listing l on l.id = p.listing_id
        ) every order by resource_id, image_id, listing_id, place;
    create temporary table ordered on commit drop as
        select resource_id, image_id, row_number() over (partition by resource_id order by listing_id, place) as place
        from moved;
    update marketplace_resource r set photo_id = o.image_id from ordered o where o.resource_id = r.id and o.place = 1;
    insert into marketplace_resourcephoto (resource_id, image_id, position)
        select resource_id, image_id, place from ordered where place > 1 order by resource_id, place;
    drop table moved;
    drop table ordered;
    set constraints all immediate;
"""
# Back to the first offer of each thing.
BACK = """
    update marketplace_listing l set photo_id = r.photo_id from marketplace_resource r
        where r.id = l.resource_id and l.id = (select min(f.id) from marketplace_listing f where f.resource_id = r.id);
    insert into marketplace_listingphoto (listing_id, image_id, position)
        select (select min(f.id) from marketplace_listing f where f.resource_id = p.resource_id), p.image_id, p.position
        from marketplace_resourcephoto p
        where exists (select from marketplace_listing f where f.resource_id = p.resource_id);
    set constraints all immediate;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("marketplace", "0006_what_exists"),
        migrations.swappable_dependency(settings.WAGTAILIMAGES_IMAGE_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="resource",
            name="photo",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.WAGTAILIMAGES_IMAGE_MODEL,
                verbose_name="photo",
            ),
        ),
        migrations.CreateModel(
            name="ResourcePhoto",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(verbose_name="position")),
                (
                    "image",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.WAGTAILIMAGES_IMAGE_MODEL,
                        verbose_name="photo",
                    ),
                ),
                (
                    "resource",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="more_photos",
                        to="marketplace.resource",
                        verbose_name="resource",
                    ),
                ),
            ],
            options={
                "verbose_name": "further photo",
                "verbose_name_plural": "further photos",
                "ordering": ["resource", "position", "pk"],
            },
        ),
        migrations.RunSQL(MOVED, BACK),
        migrations.RemoveField(model_name="listing", name="photo"),
        migrations.DeleteModel(name="ListingPhoto"),
    ]
