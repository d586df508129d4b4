// What main.ts and the command line load: the bundle of everything the service is.
export { runServiceProcess } from './serviceProcess.js';
export { startService } from './startService.js';
