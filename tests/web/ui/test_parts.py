"""The parts made for one job each: village, grid, paste, merge, approval, hall, papers. Hostile text stays text, names are sent."""

from datetime import date
from types import SimpleNamespace

import pytest
from django import forms

from doithoai.web.ui import boxes
from doithoai.web.ui.compare import changes
from doithoai.web.ui.forms import PlainForm
from doithoai.web.ui.gallery import papers, work
from doithoai.web.ui.hall_records import CardPart, ChairCard, Clock, Insert, Turn
from doithoai.web.ui.records import DueHint, MergeSide, PaperLine, PastedCell, PastedRow, Promise
from tests.web.ui.conftest import elements

HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert('1')>"
DAY = date(2026, 6, 4)


@pytest.fixture
def request_sent(request_of):
    return request_of.get("/")


def tags(html):
    return {tag for tag, _attributes in elements(html)}


def sent(html):
    """Names and values of what a browser without scripts can send by pressing or by the form's own fields."""
    return {
        (a["name"], a.get("value"))
        for t, a in elements(html)
        if t in {"input", "button"} and "name" in a and a["name"] != "csrfmiddlewaretoken"
    }


HOSTILE_CALLS = {
    "village": "{{ ui.village_picker(f['many']) }}",
    "promises": "{{ ui.promises([promise]) }}",
    "status": "{{ ui.status_line('in_hand', x) }}",
    "due": "{{ ui.why_date(due, x) }}",
    "compare": "{{ ui.version_compare(changed, x, x) }}",
    "merge": "{{ ui.merge_pair(r, side, side) }}",
    "approve": "{{ ui.approve_bar(r, approve, x, x) }}",
    "paste": "{{ ui.paste_preview(x, [x], [row]) }}",
    "box": "{{ ui.copy_box(box, x) }}",
    "calendar": "{{ ui.calendar_box(x) }}",
    "speaking": "{{ ui.speaking_now(r, turn, x) }}{{ ui.speaker_queue(r, [turn], True) }}",
    "keys": "{{ ui.operator_strip([{'level_tag': x, 'message': x}], [(x, x)]) }}",
    "chair": "{{ ui.chair_card(card) }}",
    "minutes": "{{ ui.minutes_editor(r, minutes, [insert]) }}",
    "wall": (
        "{{ ui.wall_wait(x, x, x, x) }}{{ ui.wall_agenda([(1, x)], x) }}{{ ui.wall_speaking(x, x, x, x, x) }}"
        "{{ ui.wall_question(x, x, x, x) }}{{ ui.wall_answer(x, x, [x], x, x) }}{{ ui.wall_countdown(x, x) }}{{ ui.wall_qr(['#'], x, x) }}"
    ),
    "papers": "{{ ui.letter(x, x, x, due.on, x, (x, x)) }}{{ ui.paper_list(r, [line], x, x) }}{{ ui.door_sheet(x, x, x, ['#'], x) }}",
    "away": "{{ ui.turn_away(commune) }}{{ ui.turn_away(commune, 'khieu-nai') }}",
    "verify": "{{ ui.verify_card(7, x, due.on) }}{{ ui.copy_button(x, x) }}{{ ui.speak_button(x, x) }}",
}


@pytest.mark.parametrize("name", HOSTILE_CALLS)
def test_part_keeps_hostile_text_as_text(draw, request_sent, name):
    html = draw(HOSTILE_CALLS[name], r=request_sent, x=HOSTILE, **hostile_records())

    assert not {"script", "img"} & tags(html)
    assert "&lt;script&gt;" in html


def hostile_records():
    class Villages(PlainForm):
        """Choices that somebody typed."""

        many = forms.ChoiceField(label=HOSTILE, choices=[(HOSTILE, [(HOSTILE, HOSTILE)])], widget=forms.RadioSelect)

    approve = work.ApproveForm({"question": HOSTILE})
    part = CardPart(HOSTILE, HOSTILE, HOSTILE)
    promise = Promise(HOSTILE, HOSTILE, DAY, "late", HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    minutes = work.MinutesForm(initial={"version": 1, "text": HOSTILE})
    return {
        "f": Villages(),
        "promise": promise,
        "due": DueHint(DAY, HOSTILE, HOSTILE, HOSTILE),
        "changed": changes(f"cũ {HOSTILE}", f"mới {HOSTILE} {HOSTILE}"),
        "side": MergeSide(7, HOSTILE, HOSTILE, ((HOSTILE, HOSTILE),)),
        "approve": approve,
        "row": PastedRow(1, (PastedCell(HOSTILE, HOSTILE),)),
        "box": boxes.message_box(HOSTILE),
        "turn": Turn(1, HOSTILE, HOSTILE, HOSTILE, 5, Clock(HOSTILE, HOSTILE, 5, is_over=True)),
        "card": ChairCard(HOSTILE, part, HOSTILE, HOSTILE, (part,), (promise,), HOSTILE, HOSTILE, HOSTILE, HOSTILE),
        "minutes": minutes,
        "insert": Insert(HOSTILE, HOSTILE, HOSTILE),
        "line": PaperLine("notice", HOSTILE, 1, HOSTILE, "", "", "done", HOSTILE),
        "commune": SimpleNamespace(reception_place=HOSTILE, address="", phone=HOSTILE),
    }


def test_villages_stand_under_their_cluster_and_keep_the_chosen_one(draw):
    form = work.VillageForm({"v-many": "5"}, prefix="v")

    found = elements(draw("{{ ui.village_picker(form['many']) }}", form=form))
    radios = [a for t, a in found if t == "input"]

    assert [t for t, _a in found].count("legend") == 3
    assert [a["value"] for a in radios] == ["1", "2", "3", "4", "5", "6"]
    assert [a["value"] for a in radios if "checked" in a] == ["5"]
    assert {a["for"] for t, a in found if t == "label"} == {a["id"] for a in radios}


def test_villages_without_clusters_are_one_list(draw):
    html = draw("{{ ui.village_picker(form['few']) }}", form=work.VillageForm(prefix="v"))

    assert [t for t, _a in elements(html)].count("legend") == 1


def test_phone_and_code_are_filled_in_by_the_device(draw):
    html = draw(
        "{{ ui.phone_field(v['phone']) }}{{ ui.sign_in_fields(s) }}",
        v=work.VillageForm(prefix="v"),
        s=work.SignInForm(prefix="s"),
    )

    asked = {
        a["name"]: (a["type"], a.get("autocomplete"), a.get("inputmode")) for t, a in elements(html) if t == "input"
    }

    assert asked == {
        "v-phone": ("tel", "tel", "tel"),
        "s-username": ("text", "username", None),
        "s-password": ("password", "current-password", None),
        "s-code": ("text", "one-time-code", "numeric"),
    }


@pytest.mark.parametrize(
    ("state", "says"),
    [("received", "Đã nhận"), ("in_hand", "Đang xem"), ("answered", "Đã trả lời"), ("passed_up", "Chuyển cấp trên")],
)
def test_status_line_marks_the_state_it_is_in(draw, state, says):
    html = draw("{{ ui.status_line(state) }}", state=state)

    assert html.count('aria-current="step"') == 1
    assert f'<span class="words">{says}</span>' in html.split('aria-current="step"')[1].split("</li>")[0]


def test_letter_is_signed_under_its_words_and_heard_only_when_it_has_an_id(draw):
    html = draw(
        "{{ ui.letter('Xã sửa.', id='loi', sender='UBND', unit='Phòng Kinh tế', signer=('Tên Trì', 'chủ tịch')) }}"
    )
    bare = draw("{{ ui.letter('Xã sửa.') }}")
    said = ["UBND", "Xã sửa.", "Chủ tịch", "Tên Trì", "Phòng Kinh tế"]

    assert sorted(said, key=html.index) == said
    assert [a["data-speak"] for _t, a in elements(html) if "data-speak" in a] == ["loi"]
    assert [a.get("class") for _t, a in elements(bare)] == ["letter", "original"]


def test_villages_to_press_are_sent_by_their_own_buttons(draw):
    form = work.VillageForm({"v-few": "2"}, prefix="v")
    form.fields["few"].choices = [("1", "Thôn Bắc"), ("2", "Thôn Nam"), ("0", "Cả xã")]

    html = draw("{{ ui.village_picker(form['few'], press=True) }}", form=form)

    assert sent(html) == {("v-few", "1"), ("v-few", "2"), ("v-few", "0")}
    assert [a["value"] for t, a in elements(html) if t == "button" and a["class"] == "button"] == ["2"]


def test_grid_ties_every_control_to_a_label_and_saves_on_enter(draw, request_sent):
    html = draw("{{ ui.entry_grid(r, rows, 'Phiếu giấy') }}", r=request_sent, rows=work.rows_typed())
    found = elements(html)
    controls = {a["id"] for t, a in found if t in {"input", "select", "textarea"} and a.get("type") != "hidden"}
    ids = [a["id"] for _t, a in found if "id" in a]

    assert len(controls) == 9
    assert {a["for"] for t, a in found if t == "label"} == controls
    assert len(ids) == len(set(ids))
    assert {"rows-TOTAL_FORMS", "rows-INITIAL_FORMS"} <= {a.get("name") for _t, a in found}
    assert [a.get("name") for t, a in found if t == "button"] == [None, "more"]


def test_grid_keeps_typed_rows_and_ties_the_error_to_its_cell(draw, request_sent):
    html = draw("{{ ui.entry_grid(r, rows, 'Phiếu giấy') }}", r=request_sent, rows=work.rows_typed())
    wrong = [a for _t, a in elements(html) if a.get("aria-invalid")]

    assert "Đèn đường hỏng ba bóng</textarea>" in html
    assert {a["aria-describedby"] for a in wrong} <= {a.get("id") for _t, a in elements(html)}
    assert "id_rows-1-words" in {a["id"] for a in wrong}


def test_paste_preview_names_bad_cells_by_row_and_column_and_leads_to_them(draw):
    html = draw("{{ ui.paste_preview('Dán', ['Thôn', 'Việc', 'Ngày'], rows) }}", rows=work.pasted_rows())
    found = elements(html)

    assert [a["href"] for t, a in found if t == "a"] == ["#o-3-1", "#o-3-3"]
    assert {"o-3-1", "o-3-3"} == {a["id"] for _t, a in found if "id" in a}
    assert "Hàng 3, cột Ngày</a>: Không có ngày này." in html
    assert "2 hàng dùng được" in html


def test_compare_gives_back_both_texts():
    before, after = "Một hai ba.\nBốn năm.\n", "Một hai bốn.\r\nBốn năm.\nSáu."

    found = changes(before, after)

    assert "".join(one.text for one in found if one.kind != "ins") == before
    assert "".join(one.text for one in found if one.kind != "del") == after.replace("\r\n", "\n")
    assert [(one.kind, one.text) for one in found] == [
        ("", "Một hai "),
        ("del", "ba.\n"),
        ("ins", "bốn.\n"),
        ("", "Bốn năm.\n"),
        ("ins", "Sáu."),
    ]


def test_compare_of_equal_texts_has_no_change():
    assert [one.kind for one in changes("Như cũ.", "Như cũ.")] == [""]


def test_merge_sends_the_kept_one_or_that_they_differ(draw, request_sent):
    html = draw(
        "{{ ui.merge_pair(r, a, b) }}", r=request_sent, a=MergeSide(7, "Số 7", "x"), b=MergeSide(12, "Số 12", "y")
    )

    assert sent(html) == {
        ("deed", "merge"),
        ("left", "7"),
        ("right", "12"),
        ("keep", "7"),
        ("keep", "12"),
        ("differ", "1"),
    }


def test_approval_asks_for_the_password_and_never_shows_it_again(draw, request_sent):
    form = work.ApproveForm({"password": "mat-khau-that", "question": "Ngày nào xong?"})

    html = draw("{{ ui.approve_bar(r, form, 'Ký 3 văn bản') }}", r=request_sent, form=form)

    assert [(a.get("name"), a.get("value")) for t, a in elements(html) if t == "button"] == [
        ("deed", "approve"),
        ("deed", "ask"),
    ]
    assert "mat-khau-that" not in html
    assert "Ngày nào xong?" in html


@pytest.mark.parametrize(("words", "is_over"), [(180, False), (181, True)])
def test_loudspeaker_script_is_too_long_past_one_minute(words, is_over):
    box = boxes.loudspeaker_box("tiếng " * words)

    assert (box.is_over, box.length_words.startswith(f"{words} tiếng")) == (is_over, True)


@pytest.mark.parametrize(("letters", "is_over"), [(300, False), (301, True)])
def test_message_is_too_long_past_three_hundred_letters(letters, is_over):
    assert boxes.message_box("ẵ" * letters).is_over == is_over


def test_bars_are_hidden_until_a_script_shows_them(draw):
    html = draw(
        "{{ ui.session_ending() }}{{ ui.text_restored() }}{{ ui.unsent_bar(2) }}{{ ui.copy_button('a') }}{{ ui.speak_button('b') }}"
    )
    outer = [a for _t, a in elements(html) if a.get("id") in {"session-ending", "text-restored", "unsent"}]
    buttons = [a for _t, a in elements(html) if "data-copy" in a or "data-speak" in a]

    assert [("hidden" in a) for a in outer + buttons] == [True] * 5


def test_queue_calls_the_first_by_key_and_moves_by_plain_buttons(draw, request_sent):
    html = draw("{{ ui.speaker_queue(r, turns, True) }}", r=request_sent, turns=[Turn(2, "Mẫu"), Turn(3, "Ẩn")])

    assert sent(html) == {("deed", deed) for deed in ("floor", "up", "down", "withdraw")} | {("of", "2"), ("of", "3")}
    assert [a["data-key"] for t, a in elements(html) if "data-key" in a] == ["F2"]


def test_queue_is_only_read_when_the_sitting_is_over(draw, request_sent):
    html = draw("{{ ui.speaker_queue(r, turns, False, False) }}", r=request_sent, turns=[Turn(2, "Mẫu")])

    assert "Mẫu" in html
    assert sent(html) == set()


def test_work_to_give_waits_behind_its_title_until_it_is_due_or_refused(draw, request_sent):
    call = "{{ ui.assign_panel(r, form, none, 'Giao cho ai', opened=opened) }}"

    waiting = draw(call, r=request_sent, form=work.AssignForm(), opened=False)
    due = draw(call, r=request_sent, form=work.AssignForm(), opened=True)
    refused = draw(call, r=request_sent, form=work.AssignForm({}), opened=False)

    assert [("details" in tags(html)) for html in (waiting, due, refused)] == [True, False, False]
    assert all(("deed", "assign") in sent(html) for html in (waiting, due, refused))


def test_official_is_not_offered_his_own_telephone_for_somebody_else(draw):
    html = draw("{{ ui.phone_field(v['phone'], own=False) }}", v=work.VillageForm(prefix="v"))

    assert [a.get("autocomplete") for t, a in elements(html) if t == "input"] == ["off"]


def test_reason_of_a_date_is_told_without_a_date_too(draw):
    html = draw("{{ ui.why_date(due) }}", due=DueHint(None, "Quy chế", "Điều 9", "Việc này không có hạn."))

    assert "<summary>Vì sao ngày này?</summary>" in html
    assert "Quy chế, Điều 9" in html


def test_minutes_are_saved_by_the_first_button_and_paragraphs_inserted_by_their_key(draw, request_sent):
    html = draw("{{ ui.minutes_editor(r, form, inserts) }}", r=request_sent, **minutes())

    assert [(a["name"], a["value"]) for t, a in elements(html) if t == "button"] == [
        ("deed", "save"),
        ("insert", "open"),
        ("insert", "close"),
    ]


def minutes():
    hall = work.hall_context()
    return {"form": hall["minutes"], "inserts": hall["inserts"]}


def test_paper_shows_number_day_text_capacity_and_recipients(draw):
    html = draw("{{ ui.paper_view(paper) }}", paper=papers.answer_paper())

    for words in (
        "Số: 118/UBND-KT",
        "Bến Mẫu, ngày 02 tháng 6 năm 2026",
        "TM. ỦY BAN NHÂN DÂN",
        "Nơi nhận:",
        "– Lưu: VT, KT.",
    ):
        assert words in html


def test_paper_form_leaves_as_many_lines_as_the_paper_says(draw):
    html = draw("{{ ui.paper_view(paper) }}", paper=papers.form_paper())
    lines = html.split('<div class="lines">')[1:]

    assert [part.split("</div>\n")[0].count("<div>") for part in lines] == [5, 1]


def test_code_is_drawn_with_a_quiet_margin_of_four(draw):
    html = draw("{{ ui.qr_code(['#.', '.#'], 'Mở trang') }}")
    svg = next(a for t, a in elements(html) if t == "svg")

    assert (svg["viewbox"], svg["aria-label"]) == ("0 0 10 10", "Mở trang")
    assert 'd="M4 4h1v1h-1zM5 5h1v1h-1z"' in html


def test_paper_list_makes_what_is_not_made_and_opens_what_is(draw, request_sent):
    lines = [PaperLine("notice", "Thông báo", 4), PaperLine("minutes", "Biên bản", 5, url="/mo/", file_url="/tep/")]

    html = draw("{{ ui.paper_list(r, lines, '/soan/', 9) }}", r=request_sent, lines=lines)

    assert [a["href"] for t, a in elements(html) if t == "a"] == ["/mo/", "/tep/"]
    assert sent(html) == {("kind", "notice"), ("of", "4"), ("conference", "9")}
