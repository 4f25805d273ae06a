import { connect } from 'node:tls';
import type { Node } from './address.js';

const WITHIN_MS = 1_000;

/** Whether somebody answers there in TLS: to whoever does not, such a server says nothing at all. Nothing is sent to it. */
export const speaksTls = ({ address, port }: Node): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: address, port, rejectUnauthorized: false });
    const told = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(WITHIN_MS, () => told(false));
    socket.once('secureConnect', () => told(true));
    socket.on('error', () => told(false));
    socket.once('close', () => resolve(false));
  });
