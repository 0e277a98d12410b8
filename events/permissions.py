"""Who may do what with events in the administration."""

from wagtail.permission_policies import ModelPermissionPolicy


class ReadOnly(ModelPermissionPolicy):
    """Deeds are read, never written by hand, not even by a superuser."""

    def user_has_permission(self, user, action):
        return action == "view" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return "view" in actions and self.user_has_permission(user, "view")

    def users_with_any_permission(self, actions):
        return super().users_with_any_permission(["view"] if "view" in actions else [])


SPECIAL = "events.read_special_answers"


def answers_for(user, answers):
    """Without those of special categories (GDPR article 9), unless the person may read them."""
    return answers if user.has_perm(SPECIAL) else answers.exclude(question__is_special_category=True)
