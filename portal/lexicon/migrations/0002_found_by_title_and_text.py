from django.db import migrations

# Wagtail has an index for titles and one for texts, and asks for both together: then neither helps.
CREATE = "create index wagtailsearch_both on wagtailsearch_indexentry using gin ((title || body))"


class Migration(migrations.Migration):

    dependencies = [
        ('lexicon', '0001_initial'),
        ('wagtailsearch', '0010_add_text_fields'),
    ]

    operations = [migrations.RunSQL(CREATE, "drop index wagtailsearch_both")]
