import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models

KEY = dict(verbose_name='ID', auto_created=True, primary_key=True, serialize=False)
OWNED = dict(on_delete=django.db.models.deletion.CASCADE, related_name='+')

# Whoever shelves the same listings waits in the first statement, and then sees what the other one has written: each
# statement of a function looks anew.
SHELVE = """
    create function marketplace_rule_key(l marketplace_listing) returns text language sql immutable as $$
        select md5(row(l.kind, l.audience, l.institutions_only, l.opening_days, l.opens_at, l.closes_at, l.min_hours,
            l.max_hours, coalesce(l.daily, 0) > 0, l.lead_days, l.loan_max_months)::text)
    $$;
    create function marketplace_marked(terms tsvector, weights "char"[], mark text) returns tsvector
    language sql immutable as $$
        select array_to_tsvector(array(select mark || one from unnest(tsvector_to_array(ts_filter(terms, weights))) one))
    $$;
    create function marketplace_shelf(those bigint[]) returns table (
        listing_id bigint, drawer_id bigint, place_id bigint, rule_id bigint, is_out boolean, expires_on date,
        newest timestamptz, cost numeric, visibility varchar, words tsvector
    ) language sql stable as $$
        select l.id, d.id, p.id, r.id,
               l.state = 'released' and (
                   select count(distinct h.piece) from marketplace_hold h
                   where h.resource_id = l.resource_id and h.for_good and h.piece <= l.quantity
               ) < l.quantity,
               l.expires_on, l.released_at, coalesce(l.price, l.hourly, l.daily), t.visibility,
               strip(l.terms::tsvector) || marketplace_marked(l.terms::tsvector, '{a}', '>')
                   || marketplace_marked(l.terms::tsvector, '{a,b}', '+')
          from marketplace_listing l
          join marketplace_resource t on t.id = l.resource_id
          left join marketplace_drawer d
              on (d.kind, d.category_id, d.condition) = (l.kind, l.category_id, l.condition)
          left join marketplace_place p
              on (p.institution_id, p.city, p.district) = (l.institution_id, l.city, l.district)
          left join marketplace_rule r on r.key = marketplace_rule_key(l)
         where l.id = any(those)
    $$;
    -- To plan it anew for each row that is written would take three times as long as to do it.
    create function marketplace_shelve(those bigint[]) returns void language plpgsql
    set plan_cache_mode = force_generic_plan as $$
    begin
        perform from marketplace_shelved where listing_id = any(those) order by listing_id for update;
        -- Notes of changes let go of pages: nothing is written that is there already.
        if exists (
            select from marketplace_shelf(those) where drawer_id is null or place_id is null or rule_id is null
        ) then
            insert into marketplace_drawer (kind, category_id, condition)
                select distinct l.kind, l.category_id, l.condition from marketplace_listing l
                where l.id = any(those) and not exists (
                    select from marketplace_drawer d
                    where (d.kind, d.category_id, d.condition) = (l.kind, l.category_id, l.condition))
                order by 1, 2, 3 on conflict do nothing;
            insert into marketplace_place (institution_id, city, district)
                select distinct l.institution_id, l.city, l.district from marketplace_listing l
                where l.id = any(those) and not exists (
                    select from marketplace_place p
                    where (p.institution_id, p.city, p.district) = (l.institution_id, l.city, l.district))
                order by 1, 2, 3 on conflict do nothing;
            insert into marketplace_rule (key, kind, audience, institutions_only, opening_days, opens_at, closes_at,
                                          min_hours, max_hours, by_day, lead_days, loan_max_months)
                select distinct on (1) marketplace_rule_key(l), l.kind, l.audience, l.institutions_only, l.opening_days,
                       l.opens_at, l.closes_at, l.min_hours, l.max_hours, coalesce(l.daily, 0) > 0, l.lead_days,
                       l.loan_max_months
                from marketplace_listing l
                where l.id = any(those)
                  and not exists (select from marketplace_rule r where r.key = marketplace_rule_key(l))
                order by 1 on conflict do nothing;
        end if;
        insert into marketplace_shelved as s (listing_id, drawer_id, place_id, rule_id, is_out, expires_on, newest, cost,
                                              visibility, words)
            select listing_id, drawer_id, place_id, rule_id, is_out, expires_on, newest, cost, visibility, words
            from marketplace_shelf(those)
        on conflict (listing_id) do update set
            (drawer_id, place_id, rule_id, is_out, expires_on, newest, cost, visibility, words) =
            (excluded.drawer_id, excluded.place_id, excluded.rule_id, excluded.is_out, excluded.expires_on,
             excluded.newest, excluded.cost, excluded.visibility, excluded.words)
        where (s.drawer_id, s.place_id, s.rule_id, s.is_out, s.expires_on, s.newest, s.cost, s.visibility, s.words)
            is distinct from
            (excluded.drawer_id, excluded.place_id, excluded.rule_id, excluded.is_out, excluded.expires_on,
             excluded.newest, excluded.cost, excluded.visibility, excluded.words);
    end $$;
"""
FILL = """
    select marketplace_shelve(array(select id from marketplace_listing));
    set constraints all immediate;
"""
TRIGGERS = """
    create function marketplace_listing_shelves() returns trigger language plpgsql as $$
    declare
        those bigint[];
    begin
        if tg_op = 'INSERT' then
            those := array(select id from written);
        else
            those := array(
                select w.id from written w join before b on b.id = w.id
                where (w.kind, w.category_id, w.condition, w.institution_id, w.city, w.district, w.audience,
                       w.institutions_only, w.opening_days, w.opens_at, w.closes_at, w.min_hours, w.max_hours,
                       w.lead_days, w.loan_max_months, w.hourly, w.daily, w.price, w.state, w.expires_on,
                       w.released_at, w.quantity, w.resource_id, w.terms) is distinct from
                      (b.kind, b.category_id, b.condition, b.institution_id, b.city, b.district, b.audience,
                       b.institutions_only, b.opening_days, b.opens_at, b.closes_at, b.min_hours, b.max_hours,
                       b.lead_days, b.loan_max_months, b.hourly, b.daily, b.price, b.state, b.expires_on,
                       b.released_at, b.quantity, b.resource_id, b.terms));
        end if;
        if those <> '{}' then
            perform marketplace_shelve(those);
        end if;
        return null;
    end $$;
    create trigger shelves_new after insert on marketplace_listing referencing new table as written
        for each statement execute function marketplace_listing_shelves();
    create trigger shelves_changed after update on marketplace_listing
        referencing old table as before new table as written
        for each statement execute function marketplace_listing_shelves();

    create function marketplace_thing_shelves() returns trigger language plpgsql as $$
    begin
        perform marketplace_shelve(array(select id from marketplace_listing where resource_id = new.id));
        return null;
    end $$;
    create trigger shelves_seen after update on marketplace_resource
        for each row when (old.visibility is distinct from new.visibility)
        execute function marketplace_thing_shelves();

    create function marketplace_hold_shelves() returns trigger language plpgsql as $$
    begin
        if tg_op <> 'INSERT' then
            perform marketplace_shelve(array(select id from marketplace_listing where resource_id = old.resource_id));
        end if;
        if tg_op <> 'DELETE' then
            perform marketplace_shelve(array(select id from marketplace_listing where resource_id = new.resource_id));
        end if;
        return null;
    end $$;
    create trigger shelves_gone after insert on marketplace_hold
        for each row when (new.for_good) execute function marketplace_hold_shelves();
    create trigger shelves_moved after update on marketplace_hold
        for each row when (old.for_good or new.for_good) execute function marketplace_hold_shelves();
    create trigger shelves_back after delete on marketplace_hold
        for each row when (old.for_good) execute function marketplace_hold_shelves();
"""
UNSHELVE = """
    drop function marketplace_listing_shelves cascade;
    drop function marketplace_thing_shelves cascade;
    drop function marketplace_hold_shelves cascade;
"""
FORGET = """
    drop function marketplace_shelve;
    drop function marketplace_shelf;
    drop function marketplace_marked;
    drop function marketplace_rule_key;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_roles_in_a_house'),
        ('marketplace', '0009_found_at_once'),
    ]

    operations = [
        migrations.CreateModel(
            name='Drawer',
            fields=[
                ('id', models.BigAutoField(**KEY)),
                ('kind', models.CharField(max_length=10)),
                ('category', models.ForeignKey(to='marketplace.category', **OWNED)),
                ('condition', models.CharField(blank=True, max_length=12)),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('kind', 'category', 'condition'), name='one_drawer')
                ],
            },
        ),
        migrations.CreateModel(
            name='Place',
            fields=[
                ('id', models.BigAutoField(**KEY)),
                ('institution', models.ForeignKey(to='accounts.institution', **OWNED)),
                ('city', models.CharField(blank=True, max_length=80)),
                ('district', models.CharField(blank=True, max_length=5)),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('institution', 'city', 'district'), name='one_place')
                ],
            },
        ),
        migrations.CreateModel(
            name='Rule',
            fields=[
                ('id', models.BigAutoField(**KEY)),
                ('key', models.CharField(max_length=32, unique=True)),
                ('kind', models.CharField(max_length=10)),
                ('audience', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=10), size=None)),
                ('institutions_only', models.BooleanField()),
                ('opening_days', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), size=None)),
                ('opens_at', models.TimeField(null=True)),
                ('closes_at', models.TimeField(null=True)),
                ('min_hours', models.PositiveSmallIntegerField(null=True)),
                ('max_hours', models.PositiveSmallIntegerField(null=True)),
                ('by_day', models.BooleanField()),
                ('lead_days', models.PositiveSmallIntegerField()),
                ('loan_max_months', models.PositiveSmallIntegerField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Shelved',
            fields=[
                ('listing', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='shelved', serialize=False, to='marketplace.listing')),
                ('drawer', models.ForeignKey(db_index=False, to='marketplace.drawer', **OWNED)),
                ('place', models.ForeignKey(db_index=False, to='marketplace.place', **OWNED)),
                ('rule', models.ForeignKey(db_index=False, to='marketplace.rule', **OWNED)),
                ('is_out', models.BooleanField()),
                ('expires_on', models.DateField(null=True)),
                ('newest', models.DateTimeField(null=True)),
                ('cost', models.DecimalField(decimal_places=2, max_digits=10, null=True)),
                ('visibility', models.CharField(max_length=8)),
                ('words', django.contrib.postgres.search.SearchVectorField()),
            ],
        ),
        migrations.RemoveIndex(
            model_name='listing',
            name='listing_vector',
        ),
        migrations.RemoveField(
            model_name='listing',
            name='vector',
        ),
        migrations.RunSQL(SHELVE, FORGET),
        # Before the indexes: a hundred times quicker than into them.
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name='shelved',
            index=django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=['words'], name='shelved_words'),
        ),
        migrations.AddIndex(
            model_name='shelved',
            index=models.Index(models.OrderBy(models.F('newest'), descending=True), models.OrderBy(models.F('listing'), descending=True), condition=models.Q(('is_out', True)), include=('drawer', 'place', 'rule', 'expires_on', 'visibility'), name='shelved_newest'),
        ),
        migrations.AddIndex(
            model_name='shelved',
            index=models.Index(models.OrderBy(models.F('cost'), nulls_last=True), models.OrderBy(models.F('newest'), descending=True), models.OrderBy(models.F('listing'), descending=True), condition=models.Q(('is_out', True)), name='shelved_cheapest'),
        ),
        migrations.RunSQL(TRIGGERS, UNSHELVE),
    ]
