"""A resource carries what exists: how many, who finds it, words, what belongs to it, who paid for it."""

import django.core.validators
from django.db import migrations, models


# What the offers said of a thing until now: the most of them, the first contact, every project.
FILLED = """
    update marketplace_resource r set
        quantity = greatest(1, (select max(l.quantity) from marketplace_listing l where l.resource_id = r.id)),
        contact_id = coalesce(r.contact_id, (
            select l.contact_id from marketplace_listing l
            where l.resource_id = r.id and l.contact_id is not null order by l.id limit 1));
    insert into marketplace_resource_projects (resource_id, project_id)
        select distinct resource_id, project_id from marketplace_listing where project_id is not null;
    set constraints all immediate;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_roles_in_a_house'),
        ('home', '0001_initial'),
        ('marketplace', '0005_several_pieces'),
    ]

    operations = [
        migrations.AddField(
            model_name="order",
            name="dfg_project",
            field=models.CharField(blank=True, max_length=40, verbose_name="DFG project"),
        ),
        migrations.AddField(
            model_name='resource',
            name='description_de',
            field=models.TextField(blank=True, max_length=4000, verbose_name='description (German)'),
        ),
        migrations.AddField(
            model_name='resource',
            name='description_en',
            field=models.TextField(blank=True, max_length=4000, verbose_name='description (English)'),
        ),
        migrations.AddField(
            model_name='resource',
            name='funders',
            field=models.ManyToManyField(blank=True, related_name='resources', to='home.funder', verbose_name='funders'),
        ),
        migrations.AddField(
            model_name='resource',
            name='projects',
            field=models.ManyToManyField(blank=True, related_name='resources', to='home.project', verbose_name='paid by projects'),
        ),
        migrations.AddField(
            model_name='resource',
            name='quantity',
            field=models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(99)], verbose_name='quantity'),
        ),
        migrations.AddField(
            model_name='resource',
            name='related',
            field=models.ManyToManyField(blank=True, to='marketplace.resource', verbose_name='related things'),
        ),
        migrations.AddField(
            model_name='resource',
            name='visibility',
            field=models.CharField(choices=[('public', 'everybody'), ('verified', 'who acts for a verified institution'), ('house', 'our institution alone')], default='public', max_length=8, verbose_name='who finds it'),
        ),
        migrations.RunSQL(FILLED, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name='resource',
            constraint=models.CheckConstraint(condition=models.Q(('quantity__gte', 1)), name='resource_has_a_quantity'),
        ),
    ]
