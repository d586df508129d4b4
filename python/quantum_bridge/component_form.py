"""What a component can be given: its props with their rules, its slots, and values to begin with."""

import json
import re

RULES = ('min', 'max', 'minlength', 'maxlength', 'pattern', 'range')
NUMBERS = ('integer', 'int', 'long', 'number', 'numeric', 'decimal', 'float', 'double')
STRUCTURES = ('array', 'object', 'json', 'any')
PASSABLE = re.compile(r'[A-Za-z_][\w.-]*\Z')
"""Names that an attribute can have: no page can pass any other."""

LOREM = 'Lorem ipsum dolor sit amet.'


def form_json(component):
    """{props, slots} of a parsed component."""
    return {
        'props': [prop_json(one) for one in component.params if one.name and PASSABLE.match(one.name)],
        'slots': slots_json(component),
    }


def prop_json(param):
    return {
        'name': param.name,
        'type': type_of(param),
        'required': bool(param.required),
        'default': None if param.default is None else str(param.default),
        'description': param.description or None,
        'options': options_of(param),
        'rules': {
            rule: str(getattr(param, rule)) for rule in RULES if getattr(param, rule, None) is not None
        },
    }


def type_of(param):
    return str(param.type or 'string').lower()


def options_of(param):
    return [one.strip() for one in str(param.enum or '').split(',') if one.strip()]


def slots_json(component):
    """{name, own, fillable} of each slot: `own` says that it shows something by itself.

    What a page can fill is what the framework's composer puts something in place of.
    """
    from quantum.core.ast_nodes import SlotNode
    from quantum.runtime.component_composer import ComponentComposer, RenderedHTML

    marker = RenderedHTML('')
    filled = set(map(id, nodes_in(ComponentComposer(None)._with_slot(component.statements, marker))))
    is_filled = id(marker) in filled
    slots = {}
    for node in nodes_in(component.statements):
        if not isinstance(node, SlotNode):
            continue
        name = node.name or 'default'
        slot = slots.setdefault(name, {'name': name, 'own': False, 'fillable': False})
        slot['own'] = slot['own'] or bool(node.default_content)
        # One that is still there was not reached: it lies in a loop, a condition, a call.
        slot['fillable'] = is_filled and name == 'default'
    return list(slots.values())


def nodes_in(value):
    """Every node of the framework's tree, in document order as far as its objects tell it."""
    if isinstance(value, (list, tuple)):
        for one in value:
            yield from nodes_in(one)
    elif isinstance(value, dict):
        yield from nodes_in(list(value.values()))
    elif hasattr(value, 'to_dict') and hasattr(value, '__dict__'):
        yield value
        yield from nodes_in(list(vars(value).values()))


def first_value(param, text):
    """What a required prop is given until a person says otherwise; `text` is the component's."""
    kind, options = type_of(param), options_of(param)
    if options:
        return options[0]
    if kind in NUMBERS:
        return str(param.min if param.min is not None else min_of(param.max))
    if kind == 'boolean':
        return 'true'
    if kind == 'object':
        return json.dumps(first_object(param.name, text), ensure_ascii=False)
    fixed = {'array': '[]', 'json': '{}', 'email': 'ann@example.com', 'url': 'https://example.com/',
             'date': '2026-01-31'}
    if kind in fixed:
        return fixed[kind]
    words = words_of(param.name)
    while len(words) < int(param.minlength or 0):
        words += ' ' + words_of(param.name)
    return words[:int(param.maxlength)] if param.maxlength else words


def min_of(highest):
    """1, unless that is too much."""
    try:
        return 1 if highest is None or float(highest) >= 1 else highest
    except (TypeError, ValueError):
        return 1


def first_object(name, text):
    """The keys that the text reads of it: words where they are shown as text, 1 where they are used otherwise."""
    keys = dict.fromkeys(re.findall(r'\b%s\.([A-Za-z_]\w*)' % re.escape(name), text))
    shown = set(re.findall(r'>[^<{"]*\{\s*%s\.([A-Za-z_]\w*)\s*\}' % re.escape(name), text))
    return {key: words_of(key) if key in shown else 1 for key in keys}


def words_of(name):
    """`shipping_cost`, `shippingCost` → `Shipping cost`."""
    words = re.sub(r'(?<=[a-z0-9])(?=[A-Z])|[_.-]+', ' ', name).strip().lower()
    return (words[:1].upper() + words[1:]) or name
