"""Does the generator give the same files again, and are they the ones shipped?"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest

from tests.story import shipped


def make(out: Path, *options: str) -> dict[str, Path]:
    command = [sys.executable, shipped.DATA / "make_data.py", "--out", out, *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {str(path.relative_to(out)): path for path in out.rglob("*") if path.is_file()}


def content(path: Path) -> object:
    if path.suffix == ".parquet":
        return pq.read_table(path).to_pylist()
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}
    return path.read_bytes()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return make(tmp_path_factory.mktemp("first"))


def test_the_same_seed_gives_the_same_bytes(made: dict[str, Path], tmp_path: Path) -> None:
    again = make(tmp_path)
    assert set(again) == set(made)
    for name, path in made.items():
        assert path.read_bytes() == again[name].read_bytes(), name


def test_the_shipped_files_are_the_ones_it_makes(made: dict[str, Path]) -> None:
    shipped_files = {
        f"observations/{path.name}" for path in (shipped.DATA / "observations").iterdir()
    }
    assert shipped_files == {name for name in made if name.startswith("observations/")}
    for name, path in made.items():
        assert content(path) == content(shipped.DATA / name), name


def test_another_seed_gives_other_figures(made: dict[str, Path], tmp_path: Path) -> None:
    other = make(tmp_path, "--seed", "1")
    name = "observations/adults.csv"
    assert other[name].read_bytes() != made[name].read_bytes()


def test_a_new_measure_changes_no_other(made: dict[str, Path], tmp_path: Path) -> None:
    framework, models = tmp_path / "measures.yaml", tmp_path / "model"
    text = (shipped.ROOT / "measures.yaml").read_text(encoding="utf-8")
    before = text.index("  compliments-received:")
    added = (
        "  a-new-measure: {name: New, level: service, service: assurance, unit: count, "
        "frequency: month, good: none}\n"
    )
    framework.write_text(text[:before] + added + text[before:], encoding="utf-8")
    models.mkdir()
    for path in (shipped.DATA / "make" / "model").glob("*.yaml"):
        (models / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    (models / "zz.yaml").write_text("a-new-measure: {level: {2018-04: 20}}\n", encoding="utf-8")
    out = tmp_path / "out"
    other = make(out, "--framework", str(framework), "--model", str(models))
    name = "observations/corporate.csv"
    lines = other[name].read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("a-new-measure,")]
    assert len(lines) > len(kept)
    assert kept == made[name].read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("no-such-measure: {level: {2018-04: 1}}", "'no-such-measure' is not a measure"),
        ("near-misses: {level: {2018-04: 1}}", "'near-misses' is also in corporate-place.yaml"),
        ("working-days-lost: {levels: 3}", "'working-days-lost': unknown key 'levels'"),
        ("working-days-lost: {of: nothing}", "made from 'nothing', which is not a measure"),
        ("working-days-lost: {blank: 5}", "'working-days-lost': 'int' object is not iterable"),
        ("working-days-lost: {restated: {2017-04: {first: 5, on: 2018-01-01}}}", "has no figure"),
        ("working-days-lost: {late: {sometime: 5, sometime: 6}}", "'sometime' is written twice"),
    ],
)
def test_a_faulty_model_entry_stops_it_with_the_reason(
    entry: str, said: str, tmp_path: Path
) -> None:
    for path in (shipped.DATA / "make" / "model").glob("*.yaml"):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "more.yaml").write_text(entry + "\n", encoding="utf-8")
    assert said in refused("--model", str(tmp_path), "--out", str(tmp_path / "out"))
    assert not (tmp_path / "out").exists()


def test_a_measure_without_a_model_stops_it_with_its_name(tmp_path: Path) -> None:
    said = refused("--model", str(tmp_path), "--out", str(tmp_path / "out"))
    assert "has no model entry" in said
    assert next(iter(shipped.measures())) in said


def refused(*options: str) -> str:
    command = [sys.executable, shipped.DATA / "make_data.py", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr
