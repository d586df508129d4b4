import { checkConfiguration } from '../configuration/checkConfiguration.js';
import { configurationCodes } from '../configuration/codes.js';
import type { ConfigurationDocument } from '../configuration/configurationDocument.js';
import type { SyntaxDocument } from '../syntax/document.js';
import { codeInfo } from './codes.js';
import { rangeOf, type Consequence, type Finding, type Fix, type Severity } from './finding.js';
import { ignoreHere, ignoreInFile, suppressionsOf } from './suppression.js';

/** What a person set for codes: another severity, or that it is not to be told. */
export type Severities = Readonly<Partial<Record<string, Severity | 'off'>>>;

/** A finding as it is told, of pages and configurations alike; offsets are those of the moment. */
export interface ShownFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly consequence: Consequence;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly tag?: Finding['tag'];
  readonly related: readonly {
    readonly start: number;
    readonly end: number;
    readonly message: string;
  }[];
  /** Ways to mend it, made when somebody asks; null when there is none. */
  readonly fixes: (() => readonly Fix[]) | null;
  /** Comments that silence it; empty where there is no place for one. */
  readonly ignores: () => readonly Fix[];
}

/** The findings of a page that are told, in the severity they have for this person. */
export function shownFindings(
  document: SyntaxDocument,
  findings: readonly Finding[],
  severities: Severities,
): ShownFinding[] {
  if (findings.length === 0) return [];
  const suppressions = suppressionsOf(document);
  return findings.flatMap((finding): ShownFinding[] => {
    const { code, message, tag, fixes } = finding;
    const info = codeInfo(code);
    const severity = severities[code] ?? info.severity;
    const { start, end } = rangeOf(finding);
    if (severity === 'off' || suppressions?.has(code, start)) return [];
    return [
      {
        code,
        severity,
        consequence: info.consequence,
        start,
        end,
        message,
        ...(tag ? { tag } : {}),
        related: (finding.related ?? []).map((one) => ({ ...rangeOf(one), message: one.message })),
        fixes: fixes ? () => fixes(document) : null,
        ignores: () =>
          [ignoreHere(document, code, start), ignoreInFile(document, code)].filter(
            (fix) => fix !== null,
          ),
      },
    ];
  });
}

/** The findings of a configuration that are told. `environment`: the variables `${VAR}` would find. */
export function shownConfigurationFindings(
  document: ConfigurationDocument,
  severities: Severities,
  environment?: Readonly<Record<string, string | undefined>>,
): ShownFinding[] {
  const findings = checkConfiguration(document, environment ? { environment } : {});
  return findings.flatMap(({ code, severity, start, end, message, fixes }): ShownFinding[] => {
    const shown = severities[code] ?? severity;
    if (shown === 'off') return [];
    return [
      {
        code,
        severity: shown,
        consequence: configurationCodes[code].stopsServer ? 'run' : 'silent',
        start,
        end,
        message,
        related: [],
        fixes: fixes.length > 0 ? () => fixes.map(fixOf) : null,
        ignores: () => [],
      },
    ];
  });
}

function fixOf({
  title,
  edits,
  preferred,
}: ReturnType<typeof checkConfiguration>[number]['fixes'][number]): Fix {
  return {
    title,
    edits: edits.map(({ start, end, newText }) => ({ start, end, text: newText })),
    ...(preferred ? { isPreferred: true } : {}),
  };
}
