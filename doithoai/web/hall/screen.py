"""The wall of the hall: what it shows by itself, and how much fits on it.

Letters are 8 % of its height for a question, 5.5 % for the programme. A viewer at the far end reads no smaller ones,
so a long text is divided into pages instead.
"""

from doithoai.domain.plans import ConferenceState
from doithoai.stages.conference.records import SittingRecord

WAIT, PROGRAMME, SPEAKING, QUESTION, ANSWER, BLANK = "cho", "chuong-trinh", "phat-bieu", "cau-hoi", "tra-loi", "tat"
VIEWS = (WAIT, PROGRAMME, SPEAKING, QUESTION, ANSWER, BLANK)
OF_ONE_OPINION = (QUESTION, ANSWER)

WORDS_PER_PAGE = 30
LINES_PER_PAGE = 8
LETTERS_PER_LINE = 38


def follows(sitting: SittingRecord, state: ConferenceState) -> str:
    """The view of a wall that follows the sitting: whoever speaks, else the programme, else the waiting page."""
    if sitting.speaking is not None:
        return SPEAKING
    return PROGRAMME if state is ConferenceState.RUNNING else WAIT


def pages_of_words(text: str) -> list[str]:
    """The text in pages of thirty words; one empty page for an empty text."""
    words = text.split()
    return [" ".join(words[i : i + WORDS_PER_PAGE]) for i in range(0, len(words), WORDS_PER_PAGE)] or [""]


def pages_of_steps(titles: list[str]) -> list[list[tuple[int, str]]]:
    """Numbered steps in pages of eight lines; a step is never divided."""
    pages: list[list[tuple[int, str]]] = [[]]
    lines = 0
    for number, title in enumerate(titles, 1):
        needed = -(-len(title) // LETTERS_PER_LINE)
        if pages[-1] and lines + needed > LINES_PER_PAGE:
            pages.append([])
            lines = 0
        pages[-1].append((number, title))
        lines += needed
    return pages
