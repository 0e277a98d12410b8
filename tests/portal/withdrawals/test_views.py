"""The function over HTTP: two steps, the same answer for everybody, and where the right is spoken of."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import translation

from home.models import Office
from portal.accounts.groups import FINANCE, MODERATORS
from portal.accounts.samples import user
from portal.payments.states import PaymentState
from portal.withdrawals import brakes, contracts, tasks
from portal.withdrawals.models import Withdrawal
from portal.withdrawals.states import WithdrawalState
from tests.portal.withdrawals.conftest import ADA, ENDS, NOW, declare, payment_of

pytestmark = pytest.mark.django_db
SAID = ADA | {"contract": "TP-000001, Seminar"}
WORDS = {
    "de": ("/de/widerruf/", "Vertrag widerrufen", "Widerruf bestätigen", "Ihr Widerruf ist eingegangen"),
    "en": ("/en/withdrawal/", "Withdraw from the contract", "Confirm withdrawal", "Your withdrawal has been received"),
}


@pytest.mark.parametrize("language", ["de", "en"])
def test_two_steps_without_an_account(client, site_tree, language, time_machine):
    path, label, button, done = WORDS[language]
    time_machine.move_to(NOW, tick=False)
    first = client.get(path).content.decode()
    assert f"<h1>{label}</h1>" in re.sub(r"<h1[^>]*>", "<h1>", first)
    second = client.post(path, SAID).content.decode()
    assert len(re.findall(rf"<button[^>]*>{button}</button>", second)) == 1
    assert Withdrawal.objects.count() == 0
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', second))
    hidden.pop("csrfmiddlewaretoken", None)
    answer = client.post(path, hidden | {"confirm": "1"})
    assert answer.status_code == 303
    page = client.get(answer["Location"])
    text = page.content.decode()
    assert done in text
    assert ("13:00 Uhr (MEZ)" if language == "de" else "13:00 (CET)") in text
    assert "noindex" in page.headers["X-Robots-Tag"]
    one = Withdrawal.objects.get()
    assert (one.name, one.contract, one.email, one.language) == (
        *(SAID[n] for n in ("name", "contract", "email")),
        language,
    )


def test_what_was_typed_stays_when_something_is_missing(client, site_tree):
    answer = client.post("/de/widerruf/", SAID | {"email": "keine"})
    assert answer.status_code == 422
    assert SAID["contract"] in answer.content.decode()
    back = client.post("/de/widerruf/", SAID | {"change": "1"}).content.decode()
    assert SAID["contract"] in back
    assert 'role="alert"' not in back


def test_the_answer_tells_nobody_whether_a_contract_exists(client, site_tree, guest, time_machine):
    time_machine.move_to(NOW + timedelta(days=1), tick=False)
    mine = guest(paid=True)
    pages = []
    for contract in (payment_of(mine).reference, "TP-999999"):
        answer = client.post("/de/widerruf/", SAID | {"contract": contract, "confirm": "1"})
        if contract != "TP-999999":
            tasks.examine(Withdrawal.objects.get().pk)
        page = client.get(answer["Location"]).content.decode()
        pages.append(re.sub(r"TP-\d+|eingang/[^/]*/|received/[^/]*/|nonce-[^'\"]*", "", page))
    assert pages[0] == pages[1]
    assert sorted(Withdrawal.objects.values_list("state", flat=True)) == ["carried_out", "received"]


def test_behind_the_secret_link_everything_is_filled_in(client, site_tree, guest, time_machine):
    time_machine.move_to(NOW, tick=False)
    mine = guest(paid=True)
    door = contracts.address(mine)
    for address in (mine.get_absolute_url(), payment_of(mine).get_absolute_url()):
        assert door in client.get(address).content.decode()
    page = client.get(door).content.decode()
    for said in (ADA["name"], ADA["email"], f"Anmeldung {mine.pk}"):
        assert said in page
    assert "Die Frist scheint abgelaufen zu sein" not in page
    time_machine.move_to(ENDS, tick=False)
    assert "Die Frist scheint abgelaufen zu sein" in client.get(door).content.decode()
    assert door not in client.get(mine.get_absolute_url()).content.decode()
    assert client.get(door[:-3] + "00/").status_code == 404


def test_the_foot_of_every_page_leads_there(client, site_tree):
    for path in ("/de/", "/de/gibt-es-nicht/"):
        assert 'href="/de/widerruf/">Vertrag widerrufen</a>' in client.get(path).content.decode()
    assert 'href="/en/withdrawal/">Withdraw from the contract</a>' in client.get("/en/").content.decode()


def test_where_no_private_person_buys_nothing_speaks_of_it(client, site_tree, guest, time_machine):
    time_machine.move_to(NOW, tick=False)
    mine = guest(paid=True)
    door = contracts.address(mine)
    Office.objects.update_or_create(site=site_tree.site, defaults={"private_buyers": False})
    assert client.get("/de/widerruf/").status_code == 404
    assert client.get(door).status_code == 404
    for address in ("/de/", mine.get_absolute_url(), payment_of(mine).get_absolute_url()):
        assert "iderruf" not in client.get(address).content.decode()


def test_too_many_wait(client, site_tree, monkeypatch):
    monkeypatch.setattr(brakes, "PER_MAILBOX", 1)
    sent = [client.post("/de/widerruf/", SAID | {"confirm": "1"}).status_code for _ in range(2)]
    assert sent == [303, 429]


def test_the_office_decides(client, site_tree, guest):
    mine = guest(paid=True)
    one = declare(payment_of(mine).reference, now=ENDS)
    clerk = user("office@example.org", is_staff=True)
    clerk.groups.add(Group.objects.get(name=MODERATORS))
    client.force_login(clerk)
    with translation.override("de"):
        page = client.get(reverse("wagtailsnippets_withdrawals_withdrawal:inspect", args=[one.pk])).content.decode()
    assert reverse("withdrawal_carry_out", args=[one.pk]) in page
    assert "Abendvortrag" in page
    assert one.contract in client.get(reverse("wagtailadmin_home")).content.decode()
    refused = client.post(reverse("withdrawal_refuse", args=[one.pk]), {"reason": ""})
    assert refused.status_code == 422
    done = client.post(reverse("withdrawal_carry_out", args=[one.pk]), {"contract": ""})
    one.refresh_from_db()
    assert (done.status_code, one.state, one.decided_by) == (302, WithdrawalState.CARRIED_OUT, clerk)
    assert payment_of(mine).state == PaymentState.REFUND_DUE
    again = client.post(reverse("withdrawal_refuse", args=[one.pk]), {"reason": "doch nicht"})
    assert again.status_code == 422


def test_finance_finds_the_refund_in_its_list(client, site_tree, guest):
    mine = guest(paid=True)
    declare(payment_of(mine).reference)
    clerk = user("finance@example.org", is_staff=True)
    clerk.groups.add(Group.objects.get(name=FINANCE))
    client.force_login(clerk)
    listed = client.get(reverse("wagtailsnippets_payments_payment:list") + "?back=due").content.decode()
    assert payment_of(mine).reference in listed
