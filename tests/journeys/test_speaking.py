"""The eye for the wrong language sees what it should: without this, its silence would mean nothing."""

import pytest

from tests.journeys import speaking

PLANTED = """
text => {
  const p = document.createElement("p");
  p.textContent = text;
  document.querySelector("main").append(p);
  return p;
}
"""


@pytest.mark.parametrize(
    ("path", "language", "sentence"),
    [
        ("/en/", "en", "Die Geschäftsstelle prüft jedes Angebot, bevor es gezeigt wird."),
        ("/en/", "en", "Anmeldung stornieren"),
        ("/de/", "de", "The office looks at every listing before it is shown."),
        ("/de/", "de", "Create an account"),
    ],
)
def test_a_planted_text_of_the_other_language_is_found(path, language, sentence, window, demo):
    window.goto(demo.base_url + path)
    window.evaluate(PLANTED, sentence)
    assert sentence in speaking.wrong(window, language)


def test_a_text_that_is_marked_as_foreign_is_no_fault(window, demo):
    window.goto(demo.base_url + "/en/")
    before = speaking.wrong(window, "en")
    window.evaluate(f"text => {{ ({PLANTED.strip()})(text).lang = 'de' }}", "Die Geschäftsstelle prüft jedes Angebot.")
    assert speaking.wrong(window, "en") == before
