"""What is wrong with a template of a project is told in Dutch, at its line, before a page is made or while it is."""

from collections.abc import Mapping
from pathlib import PurePosixPath

import pytest
from jinja2.runtime import Context

from lrt_site import templating
from lrt_site.problems import BrokenTemplateError
from lrt_site.templating import Templates, problems_in

BASE = "{% from 'delen.jinja' import kop %}<main>\n{{ kop(titel) }}{% block main %}{% endblock %}"
OURS = {
    "basis.jinja": BASE,
    "delen.jinja": "{% macro kop(titel) %}<h1>{{ titel }}</h1>{% endmacro %}",
    "pagina.jinja": "{% extends 'basis.jinja' %}{% block main %}van ons{% endblock %}",
}


def told(own: Mapping[str, str]) -> list[tuple[str, int, str, str]]:
    """The problems of a project with these templates: file, line, code and the first sentence."""
    problems = problems_in({**OURS, **own}, own.keys(), PurePosixPath("templates"))
    return [(str(problem.file), problem.line, problem.code, problem.message.split(". ")[0]) for problem in problems]


def fault(own: Mapping[str, str]) -> tuple[tuple[str, int], str]:
    """The first place that a project's templates are blamed at, and why, where their page cannot be made."""
    with pytest.raises(BrokenTemplateError) as broken:
        Templates({**OURS, **own}).filled("pagina.jinja", {"titel": "Dijk"})
    return next(place for place in broken.value.places if place[0] in own), broken.value.message


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("een\n{% if %}", 2, "Dit sjabloon is niet te lezen"),
        ("{% block main %}\neen\n", 2, "Dit sjabloon is niet te lezen"),
        ("\n\n{{ 1 | nergens }}", 3, "Dit sjabloon gebruikt een bewerking die er niet is"),
        ("\n{% include 'weg.jinja' %}", 2, "Dit sjabloon gebruikt 'weg.jinja', en dat sjabloon is er niet."),
        ("{% extends 'weg.jinja' %}", 1, "Dit sjabloon gebruikt 'weg.jinja', en dat sjabloon is er niet."),
        ("{% for a in b %}" * 30 + "{% endfor %}" * 30, 1, "In dit sjabloon zit te veel in elkaar"),
        ("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", 1, "In dit sjabloon zit te veel in elkaar"),
    ],
)
def test_what_jinja_cannot_read_is_a_problem_at_its_line(text: str, line: int, said: str) -> None:
    assert told({"pagina.jinja": text}) == [("templates/pagina.jinja", line, "template-fault", said)]


@pytest.mark.parametrize(
    "text",
    [
        "{% extends 'basis.jinja' %}{% block main %}{% block binnen %}{% endblock %}{% endblock %}{# niets #}\n",
        "{% include 'weg.jinja' ignore missing %}<main>",
        "{% extends 'ba' ~ 'sis.jinja' %}{% block anders %}{% endblock %}",
        "{% extends 'pagina.jinja' %}",
    ],
)
def test_what_loses_nothing_is_no_problem(text: str) -> None:
    assert told({"pagina.jinja": text}) == []


def test_a_block_that_no_template_below_has_is_a_problem() -> None:
    text = "{% extends 'basis.jinja' %}\n{% block mian %}kwijt{% endblock %}"
    said = "'basis.jinja' heeft geen blok 'mian'"
    assert told({"pagina.jinja": text}) == [("templates/pagina.jinja", 2, "template-block", said)]


def test_a_text_outside_the_blocks_is_a_problem() -> None:
    text = "{% extends 'basis.jinja' %}\n\nkwijt\n{% block main %}{% endblock %}"
    said = "Deze tekst staat buiten een blok, en komt zo op geen enkele pagina"
    assert told({"pagina.jinja": text}) == [("templates/pagina.jinja", 2, "template-block", said)]


def test_a_frame_without_a_block_that_our_pages_fill_is_a_problem() -> None:
    said = "Dit sjabloon heeft geen blok 'main', en andere sjablonen vullen dat"
    assert told({"basis.jinja": "<main>LEEG"}) == [("templates/basis.jinja", 1, "template-block", said)]


@pytest.mark.parametrize(
    ("name", "text", "line", "said"),
    [
        ("pagina.jinja", "een\n{{ nergens }}", 2, "Dit sjabloon gebruikt iets dat er niet is."),
        ("pagina.jinja", "\n\n{{ 1 / 0 }}", 3, 'Dit sjabloon kan niet worden ingevuld. In het Engels: "ZeroDivision'),
        ("pagina.jinja", "{{ titel() }}", 1, "Dit sjabloon kan niet worden ingevuld."),
        ("pagina.jinja", "{% include 'pagina.jinja' %}", 1, "Dit sjabloon gebruikt zichzelf, zonder einde."),
        ("pagina.jinja", "{% extends 'pagina.jinja' %}", 1, "Dit sjabloon gebruikt zichzelf, zonder einde."),
        ("pagina.jinja", "\n{% include 'w' ~ 'eg' %}", 2, "Dit sjabloon gebruikt 'weg', en dat sjabloon is er niet."),
        ("delen.jinja", "\n{% macro kop(titel) %}\n{{ titel.weg.af }}{% endmacro %}", 3, "Dit sjabloon gebruikt iets"),
        ("delen.jinja", "{% macro titel() %}{% endmacro %}", 1, "Dit sjabloon gebruikt iets dat er niet is."),
    ],
)
def test_what_goes_wrong_on_a_page_is_blamed_on_the_template_of_the_project(
    name: str, text: str, line: int, said: str
) -> None:
    place, message = fault({name: text})
    assert place == (name, line)
    assert message.startswith(said)


def test_what_templates_call_gives_what_it_gives_with_the_context_of_jinja(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ours looks for no function that wants the context, and none is given to a template."""
    template = """
{% macro doubled(text, other="x") %}{{ text ~ other }}{% if caller is defined %}{{ caller() }}{% endif %}{% endmacro %}
{% macro counted() %}{{ varargs | length }}{{ kwargs | length }}{% endmacro %}
{% for part in tree recursive %}{{ part.name }}{% if part.below %}<{{ loop(part.below) }}>{% endif %}{% endfor %}
{{ doubled("<b>") }}{{ doubled("a", other="b") }}{% call doubled("c") %}binnen{% endcall %}{{ counted(1, 2, a=3) }}
{% block main %}{% for number in range(2) %}{{ plural(number, "dag", "dagen") }}{{ loop.cycle("o", "e") }}{% endfor %}
{{ self.other() }}{% endblock %}{% block other %}{{ capitalised("woord") }}{% endblock %}
"""
    given = {"tree": [{"name": "a", "below": [{"name": "b", "below": []}]}]}
    made = Templates({"a.jinja": template.replace("", "")}).filled("a.jinja", given)
    monkeypatch.setattr(templating, "_Context", Context)
    assert Templates({"a.jinja": template.replace("", "")}).filled("a.jinja", given) == made
    takes_context = [
        name
        for name, function in templating._environment({}).globals.items()
        if name not in {"lipsum", "cycler", "joiner", "namespace", "dict", "range"}
        if getattr(function, "jinja_pass_arg", None)
    ]
    assert takes_context == []
