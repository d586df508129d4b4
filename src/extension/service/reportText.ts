import type { DoctorReport } from '../../protocol/doctor.js';
import type { ServiceStatus } from '../../protocol/service.js';
import { redact, type Identity } from './redact.js';

export interface ReportFacts {
  readonly extensionVersion: string;
  readonly editor: string;
  readonly platform: string;
  readonly node: string;
  /** Null where the service cannot be asked. */
  readonly status: ServiceStatus | null;
  readonly doctor: DoctorReport | null;
  readonly log: readonly string[];
}

/** The issue report as Markdown, redacted. English: it is read by the maintainers. */
export function reportText(facts: ReportFacts, identity: Identity): string {
  const { status, doctor } = facts;
  const text = [
    '## What happened',
    '',
    '(Please describe what you did, what you expected and what you saw.)',
    '',
    '## Versions',
    '',
    `- Quantum Admin ${facts.extensionVersion}`,
    `- ${facts.editor}`,
    `- ${facts.platform}, Node ${facts.node}`,
    status === null
      ? '- Service: not running'
      : `- Service ${status.version}, API ${status.apiVersion}, Node ${status.node}, store ${status.store.engine} (${status.store.sizeBytes} bytes)`,
    ...(status?.store.notices.map((notice) => `- Store: ${notice}`) ?? []),
    '',
    '## Doctor',
    '',
    ...(doctor?.checks.map(
      ({ state, title, sentence }) => `- [${state}] ${title}: ${sentence}`,
    ) ?? ['- not available']),
    '',
    '## Log',
    '',
    '```',
    ...facts.log,
    '```',
    '',
  ].join('\n');
  return redact(text, identity);
}
