"""What questions, answers' labels and other titles look like in both languages."""

import re

_ENGLISH_START = re.compile(
    r"(?:what|what's|whats|why|how|explain|describe|define|compare|discuss|differentiate)\W+\w|"
    r"(?:when|which|who|where|tell|give|list|name|write|implement|talk|walk|is|are|do|does|did|can|could|have|has|"
    r"should|would|will|if|in what|difference|suppose|imagine|state)\b\W+\w+\W+\w",
    re.IGNORECASE,
)
_KOREAN_END = re.compile(
    r"(?:까요|나요|가요|세요|십시오|시오|습니까|입니까|는가|은가|인가|하라|해라|설명|차이점?|비교|이란|무엇)$"
)
_HEAD_CHARS = 200  # what a title says is said in its first and last words
_TRAILING = re.compile(r"(?:\([^()]*\)|[\s.!~:,*)\]])+$")
_NUMBER = re.compile(
    r"^\W*(?:Q(?:uestion)?\W{0,2})?(?:질문\s*)?\d{1,4}(?:\s*[.):\]번]|\ufe0f?\u20e3|\s*-\s)\s*|^\W*Q\s*[.:)]\s*",
    re.I,
)
_LEADING = re.compile(r"^[^\w\"'(<\[`$@#]+")
_LABEL = re.compile(
    r"^\W*(?:정답|답|답변|해답|모범\s*답안|해설|풀이|보기|더\s*보기|펼치기|접기|답변?\s*보기|정답\s*(?:보기|확인)|힌트|예시|"
    r"answers?|solutions?|explanation|hint|example|(?:show|see|view|click|toggle|expand|reveal)\b.{0,40})\W*$",
    re.IGNORECASE,
)
_OTHER_TITLE = re.compile(
    r"^\W*(?:table of contents|contents|toc|index|목차|차례|references?|참고(?:\s*자료)?|출처|링크|links?|"
    r"licen[cs]e|contribut\w*|disclaimer|readme|sponsors?|resources?|personal recommendation|author|"
    r"기여\w*|들어가며|마치며)\W*$",
    re.IGNORECASE,
)
_OF_SOMETHING = re.compile(
    r"^\W*(?:특징|역할|정의|개념|개요|종류|유형|장점|단점|장단점|원리|동작\s*(?:원리|방식|과정)|구조|구성(?:\s*요소)?|기능|목적|과정|"
    r"방식|방법|예시|용도|문제점|해결\s*(?:방법|책)|필요성|배경|이유|overview|definition|types?|features?|characteristics|purpose|"
    r"advantages?|disadvantages?|pros(?:\s*(?:and|&)\s*cons)?|cons|structure|usage|process|how it works)\W*$",
    re.IGNORECASE,
)


def is_question(text: str) -> bool:
    """Whether a line asks for something: by its mark, its first word or its Korean ending."""
    bare = text[:_HEAD_CHARS] if len(text) <= _HEAD_CHARS else text[:_HEAD_CHARS] + text[-_HEAD_CHARS:]
    bare = _TRAILING.sub("", bare)
    return (
        bare.endswith(("?", "\uff1f")) or bool(_ENGLISH_START.match(bare)) or bool(_KOREAN_END.search(bare))
    )


def is_answer_label(text: str) -> bool:
    """Whether a summary says no more than that the answer is behind it."""
    return not text.strip() or bool(_LABEL.match(text))


def is_other_title(text: str) -> bool:
    """Whether a heading is that of a table of contents, of sources and the like."""
    return not any(char.isalnum() for char in text) or bool(_OTHER_TITLE.match(text))


def has_number(text: str) -> bool:
    """Whether a title begins with a number or a Q."""
    return bool(_NUMBER.match(text))


def without_number(text: str) -> str:
    """A title without its number and without signs before it."""
    return _LEADING.sub("", _NUMBER.sub("", text, count=1)).strip()


def asked(title: str, section: str, *, korean: bool) -> str:
    """A title as a question: ``가상 메모리`` is asked as ``가상 메모리에 대해 설명해 주세요.``.

    ``section`` is the heading above: a title such as ``특징`` asks nothing without it.
    """
    if is_question(title):
        return title
    bare = title.rstrip(" .:")
    if section and _OF_SOMETHING.match(bare):
        bare = f"{section}의 {bare}" if korean else f"{bare} of {section}"
    return f"{bare}에 대해 설명해 주세요." if korean else f"Explain: {bare}."
