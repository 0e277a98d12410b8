"""What the tests of kept pages and of their parts look at: an event's page, and which templates were drawn for it."""

import pytest
from django.template.base import Template


@pytest.fixture
def drawn(monkeypatch) -> list:
    """The templates that were drawn, by name."""
    made, real = [], Template._render

    def counted(self, context):
        made.append(self.name)
        return real(self, context)

    monkeypatch.setattr(Template, "_render", counted)
    return made


@pytest.fixture
def address(open_event):  # noqa: F811
    return open_event.pages.get().url


def text(response) -> str:
    assert response.status_code == 200
    return response.content.decode()
