/*
 * The tokens a regular expression cannot describe. Stateless: nothing is carried from one token
 * to the next, so an edit is re-read only where it happened.
 */
#include "tree_sitter/parser.h"

enum TokenType {
  COMMENT,
  CDATA_OPEN,
  CDATA_TEXT,
  CDATA_CLOSE,
  RAW_SCRIPT,
  RAW_STYLE,
  RAW_PYTHON,
  RAW_CLASS,
  RAW_PYCLASS,
  INTERPOLATION_OPEN,
  DOUBLE_QUOTED_INTERPOLATION_OPEN,
  SINGLE_QUOTED_INTERPOLATION_OPEN,
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

/* The `{` of `{…}` with something in it, ended by the first `}`, never reaching past `stop`. */
static bool scan_interpolation(TSLexer *lexer, int32_t stop) {
  lexer->advance(lexer, false);
  lexer->mark_end(lexer);
  unsigned length = 0;
  while (!lexer->eof(lexer) && lexer->lookahead != stop && length <= LONGEST_INTERPOLATION) {
    bool closes = lexer->lookahead == '}';
    if (closes && length == 0) return false;
    lexer->advance(lexer, false);
    if (closes) return true;
    length++;
  }
  return false;
}

/* From `<!--` to `-->`, or to the end of the file. */
static bool scan_comment(TSLexer *lexer) {
  unsigned dashes = 0;
  while (!lexer->eof(lexer)) {
    int32_t c = lexer->lookahead;
    lexer->advance(lexer, false);
    if (c == '>' && dashes >= 2) break;
    dashes = c == '-' ? dashes + 1 : 0;
  }
  lexer->mark_end(lexer);
  return true;
}

/* At a row of brackets: whether it ends the CDATA. The whole row is read. */
static bool ends_cdata(TSLexer *lexer) {
  unsigned brackets = 0;
  for (; lexer->lookahead == ']'; brackets++) lexer->advance(lexer, false);
  if (brackets < 2 || lexer->lookahead != '>') return false;
  lexer->advance(lexer, false);
  return true;
}

/* After the `{` in a CDATA section: whether a `}` comes before its end. */
static bool closes_in_cdata(TSLexer *lexer) {
  for (unsigned length = 0; !lexer->eof(lexer) && length <= LONGEST_INTERPOLATION; length++) {
    if (lexer->lookahead == '}') return length > 0;
    if (lexer->lookahead != ']') lexer->advance(lexer, false);
    else if (ends_cdata(lexer)) return false;
  }
  return false;
}

/* What a CDATA section holds (it is text: its expressions count), or its end; a file may end before. */
static bool scan_cdata(TSLexer *lexer) {
  lexer->result_symbol = CDATA_CLOSE;
  if (lexer->eof(lexer) || (lexer->lookahead == ']' && ends_cdata(lexer))) {
    lexer->mark_end(lexer);
    return true;
  }
  if (lexer->lookahead == '{') {
    lexer->advance(lexer, false);
    lexer->mark_end(lexer);
    lexer->result_symbol = closes_in_cdata(lexer) ? INTERPOLATION_OPEN : CDATA_TEXT;
    return true;
  }
  lexer->result_symbol = CDATA_TEXT;
  while (!lexer->eof(lexer)) {
    lexer->mark_end(lexer);
    if (lexer->lookahead == '{') return true;
    if (lexer->lookahead != ']') lexer->advance(lexer, false);
    else if (ends_cdata(lexer)) return true;
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
      return scan_comment(lexer);
    }
    if (valid[CDATA_OPEN] && lexer->lookahead == '[') {
      if (!advance_over(lexer, "[CDATA[")) return false;
      lexer->mark_end(lexer);
      lexer->result_symbol = CDATA_OPEN;
      return true;
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
    if (valid[CDATA_CLOSE]) return scan_cdata(lexer);
    /* Inside quotes white space counts. */
    if (valid[DOUBLE_QUOTED_INTERPOLATION_OPEN] || valid[SINGLE_QUOTED_INTERPOLATION_OPEN]) {
      if (lexer->lookahead != '{') return false;
      bool twice = valid[DOUBLE_QUOTED_INTERPOLATION_OPEN];
      lexer->result_symbol = twice ? DOUBLE_QUOTED_INTERPOLATION_OPEN : SINGLE_QUOTED_INTERPOLATION_OPEN;
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
  if (lexer->lookahead == '{' && valid[INTERPOLATION_OPEN]) {
    lexer->result_symbol = INTERPOLATION_OPEN;
    return scan_interpolation(lexer, '<');
  }
  return false;
}
