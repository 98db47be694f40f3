"""`doithoai read`: one JSON object and nothing else, or a page a person can read."""

import json
import subprocess
import sys

from doithoai.adapters.readers.document import read_document
from doithoai.cli.read import run
from tests.shared import HOUSE

SAMPLE = str(HOUSE / "samples" / "binh-lang-2021.txt")


def test_read_prints_one_json_object_and_nothing_else(capsys):
    code = run([SAMPLE, "--json"], read_document)

    printed = capsys.readouterr()
    assert code == 0
    assert printed.err == ""
    assert json.loads(printed.out)["number"] == "48/KH-UBND"


def test_read_tells_the_plan_in_plain_words(capsys):
    run([SAMPLE], read_document)

    lines = capsys.readouterr().out.splitlines()
    assert "Số: 48/KH-UBND" in lines
    assert "Đối thoại 1: 28/10/2021; Nhà văn hóa thôn; thôn Đông Phong" in lines
    assert any(
        line.startswith("Thời hạn (dòng ") and "15 ngày làm việc sau khi kết thúc đối thoại" in line for line in lines
    )


def test_read_says_what_to_do_when_the_file_cannot_be_read(tmp_path, capsys):
    picture = tmp_path / "anh.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 64)

    code = run([str(picture), "--json"], read_document)

    printed = capsys.readouterr()
    assert code == 1
    assert printed.out == ""
    assert "tệp ảnh" in printed.err


def test_reading_starts_without_django():
    script = (
        "import sys\n"
        "from doithoai.adapters.readers.document import read_document\n"
        "from doithoai.cli.read import run\n"
        f"run([{SAMPLE!r}, '--json'], read_document)\n"
        "assert not any(name.split('.')[0] in {'django', 'jinja2', 'numpy', 'docx', 'lxml'} for name in sys.modules)\n"
    )

    subprocess.run([sys.executable, "-c", script], cwd=HOUSE, check=True, capture_output=True)
