"""The kinds of document, in the order of the cycle. A new kind is a folder here and one line in the list."""

from doithoai.stages.documents.kind import DocumentKind
from doithoai.stages.documents.kinds.conclusion_notice import spec as conclusion_notice
from doithoai.stages.documents.kinds.conference_notice import spec as conference_notice
from doithoai.stages.documents.kinds.invitation import spec as invitation
from doithoai.stages.documents.kinds.loudspeaker_bulletin import spec as loudspeaker_bulletin
from doithoai.stages.documents.kinds.minutes import spec as minutes
from doithoai.stages.documents.kinds.opinion_form import spec as opinion_form
from doithoai.stages.documents.kinds.plan import spec as plan
from doithoai.stages.documents.kinds.result_report import spec as result_report
from doithoai.stages.documents.kinds.sign_in_sheet import spec as sign_in_sheet
from doithoai.stages.documents.kinds.written_answer import spec as written_answer

KINDS: dict[str, DocumentKind] = {
    kind.code: kind
    for kind in (
        plan.KIND,
        conference_notice.KIND,
        invitation.KIND,
        loudspeaker_bulletin.KIND,
        opinion_form.KIND,
        sign_in_sheet.KIND,
        minutes.KIND,
        conclusion_notice.KIND,
        written_answer.KIND,
        result_report.KIND,
    )
}
