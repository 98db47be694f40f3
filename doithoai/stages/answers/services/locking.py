"""Takes one answer, extension or transfer for writing, with the commune and unit that rights are asked for."""

from django.utils.translation import gettext as _

from doithoai.base.errors import NotFound
from doithoai.domain.roles import Scope
from doithoai.stages.answers.models import Answer, Extension, Transfer


def lock_answer(answer_id: int) -> Answer:
    """The answer with opinion, unit and commune; raises NotFound. Only inside a transaction."""
    found = Answer.objects.select_for_update(of=("self",)).select_related(
        "opinion", "opinion__commune", "commune", "unit"
    )
    answer = found.filter(pk=answer_id).first()
    if answer is None:
        raise NotFound(_("Không có văn bản trả lời này."))
    return answer


def lock_extension(extension_id: int) -> Extension:
    """The extension with its answer and commune; raises NotFound."""
    found = Extension.objects.select_for_update(of=("self",)).select_related("answer", "answer__commune")
    extension = found.filter(pk=extension_id).first()
    if extension is None:
        raise NotFound(_("Không có lần gia hạn này."))
    return extension


def lock_transfer(opinion_id: int) -> Transfer:
    """The transfer of an opinion with its commune; raises NotFound."""
    found = Transfer.objects.select_for_update(of=("self",)).select_related("opinion", "opinion__commune")
    transfer = found.filter(opinion_id=opinion_id).first()
    if transfer is None:
        raise NotFound(_("Ý kiến này chưa được chuyển đi đâu."))
    return transfer


def scope_of(answer: Answer) -> Scope:
    """Rights are asked in the answer's commune and unit."""
    return Scope(answer.commune_id, unit_id=answer.unit_id)
