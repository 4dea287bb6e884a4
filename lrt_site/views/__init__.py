"""The register becomes pages: exactly what each template is given, and nothing a template has to work out."""

from __future__ import annotations

from lrt_site.views.site import all_pages, page_makers

__all__ = ["all_pages", "page_makers"]
