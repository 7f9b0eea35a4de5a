import { ActionIcon, Button, Menu } from '@mantine/core';
import { useMutation } from 'urql';
import { Link, useLocation } from 'wouter';
import { SelectNewsroomDocument } from '../generated/documents';
import { useSession, useViewer } from '../session/session';
import { useWords } from '../words/words';
import { PreferencesMenu } from '../preferences/preferences-menu';
import { HOME, SCREENS } from './screens';
import { useTell } from './use-tell';
import styles from './desk.module.css';

/** The desk's navigation, preferences, help and person. */
export function Head({ help }: { readonly help: () => void }) {
  const say = useWords();
  return (
    <header className={`${styles.head} no-print`}>
      <NarrowNavigation />
      <Link href={HOME} className={styles.brand}>
        <img src="/icon.svg" alt="" width="26" height="26" />
        <span>{say('shell.name')}</span>
      </Link>
      <nav className={styles.nav} aria-label={say('shell.navigation')}>
        {useOffered().map(({ path, word, current }) => (
          <Link key={path} href={path} className={styles.link} aria-current={current ? 'page' : undefined}>
            {say(word)}
          </Link>
        ))}
      </nav>
      <span className={styles.spread} />
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={say('shortcuts.help')} onClick={help}>
        <span aria-hidden>?</span>
      </ActionIcon>
      <PreferencesMenu />
      <PersonMenu />
    </header>
  );
}

function useOffered() {
  const viewer = useViewer();
  const [location] = useLocation();
  return SCREENS.flatMap(({ path, navigation, offeredTo }) =>
    navigation && (offeredTo?.(viewer) ?? true)
      ? [{ path, word: navigation, current: location === path || location.startsWith(`${path}/`) }]
      : [],
  );
}

function NarrowNavigation() {
  const say = useWords();
  const offered = useOffered();
  return (
    <Menu position="bottom-start" width="max-content">
      <Menu.Target>
        <ActionIcon
          className={styles.narrow}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={say('shell.navigation')}
        >
          <span aria-hidden>☰</span>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {offered.map(({ path, word, current }) => (
          <Menu.Item key={path} component={Link} href={path} aria-current={current ? 'page' : undefined}>
            {say(word)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The way to the other newsrooms that this person belongs to. */
function OtherNewsrooms() {
  const say = useWords();
  const tell = useTell();
  const { newsrooms, session } = useViewer();
  const { refresh } = useSession();
  const [, select] = useMutation(SelectNewsroomDocument);
  const turn = async (id: string) => {
    const { error } = await select({ id });
    if (error) tell.trouble(error);
    else refresh();
  };
  // A key belongs to its newsroom.
  if (!session) return null;
  return newsrooms
    .filter(({ selected }) => !selected)
    .map(({ newsroom: { id, name } }) => (
      <Menu.Item key={id} onClick={() => void turn(id)}>
        {say('settings.newsroom.switch', { name })}
      </Menu.Item>
    ));
}

function PersonMenu() {
  const say = useWords();
  const viewer = useViewer();
  const { signOut } = useSession();
  const name = viewer.member?.name ?? say('shell.machine');
  return (
    <Menu position="bottom-end" width="max-content">
      <Menu.Target>
        <Button variant="subtle" color="gray" px="xs" maw="9rem" aria-label={say('shell.person', { name })}>
          <bdi>{name.split(' ')[0]}</bdi>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <bdi>{name}</bdi> · {say(`role.${viewer.role}`)}
        </Menu.Label>
        <Menu.Label>
          <bdi>{viewer.newsroom.name}</bdi>
        </Menu.Label>
        <OtherNewsrooms />
        <Menu.Item onClick={signOut}>{say('session.sign-out')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
