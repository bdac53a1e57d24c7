"""Skills of a job posting as a model reads them; ``find_skills.py`` checks the quotes."""

from pydantic import BaseModel, ConfigDict

from jobcoach.interview.planning.posting import ModelSkill
from jobcoach.llm.gateway import Gateway
from jobcoach.llm.prompts import Prompt
from jobcoach.llm.untrusted import Untrusted


class _Reply(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SkillReply(_Reply):
    """One skill, with the posting's own words for it."""

    name: str
    quote: str
    required: bool


class PostingReply(_Reply):
    """The reply to ``read-posting``."""

    skills: tuple[SkillReply, ...]


class PostingReader:
    """Reads a posting through a model."""

    def __init__(self, gateway: Gateway, prompt: Prompt) -> None:
        self._gateway = gateway
        self._prompt = prompt

    def __call__(self, posting: str) -> list[ModelSkill]:
        """The skills, most important first. Raises ModelUnavailable, ReplyUnusable or BudgetSpent."""
        reply = self._gateway.ask(self._prompt, {"posting": Untrusted(posting)}, PostingReply).value
        return [ModelSkill(skill.name, skill.quote, skill.required) for skill in reply.skills]
