"""The twenty pages of the tour: who sees each, where it is, what is pressed on the way, and what to say of it.

The only list: pictures, docs/tour.md and the README's table follow it. Where an id is needed, `find` names the finder
that knows it (`places.py`). Not here: how a picture is taken (`camera.py`).
"""

from dataclasses import dataclass
from typing import NamedTuple

WIDTHS = {360: 740, 1280: 800}
"""Each width with its height: what a reader sees before he scrolls."""

OPINION = "Đoạn đường từ nhà văn hóa ra cánh đồng sụt một bên, mùa mưa xe máy ngã luôn. Bao giờ xã sửa?"


class Audience(NamedTuple):
    """One heading of the tour, Vietnamese and English."""

    vi: str
    en: str


CITIZEN = Audience("Bà con", "The citizen")
CLERK = Audience("Văn phòng xã", "The clerk")
HEAD = Audience("Trưởng thôn", "The village head")
UNIT = Audience("Phòng chuyên môn", "The unit")
CHAIR = Audience("Chủ tịch", "The chair")
HALL = Audience("Hội trường", "The hall")
PROJECTOR = Audience("Màn chiếu", "The projector")
FRONT = Audience("Mặt trận", "The Fatherland Front")
POLICE = Audience("Công an", "The police")
UPPER = Audience("Cấp trên", "The upper level")


class Step(NamedTuple):
    """Type `words` into what `at` (a CSS selector) names, or press it when there are none. `{…}` is filled by the finder."""

    at: str
    words: str = ""


@dataclass(frozen=True)
class Page:
    """`route` is the name of an address, `find` what fills in its ids; `who` signs in, empty for a citizen.

    `commune` is the key of the demo's sign-in names. `in_hall` pages are taken on the conference day, the rest before.
    """

    noun: str
    audience: Audience
    route: str
    vi: str
    en: str
    who: str = ""
    commune: str = "binhlang"
    find: str = "commune"
    steps: tuple[Step, ...] = ()
    in_hall: bool = False
    in_readme: bool = False


NEXT = Step("main form[method=post] button:not([name])")
SAYS_IT_IS_NO_DENUNCIATION = Step("button[value=y-kien]")
WORDS = Step("[name=words]", OPINION)

PAGES: tuple[Page, ...] = (
    Page(
        "commune", CITIZEN, "portal:commune",
        "Trang của xã: buổi đối thoại sắp tới họp ở đâu, mấy giờ, đến dự thế nào, và nút gửi ý kiến.",
        "The commune’s page: where and when the next dialogue is, how to attend, and the button to send an opinion.",
        commune="songan", in_readme=True,
    ),
    Page(
        "words", CITIZEN, "portal:send",
        "Gửi ý kiến: mỗi trang hỏi một điều, viết như nói, không cần ghi tên.",
        "Sending an opinion: one question a page, written as one speaks, no name needed.",
        commune="songan", steps=(SAYS_IT_IS_NO_DENUNCIATION, WORDS),
    ),
    Page(
        "slip", CITIZEN, "portal:send",
        "Phiếu mang về: mã số để xem trả lời, và xã hẹn trả lời ngày nào.",
        "The slip to take home: a code to look the answer up, and the day by which the commune answers.",
        commune="songan", in_readme=True,
        steps=(SAYS_IT_IS_NO_DENUNCIATION, WORDS, NEXT, Step("button[name=village]"), NEXT, Step("button[value=gui]")),
    ),
    Page(
        "status", CITIZEN, "portal:status",
        "Gõ mã số là biết ý kiến đang ở đâu, ai lo, chậm nhất ngày nào có trả lời.",
        "The code tells where the opinion stands, who has it, and the latest day of an answer.",
        find="code", steps=(Step("[name=ma]", "{code}"), NEXT),
    ),
    Page(
        "dialogue", CITIZEN, "portal:dialogue",
        "Buổi đã họp: bao nhiêu câu trả lời đúng hạn, chậm, quá hạn; ai phải làm tiếp việc gì.",
        "A dialogue that was held: how many answers came in time, late or not yet; who must do what next.",
        find="held",
    ),
    Page(
        "question", CITIZEN, "portal:question",
        "Một câu hỏi và đường đi của nó. Xã chậm thì trang này nói xã chậm mấy ngày.",
        "One question and its journey. Where the commune is late the page says by how many days.",
        commune="huonglinh", find="late_question",
    ),
    Page(
        "today", CLERK, "desk:home",
        "Việc hôm nay: hạn gần nhất đứng đầu, việc quá hạn nhìn là thấy.",
        "Today’s work: the nearest deadline first, what is overdue seen at once.",
        who="vanphong", in_readme=True,
    ),
    Page(
        "year", CLERK, "desk:year",
        "Cả năm trên một trang: các buổi đối thoại và từng hạn trước, sau mỗi buổi.",
        "The whole year on one page: the dialogues and every deadline before and after them.",
        who="vanphong", find="year",
    ),
    Page(
        "ladder", CLERK, "desk:ladder",
        "Bậc thang ngày của một buổi: việc gì, ai làm, chậm nhất ngày nào, theo điều nào.",
        "A dialogue’s ladder of dates: what, who, by when, and by which article.",
        who="vanphong", find="held", in_readme=True,
    ),
    Page(
        "opinion", CLERK, "desk:opinion",
        "Một ý kiến trong sổ: nguyên lời bà con, phân loại, giao việc, bản công khai.",
        "An opinion in the register: the citizen’s own words, sorting, assignment, public text.",
        who="vanphong", commune="songan", find="opinion",
    ),
    Page(
        "document", CLERK, "desk:document",
        "Soạn văn bản đúng thể thức: phần mềm viết sẵn từ dữ liệu đã có, tải về là tệp Word.",
        "Official papers in the required form: written from what is known, downloaded as Word.",
        who="vanphong", find="document",
    ),
    Page(
        "entry", HEAD, "desk:opinion_new",
        "Trưởng thôn ghi hộ ý kiến ngay trên điện thoại, đưa bà con mã số.",
        "The village head notes an opinion for somebody on his phone and hands over the code.",
        who="truongthon", commune="songan",
    ),
    Page(
        "answer", UNIT, "desk:answer",
        "Phòng chuyên môn viết trả lời: câu hỏi, lời đã hứa, hạn, và lý do của hạn.",
        "The unit writes an answer: the question, what was promised, the deadline and why that day.",
        who="kinhte", find="answer",
    ),
    Page(
        "chair", CHAIR, "desk:home",
        "Sáu giờ sáng trên điện thoại: việc chờ ký, việc quá hạn, việc sắp đến hạn.",
        "Six in the morning on the phone: what waits for a signature, what is overdue, what comes next.",
        who="chutich", in_readme=True,
    ),
    Page(
        "card", CHAIR, "hall:chair",
        "Thẻ của người chủ trì: câu hỏi đang nói, việc đã biết, câu trả lời đã chuẩn bị.",
        "The chair’s card: the question being put, what is known, the answer prepared.",
        who="chutich", commune="songan", find="coming", in_hall=True,
    ),
    Page(
        "running", HALL, "hall:running",
        "Thư ký điều hành: ai đang nói, ai tiếp theo, quyết định từng ý kiến bằng một phím.",
        "The secretary runs the meeting: who speaks, who is next, each opinion decided with one key.",
        who="vanphong", commune="songan", find="coming", in_hall=True,
    ),
    Page(
        "projector", PROJECTOR, "hall:projector",
        "Hàng ghế cuối cũng đọc được ai đang nói, nói việc gì.",
        "Who speaks, and of what: readable from the back row.",
        who="vanphong", commune="songan", find="coming", in_hall=True, in_readme=True,
    ),
    Page(
        "watch", FRONT, "watch:home",
        "Mặt trận theo dõi: hứa gì, làm đến đâu, việc nào quá hạn.",
        "The Front keeps watch: what was promised, how far it got, what is overdue.",
        who="mattran",
    ),
    Page(
        "police", POLICE, "watch:home",
        "Công an: ở đâu, lúc nào, bao nhiêu người. Không có lời của dân.",
        "The police: where, when, how many people. Nothing of what citizens said.",
        who="congan", commune="songan",
    ),
    Page(
        "upper", UPPER, "watch:home",
        "Cấp trên: các con số của xã, không có tên người.",
        "The upper level: the commune’s figures, nobody’s name.",
        who="captren",
    ),
)  # fmt: skip


def picture_name(page: Page, width: int) -> str:
    """`03-slip-360.webp`: the place in the tour, the noun, the width."""
    return f"{PAGES.index(page) + 1:02d}-{page.noun}-{width}.webp"
