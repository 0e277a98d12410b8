"""Papers: data, never markup; a sign that no font has does not stop them."""

import pytest
import typst

from portal.files import papers

SOURCE = '#let data = json(bytes(sys.inputs.data))\n#set document(title: "x")\n#set text(lang: "de")\n#data.said'


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "paper.typ"
    path.write_text(SOURCE)
    return path


def test_a_paper_is_accessible_and_what_was_typed_stays_text(source):
    made = papers.pdf(source, {"said": '#import "/etc/passwd" ]] "quotes"'})
    assert b"pdfuaid:part" in made


NAMES = ["李小龙", "陳大文", "さくら カタカナ 田中", "김민준", "العربية", "Ελένη", "Łukasz Ðorđe", "Чайковский"]


@pytest.fixture
def bare_machine(monkeypatch):
    """A machine without fonts of its own."""
    ours_alone = papers.ATTEMPTS[0]
    monkeypatch.setattr(papers, "ATTEMPTS", (ours_alone, ours_alone))
    papers._missing.cache_clear()
    yield
    papers._missing.cache_clear()


@pytest.mark.parametrize("said", NAMES)
def test_names_of_these_scripts_are_set_from_the_fonts_that_come_along(source, said, bare_machine):
    made = papers.pdf(source, {"said": said})
    assert b"pdfuaid:part" in made
    assert papers.unprintable([said]) == []


def test_what_cannot_be_printed_is_told_before(bare_machine):
    assert papers.unprintable([*NAMES, "Ada 🧬", "ไทย", "", "Robin 🧬"]) == ["Ada 🧬", "ไทย", "Robin 🧬"]


@pytest.mark.parametrize("said", ["🧬", "ไทย"])
def test_a_name_in_a_script_without_font_still_gets_its_paper(source, said):
    assert b"pdfuaid:part" in papers.pdf(source, {"said": said})


def test_a_wrong_source_is_a_fault_of_ours(tmp_path):
    path = tmp_path / "paper.typ"
    path.write_text("#panic()")
    with pytest.raises(typst.TypstError):
        papers.pdf(path, {})
