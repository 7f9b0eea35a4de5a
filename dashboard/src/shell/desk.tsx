import { Suspense, useEffect, useState } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { HelpDialog } from '../shortcuts/help-dialog';
import { useShortcuts } from '../shortcuts/shortcuts';
import { Empty, Loading } from '../states/states';
import { useWords } from '../words/words';
import { ConnectionNotice } from './connection-notice';
import { Head } from './head';
import { HOME, SCREENS } from './screens';
import styles from './desk.module.css';

/** The desk itself: the head of every page, and the screen that the address names. */
export function Desk() {
  const say = useWords();
  const [helping, setHelping] = useState(false);
  const [location] = useLocation();
  useShortcuts([{ press: '?', says: 'shortcuts.help', act: () => setHelping(true) }]);
  // A new screen begins at its top, and a screen reader hears of it by the page's title.
  useEffect(() => void window.scrollTo(0, 0), [location]);
  return (
    <div className={styles.desk}>
      <a className={styles.skip} href="#screen">
        {say('shell.skip')}
      </a>
      <Head help={() => setHelping(true)} />
      <ConnectionNotice />
      <main id="screen" tabIndex={-1} className={styles.screen}>
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path="/">
              <Redirect to={HOME} replace />
            </Route>
            {SCREENS.map(({ path, screen: Screen }) => (
              <Route key={path} path={path}>
                {(params) => <Screen params={params as Record<string, string>} />}
              </Route>
            ))}
            <Route>
              <Empty level={1} title={say('state.nowhere')}>
                {say('state.nowhere.explained')}
              </Empty>
            </Route>
          </Switch>
        </Suspense>
      </main>
      <HelpDialog opened={helping} close={() => setHelping(false)} />
    </div>
  );
}
