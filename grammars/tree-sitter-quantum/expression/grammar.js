/**
 * Expressions of quantum-framework: Python's, less what its whitelist refuses, more `&&`, `||`, `!`
 * (quantum/core/expressions.py). A `!` is textually `not `, so it binds as loosely as `not` does.
 */
/// <reference types="tree-sitter-cli/dsl" />

const PREC = { or: 1, and: 2, not: 3, compare: 4, sum: 5, term: 6, sign: 7, power: 8, postfix: 9 };

/** Python's keywords that no expression of the framework has: never names, and worth a word of their own. */
const refusedWords = [
  'as',
  'assert',
  'async',
  'await',
  'break',
  'class',
  'continue',
  'def',
  'del',
  'elif',
  'except',
  'finally',
  'for',
  'from',
  'global',
  'import',
  'is',
  'lambda',
  'nonlocal',
  'pass',
  'raise',
  'return',
  'try',
  'while',
  'with',
  'yield',
];

const commaSeparated = (rule) => optional(seq(rule, repeat(seq(',', rule)), optional(',')));

module.exports = grammar({
  name: 'quantum_expression',
  word: ($) => $.identifier,
  // Python's keywords: no name of a variable, though `item.class` is refused as well.
  reserved: {
    global: () => [
      'and',
      'or',
      'not',
      'in',
      'if',
      'else',
      'True',
      'False',
      'None',
      ...refusedWords,
    ],
  },
  extras: ($) => [/[\s\u00A0]+/, $.comment],

  rules: {
    expression: ($) => choice($._expression, alias($.bare_tuple, $.tuple)),
    bare_tuple: ($) =>
      seq(
        $._expression,
        ',',
        optional(seq($._expression, repeat(seq(',', $._expression)), optional(','))),
      ),

    // Python's levels: what binds more loosely needs parentheses inside what binds more tightly.
    _expression: ($) => choice($.conditional, $._disjunction),
    _disjunction: ($) => choice($.boolean_operation, $._inversion),
    _inversion: ($) => choice($.negation, $.comparison, $._sum),
    _sum: ($) => choice($.binary_operation, $._factor),
    _factor: ($) => choice($.sign, alias($.power, $.binary_operation), $._primary),

    conditional: ($) =>
      seq(
        field('value', $._disjunction),
        'if',
        field('condition', $._disjunction),
        'else',
        field('otherwise', $._expression),
      ),
    boolean_operation: ($) =>
      choice(
        prec.left(
          PREC.or,
          seq($._disjunction, field('operator', choice('or', '||')), $._disjunction),
        ),
        prec.left(
          PREC.and,
          seq($._disjunction, field('operator', choice('and', '&&')), $._disjunction),
        ),
      ),
    negation: ($) => prec(PREC.not, seq(field('operator', choice('not', '!')), $._inversion)),
    comparison: ($) =>
      prec.left(
        PREC.compare,
        seq(
          choice($.comparison, $._sum),
          field(
            'operator',
            choice('==', '!=', '<', '<=', '>', '>=', 'in', seq(choice('not', '!'), 'in')),
          ),
          $._sum,
        ),
      ),
    binary_operation: ($) =>
      choice(
        prec.left(PREC.sum, seq($._sum, field('operator', choice('+', '-')), $._sum)),
        prec.left(PREC.term, seq($._sum, field('operator', choice('*', '/', '//', '%')), $._sum)),
      ),
    sign: ($) => prec(PREC.sign, seq(field('operator', choice('-', '+')), $._factor)),
    power: ($) => prec.right(PREC.power, seq($._primary, field('operator', '**'), $._factor)),

    _primary: ($) =>
      choice(
        $.identifier,
        $.number,
        $.string,
        $.constant,
        $.call,
        $.member,
        $.subscript,
        $.slice,
        $.parenthesized,
        $.tuple,
        $.list,
        $.dictionary,
        $.set,
        $.refused_word,
      ),
    member: ($) =>
      prec(PREC.postfix, seq(field('object', $._primary), '.', field('property', $.identifier))),
    subscript: ($) =>
      prec(PREC.postfix, seq(field('object', $._primary), '[', field('index', $._expression), ']')),
    slice: ($) =>
      prec(
        PREC.postfix,
        seq(
          field('object', $._primary),
          '[',
          field('from', optional($._expression)),
          ':',
          field('to', optional($._expression)),
          ']',
        ),
      ),
    call: ($) =>
      prec(
        PREC.postfix,
        seq(
          // The framework's own constants are names to Python: calling one is nonsense, not a wrong spelling.
          field(
            'function',
            choice($.identifier, alias(choice('true', 'false', 'null'), $.identifier)),
          ),
          field('arguments', $.arguments),
        ),
      ),
    arguments: ($) => seq('(', commaSeparated(choice($._expression, $.named_argument)), ')'),
    named_argument: ($) => seq(field('name', $.identifier), '=', field('value', $._expression)),
    parenthesized: ($) => seq('(', $._expression, ')'),
    tuple: ($) =>
      seq(
        '(',
        optional(
          seq(
            $._expression,
            ',',
            optional(seq($._expression, repeat(seq(',', $._expression)), optional(','))),
          ),
        ),
        ')',
      ),
    list: ($) => seq('[', commaSeparated($._expression), ']'),
    dictionary: ($) => seq('{', commaSeparated($.pair), '}'),
    set: ($) => seq('{', $._expression, repeat(seq(',', $._expression)), optional(','), '}'),
    pair: ($) => seq(field('key', $._expression), ':', field('value', $._expression)),

    refused_word: () => choice(...refusedWords),
    constant: () => choice('true', 'false', 'null', 'True', 'False', 'None'),
    identifier: () => /[A-Za-z_\u00AA-\uFFFD][A-Za-z0-9_\u00AA-\uFFFD]*/,
    number: () =>
      token(
        choice(
          /0[xX](_?[0-9A-Fa-f])+/,
          /0[oO](_?[0-7])+/,
          /0[bB](_?[01])+/,
          /([0-9](_?[0-9])*)?\.[0-9](_?[0-9])*([eE][+-]?[0-9](_?[0-9])*)?/,
          /[0-9](_?[0-9])*\.?([eE][+-]?[0-9](_?[0-9])*)?/,
        ),
      ),
    string: ($) => prec.left(repeat1($._string_part)),
    _string_part: () =>
      token(
        seq(
          /([rRuUbB]|[bB][rR]|[rR][bB])?/,
          choice(
            /"([^"\\\n]|\\(.|\n))*"/,
            /'([^'\\\n]|\\(.|\n))*'/,
            /"""([^"\\]|\\(.|\n)|"[^"]|""[^"])*"""/,
            /'''([^'\\]|\\(.|\n)|'[^']|''[^'])*'''/,
          ),
        ),
      ),
    comment: () => token(/#[^\n]*/),
  },
});
