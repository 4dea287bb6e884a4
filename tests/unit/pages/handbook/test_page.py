"""A page of the handbook keeps all of its text in the frame of the site, and its own frame where it has one."""

from lrt_site.pages.handbook.page import page

MADE = """<!doctype html>
<html lang="nl">
<head>
<meta name="description" content="Wat &amp; hoe.">
<title>A &lt;b&gt; – Handboek</title>
</head>
<body>
<header class="masthead"></header>
<div class="page">
<div class="handbook"><main id="inhoud"><div class="table"><p>Tekst</p></div></main><nav>Verder</nav></div>
</div>
<footer class="colophon"><p>Alleen</p></footer>
</body>
</html>
"""


def test_the_text_goes_into_the_frame_of_the_site_as_it_is() -> None:
    made = page("/handboek/a/", MADE)
    assert made is not None
    assert made.body == (
        '<div class="handbook"><main id="inhoud"><div class="table"><p>Tekst</p></div></main><nav>Verder</nav></div>'
    )
    assert made.body.__html__() == made.body
    assert (made.frame.address, made.frame.title, made.frame.description) == (
        "/handboek/a/",
        "A <b> – Handboek",
        "Wat & hoe.",
    )


def test_a_page_in_a_frame_of_its_own_keeps_it() -> None:
    assert page("/handboek/a/", MADE.replace('class="handbook"', 'class="eigen"')) is None
    assert page("/handboek/a/", MADE.replace("<footer", "<hr><footer")) is None
