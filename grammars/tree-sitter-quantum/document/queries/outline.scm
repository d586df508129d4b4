; What a file declares, each with its name
((element
    (start_tag
      name: (tag_name) @context
      (attribute
        name: (attribute_name) @_name
        value: (attribute_value (value_text) @name)))) @item
  (#any-of? @context
    "q:component" "q:application" "q:job" "q:function" "q:action" "q:query" "q:invoke" "q:data"
    "q:llm" "q:agent" "q:team" "q:knowledge" "q:tool" "q:param" "q:set" "q:slot" "q:test")
  (#eq? @_name "name"))

((self_closing_element
    name: (tag_name) @context
    (attribute
      name: (attribute_name) @_name
      value: (attribute_value (value_text) @name))) @item
  (#any-of? @context
    "q:query" "q:invoke" "q:data" "q:knowledge" "q:param" "q:set" "q:slot")
  (#eq? @_name "name"))

((self_closing_element
    name: (tag_name) @context
    (attribute
      name: (attribute_name) @_name
      value: (attribute_value (value_text) @name))) @item
  (#eq? @context "q:import")
  (#eq? @_name "component"))

((raw_element
    (start_tag
      name: (tag_name) @context
      (attribute
        name: (attribute_name) @_name
        value: (attribute_value (value_text) @name)))) @item
  (#match? @context "^[qQ]:")
  (#eq? @_name "name"))

; Loops are landmarks too
((element
    (start_tag
      name: (tag_name) @context
      (attribute
        name: (attribute_name) @_name
        value: (attribute_value) @name))) @item
  (#eq? @context "q:loop")
  (#any-of? @_name "query" "items"))
