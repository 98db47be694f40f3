"""A paper kept as JSON comes back the same, and its seal tells any change."""

import json
from dataclasses import replace

import pytest

from doithoai.domain.papers.blocks import para
from doithoai.domain.papers.record import paper_from_record, paper_record, seal_of
from doithoai.stages.documents.kinds import KINDS
from tests.stages.documents.communes import CASES
from tests.stages.documents.papers import paper_of


@pytest.mark.parametrize("kind", KINDS)
def test_record_gives_the_same_paper_after_json(kind):
    paper = paper_of(kind, CASES["long-phung"])

    again = paper_from_record(json.loads(json.dumps(paper_record(paper))))

    assert again == paper


def test_seal_changes_when_one_word_changes():
    paper = paper_of("plan", CASES["song-an"])

    changed = replace(paper, blocks=(*paper.blocks, para("thêm")))

    assert seal_of(changed) != seal_of(paper)
    assert len(seal_of(paper)) == 64


@pytest.mark.parametrize("record", [{}, {"is": "Paper"}, {"is": "Run", "text": "a"}, {"is": "Nothing"}])
def test_record_is_refused_when_not_of_a_paper(record):
    with pytest.raises(ValueError, match="not the record of a paper"):
        paper_from_record(record)
