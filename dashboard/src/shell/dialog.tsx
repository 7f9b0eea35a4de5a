import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../words/words';

interface DialogProps {
  readonly opened: boolean;
  readonly close: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** A named width, or a length. */
  readonly size?: string;
}

/** A dialog that needs no style element of its own and names its close button. */
export function Dialog({ opened, close, title, children, size = 'md' }: DialogProps) {
  const say = useWords();
  return (
    <Modal.Root opened={opened} onClose={close} lockScroll={false} size={size} centered>
      <Modal.Overlay />
      <Modal.Content>
        <div className="dialog-head">
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label={say('shell.close')} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
