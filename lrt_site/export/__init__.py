"""The register in forms for others."""
