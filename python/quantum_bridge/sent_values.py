"""What a person would write into the fields of an action."""

WORDS = 'Written by a test'
BY_TYPE = {
    'email': 'someone@example.com',
    'url': 'https://example.com/',
    'date': '2026-01-15',
    'datetime': '2026-01-15T12:00:00',
    'time': '12:00',
    'boolean': 'true',
    'bool': 'true',
    'phone': '+4930123456',
}
NUMBERS = ('integer', 'int', 'number', 'decimal', 'float')


def values_for(declared, fields):
    """{name: text}. declared: the parameters of the action; fields: {name: {value, options}} of the page's form.

    What the form holds already is sent as it is, as a browser does.
    """
    values = {name: field['value'] for name, field in fields.items() if field['value']}
    for param in declared:
        if values.get(param.name) or param.source not in ('auto', 'body'):
            continue
        options = [one for one in fields.get(param.name, {}).get('options', []) if one]
        if param.required or param.default is None or options:
            values[param.name] = options[0] if options else value_of(param)
    return values


def value_of(param):
    if param.enum:
        return param.enum.split(',')[0].strip()
    kind = (param.type or 'string').lower()
    if kind in NUMBERS:
        least, most = least_and_most(param)
        return str(least if least is not None else min(1, most) if most is not None else 1)
    if kind in BY_TYPE:
        return BY_TYPE[kind]
    if param.validate_rule in BY_TYPE:
        return BY_TYPE[param.validate_rule]
    text = WORDS[:int(param.maxlength or len(WORDS))].strip()
    return text.ljust(int(param.minlength or 0), '.')


def least_and_most(param):
    if param.range and '..' in param.range:
        least, most = param.range.split('..')[:2]
        return number(least), number(most)
    return number(param.min), number(param.max)


def number(written):
    try:
        return None if written in (None, '') else int(float(written))
    except ValueError:
        return None
