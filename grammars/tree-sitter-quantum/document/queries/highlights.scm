; Every pattern excludes the others, so the order in which an editor ranks them does not matter.

; Tags: the framework's statements that steer, its other tags, calls of components, HTML
((tag_name) @keyword.control
  (#match? @keyword.control "^q:(if|elseif|else|loop|redirect|return)$"))

((tag_name) @tag.builtin
  (#match? @tag.builtin "^(q|ui|qg|qt|test):")
  (#not-match? @tag.builtin "^q:(if|elseif|else|loop|redirect|return)$"))

((tag_name) @constructor
  (#match? @constructor "^[A-Z].*[a-z]")
  (#not-match? @constructor ":"))

((tag_name) @tag
  (#not-match? @tag "^(q|ui|qg|qt|test):")
  (#not-match? @tag "^[A-Z].*[a-z]"))

["<" ">" "</" "/>"] @punctuation.bracket

; Attributes. What a condition holds is coloured by the expression's grammar.
(attribute_name) @attribute
(attribute "=" @punctuation.delimiter)
(attribute_value ["\"" "'"] @string)
(unquoted_value) @string
(attribute
  name: (attribute_name) @_name
  value: (attribute_value (value_text) @string)
  (#not-any-of? @_name "condition" "expression"))

; Interpolations; {3}, {2,} and JSON stay text, but a value that is only {5} is a number
((interpolation
    "{" @punctuation.special
    (expression_text) @_text
    "}" @punctuation.special)
  (#not-match? @_text "^\\s*([0-9]+(,[0-9]*)?)?\\s*$")
  (#not-match? @_text "^\\s*[\"'][^\"']*[\"']\\s*:"))

((attribute_value
    .
    ["\"" "'"]
    .
    (interpolation
      "{" @punctuation.special
      (expression_text) @_text
      "}" @punctuation.special)
    .
    ["\"" "'"])
  (#match? @_text "^\\s*[0-9]+\\s*$"))

(entity) @character.special
(comment) @comment
[(doctype) (processing_instruction)] @keyword.directive

(cdata ["<![CDATA[" "]]>"] @punctuation.special)
(cdata_text) @markup.raw

(stray_less_than) @error
