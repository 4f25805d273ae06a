import type { Lang } from '@klimaspur/messages';
import { type AskedMoment, knownParameter, momentNames } from '../../reading/moment.js';

interface MomentFieldsProps {
  readonly lang: Lang;
  readonly moment: AskedMoment;
}

/** A form that is sent replaces the whole question, so one about the past has to carry its dates along. */
export const MomentFields = ({ lang, moment }: MomentFieldsProps) => {
  if (!moment.past) return null;
  const { asOf, knownAt } = momentNames[lang];
  return (
    <>
      <input type="hidden" name={asOf} value={moment.asOf} />
      {moment.knownAt === undefined ? null : (
        <input type="hidden" name={knownAt} value={knownParameter(moment.knownAt)} />
      )}
    </>
  );
};
