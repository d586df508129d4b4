/*
 * The tokens a regular expression cannot describe. Stateless: nothing is carried from one token
 * to the next, so an edit is re-read only where it happened.
 */
#include "tree_sitter/parser.h"

enum TokenType {
  COMMENT,
  CDATA,
  RAW_SCRIPT,
  RAW_STYLE,
  RAW_PYTHON,
  RAW_CLASS,
  RAW_PYCLASS,
  INTERPOLATION,
  DOUBLE_QUOTED_INTERPOLATION,
  SINGLE_QUOTED_INTERPOLATION,
  STRAY_LESS_THAN,
  UNCLOSED_TAG,
  IMPLICIT_END,
};

/* The framework refuses longer expressions; the bound also keeps a row of open braces linear. */
enum { LONGEST_INTERPOLATION = 2048 };

static const char *const raw_names[] = {"script", "style", "q:python", "q:class", "q:pyclass"};

void *tree_sitter_quantum_external_scanner_create(void) { return 0; }
void tree_sitter_quantum_external_scanner_destroy(void *payload) {}
unsigned tree_sitter_quantum_external_scanner_serialize(void *payload, char *buffer) { return 0; }
void tree_sitter_quantum_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {}

static bool is_space(int32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

static bool starts_name(int32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c > 0xB6;
}

static int32_t lower(int32_t c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; }

/* Everything up to `</name>`; false where that never comes, or at once. */
static bool scan_raw(TSLexer *lexer, const char *name) {
  bool any = false;
  lexer->mark_end(lexer);
  while (!lexer->eof(lexer)) {
    if (lexer->lookahead != '<') {
      any = true;
      lexer->advance(lexer, false);
      lexer->mark_end(lexer);
      continue;
    }
    lexer->advance(lexer, false);
    if (lexer->lookahead == '/') {
      lexer->advance(lexer, false);
      const char *expected = name;
      while (*expected && lower(lexer->lookahead) == *expected) {
        expected++;
        lexer->advance(lexer, false);
      }
      if (!*expected) {
        while (is_space(lexer->lookahead)) lexer->advance(lexer, false);
        if (lexer->lookahead == '>') return any;
      }
    }
    any = true;
    lexer->mark_end(lexer);
  }
  lexer->mark_end(lexer);
  return any;
}

/* `{…}` with something in it, ended by the first `}`, never reaching past `stop`. */
static bool scan_interpolation(TSLexer *lexer, int32_t stop) {
  lexer->advance(lexer, false);
  unsigned length = 0;
  while (!lexer->eof(lexer) && lexer->lookahead != stop && length <= LONGEST_INTERPOLATION) {
    bool closes = lexer->lookahead == '}';
    if (closes && length == 0) return false;
    lexer->advance(lexer, false);
    if (closes) {
      lexer->mark_end(lexer);
      return true;
    }
    length++;
  }
  return false;
}

/* From `<!--` to `-->`, or to the end of the file. `<!-` has been read up to its first dash. */
static bool scan_until(TSLexer *lexer, const char *end) {
  unsigned matched = 0;
  while (!lexer->eof(lexer)) {
    int32_t c = lexer->lookahead;
    lexer->advance(lexer, false);
    if (end[matched] == c) {
      matched++;
      if (!end[matched]) break;
    } else if (!(c == end[0] && matched == 2 && end[1] == c)) {
      matched = c == end[0] ? 1 : 0;
    }
  }
  lexer->mark_end(lexer);
  return true;
}

static bool advance_over(TSLexer *lexer, const char *word) {
  for (; *word; word++) {
    if (lexer->lookahead != *word) return false;
    lexer->advance(lexer, false);
  }
  return true;
}

static bool scan_less_than(TSLexer *lexer, const bool *valid) {
  lexer->mark_end(lexer);
  lexer->advance(lexer, false);
  int32_t next = lexer->lookahead;
  if (next == '!') {
    lexer->advance(lexer, false);
    if (valid[COMMENT] && lexer->lookahead == '-') {
      lexer->advance(lexer, false);
      if (lexer->lookahead != '-') return false;
      lexer->advance(lexer, false);
      lexer->result_symbol = COMMENT;
      return scan_until(lexer, "-->");
    }
    if (valid[CDATA] && lexer->lookahead == '[') {
      if (!advance_over(lexer, "[CDATA[")) return false;
      lexer->result_symbol = CDATA;
      return scan_until(lexer, "]]>");
    }
    return false;
  }
  if (!valid[STRAY_LESS_THAN] || starts_name(next) || next == '?') return false;
  lexer->mark_end(lexer);
  if (next == '/') {
    lexer->advance(lexer, false);
    if (starts_name(lexer->lookahead)) return false;
  }
  lexer->result_symbol = STRAY_LESS_THAN;
  return true;
}

bool tree_sitter_quantum_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid) {
  /* During error recovery every token is "valid": only what is safe anywhere is offered then. */
  bool recovering = valid[RAW_SCRIPT] && valid[RAW_PYTHON];
  if (!recovering) {
    for (int i = 0; i < 5; i++) {
      if (!valid[RAW_SCRIPT + i]) continue;
      lexer->result_symbol = RAW_SCRIPT + i;
      if (scan_raw(lexer, raw_names[i])) return true;
      return false;
    }
    /* Inside quotes white space counts. */
    if (valid[DOUBLE_QUOTED_INTERPOLATION] || valid[SINGLE_QUOTED_INTERPOLATION]) {
      if (lexer->lookahead != '{') return false;
      bool twice = valid[DOUBLE_QUOTED_INTERPOLATION];
      lexer->result_symbol = twice ? DOUBLE_QUOTED_INTERPOLATION : SINGLE_QUOTED_INTERPOLATION;
      return scan_interpolation(lexer, twice ? '"' : '\'');
    }
  }
  lexer->mark_end(lexer);
  while (is_space(lexer->lookahead)) lexer->advance(lexer, true);
  if (lexer->eof(lexer)) {
    if (valid[UNCLOSED_TAG] && !recovering) {
      lexer->result_symbol = UNCLOSED_TAG;
      return true;
    }
    if (valid[IMPLICIT_END]) {
      lexer->result_symbol = IMPLICIT_END;
      return true;
    }
    return false;
  }
  if (lexer->lookahead == '<') {
    if (valid[UNCLOSED_TAG] && !recovering) {
      lexer->result_symbol = UNCLOSED_TAG;
      return true;
    }
    return scan_less_than(lexer, valid);
  }
  if (lexer->lookahead == '{' && valid[INTERPOLATION]) {
    lexer->result_symbol = INTERPOLATION;
    return scan_interpolation(lexer, '<');
  }
  return false;
}
