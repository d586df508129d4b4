/** Which service this is: what health, handshake and status answer from. */
export interface ServiceIdentity {
  readonly version: string;
  readonly apiVersion: string;
  /** The store's: grows with each opening, and makes event ids of different lives differ. */
  readonly epoch: number;
  readonly startedAt: Date;
  /** Folder of all state. */
  readonly home: string;
}
