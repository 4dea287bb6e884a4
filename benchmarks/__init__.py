"""How fast the site is built, beside other generators on the same texts in the same run."""
