import type { CodeInfo, Consequence, Severity } from '../finding.js';

const code = (severity: Severity, consequence: Consequence, summary: string): CodeInfo => ({
  severity,
  consequence,
  summary,
});

/** Codes for what the parser takes and what then does not do what it says. */
export const silentCodes = {
  'unknown-attribute': code(
    'warning',
    'silent',
    'An attribute is ignored: its tag has none of that name.',
  ),
  'needed-attribute': code(
    'error',
    'run',
    'An attribute is missing without which a tag does not work.',
  ),
  'silent-value': code('warning', 'silent', 'A value is none of those that mean something.'),
  'failing-value': code('error', 'run', 'A value makes the page fail when it runs.'),
  'boolean-not-read': code('error', 'silent', 'A switch is written so that it counts as not set.'),
  'boolean-word': code('warning', 'silent', 'A switch says neither true nor false.'),
  'not-a-number': code(
    'warning',
    'silent',
    'A number is not written as one, and the default is taken.',
  ),
  'unprotected-page': code('error', 'silent', 'A page looks protected and is open to everybody.'),
  'bad-pattern': code('error', 'run', 'A pattern is no regular expression that works.'),
  'wrong-literal': code('error', 'run', 'A literal value does not fit what is said about it.'),
  'lost-tag': code('error', 'silent', 'A tag stands where nothing reads it.'),
  'lost-content': code('error', 'silent', 'Elements stand in a widget that does not draw them.'),
  'lost-slot': code('error', 'silent', 'A slot stands where it is never filled.'),
  'lost-text': code('warning', 'silent', 'Text stands where it is not shown.'),
  'vanishing-element': code(
    'error',
    'silent',
    'An element in capitals vanishes with all it holds.',
  ),
  'bare-tag': code(
    'warning',
    'silent',
    'An element without a prefix is taken for a tag of the framework.',
  ),
  'unknown-element': code('warning', 'silent', 'An element is none of HTML.'),
  'wrong-engine': code('warning', 'silent', 'A tag for games or terminals stands in a page.'),
  'misplaced-widget': code(
    'warning',
    'silent',
    'A widget stands outside of the one it belongs in.',
  ),
  'theme-in-page': code('error', 'run', 'A theme stands in a page, which then fails.'),
  'unfound-declaration': code('error', 'silent', 'A declaration stands where it is never found.'),
  'duplicate-name': code(
    'warning',
    'silent',
    'Two things that go by their names have the same name.',
  ),
  'second-else': code('warning', 'silent', 'A branch stands behind the else, where it never runs.'),
  'empty-loop': code('error', 'run', 'A loop has nothing to loop over.'),
  'set-without-value': code('warning', 'silent', 'A variable is set without a value.'),
  'unused-sql-parameter': code('warning', 'silent', 'A parameter is not used by the SQL text.'),
  'quoted-sql-parameter': code(
    'error',
    'run',
    'A colon in quotes or a comment is taken for a parameter.',
  ),
  'nameless-query': code('warning', 'silent', 'A query reads rows that nothing can show.'),
  'named-slot-content': code(
    'warning',
    'silent',
    'Content is given for a named slot, which never shows it.',
  ),
  'nothing-asked': code('error', 'run', 'A model or an agent is asked nothing.'),
  'never-works': code('error', 'run', 'A tag fails whenever it runs.'),
  'never-fires': code('warning', 'silent', 'A handler waits for what never happens.'),
  'nameless-component': code('warning', 'silent', 'A component has no name.'),
  'unknown-application-type': code(
    'error',
    'silent',
    'An application is of a type that does not exist.',
  ),
} as const satisfies Record<string, CodeInfo>;
