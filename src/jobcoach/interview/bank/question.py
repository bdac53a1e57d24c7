"""A question of the bank, as its TOML file holds it."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from jobcoach.interview.grading.rubric import KeyPoint, Rubric
from jobcoach.text import nfc
from jobcoach.words import Language

Level = Literal["junior", "mid", "senior"]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
QuestionId = Annotated[
    str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$", max_length=129)
]


def _clean(text: str) -> str:
    text = nfc(text).strip()
    if not text:
        raise ValueError("the text is empty")
    return text


Text = Annotated[str, Field(max_length=8000), AfterValidator(_clean)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LocalText(_Part):
    """A text in Korean, in English, or in both."""

    ko: Text | None = None
    en: Text | None = None

    @model_validator(mode="after")
    def _has_one(self) -> Self:
        if self.ko is None and self.en is None:
            raise ValueError("neither ko nor en is given")
        return self

    def best(self, lang: Language) -> str:
        """The text in that language, else in the other."""
        wanted, other = (self.ko, self.en) if lang == "ko" else (self.en, self.ko)
        return wanted or other or ""


class LocalTexts(_Part):
    """Lists of texts by language."""

    ko: tuple[Text, ...] = ()
    en: tuple[Text, ...] = ()


class BankPoint(_Part):
    """A key point in both languages; see KeyPoint for what the fields mean."""

    id: Slug
    weight: float = Field(default=1.0, gt=0, le=10, allow_inf_nan=False)
    must: bool = False
    statement: LocalText
    probe: LocalText | None = None
    aliases: LocalTexts = Field(default_factory=LocalTexts)
    misconceptions: LocalTexts = Field(default_factory=LocalTexts)

    def in_language(self, lang: Language) -> KeyPoint:
        """The point as a candidate of that language is graded by it."""
        return KeyPoint(
            id=self.id,
            statement=self.statement.best(lang),
            weight=self.weight,
            must=self.must,
            aliases=(*self.aliases.ko, *self.aliases.en),
            misconceptions=(*self.misconceptions.ko, *self.misconceptions.en),
            probe=self.probe.best(lang) if self.probe else "",
        )


class Question(_Part):
    """One question.

    ``id`` is ``topic.slug``. ``skills`` names rows of ``skills.toml``.
    ``reference`` is None for a question that can be asked but not graded
    offline. ``paraphrase`` says the same as the reference in short simple
    sentences and other words: the grader is measured with it.
    """

    id: QuestionId
    topic: Slug
    level: Level
    skills: tuple[Slug, ...] = ()
    question: LocalText
    hint: LocalText | None = None
    reference: LocalText | None = None
    paraphrase: LocalText | None = None
    key_points: tuple[BankPoint, ...] = ()

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        if self.id.partition(".")[0] != self.topic:
            raise ValueError(f"the id {self.id!r} does not begin with the topic {self.topic!r}")
        seen = [point.id for point in self.key_points]
        if len(set(seen)) < len(seen):
            raise ValueError("two key points have the same id")
        return self

    def rubric(self, lang: Language) -> Rubric:
        """What an answer in that language is graded against."""
        return Rubric(
            question=self.question.best(lang),
            reference=self.reference.best(lang) if self.reference else "",
            key_points=tuple(point.in_language(lang) for point in self.key_points),
            lang=lang,
        )
