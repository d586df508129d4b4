import type { Verb } from './verb.js';
import { check } from './verbs/check.js';
import { componentsEndpoints, componentsGraph, componentsImpact } from './verbs/componentGraph.js';
import { componentsAst, componentsList, componentsScan } from './verbs/components.js';
import {
  datasourcesCreate,
  datasourcesDelete,
  datasourcesList,
  datasourcesLogs,
  datasourcesPassword,
  datasourcesShow,
  datasourcesTest,
  datasourceTasks,
} from './verbs/datasources.js';
import { datasourcesAdopt, datasourcesImport } from './verbs/datasourcesAdopt.js';
import { datasourcesServeByName } from './verbs/datasourcesByName.js';
import { datasourcesPreparedVolumes } from './verbs/datasourcesPrepared.js';
import { datasourcesDuplicate } from './verbs/datasourcesDuplicate.js';
import { datasourceSqlFiles } from './verbs/datasourcesSqlFiles.js';
import { datasourcesShell } from './verbs/datasourcesShell.js';
import { datasourcesUpdate } from './verbs/datasourcesUpdate.js';
import { datasourcesUse } from './verbs/datasourcesUse.js';
import { docker } from './verbs/docker.js';
import { doctor } from './verbs/doctor.js';
import { environmentVerbs } from './verbs/environments.js';
import { events } from './verbs/events.js';
import { jobsCancel, jobsList, jobsLogs, jobsShow } from './verbs/jobs.js';
import { logs } from './verbs/logs.js';
import { open } from './verbs/open.js';
import {
  projectsCreate,
  projectsDelete,
  projectsList,
  projectsOpen,
  projectsShow,
  projectsUpdate,
} from './verbs/projects.js';
import { run } from './verbs/run.js';
import { send } from './verbs/send.js';
import { serve } from './verbs/serve.js';
import { status } from './verbs/status.js';
import { stop } from './verbs/stop.js';
import { variableVerbs } from './verbs/variables.js';
import { test } from './verbs/test.js';
import { testGenerate } from './verbs/testGenerate.js';

/** All the program can do, in the order of the help. A feature adds its verbs here. */
export const verbs: readonly Verb[] = [
  serve,
  status,
  stop,
  logs,
  open,
  doctor,
  docker,
  check,
  run,
  send,
  test,
  testGenerate,
  projectsList,
  projectsShow,
  projectsCreate,
  projectsOpen,
  projectsUpdate,
  projectsDelete,
  ...environmentVerbs,
  ...variableVerbs,
  componentsScan,
  componentsList,
  componentsAst,
  componentsGraph,
  componentsImpact,
  componentsEndpoints,
  datasourcesList,
  datasourcesShow,
  datasourcesCreate,
  datasourcesUpdate,
  datasourcesDuplicate,
  datasourcesUse,
  ...datasourceTasks,
  datasourcesTest,
  datasourcesShell,
  datasourcesPassword,
  datasourcesLogs,
  datasourcesDelete,
  ...datasourceSqlFiles,
  datasourcesAdopt,
  datasourcesImport,
  datasourcesServeByName,
  datasourcesPreparedVolumes,
  jobsList,
  jobsShow,
  jobsLogs,
  jobsCancel,
  events,
];
