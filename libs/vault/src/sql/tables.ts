/** A table with its columns, those of its key first: rows are read on from the last one. */
export interface Table {
  readonly name: string;
  readonly key: readonly string[];
  readonly others: readonly string[];
}

const table = (name: string, key: string, others: string): Table => ({
  name,
  key: key.split(' '),
  others: others.split(' '),
});

/** All that a vault holds. What public pages show is counted by triggers, and never copied. */
export const tables: readonly Table[] = [
  table('persons', 'id', 'label created_at'),
  table('login_links', 'hash', 'id role municipality person made_by expires_at used_at'),
  table('sessions', 'hash', 'person expires_at'),
  table('pages', 'key lang', 'text changed_at'),
  table('responsible', 'municipality', 'name address email changed_at'),
  table(
    'notices',
    'id',
    'municipality measure entry text source email received_at expires_at state note settled_at settled_by',
  ),
  table(
    'measure_notes',
    'id',
    'municipality measure text written_at written_by changed_at changed_by',
  ),
  table('contacts', 'id', 'municipality actor name email note changed_at'),
  table('meeting_notes', 'municipality meeting', 'join_url text changed_at'),
  table('files', 'sha256', 'media_type bytes erased_at reason erased_by'),
  table('file_uploads', 'sha256 person municipality', 'name uploaded_at'),
  table('secrets', 'name', 'bytes'),
  table('renewed_secrets', 'name', 'since'),
  table('checkpoints', 'origin size', 'root note signed_at'),
  table('leases', 'name', 'holder fence taken_at until'),
  table('dismissals', 'projection event', 'stream reason dismissed_at'),
  table('erased_persons', 'person', 'erased_at'),
];
