import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useWords } from '../words/words';

/** Time enough to see that it was the wrong one. */
const UNDO_MS = 15_000;

/** Says in passing what was done, and offers to undo it. */
export function useTellUndo(): (message: string, undo: () => void) => void {
  const say = useWords();
  return useCallback(
    (message, undo) => {
      const id = notifications.show({
        autoClose: UNDO_MS,
        withBorder: true,
        color: 'isnad',
        role: 'status',
        closeButtonProps: { 'aria-label': say('shell.close') },
        message: (
          <span className="toast-line">
            {message}
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                notifications.hide(id);
                undo();
              }}
            >
              {say('inbox.undo')}
            </Button>
          </span>
        ),
      });
    },
    [say],
  );
}
