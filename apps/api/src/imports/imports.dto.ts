import { isPartialDate } from '@klimaspur/domain';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBooleanString, IsOptional, IsString, MaxLength, ValidateBy } from 'class-validator';

const IsPartialDate = () =>
  ValidateBy({ name: 'isPartialDate', validator: { validate: isPartialDate } });

/** How a file is to be taken over; all of it in the address, because the body is the file. */
export class ImportQuery {
  @ApiPropertyOptional({
    description: 'Name of the file; names a town that the file does not name.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly fileName?: string;

  @ApiPropertyOptional({ description: 'Id, slug or name of the town it goes into.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly town?: string;

  @ApiPropertyOptional({
    description:
      'Id or title of the plan it goes into; absent: the one the file is an edition of, else a new one.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  readonly plan?: string;

  @ApiPropertyOptional({
    description:
      'Title of a plan that begins with this file, unless the town has one of that title.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly newPlan?: string;

  @ApiPropertyOptional({
    description: 'Name of the town that begins with this file, where the file does not name it.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(120)
  readonly newTown?: string;

  @ApiPropertyOptional({
    description: 'The day for which the file speaks: YYYY, YYYY-MM or YYYY-MM-DD.',
  })
  @IsOptional()
  @IsPartialDate()
  readonly stand?: string;

  @ApiPropertyOptional({
    description:
      'Name of the only sheet that is to be read; several times for several. Absent: all with the same columns and other measures.',
    type: [String],
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => [value].flat())
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  readonly sheet?: readonly string[];

  @ApiPropertyOptional({
    description:
      'How the table is to be read, as JSON: `{"sheets":{name:"read"|"ignore"},"headingRow","columns":{heading:target},"dateOrder","statusWords":{word:meaning}}`. What it does not name is guessed.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(12_000)
  readonly mapping?: string;

  @ApiPropertyOptional({ description: 'true: only report what would happen.' })
  @IsOptional()
  @IsBooleanString()
  readonly dryRun?: string;

  @ApiPropertyOptional({ description: 'true: take the good rows although others are refused.' })
  @IsOptional()
  @IsBooleanString()
  readonly acceptGoodRows?: string;

  @ApiPropertyOptional({
    description:
      'true: publish measures, plan and town; the town only once all is said that must be, see `findings`.',
  })
  @IsOptional()
  @IsBooleanString()
  readonly publish?: string;
}
