import type { RoundtableDetail } from '@klimaspur/read-models';
import type { Vault } from '@klimaspur/vault';
import type { Translate } from '@klimaspur/messages';
import { EvidenceList } from '../../components/evidence-list.js';
import { type FilesByHash, filesNamed, shownEvidence } from '../../evidence/shown-evidence.js';

type Evidence = RoundtableDetail['items'][number]['evidence'];

/** What is known of the files that the items of a table, their results and the answers to them name. */
export const filesAtTable = (
  vault: Vault,
  { items }: Pick<RoundtableDetail, 'items'>,
): Promise<FilesByHash> =>
  filesNamed(
    vault,
    items.flatMap((item) =>
      [item, ...item.conclusions, ...item.answers].flatMap(({ evidence }) => evidence),
    ),
  );

interface ItemEvidenceProps {
  readonly t: Translate;
  readonly evidence: Evidence;
  readonly files: FilesByHash;
}

/** What an item, its result or an answer rests on. */
export const ItemEvidence = ({ t, evidence, files }: ItemEvidenceProps) =>
  evidence.length === 0 ? null : (
    <EvidenceList t={t} textLang="de" evidence={shownEvidence(evidence, files)} />
  );
