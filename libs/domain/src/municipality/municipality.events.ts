import { entryText, imported, keptFile, source } from '../shared/event-definition.js';
import {
  code,
  date,
  id,
  integer,
  list,
  object,
  optional,
  pattern,
  text,
  url,
} from '../shared/fields.js';
import { licences, observerRelations, states } from '../shared/vocabulary.js';

const category = 'municipality' as const;

/** Events of a municipality (Kommune). */
export const municipalityEvents = {
  MunicipalityFounded: {
    type: 'MunicipalityFounded',
    category,
    command: 'found-municipality',
    mode: 'creating',
    recordKeeping: true,
    data: {
      ags: optional(pattern('^(0[1-9]|1[0-6])[0-9]{6}$', '06433012', 'official municipality key')),
      state: optional(code(states)),
    },
    text: { name: text(120), source },
    doc: 'The town is kept here from now on, as a draft. With an AGS its stream id is derived from it.',
  },
  MunicipalityDescribed: {
    type: 'MunicipalityDescribed',
    category,
    command: 'describe-municipality',
    mode: 'replacing',
    recordKeeping: false,
    data: {
      population: optional(integer(0, 100_000_000)),
      populationOn: optional(date()),
      imported,
    },
    text: {
      name: optional(text(120, 'only when the town changed its name')),
      teaser: optional(text(400)),
      description: optional(text(20_000)),
      website: optional(url()),
      postcode: optional(text(20)),
      assessments: optional(
        object(
          {
            administration: optional(text(20_000)),
            plan: optional(text(20_000)),
            status: optional(text(20_000)),
          },
          'what the observers write about administration, plan and progress as a whole',
        ),
      ),
    },
    doc: 'All texts about the town, replaced as a whole.',
  },
  MunicipalityObserversDescribed: {
    type: 'MunicipalityObserversDescribed',
    category,
    command: 'describe-observers',
    mode: 'replacing',
    recordKeeping: false,
    data: {
      relation: optional(code(observerRelations)),
      licence: optional(code(licences, 'of the records of this town; absent: CC-BY-4.0')),
      logo: optional(pattern('^[0-9a-f]{64}$', 'e3b0c442…', 'SHA-256 of the kept picture')),
      imported,
    },
    text: {
      name: text(200),
      website: optional(url()),
      contact: optional(text(300, 'of the group, never of a private person')),
      teaser: optional(text(400)),
      description: optional(text(20_000)),
      method: optional(text(10_000)),
      sources: optional(text(10_000)),
      supporters: optional(text(4000)),
      logo: optional(object({ ...keptFile.fields, alt: text(300) })),
      responsible: optional(list(text(200), 5, 'who answers for the pages by press law')),
    },
    doc: '„Wer beobachtet hier?“: who stands behind the records of this town.',
  },
  MunicipalityTargetSet: {
    type: 'MunicipalityTargetSet',
    category,
    command: 'set-target',
    mode: 'additive',
    recordKeeping: false,
    data: {
      targetYear: integer(2000, 2100, 'year by which the town wants to be climate-neutral'),
      resolvedOn: optional(date('day of the resolution behind it')),
      decision: optional(id('decision')),
      imported,
    },
    text: { ...entryText, resolution: optional(text(300)) },
    doc: 'The town set itself a target year.',
  },
  MunicipalityPublished: {
    type: 'MunicipalityPublished',
    category,
    command: 'publish-municipality',
    mode: 'additive',
    recordKeeping: true,
    data: {},
    text: {},
    doc: 'Everybody may see the town from now on.',
  },
  MunicipalityUnpublished: {
    type: 'MunicipalityUnpublished',
    category,
    command: 'unpublish-municipality',
    mode: 'additive',
    recordKeeping: true,
    data: {},
    text: { reason: text(1000) },
    doc: 'The town is a draft again; a reason is given.',
  },
  MunicipalityMoved: {
    type: 'MunicipalityMoved',
    category,
    command: 'move-municipality',
    mode: 'additive',
    recordKeeping: true,
    data: {},
    text: { address: url('of the server that keeps the town from now on') },
    doc: 'The town is kept on another server: its addresses here lead there. To void this entry is the way back.',
  },
} as const;
