"""lrt_site: records kept in git become a public, versioned transparency site."""

__version__ = "0.1.0"
