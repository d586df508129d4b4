import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import test from 'node:test';
import type { ImportReport } from '../../../src/protocol/datasourceAdoption.js';
import type { Datasource } from '../../../src/protocol/datasources.js';
import type { Environment, EnvironmentVariable } from '../../../src/protocol/environments.js';
import type { Project } from '../../../src/protocol/projects.js';
import { withAdminModels } from '../../support/adminModels.js';
import { startTestApp, temporaryFolder } from '../../support/serviceApp.js';

/** Rows by the framework's own models, connectors by its own service, passwords by its own secret manager. */
const fill = `
import json, logging, os
logging.disable(logging.CRITICAL)
from quantum_admin.core.database import SessionLocal, engine
from quantum_admin.core.models import Base, Connector, Datasource, Environment, EnvironmentVariable, Project, Secret
from quantum_admin.core.connector_service import ConnectorService
from quantum_admin.core.environment_service import EnvironmentService
from quantum_admin.core.secret_manager import secret_manager
Base.metadata.create_all(bind=engine)
db = SessionLocal()
app = os.environ['APP']
shop = Project(name='Shop', description='sells', source_path=app, git_url='https://me:token@git.example/shop.git')
blog = Project(name='Blog', status='inactive', source_path='/nonexistent/blog')
db.add_all([shop, blog]); db.commit()
sealed = secret_manager.encrypt
db.add_all([
  Datasource(project_id=shop.id, name='orders', type='postgres', connection_type='docker', container_id='c0ffee', image='postgres:16-alpine',
    port=5999, host='localhost', database_name='orders', username='shop', password_encrypted=sealed('orders-secret'), visibility='shared', shared_with=json.dumps([blog.id])),
  Datasource(project_id=shop.id, name='local file', type='sqlite', connection_type='direct', database_name=app + '/data/shop.db'),
  Datasource(project_id=blog.id, name='elsewhere', type='sqlite', connection_type='direct', database_name='/var/lib/else.db'),
  EnvironmentVariable(project_id=shop.id, key='STRIPE_KEY', value_encrypted=sealed('never shown'), is_secret=True),
  EnvironmentVariable(project_id=shop.id, key='CURRENCY', value_encrypted=sealed('EUR'), description='of prices', is_secret=False),
  EnvironmentVariable(project_id=shop.id, key='not a name', value_encrypted=sealed('x')),
  Secret(key='MAIL_PASSWORD', scope='global', encrypted_value=sealed('mail secret')),
  Connector(id='t1', name='table only', type='cache', provider='redis', host='cache.example', port=6380,
    password_encrypted=sealed('table-secret'), visibility='private', owner_project_id=blog.id),
])
made = EnvironmentService(db).create_environment(shop.id, {'name': 'production', 'env_vars': {'A': 'b'}, 'branch': 'release', 'port': 8080,
  'docker_host': 'ssh://deploy@shop.example', 'health_url': 'https://shop.example/health', 'health_timeout': 5, 'requires_approval': True})
EnvironmentService(db).create_environment(blog.id, {'name': 'on stage', 'health_url': 'nonsense', 'is_active': False})
db.add(Secret(environment_id=made.id, scope='environment', key='API_TOKEN', encrypted_value=sealed('token of production')))
db.commit()
connectors = ConnectorService()
connectors.create_connector({'name': 'reports', 'type': 'database', 'provider': 'mariadb', 'host': 'db.example', 'port': 3307,
  'username': 'reader', 'password': 'reports-secret', 'database': 'reports', 'application_id': shop.id, 'scope': 'application', 'options': {'charset': 'utf8mb4'}})
connectors.create_connector({'name': 'everyone', 'type': 'cache', 'provider': 'redis', 'host': 'localhost', 'port': 6379})
connectors.create_connector({'name': 'files', 'type': 'storage', 'provider': 's3', 'password': 'aws'})
`;

test('what the framework’s own models have written is accounted for row by row', async (t) => {
  const folder = await temporaryFolder(t, 'models');
  const app = path.join(folder, 'shop');
  await mkdir(app);
  await writeFile(path.join(app, 'quantum.config.yaml'), '');
  await withAdminModels(fill, {
    APP: app,
    QUANTUM_ADMIN_DATABASE_URL: `sqlite:///${path.join(folder, 'quantum_admin.db')}`,
    QUANTUM_ADMIN_SETTINGS_DIR: path.join(folder, 'settings'),
  });
  const service = await startTestApp(t);
  const call = async <T>(method: 'GET' | 'POST', url: string, payload?: object): Promise<T> => {
    const answer = await service.app.inject({
      ...{ method, url, headers: service.authorized },
      ...(payload === undefined ? {} : { payload }),
    });
    assert.equal(answer.statusCode, 200, answer.body);
    return answer.json<T>();
  };
  const importing = (): Promise<ImportReport> =>
    call('POST', '/api/imports/quantum-admin', { path: folder });
  const report = await importing();
  const { projects, environments, variables, datasources, left } = report;

  assert.deepEqual(
    projects.map(({ name, outcome, changed }) => [name, outcome, changed]),
    [
      ['Shop', 'created', ['Its Git address is not kept: https://git.example/shop.git.']],
      ['Blog', 'created', ['It has no folder: /nonexistent/blog.']],
    ],
  );
  const [shop, blog] = await Promise.all(
    projects.map(({ id }) => call<Project>('GET', `/api/projects/${id}`)),
  );
  assert.deepEqual([shop?.rootPath, shop?.status, blog?.status], [app, 'active', 'inactive']);

  const said = (things: ImportReport['environments']): string[][] =>
    things.map(({ project, environment, name, outcome, changed, reason }) =>
      [project, environment, name, outcome, reason, ...changed].filter((one) => one !== null),
    );
  assert.deepEqual(said(environments), [
    ['Shop', 'production', 'created'],
    [
      ...['Blog', 'on-stage', 'created', 'Its name was “on stage”.'],
      ...['Its address is none: nonsense.', 'It was not active there.'],
    ],
  ]);
  assert.deepEqual(said(variables), [
    ['Shop', 'production', 'A', 'created'],
    ['Shop', 'STRIPE_KEY', 'created'],
    ['Shop', 'CURRENCY', 'created'],
    ['Shop', 'not a name', 'skipped', 'A variable cannot have this name.'],
    ['Shop', 'MAIL_PASSWORD', 'created'],
    ['Blog', 'MAIL_PASSWORD', 'created'],
    ['Shop', 'production', 'API_TOKEN', 'created'],
  ]);
  const [production] = await call<Environment[]>('GET', `/api/projects/${shop?.id}/environments`);
  assert.deepEqual(
    [production?.type, production?.url, production?.inUse, production?.config],
    [
      ...['prod', 'https://shop.example/health', false],
      {
        ...{ displayName: 'Production', branch: 'release', port: 8080 },
        ...{ dockerHost: 'ssh://deploy@shop.example', requiresApproval: true },
        healthTimeoutSeconds: 5,
      },
    ],
  );
  const ofVariables = await call<EnvironmentVariable[]>(
    'GET',
    `/api/projects/${shop?.id}/environment-variables`,
  );
  assert.deepEqual(
    ofVariables.map(({ key, environmentId, value, description }) =>
      [key, environmentId === null ? '' : 'production', value ?? '(secret)', description ?? '']
        .join(' ')
        .trim(),
    ),
    [
      ...['A production b', 'API_TOKEN production (secret)', 'CURRENCY  EUR of prices'],
      ...['MAIL_PASSWORD  (secret)', 'STRIPE_KEY  (secret)'],
    ],
  );
  const values = `/api/projects/${shop?.id}/environment-variables`;
  const valueOf = async (place: string): Promise<string> =>
    (await call<{ value: string }>('POST', `${values}/${place}`)).value;
  assert.equal(await valueOf('STRIPE_KEY/value'), 'never shown');
  assert.equal(
    await valueOf(`API_TOKEN/value?environmentId=${production?.id}`),
    'token of production',
  );

  const inBoth = 'It was one for 2 projects, and is one in each.';
  const inAll = 'It was one for every project, and is one in each.';
  const postgres = [
    'Its type was “postgres”.',
    'It is connected to; its container c0ffee is started and stopped elsewhere.',
  ];
  assert.deepEqual(
    datasources.map(({ project, name, outcome, changed, reason }) =>
      [project, name, outcome, reason, ...changed].filter((one) => one !== null),
    ),
    [
      ['Shop', 'orders', 'created', inBoth, ...postgres],
      ['Blog', 'orders', 'created', inBoth, ...postgres],
      [
        ...['Shop', 'local-file', 'created', 'Its name was “local file”.'],
        `Its file was ${path.join(app, 'data/shop.db')}.`,
      ],
      ['Blog', 'elsewhere', 'skipped', '/var/lib/else.db does not lie in the project’s folder.'],
      ['Shop', 'reports', 'created', 'Its options are not kept: charset.'],
      ['Shop', 'everyone', 'created', inAll],
      ['Blog', 'everyone', 'created', inAll],
      ['Blog', 'table-only', 'created', 'Its name was “table only”.'],
    ],
  );
  assert.deepEqual(
    left.map(({ what, count, names }) => [what, count, names]),
    [['connectors', 1, ['files (s3)']]],
  );
  assert.ok(left.every(({ reason }) => reason !== ''));
  assert.doesNotMatch(JSON.stringify(report), /orders-secret|mail secret|never shown|token of/);

  const passwordOf = async (name: string): Promise<string | null> => {
    const id = datasources.find((one) => one.name === name)?.id;
    return (await call<{ password: string | null }>('POST', `/api/datasources/${id}/password`))
      .password;
  };
  assert.equal(await passwordOf('orders'), 'orders-secret');
  assert.equal(await passwordOf('reports'), 'reports-secret');
  assert.equal(await passwordOf('table-only'), 'table-secret');
  const ofShop = await call<Datasource[]>('GET', `/api/projects/${shop?.id}/datasources`);
  assert.deepEqual(
    ofShop.map(({ name, type, host, port, databaseName, username }) =>
      [name, type, host, port, databaseName, username].join(' '),
    ),
    [
      'orders postgresql localhost 5999 orders shop',
      'local-file sqlite   data/shop.db ',
      'reports mariadb db.example 3307 reports reader',
      'everyone redis localhost 6379 0 ',
    ],
  );
  const again = await importing();
  const outcomes = new Set(
    [...again.projects, ...again.environments, ...again.variables, ...again.datasources].map(
      (one) => one.outcome,
    ),
  );
  assert.deepEqual([...outcomes].sort(), ['skipped', 'there']);
});
