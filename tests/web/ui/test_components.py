"""The shared parts: hostile text stays text, typed words stay, errors are tied to their control."""

from datetime import date
from types import SimpleNamespace

import pytest
from django import forms
from django.core.paginator import Paginator

from doithoai.web.ui.charts import year_board
from doithoai.web.ui.forms import DayField, PlainForm
from doithoai.web.ui.records import Answered, Column, NavItem, Rung, Step, Task, YearLane, YearMark
from tests.web.ui.conftest import elements

HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert('1')>"


class OpinionForm(PlainForm):
    """One field of each kind."""

    words = forms.CharField(label="Nội dung", help_text="Viết như nói.", widget=forms.Textarea, max_length=5000)
    name = forms.CharField(label="Họ tên", required=False)
    secret = forms.CharField(label="Mật khẩu", widget=forms.PasswordInput)
    on = DayField(label="Ngày nhận")
    village = forms.ChoiceField(label="Thôn", choices=[("1", "Gò Mít"), ("2", "Bến Đò")], widget=forms.RadioSelect)
    unit = forms.ChoiceField(label="Đơn vị", choices=[("", "Chọn"), ("k", "Phòng Kinh tế")])
    topics = forms.MultipleChoiceField(
        label="Lĩnh vực", choices=[("r", "Đường"), ("w", "Nước")], widget=forms.CheckboxSelectMultiple
    )
    agreed = forms.BooleanField(label="Đã đọc lại")
    scan = forms.FileField(label="Ảnh phiếu", required=False)
    mark = forms.CharField(widget=forms.HiddenInput, required=False)


def by_id(html, wanted):
    return next(attributes for _tag, attributes in elements(html) if attributes.get("id") == wanted)


@pytest.mark.parametrize("name", ["words", "name", "on", "mark"])
def test_field_keeps_hostile_text_as_text_when_form_comes_back(draw, name):
    form = OpinionForm({name: HOSTILE})

    html = draw("{{ ui.field_of(field) }}", field=form[name])

    assert {tag for tag, _attributes in elements(html)} <= {"div", "label", "span", "p", "input", "textarea"}
    assert "&lt;script&gt;" in html


def test_text_area_keeps_first_empty_line_when_typed(draw):
    form = OpinionForm({"words": "\nDòng hai"})

    html = draw("{{ ui.text_area(field) }}", field=form["words"])

    assert ">\n\nDòng hai</textarea>" in html


def test_password_is_never_sent_back(draw):
    form = OpinionForm({"secret": "mat-khau-that"})

    assert "mat-khau-that" not in draw("{{ ui.field_of(field) }}", field=form["secret"])


def test_error_and_hint_are_tied_to_control_when_field_is_wrong(draw):
    form = OpinionForm({"words": ""})

    control = by_id(draw("{{ ui.text_area(field, limit=5000) }}", field=form["words"]), "id_words")

    assert control["aria-describedby"] == "id_words-hint id_words-error id_words-count"
    assert control["aria-invalid"] == "true"


def test_every_described_by_points_to_an_element_when_all_fields_are_wrong(draw):
    html = draw("{{ ui.form_fields(form) }}", form=OpinionForm({}))
    found = elements(html)
    ids = [attributes["id"] for _tag, attributes in found if "id" in attributes]

    described = {one for _tag, attributes in found for one in (attributes.get("aria-describedby") or "").split()}
    labelled = {attributes["for"] for tag, attributes in found if tag == "label"}

    assert described
    assert described | labelled <= set(ids)
    assert len(ids) == len(set(ids))


def test_error_summary_links_to_controls_that_exist(draw):
    form = OpinionForm({"mark": "1"})

    html = draw("{{ ui.error_summary(form) }}{{ ui.form_fields(form) }}", form=form)
    found = elements(html)
    targets = {attributes["href"][1:] for tag, attributes in found if tag == "a"}

    assert targets == {"id_words", "id_secret", "id_on", "id_village_0", "id_unit", "id_topics_0", "id_agreed"}
    assert targets <= {attributes.get("id") for _tag, attributes in found}


def test_error_summary_is_empty_when_form_is_fine(draw):
    assert draw("{{ ui.error_summary(form) }}", form=OpinionForm()).strip() == ""


def test_error_summary_names_field_when_message_does_not(draw):
    class Bare(forms.Form):
        """A form with its own words."""

        on = forms.CharField(label="Ngày họp", error_messages={"required": "Còn trống."})

    assert "Ngày họp: Còn trống." in draw("{{ ui.error_summary(form) }}", form=Bare({}))


@pytest.mark.parametrize(("name", "typed"), [("village", "2"), ("topics", "w"), ("unit", "k")])
def test_chosen_option_stays_chosen_when_form_comes_back(draw, name, typed):
    html = draw("{{ ui.field_of(field) }}", field=OpinionForm({name: typed if name != "topics" else [typed]})[name])

    chosen = [a["value"] for tag, a in elements(html) if "checked" in a or "selected" in a]

    assert chosen == [typed]


def test_date_field_shows_initial_day_first(draw):
    form = OpinionForm(initial={"on": date(2025, 6, 5)})

    assert by_id(draw("{{ ui.field_of(field) }}", field=form["on"]), "id_on")["value"] == "05/06/2025"


def test_post_form_carries_token_and_takes_files(draw, request_of):
    html = draw('{% call ui.post_form(r, files=True, keep="o1") %}x{% endcall %}', r=request_of.get("/"))
    tag, attributes = elements(html)[0]

    assert (tag, attributes["method"], attributes["enctype"], attributes["data-keep"]) == (
        "form",
        "post",
        "multipart/form-data",
        "o1",
    )
    assert [a["name"] for t, a in elements(html) if t == "input"] == ["csrfmiddlewaretoken"]


@pytest.mark.parametrize(("state", "shape"), [("late", "■"), ("soon", "▲"), ("open", "●"), ("done", "✓")])
def test_stamp_shows_shape_and_words(draw, state, shape):
    html = draw("{{ ui.stamp(state, 'quá hạn <b>2 ngày') }}", state=state)

    assert f'<span aria-hidden="true">{shape} </span>Quá hạn &lt;b&gt;2 ngày</span>' in html


def test_data_table_links_sorting_and_says_order(draw):
    columns = [Column("Số"), Column("Hạn", "due"), Column("Nội dung", "words")]

    html = draw(
        '{% call ui.data_table("Ý kiến", columns, sort="due", query="thon=2") %}<tr>{{ ui.cell("Số", x) }}</tr>{% endcall %}',
        columns=columns,
        x=HOSTILE,
    )
    found = elements(html)

    assert [a["href"] for t, a in found if t == "a"] == ["?thon=2&xep=-due", "?thon=2&xep=words"]
    assert [a.get("aria-sort") for t, a in found if t == "th"] == [None, "ascending", None]
    assert "img" not in {tag for tag, _attributes in found}


def test_cell_takes_another_part_as_value(draw):
    html = draw('{{ ui.cell("Hạn", ui.stamp("late", "trễ")) }}')

    assert elements(html)[1] == ("span", {"class": "stamp late"})


def test_ladder_says_day_is_open_when_no_date(draw):
    html = draw(
        "{{ ui.ladder(rungs) }}", rungs=[Rung(None, "Hội nghị"), Rung(date(2026, 5, 1), HOSTILE, "late", "trễ")]
    )

    assert "Chưa định ngày" in html
    assert [a["datetime"] for t, a in elements(html) if t == "time" and "datetime" in a] == ["2026-05-01"]
    assert "script" not in {tag for tag, _attributes in elements(html)}


def test_parts_take_mappings_as_well_as_records(draw):
    html = draw(
        "{{ ui.task_list(tasks) }}{{ ui.journey(steps) }}{{ ui.check_answers(answers) }}",
        tasks=[{"words": "Gửi giấy mời", "url": "/x/"}, Task("Mời", "/y/", "late", "trễ")],
        steps=[{"words": "Đã nhận"}, Step("Đang xem", "current")],
        answers=[{"label": "Thôn", "value": "Gò Mít"}, Answered("Tên", "", "/sua/")],
    )

    assert [a["href"] for t, a in elements(html) if t == "a"] == ["/x/", "/y/", "/sua/"]


def test_pager_keeps_filters_and_hides_when_one_page(draw):
    several = draw('{{ ui.pager(page, "thon=2") }}', page=Paginator(range(50), 20).page(2))
    single = draw("{{ ui.pager(page) }}", page=Paginator(range(5), 20).page(1))

    assert [a["href"] for t, a in elements(several) if t == "a"] == ["?thon=2&trang=1", "?thon=2&trang=3"]
    assert single.strip() == ""


def test_nav_bar_marks_the_present_page(draw):
    html = draw("{{ ui.nav_bar(items) }}", items=[NavItem("Hôm nay", "/a/", current=True), NavItem("Năm", "/b/")])

    assert [a.get("aria-current") for t, a in elements(html) if t == "a"] == ["page", None]


def test_message_list_marks_success_as_done(draw):
    html = draw("{{ ui.message_list(m) }}", m=[SimpleNamespace(level_tag="success", message=HOSTILE)])
    tag, attributes = elements(html)[0]

    assert (tag, attributes["role"], "data-done" in attributes) == ("div", "status", True)
    assert "script" not in {name for name, _attributes in elements(html)}


def test_bundles_are_given_part_by_part_until_files_are_gathered(draw):
    html = draw('{{ ui.style_links("staff") }}{{ ui.script_links("hall") }}')
    found = elements(html)

    assert next(a["href"] for t, a in found if t == "link").endswith("ui/look/foundation.css")
    assert [a["src"].rpartition("/")[2] for t, a in found if t == "script"] == [
        "htmx.min.js",
        "keep.js",
        "keys.js",
        "hall.js",
    ]


def test_year_board_tells_each_mark_in_the_table_beneath(draw):
    lanes = [YearLane(HOSTILE, marks=(YearMark(date(2026, 6, 1), HOSTILE, "late", "quá hạn"),)), YearLane("b")]
    board = year_board(2026, lanes, date(2026, 6, 3))

    html = draw('{{ ui.year_board(board, "Năm 2026") }}', board=board)

    assert "<img" not in html
    assert html.count('data-label="Ngày">01/06/2026<') == 1
    assert {a["class"] for t, a in elements(html) if t == "svg" and "year" in a.get("class", "")} == {
        "chart year wide",
        "chart year tight",
    }


def test_cycle_marks_the_present_stage_and_tells_the_others_by_ear(draw):
    steps = [Step("Đã báo", "done"), Step("Đang họp", "current"), Step("Khép lại")]

    html = draw('{{ ui.cycle(steps, "Các bước") }}', steps=steps)

    assert [a.get("aria-current") for t, a in elements(html) if t == "li"] == [None, "step", None]
    assert "(đã xong)" in html
    assert "(chưa tới)" in html
