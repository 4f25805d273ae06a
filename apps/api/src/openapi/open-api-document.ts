import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ProblemAnswer } from '../errors/problem.dto.js';

/** The description of the API, made from its code. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Klimaspur')
    .setDescription(
      [
        'Commands record what happened to municipal climate measures; queries read it, for any past day.',
        'Lists come in pages: `next` is the cursor of the page after, and `Link: <…>; rel="next"` its address.',
        'CSV is UTF-8 with byte order mark and semicolons, as spreadsheets in Germany open it; `lang` chooses headings and words.',
        'Refusals are problem details (RFC 9457) with a stable `code`, in German or English as `Accept-Language` says.',
        'Where a text was taken out for good, `[entfernt am 31.12.2025]` (or `[entfernt]`) stands in its place in JSON, a fixed mark in every language; the entry `TextRedacted` says when and why.',
        'Pages of other sites may read without a token. There is no rate limit; an answer asked for again by its `ETag` costs nothing.',
      ].join('\n\n'),
    )
    .setVersion('1')
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/en/')
    .addBearerAuth({ type: 'http', scheme: 'bearer' })
    .build();
  const document = SwaggerModule.createDocument(app, config, { extraModels: [ProblemAnswer] });
  document.paths = Object.fromEntries(
    Object.entries(document.paths).filter(([path]) => path.startsWith('/api/v1/')),
  );
  return document;
}
