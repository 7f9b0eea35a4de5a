import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useWords } from '../words/words';
import { type BulkOutcome, reasonsOf } from './use-bulk';

/** Time enough to see that it was the wrong list. */
const UNDO_MS = 15_000;

/** Says what became of a bulk action, and offers to undo it. */
export function useTellOutcome(
  undo: (outcome: BulkOutcome, reason: string) => Promise<BulkOutcome>,
  settled: () => void,
): (outcome: BulkOutcome) => void {
  const say = useWords();
  return useCallback(
    (outcome) => {
      settled();
      const { what, done, refused } = outcome;
      if (done.length) {
        const id = notifications.show({
          autoClose: what === 'undone' ? 5_000 : UNDO_MS,
          withBorder: true,
          role: 'status',
          closeButtonProps: { 'aria-label': say('shell.close') },
          message: (
            <span className="toast-line">
              {say(`inbox.bulk.${what}`, { count: done.length })}
              {what !== 'undone' && (
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => {
                    notifications.hide(id);
                    void undo(outcome, say('inbox.undo.reason')).then((undone) => {
                      settled();
                      showUndone(undone);
                    });
                  }}
                >
                  {say('inbox.undo')}
                </Button>
              )}
            </span>
          ),
        });
      }
      if (refused.length) showRefused(outcome);

      function showUndone(undone: BulkOutcome) {
        notifications.show({
          message: say('inbox.bulk.undone', { count: undone.done.length }),
          withBorder: true,
          role: 'status',
          closeButtonProps: { 'aria-label': say('shell.close') },
        });
        if (undone.refused.length) showRefused(undone);
      }

      function showRefused(of: BulkOutcome) {
        notifications.show({
          title: say('inbox.bulk.refused', { count: of.refused.length }),
          message: reasonsOf(of).join(' '),
          color: 'red',
          autoClose: false,
          withBorder: true,
          role: 'alert',
          closeButtonProps: { 'aria-label': say('shell.close') },
        });
      }
    },
    [say, undo, settled],
  );
}
