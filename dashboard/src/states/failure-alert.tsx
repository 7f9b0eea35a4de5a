import { Alert } from '@mantine/core';
import type { Failure } from '../graphql/failure';
import { useWords } from '../words/words';

interface FailureAlertProps {
  readonly failure: Failure | null;
  /** What a CONFLICT means here, in the place of the service's own words. */
  readonly conflict?: string;
  /** Fields that have a place of their own for what is wrong with them. */
  readonly placed?: readonly string[];
}

/** Why something was refused; faults of fields that stand beside these are left to them. */
export function FailureAlert({ failure, conflict, placed }: FailureAlertProps) {
  const say = useWords();
  if (!failure) return null;
  const { code, message, fields } = failure;
  const rest = Object.entries(fields).filter(([field]) => placed && !placed.includes(field));
  if (Object.keys(fields).length > 0 && rest.length === 0) return null;
  const told = rest.map(([field, fault]) => `${field}: ${fault}`).join(' ') || message;
  return (
    <Alert color={code === 'CONFLICT' ? 'orange' : 'red'} title={say(`failure.${code}`)} role="alert">
      {code === 'CONFLICT' && conflict ? conflict : <span dir="auto">{told}</span>}
    </Alert>
  );
}
