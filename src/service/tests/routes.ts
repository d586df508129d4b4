import { Type } from 'typebox';
import { IdParams } from '../../protocol/common.js';
import { CoverageQuery, CoveredFile } from '../../protocol/testCoverage.js';
import { GenerateTest, GeneratedTest } from '../../protocol/testGeneration.js';
import { TestRequest, TestResultParams } from '../../protocol/testResults.js';
import {
  RunTests,
  TestRun,
  TestRunDetail,
  TestRunDetailQuery,
  TestRunParams,
  TestRunProgress,
  TestRunStarted,
} from '../../protocol/testRuns.js';
import {
  AffectedBy,
  AffectedTests,
  FoundTest,
  ProjectTests,
  TestText,
} from '../../protocol/tests.js';
import type { App } from '../platform/http/app.js';
import type { TestGenerator } from './generating/testGenerator.js';
import { junitReport } from './junitReport.js';
import type { TestCoverageService } from './testCoverageService.js';
import type { TestRunService } from './testRunService.js';

export interface TestServices {
  readonly service: TestRunService;
  readonly coverage: TestCoverageService;
  readonly generator: TestGenerator;
}

const tags = ['tests'];
const config = { auth: 'token' } as const;

function testRoutes(app: App, { coverage, generator }: TestServices): void {
  app.get(
    '/api/projects/:id/tests',
    {
      config,
      schema: {
        operationId: 'listTests',
        summary: 'The tests as they stand in the files, and the files that are not valid',
        tags,
        params: IdParams,
        response: { 200: ProjectTests },
      },
    },
    ({ params }) => coverage.tests(params.id),
  );
  app.post(
    '/api/projects/:id/tests/outline',
    {
      config,
      schema: {
        operationId: 'outlineTests',
        summary: 'The tests of a file as it stands in an editor, without a Python',
        tags,
        params: IdParams,
        body: TestText,
        response: { 200: Type.Array(FoundTest) },
      },
    },
    ({ body }) => Promise.resolve(coverage.outline(body)),
  );
  app.post(
    '/api/projects/:id/tests/affected',
    {
      config,
      schema: {
        operationId: 'listAffectedTests',
        summary: 'The tests whose result a change of these files can touch, before anything runs',
        tags,
        params: IdParams,
        body: AffectedBy,
        response: { 200: AffectedTests },
      },
    },
    ({ params, body }) => coverage.affected(params.id, body.affected_by),
  );
  app.post(
    '/api/projects/:id/tests/generate',
    {
      config,
      schema: {
        operationId: 'generateTest',
        summary:
          'Write a test for a page or an action, if it passes and fails when the page is broken',
        tags,
        params: IdParams,
        body: GenerateTest,
        response: { 200: GeneratedTest },
      },
    },
    ({ params, body }) => generator.generate(params.id, body),
  );
  app.get(
    '/api/projects/:id/tests/coverage',
    {
      config,
      schema: {
        operationId: 'getTestCoverage',
        summary:
          'The lines and branches of each page that ran in the newest results, or in one test',
        tags,
        params: IdParams,
        querystring: CoverageQuery,
        response: { 200: Type.Array(CoveredFile) },
      },
    },
    ({ params, query }) => coverage.coverage(params.id, query.test),
  );
}

function runRoutes(app: App, service: TestRunService): void {
  app.post(
    '/api/projects/:id/tests/run',
    {
      config,
      schema: {
        operationId: 'runTests',
        summary: 'Start a job that runs tests: all, or those that are named',
        tags,
        params: IdParams,
        body: RunTests,
        response: { 202: TestRunStarted },
      },
    },
    async ({ params, body }, reply) => reply.code(202).send(await service.begin(params.id, body)),
  );
  app.get(
    '/api/projects/:id/tests/runs/:runId',
    {
      config,
      schema: {
        operationId: 'getTestRun',
        summary: 'One run with its results by file and by test',
        tags,
        params: TestRunParams,
        querystring: TestRunDetailQuery,
        response: { 200: TestRunDetail },
      },
    },
    ({ params, query }) => service.get(params.id, params.runId, query.after),
  );
  app.get(
    '/api/projects/:id/tests/runs/:runId/results/:resultId/requests',
    {
      config,
      schema: {
        operationId: 'getTestRequests',
        summary: 'The requests one test made in a run, with their SQL',
        tags,
        params: TestResultParams,
        response: { 200: Type.Array(TestRequest) },
      },
    },
    ({ params }) => service.requests(params.id, params.runId, params.resultId),
  );
  app.get(
    '/api/projects/:id/tests/runs/:runId/status',
    {
      config,
      schema: {
        operationId: 'getTestRunStatus',
        summary: 'How far a run has come',
        tags,
        params: TestRunParams,
        response: { 200: TestRunProgress },
      },
    },
    ({ params }) => service.status(params.id, params.runId),
  );
  app.post(
    '/api/projects/:id/tests/runs/:runId/cancel',
    {
      config,
      schema: {
        operationId: 'cancelTestRun',
        summary: 'Stop a run; its results so far are kept',
        tags,
        params: TestRunParams,
        response: { 200: TestRun },
      },
    },
    ({ params }) => service.cancel(params.id, params.runId),
  );
  app.get(
    '/api/projects/:id/tests/runs/:runId/junit',
    {
      config,
      schema: {
        operationId: 'getTestRunAsJunit',
        summary: 'One run as JUnit XML',
        tags,
        params: TestRunParams,
        response: {
          200: {
            description: 'The report',
            content: { 'application/xml': { schema: Type.String() } },
          },
        },
      },
    },
    async ({ params }, reply) => {
      const report = junitReport(await service.get(params.id, params.runId));
      return reply.type('application/xml; charset=utf-8').send(report);
    },
  );
  app.get(
    '/api/projects/:id/tests/runs/:runId/html',
    {
      config,
      schema: {
        operationId: 'getTestRunAsHtml',
        summary: 'One run as a page of HTML that needs nothing else',
        tags,
        params: TestRunParams,
        response: {
          200: {
            description: 'The report',
            content: { 'text/html': { schema: Type.String() } },
          },
        },
      },
    },
    async ({ params }, reply) =>
      reply
        .type('text/html; charset=utf-8')
        .send(await service.htmlReport(params.id, params.runId)),
  );
}

/** The HTTP face of tests; the rules are the services'. */
export function registerTestRoutes(app: App, services: TestServices): void {
  testRoutes(app, services);
  runRoutes(app, services.service);
}
