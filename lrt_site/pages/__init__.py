"""The register becomes pages: exactly what each template is given, and nothing that a template has to work out."""
