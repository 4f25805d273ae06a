import { ApiProperty } from '@nestjs/swagger';

export class EntryText {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty()
  readonly type!: string;

  @ApiProperty({ format: 'date-time' })
  readonly recordedAt!: string;
}

export class EntryTexts {
  @ApiProperty({ description: 'in which the entry stands' })
  readonly stream!: string;

  @ApiProperty({ description: 'address, below /api/v1, of the command that takes them out' })
  readonly command!: string;

  @ApiProperty({ type: [EntryText], description: 'the entry itself, and what was said about it' })
  readonly events!: readonly EntryText[];
}
