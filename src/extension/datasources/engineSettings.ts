import type { DockerSettings } from '../../protocol/docker.js';

/** What the person wrote into the settings of the editor; undefined where nothing is written. */
export type WrittenSettings = {
  readonly [Key in keyof DockerSettings]: string | undefined;
};

export interface EngineSettingsOptions {
  written(): WrittenSettings;
  settings(): Promise<DockerSettings>;
  choose(settings: DockerSettings): Promise<unknown>;
}

/**
 * Tells the service which engine the settings of the editor name. Where nothing is written, what was chosen by the
 * command line stays; what was written and is taken away is taken back.
 */
export class EngineSettings {
  #told: WrittenSettings = { host: undefined, connectAddress: undefined };

  constructor(private readonly options: EngineSettingsOptions) {}

  async tell(): Promise<void> {
    const written = this.options.written();
    const told = this.#told;
    this.#told = written;
    const isSaid = (key: keyof DockerSettings): boolean =>
      written[key] !== undefined || told[key] !== undefined;
    if (!isSaid('host') && !isSaid('connectAddress')) return;
    const before = await this.options.settings();
    const said = (key: keyof DockerSettings): string | null =>
      isSaid(key) ? (written[key] ?? null) : before[key];
    await this.options.choose({ host: said('host'), connectAddress: said('connectAddress') });
  }
}
