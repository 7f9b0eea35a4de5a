import { PasswordInput } from '@mantine/core';
import { useWords } from '../words/words';

interface Properties {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  /** What the browser's password store takes it for. */
  readonly kept: 'current-password' | 'new-password';
  readonly description?: string;
}

export function PasswordField({ label, value, change, kept, description }: Properties) {
  const say = useWords();
  return (
    <PasswordInput
      label={label}
      description={description}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
      autoComplete={kept}
      dir="ltr"
      required
      withAsterisk={false}
      visibilityToggleButtonProps={{ 'aria-label': say('sign-in.password.show') }}
    />
  );
}
