"""How much fits on the wall of the hall: letters of 8 % of its height for a question, 5.5 % for the programme.

A viewer at the far end reads no smaller ones, so a long text is divided into pages instead.
"""

WORDS_PER_PAGE = 30
LINES_PER_PAGE = 8
LETTERS_PER_LINE = 38


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
