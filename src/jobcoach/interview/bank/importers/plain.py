"""Markdown and HTML markup taken away from text; each expression passes over the text once."""

import html
import re

_TAGS = (
    "a|b|big|blockquote|br|center|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|img|kbd|li|mark|ol|p|pre|s|"
    "small|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul"
)
_LINE_END = re.compile(r"<(?:br|/p|/div|/tr|/h[1-6]|hr)\b[^<>]*>|</br>", re.IGNORECASE)
_ITEM = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(rf"</?(?:{_TAGS})\b[^<>]*>", re.IGNORECASE)
_LINK = re.compile(r'(!?)\[([^\[\]\n]*)\]\([^()\s]*(?:\([^()\s]*\))?[^()\s]*(?:\s+"[^"\n]*")?\)')
_STRONG = re.compile(r"(\*{1,3})(?=\S)([^*\n]+)(?<=\S)\*{1,3}")
_UNDERLINED = re.compile(r"(?<!\w)_{1,3}(?=\S)([^_\n]+)(?<=\S)_{1,3}(?!\w)")
_CODE = re.compile(r"`{1,3}([^`\n]+)`{1,3}")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_BLANKS = re.compile(r"[^\S\n]+")
_LINK_LINE = re.compile(r"^[\s>*_\-/|,.:;()]*(?:!?\[[^\[\]\n]*\]\([^\n]*\)[\s*_\-/|,.:;]*)$")


def plain_line(text: str) -> str:
    """One line without markup."""
    return " ".join(plain_markup(text).split())


def plain_markup(text: str) -> str:
    """Text without inline markup and tags; its lines stay."""
    text = _LINE_END.sub("\n", _without_comments(text))
    text = _ITEM.sub("\n- ", text)
    text = _TAG.sub("", text)
    for _ in range(2):  # an image may be the text of a link
        text = _LINK.sub(lambda match: "" if match[1] else match[2], text)
    text = _CODE.sub(r"\1", text)
    text = _STRONG.sub(r"\2", text)
    text = _UNDERLINED.sub(r"\1", text)
    text = _ESCAPED.sub(r"\1", text)
    return _BLANKS.sub(" ", html.unescape(text))


def _without_comments(text: str) -> str:
    kept = []
    start = 0
    while (opened := text.find("<!--", start)) >= 0 and (closed := text.find("-->", opened)) >= 0:
        kept.append(text[start:opened])
        start = closed + 3
    return "".join([*kept, text[start:]])


def is_link_line(line: str) -> bool:
    """Whether a line is nothing but links: the way back to the top, sources."""
    return bool(_LINK_LINE.match(line))
