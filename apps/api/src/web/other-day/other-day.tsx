import { formatDay, type Translate } from '@klimaspur/messages';
import { type AskedMoment, momentNames } from '../../reading/moment.js';
import { TextField } from '../components/text-fields.js';
import { knownWords } from '../words/moment-words.js';
import type { OtherDay, OtherDays } from './other-days.js';

interface OtherDayProps extends OtherDays {
  readonly t: Translate;
  readonly moment: AskedMoment;
  /** Address of the page, with all that it was asked but the moment. */
  readonly path: string;
}

/** The way to the same page of any other day, and to what was known of it at another time. */
export const OtherDaySection = (props: OtherDayProps) => {
  const { t, days } = props;
  return (
    <section
      class="other-day screen-only"
      id="other-day"
      aria-labelledby="other-day-heading"
      data-filtered
    >
      <h2 id="other-day-heading">{t('otherDay.title')}</h2>
      {days.length === 0 ? null : <Days t={t} days={days} />}
      <MomentForm {...props} />
    </section>
  );
};

/** A list of links, the nearest of them first; with a script also a slider over them. */
const Days = ({ t, days }: Pick<OtherDayProps, 't' | 'days'>) => {
  const nearest = days.find((day) => day.nearest) ?? days.at(-1)!;
  return (
    <day-slider data-label={t('otherDay.slider')}>
      <p>
        <DayLink t={t} day={nearest} look="button is-quiet" />
      </p>
      <details>
        <summary>{t('otherDay.days', { count: days.length })}</summary>
        <ol class="days" reversed>
          {days.map((day) => (
            <li>
              <DayLink t={t} day={day} />
            </li>
          ))}
        </ol>
      </details>
    </day-slider>
  );
};

interface DayLinkProps {
  readonly t: Translate;
  readonly day: OtherDay;
  readonly look?: string;
}

/** „12. März 2024 · Stadtverordnetenversammlung · 3 Beschlüsse“ */
const DayLink = ({ t, day, look }: DayLinkProps) => (
  <a class={look} href={day.href} aria-current={day.current && !look ? 'date' : undefined}>
    <span>
      {formatDay(day.day, t.lang)}
      <Happened t={t} {...day} />
    </span>
  </a>
);

const Happened = ({ t, councils, entries }: OtherDay & { readonly t: Translate }) => (
  <>
    {councils.map(({ organ, decisions, deliberations }) => (
      <>
        {' · '}
        {organ ? <span lang="de">{organ}</span> : t('otherDay.body')}
        {decisions > 0 ? ` · ${t('otherDay.decisions', { count: decisions })}` : null}
        {deliberations > 0 ? ` · ${t('otherDay.deliberations', { count: deliberations })}` : null}
      </>
    ))}
    {councils.length === 0 ? ` · ${t('otherDay.entries', { count: entries })}` : null}
  </>
);

const MomentForm = ({ t, moment, path, known }: OtherDayProps) => {
  const [action = path, query = ''] = path.split('?', 2);
  const names = momentNames[t.lang];
  return (
    <form class="filters" method="get" action={action}>
      {[...new URLSearchParams(query)].map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class="filters__fields">
        <TextField
          t={t}
          type="date"
          name={names.asOf}
          label={t('otherDay.day')}
          hint={t('otherDay.day.hint')}
          value={moment.asOf}
        />
      </div>
      <details open={moment.knownAt !== undefined}>
        <summary>{t('otherDay.advanced')}</summary>
        <p>{t('otherDay.advanced.lead')}</p>
        <TextField
          t={t}
          type="datetime-local"
          name={names.knownAt}
          label={t('otherDay.known')}
          hint={t('otherDay.known.hint')}
          {...(moment.knownAt === undefined ? {} : { value: berlinMinute(moment.knownAt) })}
        />
        {known.length === 0 ? null : (
          <>
            <h3>{t('otherDay.known.steps')}</h3>
            <ol class="days" reversed>
              {known.map(({ knownAt, entries, href }) => (
                <li>
                  <a href={href} aria-current={knownAt === moment.knownAt ? 'time' : undefined}>
                    {knownWords(knownAt, t.lang)} · {t('otherDay.entries', { count: entries })}
                  </a>
                </li>
              ))}
            </ol>
          </>
        )}
      </details>
      <div class="filters__actions">
        <button class="button is-quiet" type="submit">
          {t('otherDay.show')}
        </button>
      </div>
    </form>
  );
};

const minute = new Intl.DateTimeFormat('sv-SE', {
  ...{ dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Berlin' },
});

/** As a field for day and time wants it. */
const berlinMinute = (knownAt: number): string => minute.format(knownAt).replace(' ', 'T');
