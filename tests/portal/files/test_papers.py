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


@pytest.mark.parametrize("said", ["李小龙", "🧬", "العربية"])
def test_a_name_in_a_script_without_font_still_gets_its_paper(source, said):
    assert papers.pdf(source, {"said": said}).startswith(b"%PDF")


def test_a_wrong_source_is_a_fault_of_ours(tmp_path):
    path = tmp_path / "paper.typ"
    path.write_text("#panic()")
    with pytest.raises(typst.TypstError):
        papers.pdf(path, {})
