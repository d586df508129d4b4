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
    """{path, props, slots}: values by name. A prop without a value of a person has its first one where it is
    required, and is not passed where the value is ''. The same holds for the content of the default slot."""

    def __init__(self, world, given):
        self.component = path_param(given, 'path')
        if self.component is None:
            raise invalid_params('component.path must be the absolute path of a component.')
        self.components = Path(world.components)
        self.path = os.path.realpath(self.components / CALL)
        self.error = None
        self._props, self._slots = texts_of(given, 'props'), texts_of(given, 'slots')
        self._root = world.root
        text = self._text()
        verdict = parse({'path': self.component, 'text': text})
        if not verdict['ok']:
            found = verdict['error']
            self.error = {
                'message': found['message'],
                'file': relative(str(self._root), self.component),
                'line': found['line'],
                'column': found['column'],
            }
            return
        self.node = self._parsed(world)
        self.form = form_json(self.node)
        self._fill(text)
        self._write()

    def _text(self):
        unsaved = overlay.texts.get(os.path.realpath(self.component))
        if unsaved is not None:
            return unsaved
        try:
            return Path(self.component).read_text(encoding='utf-8')
        except (OSError, UnicodeDecodeError) as error:
            raise BridgeError('unreadable', 'Cannot read %s: %s' % (self.component, error)) from None

    def _parsed(self, world):
        from quantum.core.ast_nodes import ComponentNode

        node = world.server.parser.parse_file(self.component)
        if not isinstance(node, ComponentNode):
            raise BridgeError('unreadable', 'This file is no component: no page can call it.')
        return node

    def _fill(self, text):
        """The values that are used."""
        params = [one for one in self.node.params if one.name and PASSABLE.match(one.name)]
        self.props = {
            one.name: self._props[one.name] if one.name in self._props else first_value(one, text)
            for one in params
            if one.name in self._props or one.required
        }
        self.slots = {}
        for slot in self.form['slots']:
            if slot['fillable']:
                name = slot['name']
                self.slots[name] = self._slots.get(name, '' if slot['own'] else LOREM)

    def _write(self):
        """The page, and where in it the content of the slot stands."""
        kinds = {one.name: type_of(one) for one in self.node.params}
        stem = Path(self.component).stem
        tag, folder = tag_of(stem), self._folder()
        sets, attributes = [], []
        for name, value in self.props.items():
            if value == '':
                continue
            if kinds[name] in STRUCTURES and is_structure(value):
                variable = 'prop_' + re.sub(r'\W', '_', name)
                sets.append('<q:set name="%s" type="json" value="%s" />' % (variable, attribute(value)))
                value = '{%s}' % variable
            attributes.append(' %s="%s"' % (name, attribute(value)))
        imported = '<q:import component="%s"%s%s />' % (
            attribute(stem),
            ' from="%s"' % attribute(folder) if folder else '',
            ' as="%s"' % tag if tag != stem else '',
        )
        # What needs no import has none: as its author would write it.
        head = [] if folder == '' and tag == stem else [imported]
        opened = '<%s%s' % (tag, ''.join(attributes))
        content = self.slots.get('default', '')
        call = '%s>%s</%s>' % (opened, content, tag) if content else opened + ' />'
        before = ['<q:component name="%s">' % attribute(stem), *head, *sets]
        self.call = '\n'.join([*head, *sets, call])
        self.text = '\n'.join([*before, call, '</q:component>'])
        self._content_line = len(before) + 1
        self._content_column = len(opened) + 1
        self._content_lines = content.count('\n') + 1

    def _folder(self):
        """What an import of the component says as `from`: '' in the folder of components itself."""
        try:
            inside = Path(os.path.realpath(self.component)).relative_to(os.path.realpath(self.components))
        except ValueError:
            raise BridgeError(
                'unreadable', 'It lies outside of the folder of components: no page can call it.'
            ) from None
        from quantum.runtime.component_resolver import ComponentResolver

        folder = inside.parent.as_posix().removeprefix('.')
        found = ComponentResolver(str(self.components))._find_component_file(inside.stem, folder or None)
        if os.path.realpath(found) != os.path.realpath(self.component):
            raise BridgeError('unreadable', 'No page can call it: the framework finds %s instead.' % found)
        return folder

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
