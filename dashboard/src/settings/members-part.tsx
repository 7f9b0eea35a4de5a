import { Title } from '@mantine/core';
import { useQuery } from 'urql';
import { MembersInFullDocument } from '../generated/documents';
import { useViewer } from '../session/session';
import { MoreButton, type More, Pages } from '../states/pages';
import { Loading, Trouble } from '../states/states';
import { useWords } from '../words/words';
import { InvitationsSection } from './invitations-section';
import { MemberRow } from './member-row';
import styles from './settings.module.css';

/** Who belongs to the newsroom, and who is invited. */
export function MembersPart() {
  const say = useWords();
  const isAdmin = useViewer().role === 'ADMIN';
  return (
    <>
      {!isAdmin && <p className={styles.dim}>{say('settings.admin-only')}</p>}
      <section className={styles.section}>
        <Pages>{(after, more) => <MembersPage after={after} more={more} />}</Pages>
      </section>
      {isAdmin && (
        <section className={styles.section}>
          <Title order={2} size="h4">
            {say('settings.invitations')}
          </Title>
          <InvitationsSection />
        </section>
      )}
    </>
  );
}

function MembersPage({ after, more }: { readonly after: string | null; readonly more: More }) {
  const [{ data, error }, again] = useQuery({ query: MembersInFullDocument, variables: { after } });
  if (error && !data) return <Trouble error={error} again={again} />;
  if (!data) return <Loading />;
  return (
    <>
      <ul className={styles.list}>
        {data.members.nodes.map((member) => (
          <MemberRow key={member.id} member={member} />
        ))}
      </ul>
      <MoreButton pageInfo={data.members.pageInfo} more={more} />
    </>
  );
}
