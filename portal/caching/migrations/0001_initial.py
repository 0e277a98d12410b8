from django.db import migrations

CREATE = """
    create sequence caching_mark;
    create table caching_change (
        xid xid8 not null default pg_current_xact_id(),
        tag text not null,
        mark bigint not null default nextval('caching_mark'),
        at timestamptz not null default now(),
        primary key (tag, xid)
    );
    create index caching_change_at on caching_change (at);
    create function caching_note_change() returns trigger language plpgsql as $$
    begin
        insert into caching_change (tag) values (tg_table_name) on conflict (xid, tag) do update set mark = default;
        return null;
    end $$;
"""
DROP = "drop function caching_note_change cascade; drop table caching_change; drop sequence if exists caching_mark"


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [migrations.RunSQL(CREATE, DROP)]
