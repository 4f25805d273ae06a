import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Recorded } from './record-entry.command.js';

/** {@link Recorded} for the description of the API. */
export class RecordedAnswer implements Recorded {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'of the stream now, also its ETag' })
  readonly revision!: number;

  @ApiProperty({ description: '<logId>:<position>' })
  readonly position!: string;

  @ApiProperty({ type: [String], description: 'ids of the events recorded' })
  readonly events!: readonly string[];

  @ApiPropertyOptional({ enum: [true], description: 'it would have said nothing new' })
  readonly unchanged?: true;

  @ApiPropertyOptional({ enum: [true], description: 'it had been carried out before' })
  readonly repeated?: true;
}
