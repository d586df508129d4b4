import type { Engine } from '../../platform/docker/engine.js';
import { isLoopback } from '../../platform/docker/engineRoute.js';
import { Secret } from '../../platform/secrets/secret.js';
import type { Kind } from '../kinds/kind.js';
import { secretFile } from '../kinds/secretFile.js';
import { authorities } from './authorities.js';
import { containerPlace, programIn } from './containerPlace.js';
import { placeOf, type ServerAt, type SqlPlace, type SqlWay } from './sqlPlace.js';
import { versionOf } from './sqlTools.js';

const authoritiesInside = '/etc/quantum-admin/authorities.pem';

/**
 * The client programs of an image that the engine has already, in a container that only holds them and lives as
 * long as they are needed. Null when no such image has a program that fits.
 */
export async function imagePlace(
  at: ServerAt,
  engine: Engine,
  way: SqlWay,
): Promise<SqlPlace | null> {
  const { kind, tools, target, server, signal, labels } = at;
  const isHere = isLoopback(target.host);
  for (const image of await imagesHere(kind, engine)) {
    const holder = await engine.hold({ image, labels, reachesHost: isHere });
    const close = (): Promise<void> => holder.close();
    try {
      const { id: container, host } = holder;
      const inside = { engine, container };
      const { program, version } = await programIn(inside, tools.programs[way], signal);
      const number = versionOf(version);
      if (number !== '' && (way === 'load' || tools.canDump(number, server))) {
        const { password, tls } = target;
        await engine.putFile(container, secretFile, password ?? new Secret(''));
        if (tls) {
          const trusted = new Secret(await authorities());
          await engine.putFile(container, authoritiesInside, trusted);
        }
        return containerPlace({
          ...{ ...inside, tools, close, where: `${program} ${number} of ${image}` },
          target: {
            ...placeOf(target),
            // The name that a certificate is for, wherever that leads to the same.
            host: (isHere ? host : null) ?? target.host,
            authorities: tls ? authoritiesInside : null,
          },
        });
      }
    } catch (error) {
      await close();
      throw error;
    }
    await close();
  }
  return null;
}

/** The newest first: an older program does not dump a newer server. */
async function imagesHere(kind: Kind, engine: Engine): Promise<string[]> {
  const here: string[] = [];
  for (const { name } of kind.images) if (await engine.imageId(name)) here.push(name);
  return here.sort((one, other) => other.localeCompare(one, 'en', { numeric: true }));
}
