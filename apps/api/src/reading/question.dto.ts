import {
  boolean,
  code,
  type Day,
  decisionStates,
  type DecisionState,
  id,
  implementationStates,
  type ImplementationState,
  integer,
  list,
  pattern,
  states,
  type Status,
  statuses,
  text,
} from '@klimaspur/domain';
import type { MeasureSort } from '@klimaspur/read-models';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Allow } from 'class-validator';
import { Asked, AskedDay } from './query-rules.js';

const CURSOR_MAX = 2_000;
const aDay = pattern('^\\d{4}-\\d{2}-\\d{2}$', '2026-10-31');
const fieldOrNone = pattern(
  '^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|none)$',
  '0190e0c6-2f4a-7a3b-8c1d-2e3f4a5b6c7d',
);
const sorts = [
  'plan',
  'title',
  'status',
  'lastNews',
  'plannedEnd',
] as const satisfies MeasureSort[];
const downwards = ['-status', '-lastNews', '-plannedEnd'] as const;

/** The moment about which the log itself is asked: it tells what was recorded, not what held on a day. */
export class KnowledgeQuestion {
  @Allow()
  @ApiPropertyOptional({
    description: 'day or instant: what was recorded later is left out; everything if absent',
    example: '2026-10-31',
  })
  readonly knownAt?: string;
}

/** The moment every question is about; read by the `Reader`, which knows what a day is. */
export class MomentQuestion extends KnowledgeQuestion {
  @Allow()
  @ApiPropertyOptional({ format: 'date', description: 'the day in the town; today if absent' })
  readonly asOf?: string;
}

export class MunicipalitiesQuestion extends MomentQuestion {
  @Asked(text(200), 'part of the name')
  readonly q?: string;

  @Asked(code(states), 'Land, by the letters of ISO 3166-2:DE')
  readonly state?: string;

  @Asked(integer(1, 1000), 'how many at most')
  readonly limit?: number;

  @Asked(pattern('^[0-9a-z]{1,8}$', '2s'), '`next` of the page before')
  readonly cursor?: string;
}

export class ProgressQuestion extends MomentQuestion {
  @Asked(id('plan'), 'id of a plan')
  readonly plan?: string;

  @Asked(id('field'), 'id of a field; with everything within it')
  readonly field?: string;
}

export class TrendQuestion extends MomentQuestion {
  @Asked(id('plan'), 'only what stands in this plan')
  readonly plan?: string;
}

export class MovedDatesQuestion extends TrendQuestion {
  @Asked(integer(1, 1000), 'how many measures at most; 50 if absent')
  readonly limit?: number;
}

export class OverTimeQuestion extends TrendQuestion {
  @AskedDay(aDay, 'first day; the first for which anything is dated if absent')
  readonly from?: Day;

  @AskedDay(aDay, 'last day; `asOf` if absent')
  readonly to?: Day;

  @Asked(integer(2, 400), 'how many days at most, evenly spread; 120 if absent')
  readonly points?: number;
}

export class MeasuresQuestion extends MomentQuestion {
  @Asked(text(200), 'id or slug')
  readonly municipality?: string;

  @Asked(id('plan'), 'id of a plan')
  readonly plan?: string;

  @Asked(fieldOrNone, 'id of a field with everything within it; or none')
  readonly field?: string;

  @Asked(list(code(statuses), statuses.length), 'words of the public bar')
  readonly status?: readonly Status[];

  @Asked(list(code(decisionStates), decisionStates.length), 'states of axis B')
  readonly decision?: readonly DecisionState[];

  @Asked(list(code(implementationStates), implementationStates.length), 'states of axis C')
  readonly implementation?: readonly ImplementationState[];

  @Asked(boolean(), 'a planned date has passed')
  readonly late?: boolean;

  @Asked(boolean(), 'nothing recorded for 180 days')
  readonly stale?: boolean;

  @Asked(boolean(), 'true: only projects of allies that need no decision; false: without them')
  readonly ownProjects?: boolean;

  @Asked(text(200), 'words in title, number or texts')
  readonly q?: string;

  @Asked(
    code([...sorts, ...downwards]),
    'the order of the plan if absent; with a minus: from the end',
  )
  readonly sort?: (typeof sorts)[number] | (typeof downwards)[number];

  @Asked(integer(1, 200), 'how many at most; 50 if absent')
  readonly limit?: number;

  @Asked(text(CURSOR_MAX), '`next` of the page before')
  readonly cursor?: string;
}

export class OfTownQuestion extends MomentQuestion {
  @Asked(text(200), 'id or slug of the town; must be named')
  readonly municipality?: string;
}

export class ChangesQuestion extends MomentQuestion {
  @AskedDay(aDay, 'first day on which it was recorded')
  readonly from?: Day;

  @AskedDay(aDay, 'last day on which it was recorded')
  readonly to?: Day;

  @Asked(boolean(), 'only entries after which the public bar said another word')
  readonly statusChanged?: boolean;

  @Asked(integer(1, 500), 'how many at most; 20 if absent')
  readonly limit?: number;

  @Asked(pattern('^\\d{16}$', '0000000000000042'), '`next` of the page before')
  readonly cursor?: string;
}

export class ComparisonQuestion extends TrendQuestion {
  @Asked(id('field'), 'only what stands in this field, with everything within it')
  readonly field?: string;

  @Allow()
  @ApiPropertyOptional({
    format: 'date',
    description: 'the first day; half a year before the second if absent',
  })
  readonly from?: Day;

  @Allow()
  @ApiPropertyOptional({ format: 'date', description: 'the second day; `asOf` if absent' })
  readonly to?: Day;

  @Allow()
  @ApiPropertyOptional({
    description: 'how the first day was seen at this day or instant; `knownAt` if absent',
    example: '2026-10-31',
  })
  readonly fromKnownAt?: string;

  @Allow()
  @ApiPropertyOptional({
    description: 'how the second day was seen at this day or instant; `knownAt` if absent',
    example: '2026-10-31',
  })
  readonly toKnownAt?: string;
}

export class StreamQuestion {
  @Asked(text(200), 'only changes of this town: id or slug')
  readonly municipality?: string;
}

/** No question: whatever stands in the address is refused. */
export class NoQuestion {}
