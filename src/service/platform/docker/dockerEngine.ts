import Docker from 'dockerode';

export interface DockerVersion {
  readonly version: string;
  readonly apiVersion: string;
}

const patienceMs = 2_000;

/**
 * Asks the Docker engine for its version; DOCKER_HOST, DOCKER_CERT_PATH and DOCKER_TLS_VERIFY of the
 * service's environment say where. @throws when it does not answer within two seconds.
 */
export async function dockerVersion(): Promise<DockerVersion> {
  const docker = new Docker({ timeout: patienceMs });
  const { Version, ApiVersion } = await docker.version();
  return { version: Version, apiVersion: ApiVersion };
}
