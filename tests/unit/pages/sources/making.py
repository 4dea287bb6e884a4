"""Records and pages that several tests of this folder make."""

from lrt_site.model.register import Record
from lrt_site.pages.shared.common import PageMaker
from lrt_site.pages.sources import contradictions
from lrt_site.pages.sources.contradiction import ContradictionPage
from tests.builders import a_register


def own_pages(*records: Record) -> list[ContradictionPage]:
    _, *makers = contradictions.pages(a_register(*records))
    made = [maker() for maker in makers if isinstance(maker, PageMaker)]
    return [page for page in made if isinstance(page, ContradictionPage)]
