"""Bình Lãng from its plan file to a closed cycle through pages alone, with scripts off and on."""

import subprocess
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from doithoai.config.settings import HOUSE
from tests.journeys.browser import after, hall, overseers, papers, plan, public, register
from tests.journeys.browser.person import Person
from tests.journeys.browser.server import doithoai
from tests.shared import SHARED

pytestmark = pytest.mark.browser

REAL = "002_5879b779847d6dbe.txt"
ANSWER = "Xã rải cấp phối đoạn ba mét qua ao cá trong tháng này, Phòng Kinh tế làm, thôn cùng nghiệm thu."
DITCH_ANSWER = "Hợp tác xã đã vớt bèo và nạo vét mương đầu thôn xong hôm thứ Hai, cống đã thông."
FENCE_ANSWER = "Công chức địa chính hẹn đo lại ranh giới cùng hai nhà, mang theo sổ và trích lục bản đồ."


@pytest.mark.parametrize(("key", "has_js"), [("tat", False), ("bat", True)], ids=["scripts off", "scripts on"])
def test_binh_lang_goes_from_plan_file_to_closed_cycle(chromium, town, tmp_path, key, has_js):
    today = datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date()
    staff = {}

    def post(name):
        if name not in staff:
            staff[name] = Person(chromium, town, key, has_js=has_js).sign_in(name)
        return staff[name]

    citizen = Person(chromium, town, key, has_js=has_js)
    clerk, chair, officer = post("vanphong"), post("chutich"), post("kinhte")

    plan.upload(clerk, source_of(has_js))
    plan.correct_and_start(clerk)
    conference = plan.look_at_duties(clerk)
    plan.settle(clerk, conference, today)
    papers.before_the_conference(clerk, conference, today, tmp_path)
    public.announce(clerk, conference)

    code = public.send_opinion(citizen)
    public.turn_away(citizen)
    register.key_in(clerk, conference)
    register.sort_at_once(clerk, post("vanphong2"), register.FROM_PORTAL)
    for said in register.KEYED:
        register.sort(clerk, said)
    register.group(clerk, conference)
    register.assign(chair, register.FROM_PORTAL)
    register.assign(chair, register.POLICY)
    register.brief(officer, register.FROM_PORTAL, ANSWER)
    register.answer_before(clerk, register.DITCH, DITCH_ANSWER)

    hall.open_sitting(clerk, conference)
    hall.let_speak(clerk)
    hall.hear(clerk)
    hall.decide_all(chair, conference, today, {"road": ANSWER})
    hall.end_sitting(clerk, conference)
    hall.write_minutes(clerk, conference)
    hall.conclude(chair, conference)
    hall.take_papers_home(clerk, conference, tmp_path)

    after.review(clerk, conference)
    after.refused_to_close(clerk, conference, "chưa trả lời", "chưa báo người dân")
    after.draft(officer, register.FROM_PORTAL.summary, ANSWER)
    after.sign(chair, register.FROM_PORTAL.summary)
    after.deliver(officer, register.FROM_PORTAL.summary)
    after.make_answer_public(clerk, register.FROM_PORTAL.summary, ANSWER)
    after.answer_apart(chair, officer, FENCE_ANSWER)
    after.extend(chair, clerk, today)
    after.tell_transfer(clerk)
    after.make_public(clerk, chair, register.FROM_PORTAL, public.ROAD_PUBLIC)
    after.make_public(clerk, chair, register.POLICY, "Hồ sơ trợ cấp tuổi già ba tháng chưa có trả lời.")
    after.make_known(clerk, conference)
    overseers.front_looks(post("mattran"))
    overseers.police_look(post("congan"), plan.PLACE)
    after.report_and_close(clerk, conference, tmp_path)
    public.find_answer(citizen, code, ANSWER)

    assert [trouble for one in (citizen, *staff.values()) for trouble in one.troubles] == []
    assert verified(town).returncode == 0


def verified(town):
    return subprocess.run(
        doithoai("verify", "--data", str(town.data)), check=False, env=town.environment, capture_output=True, text=True
    )


def source_of(has_js):
    if not has_js:
        return HOUSE / "samples" / "binh-lang-2021.docx"
    real = SHARED / "seeds" / REAL if SHARED else None
    return real if real and real.exists() else HOUSE / "samples" / "binh-lang-2021.txt"
