import { notifications } from '@mantine/notifications';

interface Toast {
  readonly message: string;
  readonly title?: string;
  readonly tone?: 'done' | 'trouble' | 'news';
  /** Words of the close button, which a toast cannot look up itself. */
  readonly close: string;
}

/** Says something in passing. Trouble stays until it is closed; the rest goes by itself. */
export function toast({ message, title, tone = 'done', close }: Toast): string {
  return notifications.show({
    message,
    title,
    color: { done: 'isnad', trouble: 'red', news: 'blue' }[tone],
    autoClose: tone === 'trouble' ? false : 6_000,
    withBorder: true,
    closeButtonProps: { 'aria-label': close },
    role: tone === 'trouble' ? 'alert' : 'status',
  });
}
