/**
 * Expressions of quantum-framework: Python's, less what its whitelist refuses, more `&&`, `||`, `!`
 * (quantum/core/expressions.py). A `!` is textually `not `, so it binds as loosely as `not` does.
 */
/// <reference types="tree-sitter-cli/dsl" />

const PREC = {
  conditional: 1,
  or: 2,
  and: 3,
  not: 4,
  compare: 5,
  sum: 6,
  term: 7,
  sign: 8,
  power: 9,
  postfix: 10,
};

const commaSeparated = (rule) => optional(seq(rule, repeat(seq(',', rule)), optional(',')));

module.exports = grammar({
  name: 'quantum_expression',
  word: ($) => $.identifier,
  extras: ($) => [/[\s\u00A0]+/, $.comment],

  rules: {
    expression: ($) => choice($._expression, alias($.bare_tuple, $.tuple)),
    bare_tuple: ($) => seq($._expression, repeat1(seq(',', $._expression))),

    _expression: ($) =>
      choice(
        $.conditional,
        $.boolean_operation,
        $.negation,
        $.comparison,
        $.binary_operation,
        $.sign,
        $._primary,
      ),

    conditional: ($) =>
      prec.right(
        PREC.conditional,
        seq(
          field('value', $._expression),
          'if',
          field('condition', $._expression),
          'else',
          field('otherwise', $._expression),
        ),
      ),
    boolean_operation: ($) =>
      choice(
        prec.left(
          PREC.or,
          seq($._expression, field('operator', choice('or', '||')), $._expression),
        ),
        prec.left(
          PREC.and,
          seq($._expression, field('operator', choice('and', '&&')), $._expression),
        ),
      ),
    negation: ($) => prec(PREC.not, seq(field('operator', choice('not', '!')), $._expression)),
    comparison: ($) =>
      prec.left(
        PREC.compare,
        seq(
          $._expression,
          field('operator', choice('==', '!=', '<', '<=', '>', '>=', 'in', seq('not', 'in'))),
          $._expression,
        ),
      ),
    binary_operation: ($) =>
      choice(
        prec.left(PREC.sum, seq($._expression, field('operator', choice('+', '-')), $._expression)),
        prec.left(
          PREC.term,
          seq($._expression, field('operator', choice('*', '/', '//', '%')), $._expression),
        ),
        prec.right(PREC.power, seq($._expression, field('operator', '**'), $._expression)),
      ),
    sign: ($) => prec(PREC.sign, seq(field('operator', choice('-', '+')), $._expression)),

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
      prec(PREC.postfix, seq(field('function', $.identifier), field('arguments', $.arguments))),
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
    pair: ($) => seq(field('key', $._expression), ':', field('value', $._expression)),

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
