; What is more special stands later.
(identifier) @variable

(member property: (identifier) @property)
(named_argument name: (identifier) @variable.parameter)

((member object: (identifier) @variable.builtin)
  (#any-of? @variable.builtin
    "session" "application" "request" "cookie" "form" "query" "flash" "path_params"))

(call function: (identifier) @function)

((call function: (identifier) @function.builtin)
  (#any-of? @function.builtin
    "abs" "ceil" "chance" "contains" "dateAdd" "dateDiff" "dateFormat" "first" "float" "floor" "get"
    "hashPassword" "int" "join" "last" "len" "lower" "max" "min" "now" "pick" "random" "replace"
    "round" "slugify" "sort" "split" "str" "trim" "upper" "urlencode" "verifyPassword"))

(number) @number
(string) @string
(constant) @constant.builtin
(comment) @comment

["and" "or" "not" "in" "if" "else"] @keyword.operator

["&&" "||" "!" "==" "!=" "<" "<=" ">" ">=" "+" "-" "*" "/" "//" "%" "**"] @operator
(named_argument "=" @operator)

["(" ")" "[" "]" "{" "}"] @punctuation.bracket
["," ":" "."] @punctuation.delimiter

(refused_word) @error
