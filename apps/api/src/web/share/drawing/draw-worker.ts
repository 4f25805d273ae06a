import { parentPort } from 'node:worker_threads';
import type { Card } from './card.js';
import { draw } from './draw.js';

/** Draws cards one after the other, and answers in that order. */
parentPort?.on('message', (card: Card) => parentPort?.postMessage(draw(card)));
