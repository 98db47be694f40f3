"""The question of the portal that `stages/notices` does not answer by itself: matters asked about."""

from django.db.models import Count

from doithoai.stages.notices.models import PublicQuestion


def topics_asked(commune_id: int | None) -> list[tuple[str, int]]:
    """Matters of public questions, of one commune or of all, with how many there are; the most first."""
    rows = PublicQuestion.objects.filter(is_withdrawn=False, dialogue__is_withdrawn=False).exclude(topic="")
    if commune_id is not None:
        rows = rows.filter(commune_id=commune_id)
    counted = rows.order_by().values_list("topic").annotate(number=Count("pk"))
    return list(counted.order_by("-number", "topic"))
