; Expressions in text
([
    (document (interpolation (expression_text) @injection.content))
    (element (interpolation (expression_text) @injection.content))
    (cdata (interpolation (expression_text) @injection.content))
  ]
  (#not-match? @injection.content "^\\s*([0-9]+(,[0-9]*)?)?\\s*$")
  (#not-match? @injection.content "^\\s*[\"'][^\"']*[\"']\\s*:")
  (#set! injection.language "quantum_expression"))

; Expressions in attributes, but not the objects of Alpine's x-data
((attribute
    name: (attribute_name) @_name
    value: (attribute_value (interpolation (expression_text) @injection.content)))
  (#not-match? @_name "^x-")
  (#not-match? @injection.content "^\\s*([0-9]+(,[0-9]*)?)?\\s*$")
  (#not-match? @injection.content "^\\s*[\"'][^\"']*[\"']\\s*:")
  (#set! injection.language "quantum_expression"))

; A value that is only {5} is the number 5
((attribute_value
    .
    ["\"" "'"]
    .
    (interpolation (expression_text) @injection.content)
    .
    ["\"" "'"])
  (#match? @injection.content "^\\s*[0-9]+\\s*$")
  (#set! injection.language "quantum_expression"))

; Attributes that are expressions by themselves, with or without braces
((_
    name: (tag_name) @_tag
    (attribute
      name: (attribute_name) @_name
      value: (attribute_value (value_text) @injection.content)))
  (#match? @_tag "^q:")
  (#any-of? @_name "condition" "expression")
  (#set! injection.language "quantum_expression"))

; SQL between the parameters of a query
((element
    (start_tag name: (tag_name) @_tag)
    [(text) @injection.content (cdata (cdata_text) @injection.content)])
  (#eq? @_tag "q:query")
  (#set! injection.language "sql"))

; Python
((raw_element
    (start_tag name: (tag_name) @_tag)
    (raw_text) @injection.content)
  (#match? @_tag "^[qQ]:")
  (#set! injection.language "python"))

((element
    (start_tag name: (tag_name) @_tag)
    [(text) @injection.content (cdata (cdata_text) @injection.content)])
  (#any-of? @_tag "q:decorator" "q:pydecorator")
  (#set! injection.language "python"))

; JavaScript
((raw_element
    (start_tag name: (tag_name) @_tag)
    (raw_text) @injection.content)
  (#match? @_tag "^[sS][cC][rR][iI][pP][tT]$")
  (#set! injection.language "javascript"))

((element
    (start_tag name: (tag_name) @_tag)
    [(text) @injection.content (cdata (cdata_text) @injection.content)])
  (#eq? @_tag "q:script")
  (#set! injection.language "javascript"))

((attribute
    name: (attribute_name) @_name
    value: (attribute_value
      .
      ["\"" "'"]
      .
      (value_text) @injection.content
      .
      ["\"" "'"]))
  (#match? @_name "^(on[a-z]+$|x-)")
  (#set! injection.language "javascript"))

; CSS
((raw_element
    (start_tag name: (tag_name) @_tag)
    (raw_text) @injection.content)
  (#match? @_tag "^[sS][tT][yY][lL][eE]$")
  (#set! injection.language "css"))

((attribute
    name: (attribute_name) @_name
    value: (attribute_value
      .
      ["\"" "'"]
      .
      (value_text) @injection.content
      .
      ["\"" "'"]))
  (#eq? @_name "style")
  (#set! injection.language "css"))
