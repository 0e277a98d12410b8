"""A visitor registers on a phone for an event that sells tickets and asks questions, changes what was said, cancels."""

from tests.journeys import filling

FORUM = "/de/veranstaltungen/jahresforum-life-sciences/"


def _form(page, demo):
    page.goto(demo.base_url + FORUM)
    filling.press(page, "Jetzt anmelden")
    page.fill("input[name=name]", "Fenna Öztürk")
    page.fill("input[name=email]", "fenna@visitor.example")
    page.select_option("select[name=target_group]", "startup")
    page.check("input[name=consent]")


def _answer(page, question: str, answer: str) -> None:
    page.get_by_role("group", name=question).get_by_label(answer, exact=True).check()


def test_tickets_sessions_and_questions_are_answered_changed_and_given_up(phone, demo):
    _form(phone, demo)
    diet = phone.get_by_role("group", name="Was sollen wir beim Essen beachten?")
    assert diet.is_hidden()  # a question of its own only for those who stay
    answer = filling.send(phone)
    assert answer.status == 422
    assert phone.locator("[role=alert]").first.is_visible()
    assert phone.input_value("input[name=name]") == "Fenna Öztürk"

    phone.get_by_label("Studium und Ausbildung").first.check()
    _answer(phone, "Bleiben Sie zum Abendessen?", "Ja")
    assert diet.is_visible()
    _answer(phone, "Was sollen wir beim Essen beachten?", "vegan")
    phone.get_by_label("Sprechstunde Patente").first.check()
    filling.send(phone)
    filling.to_own_page(phone, demo, "fenna@visitor.example")
    assert phone.get_by_text("Sie sind angemeldet.").first.is_visible()

    mail = demo.wait_for_mail("fenna@visitor.example", "Ihre Anmeldung")
    phone.goto(filling.link(mail, "meine-anmeldung"))
    filling.press(phone, "Angaben ändern")
    _answer(phone, "Bleiben Sie zum Abendessen?", "Nein")
    filling.send(phone)
    told = phone.locator("main").inner_text()
    assert "vegan" not in told
    assert "Sprechstunde Patente" in told

    filling.press(phone, "Anmeldung stornieren")
    filling.press(phone, "Ja, stornieren")
    demo.wait_for_mail("fenna@visitor.example", "storniert")


def test_without_scripts_every_question_stands_there_and_says_its_condition(open_window, demo):
    page = open_window(390, 844, java_script_enabled=False)
    _form(page, demo)
    assert page.get_by_role("group", name="Was sollen wir beim Essen beachten?").is_visible()
    assert "Bleiben Sie zum Abendessen?" in page.locator("main").inner_text()
