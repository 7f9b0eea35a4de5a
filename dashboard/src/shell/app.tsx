import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { I18nProvider } from '@lingui/react';
import { i18n } from '@lingui/core';
import { useEffect } from 'react';
import { colourSchemeManager } from '../preferences/colour-scheme';
import { directionOf, usePreferences } from '../preferences/preferences';
import { SessionProvider, useSession } from '../session/session';
import { ShortcutProvider } from '../shortcuts/shortcuts';
import { SignInScreen } from '../sign-in/sign-in-screen';
import { Loading } from '../states/states';
import { TimeZone } from '../words/time-zone';
import { speak } from '../words/words';
import { Desk } from './desk';
import { theme } from './theme';
import { Unreachable } from './unreachable';

const schemes = colourSchemeManager();

export function App() {
  return (
    <DirectionProvider initialDirection={document.documentElement.dir === 'ltr' ? 'ltr' : 'rtl'}>
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        colorSchemeManager={schemes}
        // They would be style elements, which the page's policy forbids; the build writes them as files.
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <I18nProvider i18n={i18n}>
          <SpokenLanguage />
          <ShortcutProvider>
            <SessionProvider>
              <WhoeverComes />
            </SessionProvider>
          </ShortcutProvider>
        </I18nProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}

/** Turns words, digits and direction when the preference changes. */
function SpokenLanguage() {
  const { language, digits } = usePreferences();
  const { dir, setDirection } = useDirection();
  useEffect(() => {
    let overtaken = false;
    void speak(language, digits).then(() => {
      if (!overtaken) setDirection(directionOf(language));
    });
    return () => void (overtaken = true);
  }, [language, digits, setDirection]);
  return <Notifications position={dir === 'rtl' ? 'bottom-left' : 'bottom-right'} limit={4} />;
}

function WhoeverComes() {
  const { state, refresh } = useSession();
  switch (state.is) {
    case 'unknown':
      return <Loading />;
    case 'unreachable':
      return <Unreachable again={refresh} />;
    case 'signed-out':
      return <SignInScreen refused={state.refused} />;
    case 'signed-in':
      return (
        <TimeZone value={state.viewer.newsroom.timeZone}>
          <Desk />
        </TimeZone>
      );
  }
}
