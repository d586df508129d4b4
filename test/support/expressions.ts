import fc from 'fast-check';

const word = fc.constantFrom('a', 'user', 'items', 'f', '1', '2.5', "'s'", '"t"', 'true', 'null');
const operator = fc.constantFrom(
  '+',
  '-',
  '*',
  '/',
  '//',
  '%',
  '**',
  '==',
  '!=',
  '<',
  '>=',
  'in',
  'not in',
  'and',
  'or',
  '&&',
  '||',
);

const { valid } = fc.letrec<{ valid: string }>((tie) => ({
  valid: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'expression' },
    word,
    fc.tuple(tie('valid'), operator, tie('valid')).map((parts) => parts.join(' ')),
    tie('valid').map((inner) => `(${inner})`),
    tie('valid').map((inner) => `-${inner}`),
    tie('valid').map((inner) => `not ${inner}`),
    tie('valid').map((inner) => `!${inner}`),
    fc.tuple(tie('valid'), tie('valid'), tie('valid')).map(([a, b, c]) => `${a} if ${b} else ${c}`),
    fc.array(tie('valid'), { maxLength: 3 }).map((args) => `len(${args.join(', ')})`),
    tie('valid').map((inner) => `f(name=${inner})`),
    fc.array(tie('valid'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    fc.array(tie('valid'), { maxLength: 2 }).map((items) => `(${items.join(', ')},)`),
    fc.tuple(tie('valid'), tie('valid')).map(([key, value]) => `{${key}: ${value}}`),
    tie('valid').map((inner) => `items[${inner}]`),
    tie('valid').map((inner) => `items[${inner}:]`),
    fc.constantFrom('user.name', 'a.b.c', 'items[:2]', 'items[0].name', 'session.user'),
  ),
}));

const tokens = fc
  .array(
    fc.oneof(
      word,
      operator,
      fc.constantFrom(
        '(',
        ')',
        '[',
        ']',
        '{',
        '}',
        ',',
        ':',
        '.',
        'if',
        'else',
        'not',
        '!',
        '=',
        'is',
        'lambda',
        '?',
        '|',
        '~',
        '@',
        '.x',
      ),
    ),
    { minLength: 1, maxLength: 7 },
  )
  .map((parts) => parts.join(' '));

const damage = fc.tuple(
  fc.nat(),
  fc.nat({ max: 3 }),
  fc.oneof(
    fc.constantFrom(
      ...['', '', ' ', '(', ')', '[', ']', '{', '}', ',', ':', '.', '=', '!', '&', '|', '?', '*'],
      ...["'", '"', '\\', '#', '\n', '_', '__', '0', '1', 'e', 'j', 'x', 'b', 'f', 'r', '-', '~'],
      ...['%', '@', '$', ';', '`', 'é', '\u00a0', '😀', ' not ', ' in ', ' is ', ' if ', ' else '],
      ...[' for ', ' and ', '&&', '||', '===', '...', "'''", '\t', '<', '>'],
    ),
    fc.string({ maxLength: 3 }),
  ),
);

/** Expressions as people write them. */
export const validExpressions = valid;

/** Rows of tokens, most of them nonsense. */
export const tokenRows = tokens;

/** Expressions as people write them, with a few characters replaced or put between. */
export const damagedExpressions = fc
  .tuple(valid, fc.array(damage, { minLength: 1, maxLength: 3 }))
  .map(([text, damages]) => {
    // By characters: a file holds no half of a surrogate pair.
    let made = Array.from(text);
    for (const [place, removed, added] of damages) {
      const at = place % (made.length + 1);
      made = [...made.slice(0, at), ...Array.from(added), ...made.slice(at + removed)];
    }
    return made.join('');
  });
