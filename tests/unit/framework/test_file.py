"""Files that are no framework at all."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from perfcore.errors import FrameworkError
from perfcore.framework import load, read
from tests.frameworks import HEAD, framework_from, loaded_from, measures_text
from tests.unit.framework.problem_lines import lines_of


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"# nothing yet\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"null\n", "is empty"),
        (b"- version\n", ":1: The framework file is not a mapping"),
        (b"version\n", "is not a mapping"),
        (b"version: 1\nname: caf\xe9\n", ":2: The framework file is not UTF-8"),
        ("version: 1\n".encode("utf-16"), "is not UTF-8"),
    ],
)
def test_a_file_without_a_framework_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "measures.yaml"
    path.write_bytes(content)

    with pytest.raises(FrameworkError) as refused:
        load(path)

    assert said in str(refused.value)
    assert str(path) in str(refused.value)


def test_the_garbage_collector_is_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "measures.yaml"
    path.write_text("version\n", encoding="utf-8")
    for collecting, leave in ((True, gc.enable), (False, gc.disable)):
        leave()
        try:
            with pytest.raises(FrameworkError):
                load(path)
            assert gc.isenabled() is collecting
        finally:
            gc.enable()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FrameworkError, match=r"absent\.yaml: There is no such framework file"):
        load(tmp_path / "absent.yaml")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(FrameworkError, match="a folder, not a framework file"):
        load(tmp_path)


def test_a_byte_order_mark_is_no_matter(tmp_path: Path) -> None:
    assert framework_from("\ufeff" + measures_text(m=""), tmp_path).measures["m"].line == 9


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("version: 2\n", "1: error: version: is '2'; this program reads version 1"),
        ("# hello\nname: x\nversion: one\n",
         "3: error: version: is 'one'; this program reads version 1"),
        ("version: [1]\n", "1: error: version: is 'no number'; this program reads version 1"),
        ("# hello\norganisation: {}\n",
         "2: error: version: is missing: begin the file with 'version: 1'"),
    ],
)  # fmt: skip
def test_another_version_is_the_only_problem_told(tmp_path: Path, text: str, problem: str) -> None:
    assert lines_of(loaded_from(text, tmp_path)) == [problem]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("version: 1\nname: [a, b\nx: 1\n", "3: error: not valid YAML: "),
        ("version: 1\nname: a: b\n", "2: error: not valid YAML: "),
        ("version: 1\nname: @x\n", "2: error: not valid YAML: "),
        ("version: 1\n---\nversion: 1\n", "2: error: not valid YAML: "),
        ("version: 1\nname: a\x00b\n", "2: error: not valid YAML: "),
        ("version: 1\nname: *nobody\n", "2: error: not valid YAML: "),
    ],
)
def test_broken_yaml_is_a_problem_on_its_line(tmp_path: Path, text: str, start: str) -> None:
    loaded = loaded_from(text, tmp_path)

    [line] = lines_of(loaded)
    assert line.startswith(start)
    assert loaded.framework is None


def test_every_tab_that_indents_is_named(tmp_path: Path) -> None:
    loaded = loaded_from("version: 1\norganisation:\n\tname: X\n \tcode: Y\n", tmp_path)

    assert [problem.line for problem in loaded.problems] == [3, 4]
    assert "indented with a tab" in loaded.problems[0].text


def test_reading_lists_every_error_and_no_warning(tmp_path: Path) -> None:
    text = measures_text(
        a="decimals: 9", b="scale: 2", c="unit: percent\ncombine: sum"
    )  # fmt: skip

    with pytest.raises(FrameworkError) as refused:
        framework_from(text, tmp_path)

    message = str(refused.value)
    assert "has 2 errors" in message
    assert "measure 'a': decimals: 9 is not between 0 and 6" in message
    assert "measure 'b': scale: 2 is not one of 1, 100, 1000, 10000, 100000" in message
    assert "warning" not in message


def test_a_warning_does_not_stop_reading(tmp_path: Path) -> None:
    loaded = loaded_from(measures_text(m="unit: percent\ncombine: sum"), tmp_path)

    assert [problem.severity for problem in loaded.problems] == ["warning"]
    assert read(tmp_path / "measures.yaml") == loaded.framework


@pytest.mark.parametrize("section", ["organisation", "directorates", "services", "measures"])
def test_a_section_that_must_be_there_is_missed(tmp_path: Path, section: str) -> None:
    text = "\n".join(
        line
        for line in (HEAD + "  m: {}\n").splitlines()
        if not line.startswith(f"{section}:") and (section != "measures" or line != "  m: {}")
    )

    assert f"1: error: {section}: is missing" in lines_of(loaded_from(text, tmp_path))


def test_a_broken_organisation_does_not_hide_what_is_wrong_with_measures(tmp_path: Path) -> None:
    text = measures_text(m="level: strategic").replace("name: Exampleshire Council, ", "")

    assert lines_of(loaded_from(text, tmp_path)) == [
        "2: error: organisation.name: is missing",
        "9: error: measure 'm': owner: is missing: "
        "a strategic measure needs the post title of its accountable officer",
    ]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_endless_nesting_is_a_problem_and_not_a_crash(tmp_path: Path, opening: str) -> None:
    text = "version: 1\nmeasures:\n  " + opening * 50_000

    [problem] = lines_of(loaded_from(text, tmp_path))

    assert problem == "3: error: brackets or lists are nested more than 50 deep"
