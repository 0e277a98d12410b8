"""Three pieces of editing that are under way when the demo starts.

Keys: key, page (slug of a news, standard page or "new"), kind (draft: never published; change: a published page with
an unpublished edit), language, title, teaser, body (blocks), submitted_by (user key), comment, state (submitted,
needs_changes), task_comment (the moderator's words or None).
"""

WORKFLOWS = [
    {
        "key": "news_draft",
        "page": "new",
        "kind": "draft",
        "language": "de",
        "title": "Drei neue Geräte im Kataster Bioprozesstechnik",
        "teaser": "Separator, Sprühtrockner und ein Wellenbioreaktor sind hinzugekommen.",
        "body": [
            {
                "type": "paragraph",
                "text": "Seit der letzten Prüfung stehen drei weitere Anlagen im Kataster. Alle drei sind mit Personal buchbar, zwei davon auch tageweise.",
            },
            {"type": "newest_listings", "count": 3},
        ],
        "submitted_by": "editor",
        "comment": "Bitte bis Freitag freigeben, wir verlinken sie im Rundbrief.",
        "state": "submitted",
        "task_comment": None,
    },
    {
        "key": "page_change",
        "page": "fuer-gruendungen",
        "kind": "change",
        "language": "de",
        "title": "Gründen",
        "teaser": "Von der ersten Frage bis zum ersten Labor: Wer Ihnen wobei hilft.",
        "body": [
            {"type": "paragraph", "text": "Neu ist die Sprechstunde der Förderlotsin am ersten Dienstag im Monat."}
        ],
        "submitted_by": "editor",
        "comment": "Termin der Sprechstunde ergänzt.",
        "state": "needs_changes",
        "task_comment": "Bitte noch die Uhrzeit und den Link zur Anmeldung eintragen.",
    },
    {
        "key": "translation_draft",
        "page": "abendfenster-im-zentrallabor",
        "kind": "change",
        "language": "en",
        "title": "Hellweg-Klinikum opens its laboratory after hours",
        "teaser": "Free analyser time for partners, evenings from six; patient samples still come first.",
        "body": [],
        "submitted_by": "editor",
        "comment": "Shorter headline for the English home page.",
        "state": "submitted",
        "task_comment": None,
    },
]
