from django.db import migrations

# What has been printed is complete: nothing changes in it, and no line or tax comes along afterwards either.
COMPLETE = """
create function invoices_complete() returns trigger language plpgsql as $$
begin
    if exists (select from invoices_paper where invoice_id = new.invoice_id) then
        raise exception 'an issued invoice never changes' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger complete before insert on invoices_invoiceline
    for each row execute function invoices_complete();
create trigger complete before insert on invoices_invoicetax
    for each row execute function invoices_complete();
"""
OPEN = "drop function if exists invoices_complete() cascade"


class Migration(migrations.Migration):
    dependencies = [
        ("invoices", "0002_reminders"),
    ]

    operations = [
        migrations.RunSQL(COMPLETE, OPEN),
    ]
