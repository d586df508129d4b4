import type { DoctorReport } from '../../protocol/doctor.js';

/** What the doctor page asks of the service. @throws the service's problem */
export interface DoctorApi {
  report(): Promise<DoctorReport>;
}
