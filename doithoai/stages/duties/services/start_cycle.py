"""Start a year of work from a reading: the commune's rules, the plan with its conferences, and every duty of each."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from doithoai.domain.roles import Actor
from doithoai.domain.rules.policies import SettledPolicy
from doithoai.stages.duties.laying import policies_of
from doithoai.stages.duties.services.lay_out_duties import lay_out_duties
from doithoai.stages.people.models import Commune
from doithoai.stages.plans.models import Plan
from doithoai.stages.plans.services.start_plan import PlanStart, start_plan
from doithoai.stages.rulebook.queries import packs_meant_for
from doithoai.stages.rulebook.services.adopt_pack import PackWanted, adopt_pack


@transaction.atomic
def start_cycle(*, commune_id: int, start: PlanStart, actor: Actor, at: datetime) -> Plan:
    """Adopts the shipped packs written for this commune, starts the plan, settles its policies, lays out duties.

    Policies given in `start` stand before the settled ones.
    """
    commune = Commune.objects.filter(pk=commune_id).first()
    if commune is not None:
        for pack in packs_meant_for(commune):
            adopt_pack(commune_id=commune_id, wanted=PackWanted(code=pack.code), actor=actor, at=at)
    plan = start_plan(commune_id=commune_id, start=replace(start, policies={}), actor=actor, at=at)
    conferences = list(plan.conferences.select_related("commune", "plan").order_by("number"))
    plan.policies = {**_flat(policies_of(conferences[0])), **dict(start.policies)}
    plan.save(update_fields=["policies"])
    for conference in conferences:
        lay_out_duties(conference_id=conference.pk, actor=actor, at=at)
    return plan


def _flat(settled: Mapping[str, SettledPolicy]) -> dict[str, object]:
    return {
        name: list(policy.value) if isinstance(policy.value, tuple) else policy.value
        for name, policy in settled.items()
    }
