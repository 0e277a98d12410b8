"""Where the outbox looks: the letter itself is written in the room of the answers."""

from home.answers.letters import answer_arrived

__all__ = ["answer_arrived"]
