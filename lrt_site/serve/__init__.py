"""A preview that follows the editor: what is asked for is made then, and every open page shows each change."""

from lrt_site.serve.application import application
from lrt_site.serve.listening import serve
from lrt_site.serve.shown import Shown

__all__ = ["Shown", "application", "serve"]
