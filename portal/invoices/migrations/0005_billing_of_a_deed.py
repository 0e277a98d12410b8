import django.core.validators
import django.db.models.deletion
import portal.language.mailbox_fields
from django.conf import settings
from django.db import migrations, models

SAID = ("name", "person", "street", "postal_code", "city", "country", "email")
SAID += ("order_number", "cost_centre", "vat_id", "leitweg_id")


def to_their_deeds(apps, schema_editor):
    """What was said about several payments of a deed: the last counts."""
    before, after = apps.get_model("invoices", "BillingOfPayment"), apps.get_model("invoices", "Billing")
    for one in before.objects.select_related("payment").order_by("payment_id").iterator():
        payment = one.payment
        after.objects.update_or_create(
            purpose_type_id=payment.purpose_type_id,
            purpose_id=payment.purpose_id,
            defaults={name: getattr(one, name) for name in SAID} | {"asked_by": payment.payer_email},
        )


class Migration(migrations.Migration):

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        ('invoices', '0004_credit_is_a_choice'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RenameModel("Billing", "BillingOfPayment"),
        migrations.CreateModel(
            name='Billing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=150, verbose_name='institution or name')),
                ('person', models.CharField(blank=True, max_length=150, verbose_name='department or person')),
                ('street', models.CharField(max_length=120, verbose_name='street')),
                ('postal_code', models.CharField(max_length=10, verbose_name='postal code')),
                ('city', models.CharField(max_length=80, verbose_name='city')),
                ('country', models.CharField(default='DE', max_length=2, validators=[django.core.validators.RegexValidator('^[A-Z]{2}\\Z', 'Two capital letters, such as DE.')], verbose_name='country')),
                ('email', portal.language.mailbox_fields.MailboxField(blank=True, help_text='Only if somebody else than you shall get it.', max_length=254, verbose_name='email for the invoice')),
                ('order_number', models.CharField(blank=True, max_length=60, verbose_name='order number')),
                ('cost_centre', models.CharField(blank=True, max_length=60, verbose_name='cost centre')),
                ('vat_id', models.CharField(blank=True, max_length=20, verbose_name='VAT id')),
                ('leitweg_id', models.CharField(blank=True, help_text='Public bodies: with it you get an XRechnung as well.', max_length=46, verbose_name='Leitweg-ID')),
                ('purpose_id', models.BigIntegerField()),
                ('asked_by', portal.language.mailbox_fields.MailboxField(blank=True, max_length=254, verbose_name='email')),
                ('purpose_type', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='contenttypes.contenttype')),
            ],
            options={
                'verbose_name': 'recipient of an invoice',
                'verbose_name_plural': 'recipients of invoices',
                'indexes': [models.Index(fields=['asked_by'], name='invoices_bi_asked_b_0cc37c_idx')],
                'constraints': [models.UniqueConstraint(fields=('purpose_type', 'purpose_id'), name='one_billing_per_deed')],
            },
        ),
        migrations.CreateModel(
            name='UsualRecipient',
            fields=[
                ('name', models.CharField(max_length=150, verbose_name='institution or name')),
                ('person', models.CharField(blank=True, max_length=150, verbose_name='department or person')),
                ('street', models.CharField(max_length=120, verbose_name='street')),
                ('postal_code', models.CharField(max_length=10, verbose_name='postal code')),
                ('city', models.CharField(max_length=80, verbose_name='city')),
                ('country', models.CharField(default='DE', max_length=2, validators=[django.core.validators.RegexValidator('^[A-Z]{2}\\Z', 'Two capital letters, such as DE.')], verbose_name='country')),
                ('email', portal.language.mailbox_fields.MailboxField(blank=True, help_text='Only if somebody else than you shall get it.', max_length=254, verbose_name='email for the invoice')),
                ('order_number', models.CharField(blank=True, max_length=60, verbose_name='order number')),
                ('cost_centre', models.CharField(blank=True, max_length=60, verbose_name='cost centre')),
                ('vat_id', models.CharField(blank=True, max_length=20, verbose_name='VAT id')),
                ('leitweg_id', models.CharField(blank=True, help_text='Public bodies: with it you get an XRechnung as well.', max_length=46, verbose_name='Leitweg-ID')),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='usual_recipient', serialize=False, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'usual recipient of invoices',
                'verbose_name_plural': 'usual recipients of invoices',
            },
        ),
        migrations.RunPython(to_their_deeds, migrations.RunPython.noop),
        migrations.DeleteModel("BillingOfPayment"),
    ]
