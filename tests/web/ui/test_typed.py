"""Hours as people type them."""

from datetime import time

import pytest
from django.core.exceptions import ValidationError

from doithoai.web.ui.typed import HourField


@pytest.mark.parametrize(
    ("typed", "hour"),
    [("8:00", time(8)), ("8h", time(8)), ("13h30", time(13, 30)), ("8 giờ 30", time(8, 30)), ("7g15", time(7, 15))],
)
def test_hour_field_reads_an_hour_when_written_the_usual_ways(typed, hour):
    assert HourField().clean(typed) == hour


@pytest.mark.parametrize("typed", ["25:00", "sáng", "8:61"])
def test_hour_field_refuses_in_words_when_it_is_no_hour(typed):
    with pytest.raises(ValidationError):
        HourField().clean(typed)
