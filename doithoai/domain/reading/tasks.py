"""Part "Tổ chức thực hiện": which body is told to do what, in headings, running sentences or a table.

Deadlines inside the tasks are read by `deadlines.py`, which asks here whose task a line is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from doithoai.domain.reading.actors import actor_at, looks_like_actor
from doithoai.domain.reading.characters import fold, tidy
from doithoai.domain.reading.outline import Section
from doithoai.domain.reading.record import Span, Task
from doithoai.domain.reading.sentences import clauses, sentences
from doithoai.domain.reading.tables import Row, task_rows

_NOT_TASKS = re.compile(
    r"\W*(?:tren day la|trong qua trinh|qua trinh (?:trien khai|thuc hien|to chuc)|kinh phi|can cu (?:noi dung )?ke hoach|ke hoach nay|yeu cau cac|de nghi cac (?:dong chi|co quan|nganh|don vi).{0,60}(?:nghiem tuc|can cu|trien khai)|nhan duoc ke hoach|thoi gian|dia diem|noi nhan)"
)
_ISSUES = re.compile(r"(?:xay dung|ban hanh|lap)\s+(?:va ban hanh )?ke hoach")
_PLAIN = 12
_PREAMBLE = re.compile(r"\W*(?:can cu|thuc hien (?:luat|quyet|quy|nghi|ke|chi|ket|cong|huong)|theo )")
_SELF_STANDING = re.compile(r"^\W*(?:cong tac |ve |viec )[\w ]{2,40}?[.:]\s*")


@dataclass(frozen=True, slots=True)
class OwnedSection:
    """A section of the outline and the body whose task it belongs to."""

    section: Section
    actor: str


def read_tasks(root: Section) -> tuple[list[tuple[Task, Span]], dict[int, str]]:
    """Tasks in order with their lines, and for every section (by identity) the body it is the task of."""
    owners: dict[int, str] = {}
    found: list[tuple[Task, Span]] = []
    for area in _areas(root):
        rows = task_rows(area)
        if rows:
            found.extend(_tabled(rows))
        for child in area.children:
            found.extend(_tasks_of(child, owners, 0))
        if area.body and not area.children and area.rank > 0:
            found.extend(_sentences_with_actors(area, area.body, owners))
    if not found:
        for area in _listed_bodies(root):
            for child in area.children:
                found.extend(_tasks_of(child, owners, 0))
    if not found:
        for section in root.children:
            if (section.rank > _PLAIN and not _PREAMBLE.match(section.paragraph.folded[:40])) or not root.children[3:]:
                found.extend(_sentences_with_actors(section, section.text, owners))
    return _merged(found), owners


def _areas(root: Section) -> Iterator[Section]:
    """Headings that hold tasks, none inside another; a plan without such a heading has them where bodies head items."""
    areas = [section for section in root.walk() if "tasks" in section.topics and (section.children or section.body)]
    outer = [area for area in areas if not any("tasks" in around.topics for around in list(area.path())[1:])]
    yield from outer
    for section in root.walk():
        if (
            {"schedule", "prepare", "appendix"} & set(section.topics)
            and not section.within("tasks")
            and task_rows(section)
        ):
            yield section


def _listed_bodies(root: Section) -> Iterator[Section]:
    """Headings whatever their words, most of whose numbered items are headed by bodies."""
    for section in root.walk():
        items = [child for child in section.children if child.paragraph.kind in {"number", "letter", "dash"}]
        headed = [child for child in items if actor_at(child.text)]
        if (
            len(headed) >= 2
            and 2 * len(headed) > len(items)
            and not set(section.about()) & {"people", "chair", "purpose", "content", "programme"}
        ):
            yield section


def _tasks_of(section: Section, owners: dict[int, str], depth: int) -> Iterator[tuple[Task, Span]]:
    if (
        _NOT_TASKS.match(section.paragraph.folded)
        or set(section.topics) & {"time", "place", "people", "budget", "chair", "secretary"}
        or "|" in section.text
    ):
        return
    alone = _SELF_STANDING.match(section.paragraph.folded)
    text = section.text[alone.end() :] if alone and actor_at(section.text) is None else section.text
    actor = actor_at(text)
    if actor is None or not actor[0]:
        if depth < 3 and section.children:
            if section.body and not actor_at(section.label):
                yield from _sentences_with_actors(section, section.body, owners)
            for child in section.children:
                yield from _tasks_of(child, owners, depth + 1)
        else:
            yield from _sentences_with_actors(section, text, owners)
        return
    name, rest = actor
    if section.paragraph.kind == "plain" and not section.children and _several(section.text):
        yield from _sentences_with_actors(section, section.text, owners)
        return
    _own(section, name, owners)
    items = _items(text[rest:])
    line = section.paragraph.first_line
    last = section.paragraph.last_line
    nested: list[tuple[Task, Span]] = []
    for under in section.children:
        if _names_other(under.text, name):
            nested.extend(_tasks_of(under, owners, depth + 1))
            continue
        for part in under.walk():
            items.extend(_items(part.text))
            last = max(last, part.paragraph.last_line)
    if items:
        yield Task(name, line, tuple(items)), (line, last)
    yield from nested


def _several(text: str) -> bool:
    """Whether a paragraph of running text names another body at the head of a later sentence."""
    heads = [actor_at(text[start:end]) for start, end in sentences(text)]
    return len({fold(head[0]) for head in heads if head and head[0]}) > 1


def _own(section: Section, actor: str, owners: dict[int, str]) -> None:
    for part in section.walk():
        owners[id(part)] = actor


def _names_other(text: str, name: str) -> bool:
    """Whether a nested item is headed by another body ("Văn phòng: …", "Giao Phòng Kinh tế …")."""
    folded = fold(text)
    if re.match(r"\W*(?:giao|de nghi|yeu cau|phan cong)\b", folded):
        actor = actor_at(text)
        return actor is not None and fold(actor[0]) != fold(name)
    colon = text.find(":", 0, 90)
    return colon > 0 and looks_like_actor(text[:colon]) and fold(text[:colon]) != fold(name)


def _items(text: str) -> list[str]:
    found = []
    for sentence in sentences(text):
        for start, end in clauses(text, sentence):
            words = tidy(re.sub(r"^(?:Đồng thời|đồng thời|và)\s*,?\s+", "", text[start:end].strip(" -+*:")))
            if len(words) > 2:
                found.append(words)
    return found


def _sentences_with_actors(section: Section, text: str, owners: dict[int, str]) -> Iterator[tuple[Task, Span]]:
    """Running text: a sentence that begins with a body is a task, those after it without one go with it."""
    line, last = section.paragraph.first_line, section.paragraph.last_line
    offset = len(section.text) - len(text)
    name: str | None = None
    items: list[str] = []
    begun = line
    for start, end in sentences(text):
        for first, stop in clauses(text, (start, end)):
            words = text[first:stop]
            if _NOT_TASKS.match(fold(words)):
                continue
            actor = actor_at(words) or _after_case(words)
            if (
                actor
                and re.match(r"chu tri|dong chu tri|la nguoi", fold(words[actor[1] :]))
                and "phoi hop" not in fold(words[actor[1] : actor[1] + 30])
            ):
                continue
            if actor and _ISSUES.match(fold(words[actor[1] :])):
                name = None
                continue
            if actor and actor[0] and actor[1] < len(words):
                if name and items:
                    yield Task(name, begun, tuple(items)), (begun, last)
                name, items = actor[0], _items(words[actor[1] :])
                begun = section.paragraph.line_at(offset + first)
                owners.setdefault(id(section), name)
            elif name:
                items.extend(_items(words))
    if name and items:
        yield Task(name, begun, tuple(items)), (begun, last)


def _after_case(words: str) -> tuple[str, int] | None:
    """The body told to act in a case that is put first: "Các ý kiến chưa trả lời tại chỗ, UBND xã trả lời…"."""
    for comma in re.finditer(r",\s+|\bthì\s+", words[:160]):
        actor = actor_at(words[comma.end() :])
        if actor and actor[0] and len(actor[0].split()) <= 12 and comma.end() + actor[1] < len(words):
            return actor[0], comma.end() + actor[1]
    return None


def _tabled(rows: list[Row]) -> Iterator[tuple[Task, Span]]:
    for row in rows:
        if row.actor and row.work:
            yield Task(row.actor, row.line, tuple(_items(row.work))), (row.line, row.line)


def _merged(found: list[tuple[Task, Span]]) -> list[tuple[Task, Span]]:
    """Tasks of one body brought together, where the body first stands."""
    out: list[tuple[Task, Span]] = []
    for task, span in found:
        for at, (other, around) in enumerate(out):
            if fold(other.actor) == fold(task.actor):
                items = tuple(dict.fromkeys((*other.items, *task.items)))
                out[at] = Task(other.actor, other.line, items), (around[0], max(around[1], span[1]))
                break
        else:
            out.append((task, span))
    return out
