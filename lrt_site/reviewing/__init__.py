"""What a colleague reads who reviews a change: all that differs, whole, in readers' words, as Markdown or as HTML."""

from lrt_site.reviewing.html import as_html
from lrt_site.reviewing.markdown import as_markdown
from lrt_site.reviewing.review import ReviewContext, review_of
from lrt_site.reviewing.states import as_published, pages_changed

__all__ = ["ReviewContext", "as_html", "as_markdown", "as_published", "pages_changed", "review_of"]
