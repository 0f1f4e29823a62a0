"""The words of the calendar, which look like names and are none."""

CALENDAR = frozenset(
    """January February March April May June July August September October November December
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat
    Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays Christmas Easter""".split()
)
