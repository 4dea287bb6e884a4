"""What we depend on and hand on: listed, audited and accounted for. Nothing of it goes into the package."""
