"""When the library is open."""

from quantum.services import service

HOURS = {"Monday": None, "Tuesday": (10, 19), "Wednesday": (10, 19), "Thursday": (10, 20), "Friday": (10, 18)}


@service("opening.week")
def week():
    """The days with their hours; those without are closed."""
    return [
        {"day": day, "open": hours is not None, "hours": f"{hours[0]}–{hours[1]}" if hours else ""}
        for day, hours in HOURS.items()
    ]


@service("opening.fee")
def fee(days: int, cents: int = 10):
    """What a late book costs."""
    return {"days": int(days), "cents": int(days) * int(cents)}
