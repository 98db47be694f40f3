"""Keys between tables point to their own or an earlier stage, and no earlier stage can look back along them."""

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import Field

RANK = {stage: place for place, stage in enumerate(settings.STAGES)}


def keys_across() -> list[tuple[str, Field]]:
    return [
        (model._meta.app_label, field)
        for label in (*RANK, "base")
        for model in apps.get_app_config(label).get_models()
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many)
        if field.is_relation and field.related_model._meta.app_label != label
    ]


def test_keys_exist_to_be_tested():
    assert len(keys_across()) > 5


def test_key_points_to_an_earlier_stage():
    backwards = [
        f"{field}: {label} -> {field.related_model._meta.app_label}"
        for label, field in keys_across()
        if RANK.get(field.related_model._meta.app_label, 99) > RANK.get(label, -1)
    ]

    assert backwards == []


def test_key_across_stages_leaves_no_way_back():
    with_way_back = [str(field) for _, field in keys_across() if not field.remote_field.hidden]

    assert with_way_back == []


@pytest.mark.parametrize("stage", settings.STAGES)
def test_stage_is_named_in_the_floor_contract(stage):
    from tests.house.sources import HOUSE

    contract = (HOUSE / ".importlinter").read_text(encoding="utf-8")
    assert f"\n    {stage}\n" in contract
