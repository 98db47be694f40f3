"""The kinds of document, in the order of the cycle. A new kind is a folder here and one line in the list."""

from doithoai.stages.documents.kind import DocumentKind
from doithoai.stages.documents.kinds.agenda import spec as agenda
from doithoai.stages.documents.kinds.answer_brief import spec as answer_brief
from doithoai.stages.documents.kinds.archive_index import spec as archive_index
from doithoai.stages.documents.kinds.assignment_slip import spec as assignment_slip
from doithoai.stages.documents.kinds.conclusion_notice import spec as conclusion_notice
from doithoai.stages.documents.kinds.conference_notice import spec as conference_notice
from doithoai.stages.documents.kinds.cost_estimate import spec as cost_estimate
from doithoai.stages.documents.kinds.extension_notice import spec as extension_notice
from doithoai.stages.documents.kinds.invitation import spec as invitation
from doithoai.stages.documents.kinds.loudspeaker_bulletin import spec as loudspeaker_bulletin
from doithoai.stages.documents.kinds.minutes import spec as minutes
from doithoai.stages.documents.kinds.opinion_form import spec as opinion_form
from doithoai.stages.documents.kinds.plan import spec as plan
from doithoai.stages.documents.kinds.receipt import spec as receipt
from doithoai.stages.documents.kinds.result_report import spec as result_report
from doithoai.stages.documents.kinds.running_order import spec as running_order
from doithoai.stages.documents.kinds.security_sheet import spec as security_sheet
from doithoai.stages.documents.kinds.settlement import spec as settlement
from doithoai.stages.documents.kinds.sign_in_sheet import spec as sign_in_sheet
from doithoai.stages.documents.kinds.speaker_card import spec as speaker_card
from doithoai.stages.documents.kinds.survey_form import spec as survey_form
from doithoai.stages.documents.kinds.transfer_notice import spec as transfer_notice
from doithoai.stages.documents.kinds.transfer_slip import spec as transfer_slip
from doithoai.stages.documents.kinds.written_answer import spec as written_answer

KINDS: dict[str, DocumentKind] = {
    kind.code: kind
    for kind in (
        plan.KIND,
        conference_notice.KIND,
        invitation.KIND,
        loudspeaker_bulletin.KIND,
        agenda.KIND,
        security_sheet.KIND,
        cost_estimate.KIND,
        opinion_form.KIND,
        receipt.KIND,
        assignment_slip.KIND,
        answer_brief.KIND,
        running_order.KIND,
        speaker_card.KIND,
        sign_in_sheet.KIND,
        minutes.KIND,
        conclusion_notice.KIND,
        written_answer.KIND,
        extension_notice.KIND,
        transfer_slip.KIND,
        transfer_notice.KIND,
        result_report.KIND,
        survey_form.KIND,
        settlement.KIND,
        archive_index.KIND,
    )
}
