import type { DoctorReport } from '../../protocol/doctor.js';

/** What the doctor asks of the service. */
export interface DoctorApi {
  /** About the machine and these projects, the first with the machine. @throws the service's problem */
  report(projectIds: readonly number[]): Promise<DoctorReport>;
}
