import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { PreferencesMenu } from '../preferences/preferences-menu';
import { useWords } from '../words/words';
import styles from './sign-in.module.css';

/** The frame of every screen before the desk. */
export function SignInCard({ children }: { readonly children: ReactNode }) {
  const say = useWords();
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <div className={styles.brand}>
          <img src="/icon.svg" alt="" width="40" height="40" />
          <Title order={1} size="h2">
            {say('shell.name')}
          </Title>
          <PreferencesMenu />
        </div>
        {children}
      </div>
    </main>
  );
}
