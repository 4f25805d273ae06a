import { mediaTypes } from '@klimaspur/domain';
import { ApiProperty } from '@nestjs/swagger';

export class KeptFileAnswer {
  @ApiProperty({
    pattern: '^[0-9a-f]{64}$',
    description: 'of the bytes that are kept; goes into `text.evidence[].sha256`',
  })
  readonly sha256!: string;

  @ApiProperty({ enum: mediaTypes, description: 'by its content; goes into `file` beside it' })
  readonly mediaType!: string;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'that are kept' })
  readonly bytes!: number;

  @ApiProperty({ format: 'uri-reference', description: 'where it can be seen' })
  readonly href!: string;
}

export class EraseFileBody {
  @ApiProperty({ maxLength: 500, description: 'in public words' })
  readonly reason!: string;
}

export class ErasedFileAnswer {
  @ApiProperty({ pattern: '^[0-9a-f]{64}$' })
  readonly sha256!: string;

  @ApiProperty({ format: 'date-time' })
  readonly erasedAt!: string;

  @ApiProperty()
  readonly reason!: string;
}
