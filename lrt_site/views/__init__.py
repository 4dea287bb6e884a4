"""The register becomes pages: exactly what each template is given, and nothing a template has to work out."""

from __future__ import annotations

from lrt_site.views.site import page_makers

__all__ = ["page_makers"]
