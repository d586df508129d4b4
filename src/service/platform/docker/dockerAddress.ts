/** Where the Docker engine is looked for: DOCKER_HOST, else the platform's own place. */
export function dockerAddress(env: NodeJS.ProcessEnv = process.env): string {
  if (env['DOCKER_HOST']) return env['DOCKER_HOST'];
  return process.platform === 'win32'
    ? 'npipe:////./pipe/docker_engine'
    : 'unix:///var/run/docker.sock';
}
