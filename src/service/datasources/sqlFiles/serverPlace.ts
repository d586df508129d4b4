import type { Engine } from '../../platform/docker/engine.js';
import { DatasourceFailure } from '../datasourceFailure.js';
import { clientProgram, type Unfit } from './clientPrograms.js';
import { hostPlace } from './hostPlace.js';
import { imagePlace } from './imagePlace.js';
import type { ServerAt, SqlPlace, SqlWay } from './sqlPlace.js';

/**
 * The client programs for a server that is there: those of this machine where one fits, else those of an image
 * of the same type that the engine has. @throws DatasourceFailure `client-missing`
 */
export async function serverPlace(
  at: ServerAt,
  engine: Engine | null,
  way: SqlWay,
): Promise<SqlPlace> {
  const found = await clientProgram(at.tools, way, at.server);
  if ('file' in found) return hostPlace(at, found);
  const place = engine === null ? null : await imagePlace(at, engine, way);
  if (place !== null) return place;
  throw clientMissing(at, way, found);
}

function clientMissing(
  { kind, tools, server }: ServerAt,
  way: SqlWay,
  unfit: readonly Unfit[],
): DatasourceFailure {
  const name = tools.programs[way][0] ?? '';
  const [old] = unfit;
  const message =
    old === undefined
      ? `There is no ${name} on this machine, and no image of ${kind.title} in Docker.`
      : `${old.program} ${old.version} is too old to dump ${server}.`;
  const image = kind.images.map((one) => one.name).at(0) ?? '';
  const repair = `Install ${tools.packageName} of the server’s version, or fetch an image that has it: docker pull ${image}`;
  return new DatasourceFailure('client-missing', message, repair);
}
