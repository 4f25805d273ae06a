import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class FieldProblemAnswer {
  @ApiProperty({ example: 'text.evidence[0].url', description: 'path in the body' })
  readonly field!: string;

  @ApiProperty({ example: 'field/not-a-web-address', description: 'stable' })
  readonly code!: string;

  @ApiProperty({ description: 'in the language of the reader' })
  readonly detail!: string;
}

/** RFC 9457 problem details, for the description of the API. */
export class ProblemAnswer {
  @ApiProperty({ format: 'uri', example: 'urn:klimaspur:problem:command/invalid' })
  readonly type!: string;

  @ApiProperty()
  readonly title!: string;

  @ApiProperty({ type: 'integer' })
  readonly status!: number;

  @ApiProperty({ example: 'command/invalid', description: 'stable' })
  readonly code!: string;

  @ApiProperty({ description: 'in the language of the reader' })
  readonly detail!: string;

  @ApiProperty({ format: 'uri-reference' })
  readonly instance!: string;

  @ApiPropertyOptional({ type: () => [FieldProblemAnswer] })
  readonly errors?: readonly FieldProblemAnswer[];
}
