import { Type } from 'typebox';
import { IdParams } from '../../protocol/common.js';
import {
  CompareQuery,
  SlowTest,
  SlowTestQuery,
  TestDay,
  TestDayQuery,
  TestRunChoices,
  TestRunComparison,
  TestRunQuery,
  FlakyTest,
  TestHistoryQuery,
  TestParams,
  TestTrendPoint,
  TestTrendQuery,
} from '../../protocol/testHistory.js';
import { TestResult } from '../../protocol/testResults.js';
import { TestRun, TestRunParams } from '../../protocol/testRuns.js';
import type { App } from '../platform/http/app.js';
import type { TestHistoryService } from './testHistoryService.js';
import type { TestRunService } from './testRunService.js';

const tags = ['tests'];
const config = { auth: 'token' } as const;
const usualLimit = 100;

function listRoutes(app: App, service: TestRunService, history: TestHistoryService): void {
  app.get(
    '/api/projects/:id/tests/runs',
    {
      config,
      schema: {
        operationId: 'listTestRuns',
        summary: 'The runs of a project, newest first',
        tags,
        params: IdParams,
        querystring: TestRunQuery,
        response: { 200: Type.Array(TestRun) },
      },
    },
    ({ params, query }) =>
      service.list({ ...query, projectId: params.id, limit: query.limit ?? usualLimit }),
  );
  app.get(
    '/api/projects/:id/tests/days',
    {
      config,
      schema: {
        operationId: 'listTestDays',
        summary: 'Pass rate and duration by day, oldest first; kept when the runs are forgotten',
        tags,
        params: IdParams,
        querystring: TestDayQuery,
        response: { 200: Type.Array(TestDay) },
      },
    },
    ({ params, query }) => history.days(params.id, { ...query, limit: query.limit ?? usualLimit }),
  );
  app.get(
    '/api/projects/:id/tests/slowest',
    {
      config,
      schema: {
        operationId: 'listSlowestTests',
        summary: 'The tests that took longest on the mean of the newest runs',
        tags,
        params: IdParams,
        querystring: SlowTestQuery,
        response: { 200: Type.Array(SlowTest) },
      },
    },
    ({ params, query }) => history.slowest(params.id, query.limit ?? 10),
  );
  app.get(
    '/api/projects/:id/tests/choices',
    {
      config,
      schema: {
        operationId: 'listTestRunChoices',
        summary: 'The suites and branches that runs can be looked for by',
        tags,
        params: IdParams,
        response: { 200: TestRunChoices },
      },
    },
    ({ params }) => history.choices(params.id),
  );
  app.get(
    '/api/projects/:id/tests/runs/:runId/comparison',
    {
      config,
      schema: {
        operationId: 'compareTestRuns',
        summary: 'What is otherwise in a run than in an earlier one',
        tags,
        params: TestRunParams,
        querystring: CompareQuery,
        response: { 200: TestRunComparison },
      },
    },
    ({ params, query }) => history.compare(params.id, params.runId, query.to),
  );
}

function trendRoutes(app: App, history: TestHistoryService): void {
  app.get(
    '/api/projects/:id/tests/trends',
    {
      config,
      schema: {
        operationId: 'getTestTrends',
        summary: 'Pass rate and duration of the newest ended runs, oldest first',
        tags,
        params: IdParams,
        querystring: TestTrendQuery,
        response: { 200: Type.Array(TestTrendPoint) },
      },
    },
    ({ params, query }) => history.trends(params.id, query.limit ?? usualLimit),
  );
  app.get(
    '/api/projects/:id/tests/flaky',
    {
      config,
      schema: {
        operationId: 'listFlakyTests',
        summary: 'Tests that both passed and failed on the same code',
        tags,
        params: IdParams,
        response: { 200: Type.Array(FlakyTest) },
      },
    },
    ({ params }) => history.flaky(params.id),
  );
  app.get(
    '/api/projects/:id/tests/:testId/history',
    {
      config,
      schema: {
        operationId: 'getTestHistory',
        summary: 'The results of one test, newest first',
        tags,
        params: TestParams,
        querystring: TestHistoryQuery,
        response: { 200: Type.Array(TestResult) },
      },
    },
    ({ params, query }) =>
      history.history(params.id, params.testId, { ...query, limit: query.limit ?? usualLimit }),
  );
}

/** The HTTP face of what runs tell together. */
export function registerTestHistoryRoutes(
  app: App,
  service: TestRunService,
  history: TestHistoryService,
): void {
  listRoutes(app, service, history);
  trendRoutes(app, history);
}
