"""Who may read which answers of guests."""

from portal.rights import Right


def answers_for(user, answers):
    """Without those of special categories (GDPR article 9), unless the person may read them."""
    return answers if Right.READ_SPECIAL.held_by(user) else answers.exclude(question__is_special_category=True)
