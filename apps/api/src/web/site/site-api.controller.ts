import { boolean, code, checkFields, DomainError, optional, text } from '@klimaspur/domain';
import { type Lang, languages } from '@klimaspur/messages';
import { Body, Controller, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiProperty,
  ApiQuery,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { SignedIn } from '../../auth/auth.guard.js';
import { OperatorGuard } from '../../auth/operator.guard.js';
import { objectIn } from '../../commands/object-in.js';
import { problemResponse } from '../../commands/describe-write.js';
import { Refusal } from '../../errors/refusal.js';
import { type SiteKey, siteKeys } from './site-paths.js';
import { SITE_TEXT_MAX, SiteTexts } from './site-texts.js';

export class SitePageBody {
  @ApiProperty({ enum: languages })
  readonly lang!: Lang;

  @ApiProperty({ maxLength: SITE_TEXT_MAX, description: 'left out: the built-in text is shown' })
  readonly text?: string;

  @ApiProperty({
    required: false,
    description:
      'true: you have checked the built-in text and it holds here (privacy, accessibility); left out: as before',
  })
  readonly checked?: boolean;
}

export class SitePageAnswer {
  @ApiProperty({ enum: languages, description: 'of the text, which may exist in one only' })
  readonly lang!: Lang;

  @ApiProperty({ description: 'empty: nobody has written it yet' })
  readonly text!: string;

  @ApiProperty({ description: 'false: the built-in text' })
  readonly own!: boolean;

  @ApiProperty({
    required: false,
    description: 'whether the operator said that the built-in text holds here',
  })
  readonly checked?: boolean;
}

const body = {
  lang: code(languages),
  text: optional(text(SITE_TEXT_MAX)),
  checked: optional(boolean()),
};

/** Impressum and its sisters, for programs. */
@ApiTags('pages')
@Controller('api/v1/pages')
export class SiteApiController {
  constructor(private readonly texts: SiteTexts) {}

  @Get(':page')
  @ApiParam({ name: 'page', enum: siteKeys })
  @ApiQuery({ name: 'lang', enum: languages, required: false })
  @ApiOkResponse({ type: SitePageAnswer })
  @ApiResponse(problemResponse(404, 'There is no such page.'))
  @ApiOperation({ operationId: 'getPage', summary: 'The text of a page of the operator.' })
  async read(@Param('page') page: string, @Query('lang') lang: unknown): Promise<SitePageAnswer> {
    const asked = languages.find((known) => known === lang) ?? 'de';
    const key = keyOf(page);
    const shown = await this.texts.shown(key, asked);
    const checked = await this.texts.checked(key);
    return {
      lang: shown?.lang ?? asked,
      text: shown?.text ?? '',
      own: shown?.changedAt !== undefined,
      ...(checked === undefined ? {} : { checked }),
    };
  }

  @Post(':page')
  @HttpCode(200)
  @SignedIn()
  @UseGuards(OperatorGuard)
  @ApiBearerAuth()
  @ApiParam({ name: 'page', enum: siteKeys })
  @ApiBody({ type: SitePageBody })
  @ApiOkResponse({ type: SitePageAnswer })
  @ApiResponse(problemResponse(400, 'A field is wrong; `errors` names each.'))
  @ApiResponse(problemResponse(403, 'Only for operators.'))
  @ApiResponse(problemResponse(409, 'A town is public, which it may not be without this page.'))
  @ApiOperation({
    operationId: 'writePage',
    summary: 'Replace the text of a page in one language.',
  })
  async write(@Param('page') page: string, @Body() sent: unknown): Promise<SitePageAnswer> {
    const key = keyOf(page);
    const said = objectIn(sent);
    const issues = checkFields(body, said);
    if (issues.length > 0) throw new DomainError('command/invalid', issues);
    const { lang, text: words = '', checked } = said as unknown as SitePageBody;
    const missing = await this.texts.missingAfter(key, { [lang]: words }, checked);
    if (missing) throw new DomainError(missing.code, [missing]);
    await this.texts.keep(key, lang, words);
    if (checked !== undefined) await this.texts.check(key, checked);
    return this.read(page, lang);
  }
}

const keyOf = (page: string): SiteKey => {
  const key = siteKeys.find((known) => known === page);
  if (!key) throw new Refusal('route/unknown');
  return key;
};
