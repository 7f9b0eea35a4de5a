import { Alert } from '@mantine/core';

/** Why signing in, or what belongs to it, was refused; nothing where it was not. */
export function TroubleNote({ trouble }: { readonly trouble: string | null }) {
  if (!trouble) return null;
  return (
    <Alert color="red" role="alert">
      {trouble}
    </Alert>
  );
}
