import { DatasourceFailure } from './datasourceFailure.js';
import { explained, type DatasourceWork, type WorkData } from './datasourceWork.js';
import { kindOf } from './kinds/kinds.js';

export interface PasswordData extends WorkData {
  /** The new password, sealed. */
  readonly sealed: string;
}

/** Gives the running database the new password, then the row. Done again, it finds the new one at work. */
export async function changePassword(work: DatasourceWork<PasswordData>): Promise<void> {
  const { context, ports } = work;
  const row = await work.row();
  const { sealed } = context.data;
  const wanted = await ports.platform.secrets.unseal(sealed);
  const driver = await kindOf(row.type).driver();
  const database = row.database_name ?? '';
  const after = work.logins(row, wanted);
  const isDone = await driver.probe(after.owner).then(
    () => true,
    () => false,
  );
  if (!isDone) {
    await context.progress(0.3, 'Changing the password');
    const before = work.logins(row, await work.password(row));
    try {
      await driver.changePassword(before.administrator, {
        ...{ database, username: row.username, password: wanted },
      });
    } catch (error) {
      const { code, message, repair } = explained(driver, wanted, error);
      throw new DatasourceFailure(code, message, repair, [], { cause: error });
    }
    await driver.probe(after.owner);
  }
  await work.change({ password_encrypted: sealed });
  await work.putPassword(row, wanted);
  context.log('The password is changed.');
}
