// A chunk of its own: loaded only where the runtime has no WebSocket, which is Node 20 to 21.
export { WebSocket } from 'ws';
