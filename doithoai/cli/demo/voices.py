"""What invented people say in the demo, and what invented officials answer. Nobody and nothing here is real."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Voice:
    """One opinion as said, how the office sorts it, and what is said about it in the hall or in writing."""

    words: str
    summary: str
    topic: str
    unit: str
    said: str
    speaker: str
    channel: str = "paper"
    necessity: str = "normal"
    nature: str = "common"
    competence: str = "commune"
    body: str = ""
    kind: str = "petition"
    public: str = ""


KT, VH, VP = "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND"

ROAD = Voice(
    "Đoạn đường từ nhà văn hóa ra cánh đồng sụt một bên đã hai năm, mùa mưa xe máy ngã luôn. Tôi nói mấy lần họp thôn rồi.",
    "Sửa đoạn đường sụt từ nhà văn hóa ra cánh đồng", "roads", KT,
    "Xã đã khảo sát ngày 05, giao Phòng Kinh tế lập dự toán 85 triệu đồng từ vốn sự nghiệp giao thông, thi công xong trước mùa mưa.",
    "Nguyễn Thị Thử Một", necessity="urgent",
    public="Đề nghị sửa đoạn đường sụt từ nhà văn hóa thôn ra cánh đồng, đã kiến nghị nhiều lần.",
)  # fmt: skip
ROAD_AGAIN = Voice(
    "Đường ra đồng sụt, xe công nông không đi được, đề nghị xã làm sớm cho bà con gặt.",
    "Đường ra đồng sụt, xe công nông không đi được", "roads", KT,
    "Trả lời chung với kiến nghị sửa đường: dự toán 85 triệu đồng, thi công trước mùa mưa.",
    "Trần Văn Thử Hai", channel="village_meeting", necessity="high",
    public="Đường ra đồng sụt, xe công nông không đi được, đề nghị làm sớm.",
)  # fmt: skip
DITCH = Voice(
    "Mương tiêu sau trường mầm non bị lấp, mưa xuống nước tràn vào sân trường, các cháu phải nghỉ.",
    "Nạo vét mương tiêu sau trường mầm non", "irrigation", KT,
    "Phòng Kinh tế đã huy động 20 công nạo vét 120 mét mương ngày 12, nước đã thoát; hợp tác xã duy tu mỗi tháng một lần.",
    "Lê Thị Thử Ba", necessity="high",
    public="Mương tiêu sau trường mầm non bị lấp, nước tràn vào sân trường khi mưa.",
)  # fmt: skip
LIGHT = Voice(
    "Đèn đường ngõ trên hỏng ba bóng từ Tết, tối trẻ con đi học thêm về sợ lắm.",
    "Thay ba bóng đèn đường ngõ trên", "power_water", VP,
    "Văn phòng đã giao thợ điện thay ba bóng đèn trong tuần này, kinh phí 1,2 triệu đồng từ quỹ chiếu sáng.",
    "Phạm Văn Thử Tư", channel="phone", public="Ba bóng đèn đường ngõ trên hỏng, đề nghị thay.",
)  # fmt: skip
WATER = Voice(
    "Nước sạch của công ty cấp lúc có lúc không, tháng nào cũng thu đủ tiền. Xã có nói với công ty giúp dân không?",
    "Nước sạch cấp không đều", "power_water", KT,
    "Việc này thuộc công ty cấp nước; xã chuyển kiến nghị và mời công ty về làm việc với thôn.",
    "Hoàng Thị Thử Năm", competence="other_body", body="Công ty cấp nước sạch của tỉnh", kind="report_issue",
    public="Nước sạch cấp không đều trong khi vẫn thu đủ tiền.",
)  # fmt: skip
RUBBISH = Voice(
    "Xe rác một tuần chỉ vào một lần, rác đầy đầu ngõ bốc mùi. Đề nghị tăng chuyến.",
    "Tăng chuyến xe thu gom rác", "environment", KT,
    "Từ đầu tháng sau xe rác vào hai chuyến mỗi tuần, thứ Ba và thứ Sáu; Phòng Kinh tế ký phụ lục hợp đồng với đơn vị thu gom.",
    "Vũ Văn Thử Sáu", channel="front", public="Xe rác một tuần vào một lần, đề nghị tăng chuyến.",
)  # fmt: skip
PROCEDURE = Voice(
    "Tôi làm giấy khai sinh cho cháu phải lên xã ba lần, lần nào cũng bảo thiếu giấy khác nhau.",
    "Hướng dẫn thủ tục một lần cho đủ", "procedures", VP,
    "Bộ phận một cửa đã in sẵn danh mục giấy tờ từng thủ tục phát cho người dân; ai hướng dẫn thiếu phải xin lỗi bằng văn bản.",
    "Đỗ Thị Thử Bảy", kind="report_issue", public="Làm thủ tục khai sinh phải đi lại nhiều lần vì hướng dẫn không đủ.",
)  # fmt: skip
POLICY = Voice(
    "Nhà bà cụ neo đơn cuối thôn chưa được xét trợ cấp, hỏi thôn thì bảo chờ xã.",
    "Xét trợ cấp cho người già neo đơn", "social_policy", VH,
    "Phòng Văn hóa - Xã hội họp hội đồng xét ngày 20 và báo kết quả cho gia đình; nếu đủ điều kiện thì hưởng từ tháng sau.",
    "Bùi Văn Thử Tám", channel="village_head", necessity="high",
    public="Đề nghị xét trợ cấp cho người già neo đơn trong thôn.",
)  # fmt: skip
FENCE = Voice(
    "Hàng rào nhà bên lấn sang đất nhà tôi 30 phân, đề nghị xã xử lý cho gia đình tôi.",
    "Tranh chấp ranh giới đất giữa hai hộ", "land", KT, "", "Ngô Thị Thử Chín", nature="private_matter",
)  # fmt: skip
STATE_ROAD = Voice(
    "Đường tỉnh qua xã ổ gà nhiều, xe tải chạy suốt đêm, đề nghị tỉnh sửa.",
    "Sửa đường tỉnh đoạn qua xã", "roads", KT,
    "Đường tỉnh do Sở Xây dựng quản lý; xã kiến nghị Sở sửa và báo lại cho bà con.",
    "Dương Văn Thử Mười", competence="higher_level", body="Sở Xây dựng", channel="council_deputy",
    public="Đường tỉnh qua xã nhiều ổ gà, đề nghị sửa.",
)  # fmt: skip
CULTURE = Voice(
    "Nhà văn hóa thôn không có mái che sân, hội họp trời mưa dột ướt hết, đề nghị hỗ trợ làm mái.",
    "Hỗ trợ làm mái che sân nhà văn hóa thôn", "culture", VH,
    "Xã hỗ trợ 40 triệu đồng, thôn đối ứng phần còn lại; làm xong trong quý tới.",
    "Đặng Thị Thử Mốt", kind="proposal", public="Đề nghị hỗ trợ làm mái che sân nhà văn hóa thôn.",
)  # fmt: skip
CANAL = Voice(
    "Kênh cấp nước vụ đông cạn, hơn ba mẫu màu của xóm dưới thiếu nước tưới.",
    "Thiếu nước tưới vụ đông ở xóm dưới", "irrigation", KT,
    "Trạm bơm đã vận hành thêm ca đêm từ ngày 10 đến hết vụ, mỗi đợt tưới 36 giờ; Phòng Kinh tế trực đường dây.",
    "Lý Văn Thử Hai Mốt", necessity="urgent", public="Kênh cấp nước vụ đông cạn, hơn ba mẫu màu thiếu nước tưới.",
)  # fmt: skip

ALL = (ROAD, ROAD_AGAIN, DITCH, LIGHT, WATER, RUBBISH, PROCEDURE, POLICY, FENCE, STATE_ROAD, CULTURE, CANAL)
