"""Events in the administration."""

from wagtail import hooks

from events.audit import ACTIONS


@hooks.register("register_log_actions")
def name_our_deeds(actions):
    for action, (label, message) in ACTIONS.items():
        actions.register_action(action, label, message)
