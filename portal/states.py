"""The door between the states of a deed. Which arrows are drawn says the class of its states, in `NEXT`."""

from datetime import datetime

from portal.audit import log


def leads(deed, to) -> bool:
    """Whether an arrow leads from where `deed` stands to `to`."""
    return to in type(to).NEXT[deed.state]


def require(deed, to, refusal) -> None:
    """Raise `refusal` unless an arrow leads from where `deed` stands to `to`, a member of its class of states."""
    if not leads(deed, to):
        raise refusal


def step(
    deed, to, *, refusal, action: str = "", data: dict | None = None, by=None, now: datetime | None = None, **facts
):
    """Take `deed`, which the caller has locked, to `to`, and write with it the `facts` that come with the state.

    `action` is its line in the audit log, with `data`; without one nothing is logged. Raises `refusal`, a Refusal or
    its class, before anything is touched. Returns `deed`.
    """
    require(deed, to, refusal)
    for name, value in {"state": to, **facts}.items():
        setattr(deed, name, value)
    deed.save(update_fields=["state", *facts])
    if action:
        log(deed, action, user=by, data=data, timestamp=now)
    return deed
