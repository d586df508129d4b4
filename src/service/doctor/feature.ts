import { homedir } from 'node:os';
import { DoctorQuery, DoctorReport } from '../../protocol/doctor.js';
import type { EnginePlace } from '../platform/docker/enginePlace.js';
import type { Feature, Platform } from '../platform/feature.js';
import { AppError } from '../platform/problem.js';
import { frameworkStateOf, type FindInstallation } from '../projects/frameworkStates.js';
import type { ProjectService } from '../projects/projectService.js';
import { DoctorService } from './doctorService.js';

export interface DoctorContext {
  readonly version: string;
  readonly apiVersion: string;
  readonly projects: ProjectService;
  readonly docker: EnginePlace;
  readonly findInstallation: FindInstallation;
}

/** `GET /api/doctor`: what works, what does not, and what would mend it. */
export function doctorFeature(platform: Platform, context: DoctorContext): Feature {
  const { projects, findInstallation, version, apiVersion, docker } = context;
  const doctor = new DoctorService({
    store: platform.store,
    ...{ version, apiVersion, docker },
    projects: () => projects.list({}),
    project: (id) => projects.summary(id),
    projectOfFolder: (rootPath) =>
      projects.byPath(rootPath).catch((error: unknown) => {
        if (error instanceof AppError && error.code === 'not-found') return null;
        throw error;
      }),
    frameworkOf: async (id) => projects.framework(await projects.row(id), 'again'),
    frameworkAt: async (rootPath) =>
      frameworkStateOf(await findInstallation({ root: rootPath ?? homedir() })),
  });
  return {
    name: 'doctor',
    routes(app) {
      app.get(
        '/api/doctor',
        {
          config: { auth: 'token' },
          schema: {
            operationId: 'getDoctorReport',
            summary: 'What works, what does not, and what would mend it',
            tags: ['doctor'],
            querystring: DoctorQuery,
            response: { 200: DoctorReport },
          },
        },
        (request) => doctor.report(request.query),
      );
    },
  };
}
