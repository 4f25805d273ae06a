import type { Translate } from '@klimaspur/messages';
import { DataTable } from '../../components/data-table.js';
import { codeWord } from '../../words/entry-words.js';
import { countReplies, countsByGroup, type Invitee, type ReplyCounts } from './invitees.js';

interface ReplyCountsProps {
  readonly t: Translate;
  readonly invitees: readonly Invitee[];
}

const counted = [
  'invited',
  'yes',
  'deputy',
  'no',
  'open',
  'persons',
] as const satisfies readonly (keyof ReplyCounts)[];

/** Who comes, by group. */
export const ReplyCountsTable = ({ t, invitees }: ReplyCountsProps) => (
  <DataTable
    stacks
    t={t}
    caption={t('roundtable.replies.byGroup')}
    columns={[
      { label: t('roundtable.group') },
      ...counted.map((key) => ({ label: t(`roundtable.count.${key}`), numeric: true })),
    ]}
    rows={countsByGroup(invitees).map((group) => [
      codeWord(t, 'seatKind', group.kind),
      ...counted.map((key) => String(group[key])),
    ])}
    total={[
      t('roundtable.count.all'),
      ...counted.map((key) => String(countReplies(invitees)[key])),
    ]}
  />
);
