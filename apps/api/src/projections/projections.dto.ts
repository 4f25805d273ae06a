import { ApiProperty } from '@nestjs/swagger';
import { projectionKinds } from './projections.js';

const LIVES = ['new', 'catching-up', 'live', 'retrying', 'parked', 'rebuilding', 'stopped'];

export class FaultAnswer {
  @ApiProperty()
  readonly message!: string;

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;

  @ApiProperty({ required: false, format: 'uuid', description: 'the event it was about' })
  readonly event?: string;
}

export class LagAnswer {
  @ApiProperty({ type: 'integer', minimum: 0, description: 'that it does not know yet' })
  readonly events!: number;

  @ApiProperty({ description: 'there are more than were counted' })
  readonly more!: boolean;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  readonly since!: string | null;
}

export class ProjectionAnswer {
  @ApiProperty()
  readonly name!: string;

  @ApiProperty({ enum: ['own', 'example'] })
  readonly world!: string;

  @ApiProperty({ enum: projectionKinds })
  readonly kind!: string;

  @ApiProperty({ enum: LIVES })
  readonly state!: string;

  @ApiProperty({ type: 'string', nullable: true, description: 'the last place that it knows' })
  readonly position!: string | null;

  @ApiProperty()
  readonly lag!: LagAnswer;

  @ApiProperty({ type: FaultAnswer, nullable: true, description: 'the last one' })
  readonly fault!: FaultAnswer | null;

  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly parked!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'tries after a failure, since it runs' })
  readonly retries!: number;

  @ApiProperty({ type: 'number', minimum: 0, maximum: 1, nullable: true })
  readonly progress!: number | null;
}

export class ProjectionsAnswer {
  @ApiProperty({ type: [ProjectionAnswer] })
  readonly items!: readonly ProjectionAnswer[];
}

export class DismissedAnswer {
  @ApiProperty()
  readonly reason!: string;

  @ApiProperty({ format: 'date-time' })
  readonly at!: string;
}

export class ParkedAnswer {
  @ApiProperty()
  readonly projection!: string;

  @ApiProperty()
  readonly stream!: string;

  @ApiProperty({ format: 'uuid', description: 'the first that could not be told' })
  readonly event!: string;

  @ApiProperty()
  readonly type!: string;

  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly revision!: number;

  @ApiProperty()
  readonly error!: string;

  @ApiProperty({ format: 'date-time' })
  readonly since!: string;

  @ApiProperty({ type: 'integer', minimum: 1 })
  readonly tries!: number;

  @ApiProperty({ type: DismissedAnswer, nullable: true })
  readonly dismissed!: DismissedAnswer | null;
}

export class ParkedListAnswer {
  @ApiProperty({ type: [ParkedAnswer] })
  readonly items!: readonly ParkedAnswer[];
}

export class DismissBody {
  @ApiProperty({ maxLength: 500, description: 'for whoever looks after the server later' })
  readonly reason!: string;
}
