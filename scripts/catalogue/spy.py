"""XML elements that remember which of their attributes a parser asked for."""

from xml.etree import ElementTree as ET

MARK = 'catalogue-probe'
asked = {}
"""Attribute names asked of the marked element, in the order they were first asked."""

_attrib = ET.Element.attrib


class Asking(dict):
    """A marked element's attributes; every question about them is noted."""

    def get(self, name, default=None):
        asked.setdefault(name)
        return super().get(name, default)

    def __getitem__(self, name):
        asked.setdefault(name)
        return super().__getitem__(name)

    def __contains__(self, name):
        asked.setdefault(name)
        return super().__contains__(name)

    def __iter__(self):
        asked.setdefault('*')
        return (name for name in super().__iter__() if name != MARK)

    def keys(self):
        return list(iter(self))

    def items(self):
        asked.setdefault('*')
        return [(name, value) for name, value in super().items() if name != MARK]


class SpyElement(ET.Element):
    sourceline = None

    def _is_marked(self):
        return MARK in _attrib.__get__(self)

    def get(self, name, default=None):
        if self._is_marked() and name != MARK:
            asked.setdefault(name)
        return super().get(name, default)

    @property
    def attrib(self):
        real = _attrib.__get__(self)
        return Asking(real) if MARK in real else real

    def keys(self):
        return self.attrib.keys() if self._is_marked() else super().keys()

    def items(self):
        return self.attrib.items() if self._is_marked() else super().items()


def install():
    """Makes the framework's parser build its tree from spies, whichever way the release builds it."""
    def fromstring(text, parser=None):
        builder = ET.TreeBuilder(element_factory=SpyElement)
        reader = ET.XMLParser(target=builder)
        reader.feed(text)
        return reader.close()

    ET.fromstring = fromstring
    try:
        from quantum.core import xml_lines
        xml_lines._Element = SpyElement
    except ImportError:
        pass
