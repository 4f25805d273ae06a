import { code, integer } from '@klimaspur/domain';
import { Asked } from '../reading/query-rules.js';
import { KnowledgeQuestion, MeasuresQuestion } from '../reading/question.dto.js';
import type { FileFormat } from './measure-file.js';

/** Everything a list of measures can be asked, and how the file is to be written. */
export class MeasuresFileQuestion extends MeasuresQuestion {
  @Asked(code(['csv', 'xlsx', 'json']), 'csv if absent')
  readonly format?: FileFormat;

  @Asked(code(['de', 'en']), 'language of headings and words; de if absent')
  readonly lang?: 'de' | 'en';

  @Asked(integer(1, 1_000_000), 'how many at most; all if absent')
  declare readonly limit?: number;
}

export class EventsFileQuestion extends KnowledgeQuestion {
  @Asked(code(['yes', 'no']), 'yes: a signed checkpoint first, and beside each event its proof')
  readonly proofs?: 'yes' | 'no';
}
