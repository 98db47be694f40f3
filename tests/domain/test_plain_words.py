import pytest

from doithoai.domain.plain_words import office_words_in, pairs_of, sentences_of, tieng_of

PAIRS = pairs_of(
    {
        "words": {"nhập": "gõ, ghi", "thẩm quyền": "quyền giải quyết", "xem xét": "xem"},
        "fits": {"đăng nhập": "what every phone calls it"},
    }
)


def offices(text):
    return [pair.office for pair in office_words_in(text, PAIRS)]


def test_office_word_is_found_when_it_begins_a_sentence():
    assert offices("Thẩm quyền thuộc tỉnh; xã sẽ xem xét.") == ["thẩm quyền", "xem xét"]


def test_office_word_is_not_found_within_a_longer_word():
    assert offices("Xem xétxem.") == []


def test_office_word_is_let_pass_when_the_phrase_fits():
    assert offices("Cán bộ đăng nhập") == []


def test_office_word_is_found_when_it_stands_beside_a_phrase_that_fits():
    assert offices("Đăng nhập rồi nhập số ngày.") == ["nhập"]


def test_pair_gives_the_plain_words():
    assert office_words_in("Nhập mã", PAIRS)[0].plain == "gõ, ghi"


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Xã đã nhận. Xã trả lời chậm nhất ngày %(day)s.", 2),
        ("Hạn là 21/12/2026, giấy ở Điều 9.", 1),
        ("Bà con hỏi gì? “Đường hỏng.” Xã ghi lại!", 3),
        ("Gửi đi…", 1),
        ("", 0),
    ],
)
def test_text_is_cut_into_sentences(text, sentences):
    assert len(sentences_of(text)) == sentences


@pytest.mark.parametrize(
    ("sentence", "tieng"),
    [("Xã đã nhận.", 3), ("Ngày %(day)s, 21/12/2026", 3), ("Văn hóa - Xã hội", 4), ("", 0)],
)
def test_tieng_are_counted_by_ear(sentence, tieng):
    assert tieng_of(sentence) == tieng
