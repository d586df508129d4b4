/** How a port that the engine has published is had on the same port of this machine. */
export interface PortWay {
  /** Resolves when it can be connected to. @throws why it cannot */
  readonly up: Promise<void>;
  /** Idempotent. */
  end(): Promise<void>;
}
