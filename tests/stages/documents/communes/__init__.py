"""Facts of the five communes for golden files: real rules and dates, invented people, own words."""

from tests.stages.documents.communes.binh_lang import CASE as BINH_LANG
from tests.stages.documents.communes.cai_bo import CASE as CAI_BO
from tests.stages.documents.communes.case import Case
from tests.stages.documents.communes.ha_tinh import CASE as HA_TINH
from tests.stages.documents.communes.long_phung import CASE as LONG_PHUNG
from tests.stages.documents.communes.song_an import CASE as SONG_AN

__all__ = ["CASES", "Case"]

CASES = {case.slug: case for case in (LONG_PHUNG, HA_TINH, BINH_LANG, SONG_AN, CAI_BO)}
