import {
  catalogue,
  categories,
  evidence,
  type EventDefinition,
  type Field,
  type Fields,
  sourceEvents,
} from '@klimaspur/domain';

const words = (field: Field): string => {
  switch (field.kind) {
    case 'code':
      return field.values.map((value) => `\`${value}\``).join(' · ');
    case 'text':
      return `text ≤ ${field.max}`;
    case 'url':
      return 'URL (http, https) ≤ 2000';
    case 'date':
      return '`YYYY`, `YYYY-MM` or `YYYY-MM-DD`';
    case 'integer':
      return field.max === Number.MAX_SAFE_INTEGER
        ? `integer${field.min === 0 ? ' ≥ 0' : ''}`
        : `integer ${field.min} to ${field.max}`;
    case 'boolean':
      return 'true or false';
    case 'id':
      return `id of ${field.of === 'entry' || field.of === 'organ' ? 'an' : 'a'} ${field.of}`;
    case 'pattern':
      return `\`${field.pattern.replaceAll('|', '\\|')}\``;
    case 'list':
      return `list (≤ ${field.max}) of ${field.of === evidence ? 'evidence' : field.of.kind === 'object' ? 'objects' : words(field.of)}`;
    case 'object':
      return 'object';
    case 'entry-data':
      return "as that entry's own table says";
  }
};

const rows = (fields: Fields, path: string): string[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    const own = `| \`${path}${name}\` | ${field.optional ? '' : 'yes'} | ${words(field)} | ${field.doc ?? ''} |`;
    if (field.kind === 'object') return [own, ...rows(field.fields, `${path}${name}.`)];
    if (field.kind === 'list' && field.of === evidence) return [own];
    if (field.kind === 'list' && field.of.kind === 'object') {
      return [own, ...rows(field.of.fields, `${path}${name}[].`)];
    }
    return [own];
  });

type Described = Partial<Pick<EventDefinition, 'command' | 'mode'>> &
  Omit<EventDefinition, 'category' | 'command' | 'mode'>;

const section = (event: Described): string => {
  const table = [...rows(event.data, ''), ...rows(event.text, 'text.')];
  const traits = [
    ...(event.command
      ? [`command \`${event.command}\``, event.mode]
      : [
          Object.hasOwn(sourceEvents, event.type) ? 'written by a transfer' : 'written by a policy',
        ]),
    ...(event.recordKeeping ? ['record-keeping'] : []),
    ...(event.axis ? [`axis ${event.axis}`] : []),
  ];
  return [
    `### ${event.type}`,
    '',
    event.doc,
    '',
    `*${traits.join(' · ')}*`,
    ...(table.length > 0
      ? ['', '| field | required | value | note |', '| --- | --- | --- | --- |', ...table]
      : ['', 'No fields.']),
    '',
  ].join('\n');
};

/** The generated half of docs/events.md: every event with every field. */
export const eventsDocument = (): string => {
  const all = Object.values(catalogue) as readonly (Described & {
    category?: string;
  })[];
  const groups = [
    ...categories.map((category) => ({
      title: `Stream \`${category}-\``,
      events: all.filter((event) => event.category === category),
    })),
    { title: 'Stream `source-`', events: Object.values(sourceEvents) },
    { title: 'On every stream', events: all.filter((event) => event.category === undefined) },
  ];
  return groups
    .map(({ title, events }) => `## ${title}\n\n${events.map(section).join('\n')}`)
    .join('\n');
};
