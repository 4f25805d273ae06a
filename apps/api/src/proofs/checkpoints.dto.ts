import { integer, pattern } from '@klimaspur/domain';
import { Asked } from '../reading/query-rules.js';

export class CheckpointsQuestion {
  @Asked(integer(1, 500), 'how many at most; 50 if absent')
  readonly limit?: number;

  @Asked(pattern('^[1-9]\\d{0,14}$', '4711'), '`next` of the page before')
  readonly cursor?: string;
}
