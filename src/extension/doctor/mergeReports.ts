import type { DoctorReport } from '../../protocol/doctor.js';

/** One report of several projects' ones: what is about the machine is said once. */
export function mergeReports(reports: readonly DoctorReport[]): DoctorReport {
  const [first, ...others] = reports;
  if (first === undefined) return { checks: [] };
  const own = others.flatMap(({ checks }) => checks.filter(({ projectId }) => projectId !== null));
  return { checks: [...first.checks, ...own] };
}
