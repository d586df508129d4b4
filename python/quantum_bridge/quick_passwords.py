"""Passwords that were hashed or checked before: one takes a quarter of a second, so that nobody tries many.

The hash of a password with a salt is always the same, and so is whether a password fits a hash. Salts come by
chance, and no two of one test are alike; but the first of each test may be the first of the test before it, whose
database is thrown away.
"""

MOST = 200

_salts = {}
"""How they were asked for → those that were drawn, in their order."""

_drawn = {}
"""How they were asked for → how many of them the test has by now."""

_hashes = {}
"""(password, salt) → the hash."""

_verdicts = {}
"""(password, hash) → whether it fits."""


def install():
    """Once a process."""
    import bcrypt

    draw = bcrypt.gensalt

    def gensalt(*how, **named):
        key = (how, tuple(sorted(named.items())))
        salts, at = _salts.setdefault(key, []), _drawn.get(key, 0)
        _drawn[key] = at + 1
        if at < len(salts):
            return salts[at]
        salt = draw(*how, **named)
        if at < MOST:
            salts.append(salt)
        return salt

    bcrypt.gensalt = gensalt
    bcrypt.hashpw = remembered(bcrypt.hashpw, _hashes)
    bcrypt.checkpw = remembered(bcrypt.checkpw, _verdicts)


def remembered(work, known):
    """`work` of two texts, done once for the same two; what it does not take is told by itself, each time."""

    def worked(*given, **named):
        if named or len(given) != 2 or not all(type(one) is bytes for one in given):
            return work(*given, **named)
        if given not in known:
            done = work(*given)
            while len(known) >= MOST:
                known.pop(next(iter(known)))
            known[given] = done
        return known[given]

    return worked


def begin():
    """A test begins: it has drawn no salt yet."""
    _drawn.clear()
