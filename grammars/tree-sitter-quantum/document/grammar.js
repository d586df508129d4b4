/**
 * The documents of quantum-framework: XML with HTML's liberties.
 *
 * Elements nest by rule; which end tag belongs to which start tag is decided in TypeScript, by name
 * (src/language/syntax): a stack of names in the scanner would make an edit at the top of a file
 * re-read the whole of it. So an end tag closes the innermost open element here, whatever it is called,
 * and what is still open at the end of the file is closed by `_implicit_end`.
 *
 * What stands between the braces of an interpolation, and in the attributes that are expressions
 * by themselves, is the business of the grammar in ../expression.
 */
/// <reference types="tree-sitter-cli/dsl" />

const voidNames = [
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
];

/** `<name …>` of an element whose body is not markup (html_compat.py of the framework). */
const rawStart = ($, name) =>
  seq(
    '<',
    field('name', alias(name, $.tag_name)),
    repeat($.attribute),
    choice('>', $._unclosed_tag),
  );
/** The element: its body is one token, up to its end tag. */
const rawElement = ($, start, body) =>
  seq(
    alias(start, $.start_tag),
    optional(alias(body, $.raw_text)),
    choice($.end_tag, $._implicit_end),
  );

const interpolated = ($) => [$.expression_text, token.immediate('}')];

module.exports = grammar({
  name: 'quantum',

  externals: ($) => [
    $.comment,
    $._cdata_open,
    $.cdata_text,
    $._cdata_close,
    $._raw_script,
    $._raw_style,
    $._raw_python,
    $._raw_class,
    $._raw_pyclass,
    $._interpolation_open,
    $._double_quoted_interpolation_open,
    $._single_quoted_interpolation_open,
    $._stray_less_than,
    $._unclosed_tag,
    $._implicit_end,
  ],

  extras: () => [/\s+/, '\uFEFF'],

  inline: ($) => [$._raw_name, $._end_tag],

  rules: {
    document: ($) => repeat(choice($._node, $.doctype, $.stray_end_tag)),

    _node: ($) =>
      choice(
        $.element,
        $.raw_element,
        $.void_element,
        $.self_closing_element,
        $.comment,
        $.cdata,
        $.processing_instruction,
        $.interpolation,
        $.entity,
        $.text,
        alias($._stray_less_than, $.stray_less_than),
      ),

    element: ($) => seq($.start_tag, repeat($._node), choice($.end_tag, $._implicit_end)),

    start_tag: ($) =>
      seq('<', field('name', $.tag_name), repeat($.attribute), choice('>', $._unclosed_tag)),

    self_closing_element: ($) =>
      seq('<', field('name', choice($.tag_name, $._raw_name)), repeat($.attribute), '/>'),

    void_element: ($) =>
      seq(
        '<',
        field('name', alias($._void_name, $.tag_name)),
        repeat($.attribute),
        choice('>', '/>', $._unclosed_tag),
      ),

    raw_element: ($) =>
      choice(
        rawElement($, $._script_start, $._raw_script),
        rawElement($, $._style_start, $._raw_style),
        rawElement($, $._python_start, $._raw_python),
        rawElement($, $._class_start, $._raw_class),
        rawElement($, $._pyclass_start, $._raw_pyclass),
      ),

    _script_start: ($) => rawStart($, $._script_name),
    _style_start: ($) => rawStart($, $._style_name),
    _python_start: ($) => rawStart($, $._python_name),
    _class_start: ($) => rawStart($, $._class_name),
    _pyclass_start: ($) => rawStart($, $._pyclass_name),

    end_tag: ($) => $._end_tag,
    stray_end_tag: ($) => $._end_tag,
    _end_tag: ($) =>
      seq(
        '</',
        field('name', choice($.tag_name, alias($._void_name, $.tag_name), $._raw_name)),
        choice('>', $._unclosed_tag),
      ),

    _raw_name: ($) =>
      choice(
        alias($._script_name, $.tag_name),
        alias($._style_name, $.tag_name),
        alias($._python_name, $.tag_name),
        alias($._class_name, $.tag_name),
        alias($._pyclass_name, $.tag_name),
      ),

    // Before `tag_name`: of two tokens of one length the earlier is taken, and a longer name is another one.
    _void_name: () => token(choice(...voidNames)),
    _script_name: () => token(/[sS][cC][rR][iI][pP][tT]/),
    _style_name: () => token(/[sS][tT][yY][lL][eE]/),
    _python_name: () => token(/[qQ]:[pP][yY][tT][hH][oO][nN]/),
    _class_name: () => token(/[qQ]:[cC][lL][aA][sS][sS]/),
    _pyclass_name: () => token(/[qQ]:[pP][yY][cC][lL][aA][sS][sS]/),
    tag_name: () => /[A-Za-z_\u00B7-\uFFFD][A-Za-z0-9_:.\-\u00B7-\uFFFD]*/,

    attribute: ($) =>
      prec.right(
        seq(
          field('name', $.attribute_name),
          optional(
            seq(
              '=',
              optional(
                field(
                  'value',
                  choice($.attribute_value, alias($._unquoted_value, $.unquoted_value)),
                ),
              ),
            ),
          ),
        ),
      ),
    attribute_name: () => /[^\s"'<>\/=]+/,
    _unquoted_value: () => token.immediate(prec(1, /[^\s"'<>\/={][^\s"'<>\/=]*/)),

    attribute_value: ($) =>
      choice(
        seq(
          '"',
          repeat(
            choice(
              alias(token.immediate(prec(1, /([^"{&]|&&|&[^A-Za-z#"{&])+/)), $.value_text),
              alias($._double_quoted_interpolation, $.interpolation),
              alias(token.immediate(/[{&]/), $.value_text),
              alias($._immediate_entity, $.entity),
            ),
          ),
          token.immediate('"'),
        ),
        seq(
          "'",
          repeat(
            choice(
              alias(token.immediate(prec(1, /([^'{&]|&&|&[^A-Za-z#'{&])+/)), $.value_text),
              alias($._single_quoted_interpolation, $.interpolation),
              alias(token.immediate(/[{&]/), $.value_text),
              alias($._immediate_entity, $.entity),
            ),
          ),
          token.immediate("'"),
        ),
      ),

    // What the braces hold is a node of its own, so that an editor can hand exactly that to ../expression.
    interpolation: ($) => seq(alias($._interpolation_open, '{'), ...interpolated($)),
    _double_quoted_interpolation: ($) =>
      seq(alias($._double_quoted_interpolation_open, '{'), ...interpolated($)),
    _single_quoted_interpolation: ($) =>
      seq(alias($._single_quoted_interpolation_open, '{'), ...interpolated($)),
    expression_text: () => token.immediate(/[^}]+/),

    cdata: ($) =>
      seq(
        alias($._cdata_open, '<![CDATA['),
        repeat(choice($.cdata_text, $.interpolation)),
        alias($._cdata_close, ']]>'),
      ),

    entity: () => token(prec(1, /&(#[0-9]+|#x[0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);/)),
    _immediate_entity: () =>
      token.immediate(prec(1, /&(#[0-9]+|#x[0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);/)),
    text: () => choice(/[^<{&\s]([^<{&]*[^<{&\s])?/, '{', '&'),
    processing_instruction: () => /<\?([^?]|\?+[^?>])*\?+>/,
    doctype: () => /<![Dd][Oo][Cc][Tt][Yy][Pp][Ee][^>\[]*(\[[^\]]*\][^>]*)?>/,
  },
});
