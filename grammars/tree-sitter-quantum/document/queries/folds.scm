[
  (element)
  (raw_element)
  (self_closing_element)
  (void_element)
  (comment)
  (cdata)
] @fold
