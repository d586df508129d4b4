/** Version of the HTTP API. A client works with a service of the same major number. */
export const apiVersion = '1.0';
