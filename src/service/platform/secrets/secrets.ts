import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { DataKeyTable } from '../store/schema.js';
import type { Db, Store, Tx } from '../store/store.js';
import { Fernet, generateFernetKey, InvalidTokenError } from './fernet.js';
import { keeperOf, locked, saltFor, wrapperOf, type KeySources } from './keyWrapping.js';
import { Secret } from './secret.js';

/** Secrets of the store: sealed by its one data key. Ask outside of transactions. */
export interface Secrets {
  /** A Fernet token for a column. @throws AppError secrets-locked */
  seal(secret: Secret): Promise<string>;
  /** @throws AppError secrets-locked: the key is out of reach, or the token is not of this store. */
  unseal(token: string): Promise<Secret>;
}

export interface SecretsOptions extends KeySources {
  readonly store: Store;
  readonly now: () => Date;
}

/**
 * Reads the data key at the first need and makes it when the store has none. A store has one data key in
 * its life: where it cannot be unwrapped that is said each time, and nothing is written.
 */
export class StoredSecrets implements Secrets {
  private opened: Promise<Fernet> | null = null;

  constructor(private readonly options: SecretsOptions) {}

  async seal(secret: Secret): Promise<string> {
    return (await this.dataKey()).encrypt(secret.reveal());
  }

  async unseal(token: string): Promise<Secret> {
    const key = await this.dataKey();
    try {
      return new Secret(key.decrypt(token));
    } catch (error) {
      if (!(error instanceof InvalidTokenError)) throw error;
      throw locked(
        'A stored password was not encrypted with the key of this store.',
        'Enter the password anew.',
      );
    }
  }

  private dataKey(): Promise<Fernet> {
    // A failure is not kept: the file may be back at the next question.
    this.opened ??= this.open().catch((error: unknown) => {
      this.opened = null;
      throw error;
    });
    return this.opened;
  }

  private async open(): Promise<Fernet> {
    const row = await this.options.store.read(findKey);
    return row ? this.unwrap(row) : this.create();
  }

  private async unwrap(row: Selectable<DataKeyTable>): Promise<Fernet> {
    const wrapper = await wrapperOf(row.keeper, row.salt, this.options, false);
    let key: string;
    try {
      key = wrapper.decrypt(row.wrapped);
    } catch {
      throw locked(
        `${nameOf(row.keeper)} does not open the data key ${row.key_id} of this store.`,
        'Give the one that was used when the first password was stored. Nothing was changed.',
      );
    }
    return new Fernet(key);
  }

  private async create(): Promise<Fernet> {
    const { store, now } = this.options;
    const keeper = keeperOf(this.options);
    const salt = saltFor(keeper);
    const wrapper = await wrapperOf(keeper, salt, this.options, true);
    const key = generateFernetKey();
    const row = {
      ...{ key_id: keyId(key), keeper, salt },
      ...{ wrapped: wrapper.encrypt(key), created_at: now().toISOString() },
    };
    await store.write((tx) =>
      tx
        .insertInto('data_key')
        .values({ id: 1, ...row })
        .execute(),
    );
    return new Fernet(key);
  }
}

/** Names a key without telling it. */
const keyId = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 16);

const nameOf = (keeper: Selectable<DataKeyTable>['keeper']): string =>
  ({
    'key-file': 'The key file',
    environment: 'QUANTUM_ENCRYPTION_KEY',
    passphrase: 'The passphrase',
  })[keeper];

const findKey = (db: Db | Tx): Promise<Selectable<DataKeyTable> | undefined> =>
  db
    .selectFrom('data_key')
    .select(['id', 'key_id', 'keeper', 'salt', 'wrapped', 'created_at'])
    .executeTakeFirst();
