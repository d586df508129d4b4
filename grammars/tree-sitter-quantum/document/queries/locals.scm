; What a name means ends with these; a loop's variables stay set behind it.
((element (start_tag name: (tag_name) @_tag)) @local.scope
  (#any-of? @_tag "q:component" "q:application" "q:job" "q:function" "q:action" "q:tool"))

((_
    name: (tag_name) @_tag
    (attribute
      name: (attribute_name) @_name
      value: (attribute_value . ["\"" "'"] . (value_text) @local.definition.var . ["\"" "'"])))
  (#any-of? @_tag
    "q:set" "q:query" "q:invoke" "q:data" "q:llm" "q:agent" "q:team" "q:knowledge" "q:file")
  (#any-of? @_name "name" "result"))

((_
    name: (tag_name) @_tag
    (attribute
      name: (attribute_name) @_name
      value: (attribute_value (value_text) @local.definition.var)))
  (#eq? @_tag "q:loop")
  (#any-of? @_name "var" "index"))

; A parameter of a query is the SQL's, not the page's
((element
    (start_tag name: (tag_name) @_parent)
    (self_closing_element
      name: (tag_name) @_tag
      (attribute
        name: (attribute_name) @_name
        value: (attribute_value (value_text) @local.definition.parameter))))
  (#any-of? @_parent "q:component" "q:function" "q:action" "q:tool")
  (#eq? @_tag "q:param")
  (#eq? @_name "name"))

((start_tag
    name: (tag_name) @_tag
    (attribute
      name: (attribute_name) @_name
      value: (attribute_value (value_text) @local.definition.function)))
  (#eq? @_tag "q:function")
  (#eq? @_name "name"))

((self_closing_element
    name: (tag_name) @_tag
    (attribute
      name: (attribute_name) @_name
      value: (attribute_value (value_text) @local.definition.import)))
  (#eq? @_tag "q:import")
  (#any-of? @_name "component" "as"))

((tag_name) @local.reference
  (#match? @local.reference "^[A-Z].*[a-z]"))
