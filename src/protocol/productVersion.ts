import { version } from '../../package.json';

/** Version of this build of the product. */
export const productVersion: string = version;
