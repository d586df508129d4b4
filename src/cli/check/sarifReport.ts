import { pathToFileURL } from 'node:url';
import type { ArtifactLocation, Fix, Log, Region, ReportingDescriptor, Result } from 'sarif';
import { configurationCodes } from '../../language/configuration/codes.js';
import { codes } from '../../language/findings/codes.js';
import { fileCodes } from '../../language/findings/fileCodes.js';
import type { Severity } from '../../language/findings/finding.js';
import { diagnosticPage, repositoryUrl } from '../../protocol/diagnosticPages.js';
import { productVersion } from '../../protocol/productVersion.js';
import type { CheckedFinding, CheckedFix, TextRange } from './checkedFinding.js';
import type { CheckResult } from './checkPlace.js';

const baseId = '%SRCROOT%';
const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

interface KnownCode {
  readonly severity: Severity;
  readonly summary: string;
}
const known: Readonly<Record<string, KnownCode>> = {
  ...configurationCodes,
  ...codes,
  ...fileCodes,
};

/** The findings as SARIF 2.1.0, which code hosts and other tools read. */
export function sarifReport({ findings, base }: CheckResult): Log {
  const rules = [...new Set(findings.map(({ code }) => code))].sort();
  return {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: {
          driver: {
            name: 'quantum-admin check',
            version: productVersion,
            informationUri: repositoryUrl,
            rules: rules.map(ruleOf),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          [baseId]: { uri: `${pathToFileURL(base).href.replace(/\/$/, '')}/` },
        },
        invocations: [{ executionSuccessful: true }],
        results: findings.map((finding) => resultOf(finding, rules)),
      },
    ],
  };
}

function ruleOf(code: string): ReportingDescriptor {
  const info = known[code];
  return {
    id: code,
    helpUri: diagnosticPage(code),
    ...(info
      ? {
          shortDescription: { text: info.summary },
          defaultConfiguration: { level: levels[info.severity] },
        }
      : {}),
  };
}

function resultOf(finding: CheckedFinding, rules: readonly string[]): Result {
  const { file, code, severity, message, fixes } = finding;
  return {
    ruleId: code,
    ruleIndex: rules.indexOf(code),
    level: levels[severity],
    message: { text: message },
    locations: [
      { physicalLocation: { artifactLocation: locationOf(file), region: regionOf(finding) } },
    ],
    ...(fixes.length > 0 ? { fixes: fixes.map((fix) => fixOf(file, fix)) } : {}),
  };
}

function fixOf(file: string, { title, edits, creates }: CheckedFix): Fix {
  const changes = edits.map(({ text, ...range }) => ({
    deletedRegion: regionOf(range),
    insertedContent: { text },
  }));
  return {
    description: { text: title },
    artifactChanges: [
      ...(changes.length > 0
        ? [{ artifactLocation: locationOf(file), replacements: changes }]
        : []),
      ...(creates
        ? [
            {
              artifactLocation: locationOf(creates.file),
              replacements: [
                {
                  deletedRegion: { charOffset: 0, charLength: 0 },
                  insertedContent: { text: creates.text },
                },
              ],
            },
          ]
        : []),
    ],
  };
}

function locationOf(file: string): ArtifactLocation {
  return { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: baseId };
}

function regionOf({ line, column, endLine, endColumn }: TextRange): Region {
  return { startLine: line, startColumn: column, endLine, endColumn };
}
