"""What a person and a browser find in a page: its runs of text, its links and its forms."""

import re
from html.parser import HTMLParser

UNSEEN = ('script', 'style', 'template', 'title', 'option', 'noscript')
VOID = frozenset('area base br col embed hr img input link meta source track wbr'.split())
MORE_WORTH = ('h1', 'h2', 'h3', 'caption', 'legend')


class Content(HTMLParser):
    def __init__(self):
        super().__init__()
        self.runs = []
        """[text] in the order of their worth: headings first."""
        self.links = []
        self.forms = []
        self._headings = []
        self._open = []
        self._form = None
        self._select = None

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag not in VOID:
            self._open.append(tag)
        if tag == 'a' and found.get('href'):
            self.links.append(found['href'])
        if tag == 'form':
            self._form = {}
            self.forms.append(self._form)
        if self._form is None or not found.get('name') and tag != 'option':
            return
        if tag in ('input', 'textarea'):
            if found.get('type') in ('checkbox', 'radio') and 'checked' not in found:
                self._form.setdefault(found['name'], {'value': '', 'options': []})['options'].append(found.get('value') or 'on')
            else:
                self._form[found['name']] = {'value': found.get('value') or '', 'options': []}
        elif tag == 'select':
            self._select = self._form[found['name']] = {'value': '', 'options': []}
        elif tag == 'option' and self._select is not None:
            value = found.get('value') or ''
            self._select['options'].append(value)
            if 'selected' in found:
                self._select['value'] = value

    def handle_endtag(self, tag):
        while tag in self._open and self._open.pop() != tag:
            pass
        if tag == 'form':
            self._form = None
        if tag == 'select':
            self._select = None

    def handle_data(self, data):
        text = re.sub(r'\s+', ' ', data).strip()
        if not text or any(tag in UNSEEN for tag in self._open):
            return
        heading = any(tag in MORE_WORTH for tag in self._open)
        (self._headings if heading else self.runs).append(text)

    def fields_for(self, action):
        """Fields of the form that sends to the action; of every form together when none says so."""
        own = [form for form in self.forms if form.get('action', {}).get('value') == action]
        fields = {}
        for form in own[:1] or self.forms:
            fields.update(form)
        fields.pop('action', None)
        return fields


def content_of(html):
    content = Content()
    content.feed(html)
    content.close()
    content.runs = list(dict.fromkeys(content._headings + content.runs))
    return content
