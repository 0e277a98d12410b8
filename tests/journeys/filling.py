"""Filling in the portal's forms as a person does: by what stands beside each field."""

import re
from urllib.parse import urlsplit

QUESTION = "[action$='/fragen/'], [action$='/ask/']"


def registration(page, *, name: str, email: str, seats: int = 1) -> None:
    """Fill in and send the form of registration."""
    page.fill("input[name=name]", name)
    page.fill("input[name=email]", email)
    page.select_option("select[name=target_group]", "university")
    page.fill("input[name=seats]", str(seats))
    page.check("input[name=consent]")
    send(page)


def to_own_page(page, demo, email: str, part: str = "anmeldung") -> None:
    """From the page that says the same to everybody, by the letter, to the own one."""
    assert page.locator("h1", has_text=re.compile("Postfach|mailbox")).is_visible()
    page.goto(link(demo.wait_for_mail(email), part))


def send(page):
    """Press the last button of the page's main form; the answer. The question to the owner stands below it."""
    form = page.locator(f"main form[method=post]:not({QUESTION})").last
    with page.expect_navigation() as sending:
        form.locator("button:not([type=button], .btn-quiet)").last.click()
    return sending.value


def press(page, name: str):
    """Press the button or follow the link that is called `name`; the answer."""
    target = page.get_by_role("button", name=name).or_(page.get_by_role("link", name=name)).first
    with page.expect_navigation() as going:
        target.click()
    return going.value


def links(mail) -> list[str]:
    """All addresses in the plain text of a mail."""
    return re.findall(r"https?://\S+", mail.get_body(("plain",)).get_content())


def link(mail, part: str) -> str:
    """The address in the mail whose path contains `part`."""
    return next(address for address in links(mail) if part in urlsplit(address).path)
