"""A review as a page of HTML that stands by itself."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from lrt_site.reviewing.blocks import Block, Bullets, Fold, Grid, Heading, Item, LongText, Sentences, Words
from lrt_site.reviewing.inline import tagged


def as_html(blocks: Iterable[Block]) -> str:
    """These blocks as a page; its title is that of the first heading."""
    told = tuple(blocks)
    title = next((_words(block.words) for block in told if isinstance(block, Heading)), "")
    return (
        '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n</head>\n<body>\n<main>\n{_blocks(told)}</main>\n</body>\n</html>\n"
    )


def _blocks(blocks: Iterable[Block]) -> str:
    return "".join(f"{_block(block)}\n" for block in blocks)


def _block(block: Block) -> str:
    match block:
        case Heading(level=level, words=words):
            return f"<h{level}>{_words(words)}</h{level}>"
        case Sentences(words=words):
            return f"<p>{_words(words)}</p>"
        case Bullets(items=items):
            return _list(items)
        case Grid(heads=heads, rows=rows):
            head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
            body = "".join(f"<tr>{''.join(f'<td>{_words(cell)}</td>' for cell in row)}</tr>\n" for row in rows)
            return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>"
        case LongText(html=html):
            return f"<blockquote>\n{html}</blockquote>"
        case Fold(name=name, blocks=inside):
            return f"<details><summary>{escape(name)}</summary>\n{_blocks(inside)}</details>"


def _list(items: Iterable[Item]) -> str:
    rows = (f"<li>{_words(item.words)}{_list(item.under) if item.under else ''}</li>\n" for item in items)
    return f"<ul>\n{''.join(rows)}</ul>"


def _words(words: Words) -> str:
    return "".join(tagged(word, escape(word.text)) for word in words)
