import { familyOf, newestAllowed } from './releases.js';
import type { Family } from './types.js';

/** What is known of a project, gathered by whoever may read files. */
export interface DialectEvidence {
  /** Version of quantum-framework in the project's environment, null when it has none. */
  readonly installed: string | null;
  /** Requirement and lock files; their order does not matter. */
  readonly pins: readonly TextFile[];
  /** Paths below the project's folder, with `/`. */
  readonly files: readonly string[];
  /** `.q` files and the configuration, for the words only some releases know. */
  readonly texts: readonly TextFile[];
}

export interface TextFile {
  readonly file: string;
  readonly text: string;
}

export interface Dialect {
  /** `1.0.1`, or `legacy2025` and `legacy2026` for the checkouts before the first release. */
  readonly release: string;
  readonly family: Family;
  readonly how: 'installed' | 'pinned' | 'checkout' | 'words' | 'default';
  /** One plain sentence. */
  readonly why: string;
}

/** Which release a project is written for: the first of the ways of telling that tells. */
export function detectDialect(evidence: DialectEvidence): Dialect {
  return (
    byInstallation(evidence) ??
    byPins(evidence) ??
    byCheckout(evidence) ??
    byWords(evidence) ??
    dialect('1.0.1', 'default', 'Nothing tells the release, so the newest is taken.')
  );
}

function dialect(release: string, how: Dialect['how'], why: string): Dialect {
  return { release, family: familyOf(release), how, why };
}

function byInstallation({ installed }: DialectEvidence): Dialect | null {
  return installed === null
    ? null
    : dialect(installed, 'installed', `quantum-framework ${installed} is installed.`);
}

/** `quantum-framework`, however it is spelled. */
const distribution = 'quantum[-_.]framework';
/** poetry.lock, uv.lock, pdm.lock; also the framework's own pyproject.toml. */
const lockEntry = new RegExp(
  `name\\s*=\\s*"${distribution}"[^[]*?\\bversion\\s*=\\s*"([^"]+)"`,
  'i',
);
const pipfileEntry = new RegExp(
  `"${distribution}"\\s*:\\s*\\{[^}]*"version"\\s*:\\s*"==([^"]+)"`,
  'i',
);
/** `quantum-framework[ai]==1.0.1 ; python_version > "3"` in a line or a quoted list item. */
const requirement = new RegExp(
  `(?:^|["'])\\s*${distribution}(?:\\[[^\\]]*\\])?\\s*\\(?((?:===?|[~!<>]=|[<>~^])[^;"'#\\n)]*)`,
  'im',
);
/** `quantum-framework = "^1.0"` or `= { version = "^1.0", … }`. */
const tableEntry = new RegExp(
  `^\\s*"?${distribution}"?\\s*=\\s*(?:"([^"]*)"|\\{[^}\\n]*\\bversion\\s*=\\s*"([^"]*)")`,
  'im',
);

function byPins({ pins }: DialectEvidence): Dialect | null {
  for (const { file, text } of pins) {
    const locked = (lockEntry.exec(text) ?? pipfileEntry.exec(text))?.[1];
    if (locked) return dialect(locked, 'pinned', `${file} pins quantum-framework ${locked}.`);
  }
  for (const { file, text } of pins) {
    const table = tableEntry.exec(text);
    const range = (requirement.exec(text)?.[1] ?? table?.[1] ?? table?.[2])?.trim();
    const release = range ? newestAllowed(range) : null;
    if (range && release) {
      return dialect(release, 'pinned', `${file} asks for quantum-framework ${range}.`);
    }
  }
  return null;
}

function byCheckout({ files }: DialectEvidence): Dialect | null {
  const has = (path: string): boolean =>
    files.some((file) => file === path || file.startsWith(`${path}/`));
  if (has('quantum/core/parser.py')) {
    const release = has('quantum/core/xml_lines.py')
      ? '1.0.1'
      : has('quantum/runtime/ui_page_renderer.py')
        ? '0.16.0'
        : '0.9.0';
    return dialect(release, 'checkout', 'The folder holds the sources of the framework.');
  }
  if (has('src/core/parser.py') && has('test_runner.py')) {
    return dialect(
      has('src/core/parsers') ? 'legacy2026' : 'legacy2025',
      'checkout',
      'The folder holds the framework as it was before its first release.',
    );
  }
  return null;
}

/** Words only new releases know. */
const modern: readonly RegExp[] = [
  /\sonerror\s*=\s*["'](?:fail|continue)["']/,
  /\slogin_url\s*=/,
  /\ssortable\s*=/,
  /<q:action\b[^>]*\stable\s*=/,
  /\sstack-below\s*=/,
  /^(?:services|mail):/m,
  /^\s+history:\s*true/m,
];
/** Words that releases since 0.16 and 0.22 refuse. */
const old: readonly RegExp[] = [
  /<q:application\b[^>]*\stype\s*=\s*["'](?:html|api|microservices|testing)["']/,
  /<qtest:/,
  /<q:persist\b/,
  /<q:set\b[^>]*\spersist\s*=/,
  /<q:function\b[^>]*\sendpoint\s*=/,
  /<q:query\b[^>]*\s(?:cache|reactive)\s*=/,
  /<q:query\b[^>]*\smode\s*=\s*["']rag["']/,
  /<q:component\b[^>]*\shealth\s*=/,
];
const beforeReleases = /^\s+admin_api\s*:/m;

function byWords({ files, texts }: DialectEvidence): Dialect | null {
  const newFile = files.find((file) => /\.test\.q$|(?:^|\/)\[[^/]+\](?:\.q|\/)/.test(file));
  if (newFile) return dialect('1.0.1', 'words', `Only new releases know files like ${newFile}.`);
  const fileWith = (patterns: readonly RegExp[]): string | undefined =>
    texts.find(({ text }) => patterns.some((pattern) => pattern.test(text)))?.file;
  const modernFile = fileWith(modern);
  if (modernFile) return dialect('1.0.1', 'words', `${modernFile} uses words of new releases.`);
  const admin = fileWith([beforeReleases]);
  if (admin) {
    return dialect('legacy2026', 'words', `${admin} uses words from before the first release.`);
  }
  const oldFile = fileWith(old);
  return oldFile
    ? dialect('0.9.1', 'words', `${oldFile} uses words that newer releases refuse.`)
    : null;
}
