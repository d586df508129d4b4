((element
    (start_tag
      name: (tag_name) @_tag
      (attribute
        name: (attribute_name) @_name
        value: (attribute_value (value_text) @name)))) @definition.class
  (#any-of? @_tag "q:component" "q:application" "q:job")
  (#eq? @_name "name"))

((element
    (start_tag
      name: (tag_name) @_tag
      (attribute
        name: (attribute_name) @_name
        value: (attribute_value (value_text) @name)))) @definition.function
  (#any-of? @_tag "q:function" "q:tool")
  (#eq? @_name "name"))

((element
    (start_tag
      name: (tag_name) @_tag
      (attribute
        name: (attribute_name) @_name
        value: (attribute_value (value_text) @name)))) @definition.method
  (#eq? @_tag "q:action")
  (#eq? @_name "name"))

((raw_element
    (start_tag
      name: (tag_name) @_tag
      (attribute
        name: (attribute_name) @_name
        value: (attribute_value (value_text) @name)))) @definition.class
  (#match? @_tag "^[qQ]:(py)?class$")
  (#eq? @_name "name"))

((element
    (start_tag
      name: (tag_name) @_tag
      (attribute
        name: (attribute_name) @_name
        value: (attribute_value (value_text) @name)))) @definition.test
  (#eq? @_tag "q:test")
  (#eq? @_name "name"))

; Calls of components
([
    (start_tag name: (tag_name) @name)
    (self_closing_element name: (tag_name) @name)
  ] @reference.class
  (#match? @name "^[A-Z].*[a-z]")
  (#not-match? @name ":"))

((self_closing_element
    name: (tag_name) @_tag
    (attribute
      name: (attribute_name) @_name
      value: (attribute_value (value_text) @name))) @reference.class
  (#eq? @_tag "q:import")
  (#eq? @_name "component"))

; Actions that forms and buttons name
((_
    name: (tag_name) @_tag
    (attribute
      name: (attribute_name) @_name
      value: (attribute_value . ["\"" "'"] . (value_text) @name . ["\"" "'"])) @reference.call)
  (#match? @_tag "^(ui:|test:submit$)")
  (#any-of? @_name "on-click" "on-submit" "action"))
