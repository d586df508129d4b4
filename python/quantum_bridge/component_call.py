"""A component alone: the page that calls it, as an author would write it, with what a person gave it."""

import html
import json
import os
import re
from pathlib import Path

from quantum_bridge import overlay
from quantum_bridge.component_form import (
    LOREM,
    PASSABLE,
    STRUCTURES,
    first_value,
    form_json,
    type_of,
)
from quantum_bridge.errors import BridgeError, invalid_params
from quantum_bridge.params import path_param
from quantum_bridge.parsing import parse
from quantum_bridge.testing import relative

CALL = 'quantum-preview-call.q'
"""The file the page would be, in the folder of components. It is never written, and has no address of its own."""


class ComponentCall:
    """{path, props, slots, layout}: values by name. A prop without a value of a person has its first one where it
    is required, and is not passed where the value is ''. The same holds for the content of the default slot.
    `layout` is the path of a component that the call stands in, with first values."""

    def __init__(self, world, given):
        self.component = path_param(given, 'path')
        if self.component is None:
            raise invalid_params('component.path must be the absolute path of a component.')
        self.components = Path(world.components)
        self.path = os.path.realpath(self.components / CALL)
        self.error = None
        self._props, self._slots = texts_of(given, 'props'), texts_of(given, 'slots')
        text = text_of(self.component)
        verdict = parse({'path': self.component, 'text': text})
        if not verdict['ok']:
            found = verdict['error']
            self.error = {
                'message': found['message'],
                'file': relative(str(world.root), self.component),
                'line': found['line'],
                'column': found['column'],
            }
            return
        self.node = parsed(world, self.component)
        self.form = form_json(self.node)
        self._fill(text)
        self._write(world, path_param(given, 'layout'))

    def _fill(self, text):
        """The values that are used."""
        self.props = used_props(self.node, self._props, text)
        self.slots = {}
        for slot in self.form['slots']:
            if slot['fillable']:
                name = slot['name']
                self.slots[name] = self._slots.get(name, '' if slot['own'] else LOREM)

    def _write(self, world, layout):
        """The page, and where in it the content of the slot stands."""
        call = Tag(self.components, self.component, self.node, self.props)
        content = self.slots.get('default', '')
        self.call = '\n'.join([*call.imports, *call.sets, call.around(content)])
        around = None
        if layout is not None:
            node = parsed(world, layout)
            values = used_props(node, {}, text_of(layout))
            around = Tag(self.components, layout, node, values, taken=call.name)
        before = ['<q:component name="%s">' % attribute(Path(self.component).stem)]
        before += [line for one in (around, call) if one for line in (*one.imports, *one.sets)]
        written = call.around(content)
        line = around.around(written) if around else written
        self.text = '\n'.join([*before, line, '</q:component>'])
        self._content_line = len(before) + 1
        self._content_column = (len(around.opened) + 1 if around else 0) + len(call.opened) + 1
        self._content_lines = content.count('\n') + 1

    def placed(self, error):
        """An error of the page as one of the slot's content, whose first line is 1, or of no line."""
        line, column = error['line'], error['column']
        if line is not None:
            line -= self._content_line - 1
            known = column is not None or line > 1
            if not known or not 1 <= line <= self._content_lines:
                line = column = None
            elif line == 1:
                column = max(column - self._content_column, 0)
        return dict(error, line=line, column=column)

    def as_json(self):
        if self.error is not None:
            return None
        return dict(self.form, given=self.props, content=self.slots, call=self.call)


class Tag:
    """How a page calls a component: `imports` and `sets` before, `opened` without its last bracket."""

    def __init__(self, components, path, node, values, taken=None):
        stem, folder = Path(path).stem, folder_of(components, path)
        self.name = tag_of(stem)
        if self.name == taken:
            self.name = 'Around' + self.name
        kinds = {one.name: type_of(one) for one in node.params}
        self.sets, attributes = [], []
        for name, value in values.items():
            if value == '':
                continue
            if kinds[name] in STRUCTURES and is_structure(value):
                variable = '%s_%s' % ('prop' if taken is None else 'layout', re.sub(r'\W', '_', name))
                self.sets.append('<q:set name="%s" type="json" value="%s" />' % (variable, attribute(value)))
                value = '{%s}' % variable
            attributes.append(' %s="%s"' % (name, attribute(value)))
        imported = '<q:import component="%s"%s%s />' % (
            attribute(stem),
            ' from="%s"' % attribute(folder) if folder else '',
            ' as="%s"' % self.name if self.name != stem else '',
        )
        # What needs no import has none: as its author would write it.
        self.imports = [] if folder == '' and self.name == stem else [imported]
        self.opened = '<%s%s' % (self.name, ''.join(attributes))

    def around(self, content):
        return '%s>%s</%s>' % (self.opened, content, self.name) if content else self.opened + ' />'


def text_of(path):
    unsaved = overlay.texts.get(os.path.realpath(path))
    if unsaved is not None:
        return unsaved
    try:
        return Path(path).read_text(encoding='utf-8')
    except (OSError, UnicodeDecodeError) as error:
        raise BridgeError('unreadable', 'Cannot read %s: %s' % (path, error)) from None


def parsed(world, path):
    from quantum.core.ast_nodes import ComponentNode
    from quantum.core.parser import QuantumParseError

    try:
        node = world.server.parser.parse_file(path)
    except QuantumParseError as error:
        raise BridgeError('unreadable', str(error).split('\n')[0]) from None
    if not isinstance(node, ComponentNode):
        raise BridgeError('unreadable', '%s is no component: no page can call it.' % Path(path).name)
    return node


def used_props(node, given, text):
    """The values of props by name: those a person gave, and first ones for what is required."""
    params = [one for one in node.params if one.name and PASSABLE.match(one.name)]
    return {
        one.name: given[one.name] if one.name in given else first_value(one, text)
        for one in params
        if one.name in given or one.required
    }


def folder_of(components, path):
    """What an import of a component says as `from`: '' in the folder of components itself."""
    try:
        inside = Path(os.path.realpath(path)).relative_to(os.path.realpath(components))
    except ValueError:
        raise BridgeError(
            'unreadable', '%s lies outside of the folder of components: no page can call it.' % Path(path).name
        ) from None
    from quantum.runtime.component_resolver import ComponentResolver

    folder = inside.parent.as_posix().removeprefix('.')
    found = ComponentResolver(str(components))._find_component_file(inside.stem, folder or None)
    if os.path.realpath(found) != os.path.realpath(path):
        raise BridgeError('unreadable', 'No page can call it: the framework finds %s instead.' % found)
    return folder


def texts_of(given, name):
    values = given.get(name) or {}
    if not isinstance(values, dict) or not all(isinstance(one, str) for one in values.values()):
        raise invalid_params('component.%s must be an object of texts.' % name)
    return values


def is_structure(value):
    try:
        return isinstance(json.loads(value), (dict, list))
    except ValueError:
        return False


def attribute(text):
    """Text as an attribute's value on one line."""
    escaped = html.escape(text, quote=True)
    return escaped.replace('\r\n', '\n').replace('\n', '&#10;').replace('\r', '&#13;').replace('\t', '&#9;')


def tag_of(stem):
    """A name that the framework takes for a component's: `order-lines` → `OrderLines`, `FAQ` → `Faq`."""
    tag = ''.join(one[0].upper() + one[1:] for one in re.findall(r'[A-Za-z0-9]+', stem))
    if not tag[:1].isalpha():
        tag = 'Component' + tag
    if tag.isupper():
        tag = tag.capitalize() if len(tag) > 1 else 'Component' + tag
    return tag
