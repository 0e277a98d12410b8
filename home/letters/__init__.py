"""Where the outbox looks: the letters themselves are written in the rooms of what they are about."""

from home.answers.letters import answer_arrived
from home.desk.moderation import page_commented, page_released, page_returned, release_asked

__all__ = ["answer_arrived", "page_commented", "page_released", "page_returned", "release_asked"]
