import { ApiProperty } from '@nestjs/swagger';

export class TownFileBody {
  @ApiProperty({ format: 'uuid' })
  readonly municipality!: string;

  @ApiProperty({ description: 'the public labels of persons go along: personal data' })
  readonly labels?: boolean;
}

/** What came of taking a town over, or would. */
export class TakenTown {
  @ApiProperty({ format: 'uuid' })
  readonly municipality!: string;

  @ApiProperty()
  readonly name!: string;

  @ApiProperty({ description: 'of the server that kept it' })
  readonly address!: string;

  @ApiProperty({ format: 'uuid', description: 'of its log' })
  readonly log!: string;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'of that log at the checkpoint' })
  readonly size!: number;

  @ApiProperty({ description: 'of that log at that size, in hex' })
  readonly root!: string;

  @ApiProperty({ description: 'C2SP vkey that the file names' })
  readonly key!: string;

  @ApiProperty({ description: 'false: nobody but the file says that this is the key' })
  readonly keyKnown!: boolean;

  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly streams!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'in the file' })
  readonly events!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'that were here before' })
  readonly here!: number;

  @ApiProperty({ type: 'integer', minimum: 0 })
  readonly written!: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'documents that entries name' })
  readonly files!: number;

  @ApiProperty({
    type: [String],
    description: 'what a public town must say and this one does not here: responsible, observers',
  })
  readonly missing!: string[];

  @ApiProperty({ description: 'false: only tried' })
  readonly done!: boolean;
}
