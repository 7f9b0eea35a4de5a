import { type ComponentProps, type ComponentType, lazy, useState } from 'react';
import type { WordId } from '../generated/word-ids';
import type { Viewer } from '../session/session';

export interface Screen {
  /** As wouter reads it: `:id` is handed to the component in `params`. */
  readonly path: string;
  readonly screen: Component & { readonly fetch: () => Promise<unknown> };
  /** Its place in the desk's navigation, in the order of this list; absent where others lead to it. */
  readonly navigation?: WordId;
  /** Who gets it offered; the service decides all the same. */
  readonly offeredTo?: (viewer: Viewer) => boolean;
}

type Component = ComponentType<{ readonly params: Readonly<Record<string, string>> }>;

/**
 * A screen in a file of its own, fetched once: when it is first shown, or ahead. One that is here already is shown at
 * once: React would hold back for a third of a second what it had to wait for, however short that was.
 */
function fetched(load: () => Promise<Component>): Screen['screen'] {
  let here: Component | undefined;
  let asked: Promise<{ default: Component }> | undefined;
  const fetch = () => (asked ??= load().then((component) => ({ default: (here = component) })));
  const later = lazy(fetch);
  function Fetched(props: ComponentProps<Component>) {
    // For as long as it is shown: another component in its place would begin anew.
    const [Shown] = useState<Component>(() => here ?? later);
    return <Shown {...props} />;
  }
  return Object.assign(Fetched, { fetch });
}

/** Every screen of the desk. Each is a file of its own, fetched when it is first opened. */
export const SCREENS: readonly Screen[] = [
  {
    path: '/inbox',
    screen: fetched(async () => (await import('../inbox/inbox-screen')).InboxScreen),
    navigation: 'inbox.title',
  },
  {
    path: '/articles',
    screen: fetched(async () => (await import('../article/articles-screen')).ArticlesScreen),
    navigation: 'article.all',
  },
  { path: '/articles/:id', screen: fetched(async () => (await import('../article/article-screen')).ArticleScreen) },
  {
    path: '/submit',
    screen: fetched(async () => (await import('../submit/submit-screen')).SubmitScreen),
    navigation: 'submit.title',
    offeredTo: ({ role }) => role !== 'VIEWER',
  },
  {
    path: '/fact-checks',
    screen: fetched(async () => (await import('../fact-check/fact-checks-screen')).FactChecksScreen),
    navigation: 'fact-check.all',
  },
  {
    path: '/fact-checks/:id',
    screen: fetched(async () => (await import('../fact-check/fact-check-screen')).FactCheckScreen),
  },
  {
    path: '/settings',
    screen: fetched(async () => (await import('../settings/settings-screen')).SettingsScreen),
    navigation: 'settings.title',
  },
  {
    path: '/settings/:part',
    screen: fetched(async () => (await import('../settings/settings-screen')).SettingsScreen),
  },
  {
    path: '/integrations/webhooks',
    screen: fetched(async () => (await import('../integrations/webhooks-screen')).WebhooksScreen),
  },
  {
    path: '/integrations/webhooks/:id',
    screen: fetched(async () => (await import('../integrations/webhook-screen')).WebhookScreen),
  },
  { path: '/tasks/:id', screen: fetched(async () => (await import('../task/task-screen')).TaskScreen) },
  { path: '/tasks/:id/review', screen: fetched(async () => (await import('../review/review-screen')).ReviewScreen) },
];

export const HOME = '/inbox';

/** Fetches the screen of an address ahead, while it is still asked who is there. */
export function fetchAhead(address: string): void {
  const path = address === '/' ? HOME : address;
  const asked = SCREENS.find((screen) => new RegExp(`^${screen.path.replace(/:\w+/g, '[^/]+')}$`).test(path));
  // Where it fails, the screen says so when it is shown.
  asked?.screen.fetch().catch(() => undefined);
}
