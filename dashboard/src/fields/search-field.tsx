import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type RefObject, useState } from 'react';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  /** Called when somebody has stopped writing. */
  readonly change: (value: string) => void;
  readonly field?: RefObject<HTMLInputElement | null>;
  readonly className?: string;
}

const WRITING_MS = 250;

/** A field by which a list is searched while one writes. */
export function SearchField({ label, value, change, field, className }: SearchFieldProps) {
  const [written, setWritten] = useState(value);
  const [known, setKnown] = useState(value);
  // Another view or the browser's way back has changed it from outside.
  if (value !== known) {
    setKnown(value);
    setWritten(value);
  }
  const ask = useDebouncedCallback((next: string) => {
    setKnown(next);
    change(next);
  }, WRITING_MS);
  return (
    <TextInput
      ref={field}
      size="xs"
      className={className}
      aria-label={label}
      placeholder={label}
      value={written}
      onChange={(event) => {
        setWritten(event.currentTarget.value);
        ask(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}
