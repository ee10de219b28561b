"""Do the documents hold together, and name everything that can be set or asked?"""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

from perfcore.settings import from_environment
from tests.docs.fenced import ROOT, table

DOCUMENTS = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*/README.md")]
MODULES = sorted((ROOT / "perfcore").rglob("*.py"))
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_MACHINE = re.compile(r"(?<![\w.])/(?:work|tmp|opt|root|home)/\w")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def anchors(document: Path) -> set[str]:
    """The anchors of a document's headings, as GitHub makes them."""
    text = re.sub(r"(?ms)^```.*?^```", "", document.read_text(encoding="utf-8"))
    headings = re.findall(r"(?m)^#+ +(.+)$", text)
    return {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings}


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_links_lead_somewhere(document: Path) -> None:
    for link in _LINK.findall(document.read_text(encoding="utf-8")):
        if link.startswith(("http:", "https:", "mailto:")):
            continue
        file, _, anchor = link.partition("#")
        target = (document.parent / file).resolve() if file else document
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def test_every_variable_that_the_product_reads_is_in_the_table_of_operations() -> None:
    documented = {cells[0].strip("`") for cells in table(ROOT / "docs/operations.md", "variable")}
    read = {
        name for path in MODULES for name in re.findall(r"PERFCORE_\w+", path.read_text("utf-8"))
    }
    assert documented == read


@pytest.mark.parametrize(
    ("variable", "usual"),
    [
        (cells[0].strip("`"), cells[1].strip("`").replace("none", ""))
        for cells in table(ROOT / "docs/operations.md", "variable")
    ],
)
def test_the_usual_value_of_a_variable_is_the_one_in_the_table(variable: str, usual: str) -> None:
    attribute = variable.removeprefix("PERFCORE_").lower()
    assert str(getattr(from_environment({}), attribute)) == usual
    assert str(getattr(from_environment({variable: "elsewhere"}), attribute)) == "elsewhere"


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_a_module_begins_with_what_it_is_for(module: Path) -> None:
    said = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    assert said
    assert said.splitlines()[0].endswith(("?", ".", ":"))


def test_no_committed_file_names_a_place_on_somebodys_machine() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "*.py", "*.md", "*.sql", "*.yaml", "*.toml", "*.css", "*.j2"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listed.returncode:
        pytest.skip("not a git working copy")
    files = [ROOT / name for name in listed.stdout.split("\0") if name]
    found = [
        named(path)
        for path in files
        if path.exists() and _MACHINE.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []
