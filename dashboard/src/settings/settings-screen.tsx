import { Title } from '@mantine/core';
import type { ComponentType } from 'react';
import { Link } from 'wouter';
import type { WordId } from '../generated/word-ids';
import { useViewer } from '../session/session';
import { useTitle } from '../shell/use-title';
import { Empty } from '../states/states';
import { useWords } from '../words/words';
import { AccountPart } from './account-part';
import { KeysPart } from './keys-part';
import { MembersPart } from './members-part';
import { NewsroomPart } from './newsroom-part';
import { PolicyPart } from './policy-part';
import { ScalesPart } from './scales-part';
import styles from './settings.module.css';

const PARTS = [
  { name: 'account', word: 'settings.account', part: AccountPart },
  { name: 'newsroom', word: 'settings.newsroom', part: NewsroomPart },
  { name: 'members', word: 'settings.members', part: MembersPart },
  { name: 'keys', word: 'settings.keys', part: KeysPart },
  { name: 'policy', word: 'settings.policy', part: PolicyPart },
  { name: 'scales', word: 'settings.scales', part: ScalesPart },
] as const satisfies readonly { name: string; word: WordId; part: ComponentType }[];

/** One's own account, and what the newsroom has set; each part has an address. */
export function SettingsScreen({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const say = useWords();
  const shown = PARTS.find(({ name }) => name === (params.part ?? 'account'));
  const title = say(shown?.word ?? 'settings.title');
  useTitle(title);
  const { role } = useViewer();
  const Part = shown?.part;
  return (
    <div className={styles.page}>
      <nav className={styles.parts} aria-label={say('settings.title')}>
        {PARTS.map(({ name, word }) => (
          <Link key={name} href={`/settings/${name}`} aria-current={name === shown?.name ? 'page' : undefined}>
            {say(word)}
          </Link>
        ))}
        {role === 'ADMIN' && <Link href="/integrations/webhooks">{say('webhook.all')}</Link>}
      </nav>
      <div className={styles.part}>
        {Part ? (
          <>
            <Title order={1} size="h3">
              {title}
            </Title>
            <Part />
          </>
        ) : (
          <Empty level={1} title={say('state.nowhere')}>
            {say('state.nowhere.explained')}
          </Empty>
        )}
      </div>
    </div>
  );
}
