import { DomainError } from '@klimaspur/domain';
import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentViewer, SignedIn } from '../../auth/auth.guard.js';
import type { Viewer } from '../../auth/viewer.js';
import { isNeeded } from '../../commands/public-needs.js';
import { objectIn } from '../../commands/object-in.js';
import { problemResponse } from '../../commands/describe-write.js';
import { Refusal } from '../../errors/refusal.js';
import { townIn } from '../../queries/get-municipality.query.js';
import { Reader } from '../../reading/reader.js';
import {
  mayDescribeObservers,
  ResponsiblePersons,
  type SaidResponsible,
} from './responsible-persons.js';

export class ResponsiblePersonBody {
  @ApiPropertyOptional({ maxLength: 200, description: 'left out with all others: nobody any more' })
  readonly name?: string;

  @ApiPropertyOptional({ maxLength: 500 })
  readonly address?: string;

  @ApiPropertyOptional({ format: 'email' })
  readonly email?: string;
}

export class ResponsiblePersonAnswer {
  @ApiProperty({ description: 'empty: nobody was named' })
  readonly name!: string;

  @ApiProperty()
  readonly address!: string;

  @ApiProperty()
  readonly email!: string;
}

/** Who answers for a town by press law: kept in the vault, therefore no command of the log. */
@ApiTags('municipalities')
@Controller('api/v1/municipalities/:id')
export class ResponsibleApiController {
  constructor(
    private readonly persons: ResponsiblePersons,
    private readonly reader: Reader,
  ) {}

  @Get('responsible-person')
  @ApiOkResponse({ type: ResponsiblePersonAnswer })
  @ApiResponse(problemResponse(404, 'There is no such town.'))
  @ApiOperation({
    operationId: 'getResponsiblePerson',
    summary: 'Who answers for the pages of a town.',
  })
  async read(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
  ): Promise<ResponsiblePersonAnswer> {
    const town = townIn(this.reader.of(request, 'api'), id);
    const { name = '', address = '', email = '' } = (await this.persons.of(town.id)) ?? {};
    return { name, address, email };
  }

  @Post('name-responsible-person')
  @HttpCode(200)
  @SignedIn()
  @ApiBearerAuth()
  @ApiBody({ type: ResponsiblePersonBody })
  @ApiOkResponse({ type: ResponsiblePersonAnswer })
  @ApiResponse(problemResponse(400, 'A field is wrong; `errors` names each.'))
  @ApiResponse(problemResponse(403, 'Only for who may describe the observers.'))
  @ApiResponse(problemResponse(404, 'There is no such town.'))
  @ApiResponse(problemResponse(409, 'The town is public, which it may not be without them.'))
  @ApiOperation({
    operationId: 'nameResponsiblePerson',
    summary: 'Name who answers for the pages of a town; without name, address and email nobody.',
  })
  async write(
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentViewer() viewer: Viewer,
    @Req() request: FastifyRequest,
  ): Promise<ResponsiblePersonAnswer> {
    const reading = this.reader.of(request, 'api');
    const town = townIn(reading, id);
    if (!mayDescribeObservers(viewer, reading.world, town.id)) {
      throw new Refusal('auth/not-allowed');
    }
    const said = objectIn(body) as SaidResponsible;
    const issues = await this.persons.issuesOf(town, said);
    const [first] = issues;
    if (first) throw new DomainError(isNeeded(first) ? first.code : 'command/invalid', issues);
    await this.persons.keep(town.id, said);
    return this.read(town.id, request);
  }
}
