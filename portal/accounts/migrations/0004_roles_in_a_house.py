"""Two more roles. Whoever acted for an institution keeps what they could do: members become its desk."""

from django.db import migrations, models

ROLES = [("member", "Member"), ("desk", "Desk"), ("safety", "Safety officer"), ("manager", "Manager")]
FORTH = """
    update accounts_membership set role = 'desk' where role = 'member';
    update accounts_invitation set role = 'desk' where role = 'member' and accepted_at is null;
"""
BACK = """
    update accounts_membership set role = 'member' where role in ('desk', 'safety');
    update accounts_invitation set role = 'member' where role in ('desk', 'safety');
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_bank_details")]

    operations = [
        migrations.AlterField(
            model_name="membership",
            name="role",
            field=models.CharField(choices=ROLES, default="member", max_length=10, verbose_name="role"),
        ),
        migrations.AlterField(
            model_name="invitation",
            name="role",
            field=models.CharField(choices=ROLES, default="member", max_length=10, verbose_name="role"),
        ),
        migrations.RunSQL(FORTH, BACK),
    ]
