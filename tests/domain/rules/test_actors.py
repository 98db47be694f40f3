"""Which side a name acts for."""

import pytest

from doithoai.domain.duties import Duty
from doithoai.domain.rules.actors import ROLE_NAMES, ActorRole, fold, named_role, role_for


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Văn phòng HĐND&UBND xã", "people_committee"),
        ("Văn phòng HĐND và UBND xã", "people_committee"),
        ("đồng chí Chủ tịch UBND xã cùng các bộ phận tham mưu", "people_committee"),
        ("Trung tâm Phục vụ hành chính công", "people_committee"),
        ("Văn phòng Đảng ủy, Văn phòng -Thống kê", "party"),
        ("Thường trực Đảng ủy", "party"),
        ("Cấp ủy Đảng, Chính quyền", "party"),
        ("Trung tâm Cung ứng dịch vụ công xã", "broadcaster"),
        ("Bộ phận truyền thanh", "broadcaster"),
        ("Đài truyền thanh xã", "broadcaster"),
        ("Công chức Văn hóa - Xã hội phụ trách đài truyền thanh", "broadcaster"),
        ("Công an xã, Ban chỉ huy quân sự xã", "police"),
        ("Trưởng Công an xã", "police"),
        ("Ban Chỉ huy Quân sự phường", "military"),
        ("UBMTTQVN xã", "front"),
        ("Chủ tịch Ủy ban MTTQ Việt Nam xã", "front"),
        ("Chủ tịch Hội Nông dân", "front"),
        ("Khối dân vận, Mặt trận Tổ quốc và các đoàn thể", "front"),
        ("các tổ chức đoàn thể", "front"),
        ("Trưởng thôn, Ban công tác Mặt trận thôn", "village"),
        ("Trưởng các thôn, làng", "village"),
        ("Tổ trưởng tổ dân phố", "village"),
        ("Thường trực HĐND xã", "people_council"),
        ("Chủ tịch HĐND xã", "people_council"),
        ("Ban tổ chức", "organising_board"),
        ("các cơ quan, cán bộ, công chức được phân công", "units"),
        ("Phòng Kinh tế", "units"),
        ("Nhân dân", "citizens"),
        ("Xyz", "other"),
    ],
)
def test_named_role_finds_the_side_of_a_name(name, role):
    assert named_role(name) == role


def test_role_for_lets_units_carry_the_committees_duty():
    assert role_for("Công chức Văn phòng - Thống kê", Duty.ISSUE_NOTICE) is ActorRole.PEOPLE_COMMITTEE
    assert role_for("các cơ quan", Duty.ANSWER, party_headed=True) is ActorRole.PARTY


def test_role_for_takes_the_customary_side_when_nobody_is_named():
    assert [role_for(None, duty) for duty in (Duty.BROADCAST, Duty.SECURITY, Duty.ANSWER)] == [
        ActorRole.BROADCASTER, ActorRole.POLICE, ActorRole.PEOPLE_COMMITTEE,
    ]  # fmt: skip


def test_fold_drops_case_marks_and_the_bar_of_d():
    assert fold("  ĐẢNG  Ủy\nXã ") == "dang uy xa"


def test_every_role_has_a_name():
    assert set(ROLE_NAMES) == set(ActorRole)
