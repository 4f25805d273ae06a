import { ApiProperty } from '@nestjs/swagger';

export class RebuiltAnswer {
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'from which the read models were built',
  })
  readonly events!: number;

  @ApiProperty({ type: 'number', minimum: 0 })
  readonly seconds!: number;
}

export class ExampleAnswer {
  @ApiProperty({ format: 'uuid', description: 'of the town of the example' })
  readonly municipality!: string;
}
