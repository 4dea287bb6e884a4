"""How fast the site is built, beside Hugo on the same texts in the same run."""
