import { berlinDay } from '@klimaspur/domain';
import { formatDay, type Translate } from '@klimaspur/messages';
import type { Municipality } from '@klimaspur/read-models';
import { LINK_DAYS } from '../../auth/login-links.js';
import { personFiles } from '../account/account-paths.js';
import { RadioGroup } from '../components/choices.js';
import { EmptyState } from '../components/empty-state.js';
import { PageTitle } from '../components/page-title.js';
import { Form } from '../forms/form.js';
import type { FormState } from '../forms/form-fields.js';
import { withQuery, workPath } from '../paths.js';
import { codeWord } from '../words/entry-words.js';
import type { Member, OpenInvitation } from './team.js';

/** The roles that can be given for one town. */
export const townRoles = ['LEAD', 'MONITOR', 'ADMINISTRATION'] as const;

export const roleParameter = (lang: Translate['lang']): string =>
  lang === 'de' ? 'rolle' : 'role';

interface PeopleProps {
  readonly t: Translate;
  readonly town: Municipality;
  readonly team: readonly Member[];
  readonly open: readonly OpenInvitation[];
  /** Pseudonym of the viewer. */
  readonly self: string;
  /** The viewer may make sign-in links for others. */
  readonly mayRelink: boolean;
  readonly state: FormState;
}

/** Who works on a town, who is invited, and the way to invite somebody. */
export const PeoplePage = (props: PeopleProps) => {
  const { t, town, team, open, state } = props;
  return (
    <>
      <PageTitle title={t('people.title')} lead={t('people.lead')} />
      <section aria-labelledby="team">
        <h2 id="team">{t('people.team')}</h2>
        {team.length === 0 ? <EmptyState text={t('people.none')} /> : <TeamList {...props} />}
      </section>
      {open.length === 0 ? null : <OpenSection t={t} town={town} open={open} />}
      <section aria-labelledby="invite">
        <h2 id="invite">{t('people.invite')}</h2>
        <p>{t('people.invite.hint', { days: LINK_DAYS })}</p>
        <Form
          t={t}
          action={workPath(t.lang, town.slug, 'people')}
          state={state}
          submit={t('people.invite.submit')}
        >
          {(fields) => (
            <RadioGroup
              {...fields.list('role')}
              label={t('people.invite.role')}
              choices={townRoles.map((value) => ({
                value,
                label: t(`people.role.${value}`),
                hint: t(`people.role.${value}.hint`),
              }))}
            />
          )}
        </Form>
      </section>
    </>
  );
};

const TeamList = (props: PeopleProps) => (
  <ul class="tasks is-wide">
    {props.team.flatMap((member) =>
      member.roles.map((role) => (
        <li>
          <p class="tasks__what">
            <strong>
              <span lang="de">{member.label}</span>{' '}
              {member.person === props.self ? <small>({props.t('people.you')})</small> : null}
            </strong>
            <small>{codeWord(props.t, 'role', role)}</small>
          </p>
          <MemberActions {...props} member={member} role={role} />
        </li>
      )),
    )}
  </ul>
);

interface ActionsProps extends PeopleProps {
  readonly member: Member;
  readonly role: Member['roles'][number];
}

/** The operator can let others in again, and forget them; to oneself both are offered elsewhere. */
const MemberActions = ({ t, town, member, role, self, mayRelink }: ActionsProps) => {
  const { person, label } = member;
  const at = (page: string) => workPath(t.lang, town.slug, 'people', person, page);
  return (
    <div class="row-actions">
      <a
        href={withQuery(at('revoke'), { [roleParameter(t.lang)]: role })}
        aria-label={t('people.revoke.of', { label, role: codeWord(t, 'role', role) })}
      >
        {t('people.revoke')}
      </a>
      {mayRelink && person !== self ? (
        <>
          <form method="post" action={at('link')}>
            <input type="hidden" name="role" value={role} />
            <button class="link-button" aria-label={t('people.newLink.of', { label })}>
              {t('people.newLink')}
            </button>
          </form>
          <a
            href={personFiles(person)[0]?.href}
            download
            aria-label={t('people.data.of', { label })}
          >
            {t('people.data')}
          </a>
          <a href={at('forget')} aria-label={t('people.forget.of', { label })}>
            {t('account.delete')}
          </a>
        </>
      ) : null}
    </div>
  );
};

interface OpenProps {
  readonly t: Translate;
  readonly town: Municipality;
  readonly open: readonly OpenInvitation[];
}

const OpenSection = ({ t, town, open }: OpenProps) => (
  <section aria-labelledby="open">
    <h2 id="open">{t('people.open')}</h2>
    <ul class="text-list">
      {open.map(({ id, role, expiresAt, label }) => {
        const said = {
          role: codeWord(t, 'role', role),
          day: formatDay(berlinDay(new Date(expiresAt).toISOString()), t.lang),
        };
        return (
          <li>
            {t('people.open.until', said)} {label ? t('people.open.known', { label }) : null}
            <form method="post" action={workPath(t.lang, town.slug, 'people', 'withdraw')}>
              <input type="hidden" name="invitation" value={id} />
              <button class="link-button" aria-label={t('people.withdraw.of', said)}>
                {t('people.withdraw')}
              </button>
            </form>
          </li>
        );
      })}
    </ul>
  </section>
);

interface RevokeProps {
  readonly t: Translate;
  readonly label: string;
  readonly role: string;
  readonly isSelf: boolean;
  /** Nobody else leads the team. */
  readonly isLast: boolean;
  readonly action: string;
  readonly cancelHref: string;
  readonly state: FormState;
}

/** Asks before a role is taken away, and says what that means. */
export const RevokePage = (props: RevokeProps) => {
  const { t, label } = props;
  const role = codeWord(t, 'role', props.role);
  return (
    <>
      <PageTitle title={t('people.revoke')} lead={t('people.revoke.lead', { label, role })} />
      {props.isSelf ? <p>{t('people.revoke.self')}</p> : null}
      {props.isLast ? <p>{t('people.revoke.last')}</p> : null}
      <Form
        t={t}
        action={props.action}
        state={props.state}
        submit={t('people.revoke')}
        cancelHref={props.cancelHref}
      >
        {() => <input type="hidden" name="role" value={props.role} />}
      </Form>
    </>
  );
};
