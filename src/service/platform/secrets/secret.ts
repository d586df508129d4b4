import { inspect } from 'node:util';

const shown = '***';

/**
 * A value that is never shown by accident: as text, as JSON and in the console it is `***`. `reveal` is the
 * one way to the value, so that whoever reads it can be found by its name.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return shown;
  }

  toJSON(): string {
    return shown;
  }

  [inspect.custom](): string {
    return shown;
  }
}
