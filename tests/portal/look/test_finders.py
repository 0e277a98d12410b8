"""The one style sheet that browsers ask for."""

from pathlib import Path

from django.contrib.staticfiles import finders as django_finders

from portal.look import finders


def test_bundle_is_found_like_any_static_file():
    path = django_finders.find("look/css/portal.css")
    assert Path(path).read_text(encoding="utf-8") == finders.joined()


def test_bundle_begins_with_the_order_of_the_layers():
    assert finders.joined().index("@layer reset, tokens, theme") < finders.joined().index("@layer components {")


def test_bundle_holds_every_component():
    names = {path.name for path in finders.parts()}
    assert {path.name for path in (finders.PARTS / "components").glob("*.css")} <= names


def test_bundle_follows_a_changed_part(tmp_path, monkeypatch, settings):
    settings.VAR_DIR = tmp_path / "var"
    source = tmp_path / "css"
    (source / "components").mkdir(parents=True)
    for name in (*finders.FIRST, *finders.LAST):
        (source / name).write_text(f"/* {name} */")
    monkeypatch.setattr(finders, "PARTS", source)
    finder = finders.BundleFinder()
    first = finder.find(finders.BUNDLE)
    (source / "components" / "new.css").write_text(".new {}")
    assert ".new {}" in Path(finder.find(finders.BUNDLE)).read_text()
    assert finder.find(finders.BUNDLE) == first
    assert [path for path, _ in finder.list(None)] == [finders.BUNDLE]


def test_other_files_are_left_to_the_other_finders():
    assert finders.BundleFinder().find("look/css/tokens.css") == []


def test_every_brace_is_closed():
    for part in finders.parts():
        text = part.read_text()
        assert text.count("{") == text.count("}"), part.name
