/** The package brings no types. */
declare module 'pino-roll' {
  interface RollOptions {
    readonly file: string;
    readonly size?: string;
    readonly extension?: string;
    readonly limit?: { readonly count: number; readonly removeOtherLogFiles?: boolean };
    readonly mkdir?: boolean;
    readonly sync?: boolean;
    readonly mode?: number;
  }
  interface RollingFile {
    write(line: string): boolean;
    end(): void;
    on(event: 'error', listener: (error: Error) => void): this;
    once(event: 'close', listener: () => void): this;
  }
  function pinoRoll(options: RollOptions): Promise<RollingFile>;
  export = pinoRoll;
}
