"""Who watches: the Front sees lateness without names, the police place and time alone."""

from tests.journeys.browser.person import Person
from tests.journeys.browser.public import ROAD
from tests.journeys.browser.register import KEYED

NAMES = tuple(said.speaker for said in KEYED)


def front_looks(front: Person) -> None:
    """Overdue lists, no identities."""
    front.open(f"/giam-sat/{front.slug}/")
    front.sees_nothing_of(*NAMES)
    front.shoot("70-mat-tran")
    front.open(f"/giam-sat/{front.slug}/kien-nghi/")
    front.sees_nothing_of(*NAMES)
    front.shoot("71-kien-nghi")


def police_look(police: Person, place: str) -> None:
    """Place and time; nothing of what was said."""
    police.open(f"/giam-sat/{police.slug}/")
    police.sees(place, "08:00")
    police.sees_nothing_of(*NAMES, ROAD, *(said.summary for said in KEYED))
    police.shoot("72-cong-an")
