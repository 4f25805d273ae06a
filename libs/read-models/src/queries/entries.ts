import { dayNumber, dayOf } from '@klimaspur/domain';
import { categoryOf, idOf } from '@klimaspur/event-store';
import { kindCode } from '../history/entry-kinds.js';
import { authorKey } from '../store/author-key.js';
import type { Statements } from '../store/statements.js';
import type { EntryFilter, EntryPage, EntryPlace, View } from '../types.js';
import { changeItems, LARGEST_PAGE, positionOf, rowOf, toldParams, toldThen } from './changes.js';
import { type EntryRow, linksOf } from './entry-links.js';
import { type Params, townKey } from './scope.js';

const PER_PAGE = 50;

/** A page of a trail, newest first. Each is found by an index: the last costs as much as the first. */
export const entries = (db: Statements, filter: EntryFilter, view: View): EntryPage => {
  const asked = isPlace(filter) ? filter.page : undefined;
  const found = rowsAt(db, filter, asked, view);
  // Where hardly anything is newer, the newest page holds it.
  const isShort = typeof asked === 'object' && 'after' in asked && !found.more;
  const page = isShort ? undefined : asked;
  const { rows, more } = isShort ? rowsAt(db, filter, page, view) : found;
  const upwards = isUpwards(page);
  const hasOlder = upwards ? page !== 'oldest' : more;
  const hasNewer = upwards ? more : page !== undefined;
  const [first, last] = [rows.at(0), rows.at(-1)];
  const links = linksOf(db, rows, view);
  return {
    items: changeItems(db, rows, view).map((item) => ({ ...item, ...links(item) })),
    older: last && hasOlder ? cursorOf(last, filter) : null,
    newer: first && hasNewer ? cursorOf(first, filter) : null,
  };
};

const isUpwards = (page: EntryPlace | undefined): boolean =>
  page === 'oldest' || (page !== undefined && 'after' in page);

const rowsAt = (
  db: Statements,
  filter: EntryFilter,
  page: EntryPlace | undefined,
  view: View,
): { readonly rows: readonly EntryRow[]; readonly more: boolean } => {
  const { municipality, stream, author, kind } = filter;
  const limit = Math.min(Math.max(1, filter.limit ?? PER_PAGE), LARGEST_PAGE);
  const [columns, places] =
    filter.order === 'happened'
      ? ['(c.effective_on, c.position)', '($cursorDay, $cursor)']
      : ['c.position', '$cursor'];
  const cursor = typeof page === 'object' ? readCursor(page) : undefined;
  const upwards = isUpwards(page);
  const isBelow = cursor !== undefined && !upwards && filter.order !== 'happened';
  const conditions = [
    ...toldThen(view, isBelow ? '$cursor' : undefined),
    ...(municipality === undefined ? [] : [`c.municipality = ${townKey('$town')}`]),
    ...(stream === undefined
      ? []
      : ['c.stream = (SELECT key FROM stream WHERE id = $id AND category = $category)']),
    ...(author === undefined ? [] : ['c.author = $author']),
    ...(kind === undefined ? [] : ['c.kind = $kind']),
    ...(cursor && !isBelow ? [`${columns} ${upwards ? '>' : '<'} ${places}`] : []),
  ];
  const params: Params = {
    ...toldParams(view),
    town: municipality ?? null,
    ...{ id: stream ? idOf(stream) : null, category: stream ? categoryOf(stream) : null },
    author: authorKey(author),
    kind: kind === undefined ? null : kindCode(kind),
    ...{ cursor: cursor?.position ?? null, cursorDay: cursor?.day ?? null },
    limit: limit + 1,
  };
  const direction = upwards ? 'ASC' : 'DESC';
  const order = columns.replaceAll(/[()]/g, '').replaceAll(/(c\.\w+)/g, `$1 ${direction}`);
  const rows = db.all<EntryRow>(
    `SELECT ${rowOf(view)}, c.stream, c.about, c.effective_on
    FROM change c INDEXED BY ${indexFor(filter)} CROSS JOIN stream s ON s.key = c.stream
    WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT $limit`,
    params,
  );
  const shown = rows.slice(0, limit);
  return { rows: upwards ? shown.toReversed() : shown, more: rows.length > limit };
};

/** By which one finds the rows in order, without looking at those of other things. */
const indexFor = ({ stream, author, kind, order }: EntryFilter): string => {
  if (stream !== undefined) return 'change_of_stream';
  if (author !== undefined) return 'change_of_author';
  if (order === 'happened') return 'change_by_day';
  return kind === undefined ? 'change_of_municipality' : 'change_of_kind';
};

const cursorOf = ({ position, effective_on }: EntryRow, { order }: EntryFilter): string =>
  order === 'happened' ? `${dayOf(effective_on)}.${positionOf(position)}` : positionOf(position);

const form = /^(?:(\d{4}-\d{2}-\d{2})\.)?(\d{1,16})$/;

/** What is no cursor of this order asks for the newest page. */
const isPlace = ({ page, order }: EntryFilter): boolean => {
  if (typeof page !== 'object') return true;
  const cursor = readCursor(page);
  return cursor !== undefined && (order === 'happened') === (cursor.day !== null);
};

const readCursor = (page: Exclude<EntryPlace, 'oldest'>) => {
  const [, day, position] = form.exec('before' in page ? page.before : page.after) ?? [];
  if (position === undefined) return undefined;
  return { position: Number(position), day: day === undefined ? null : dayNumber(day) };
};
