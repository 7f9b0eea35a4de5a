import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useCallback, useState } from 'react';
import { useMutation } from 'urql';
import { type Failure, readFailure } from '../graphql/failure';

/** A mutation of a form: what it gave, or null after a failure, which stays until the next try. */
export function useSave<Data, Variables extends AnyVariables>(document: TypedDocumentNode<Data, Variables>) {
  const [{ fetching: saving }, run] = useMutation(document);
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = useCallback(
    async (variables: Variables): Promise<Data | null> => {
      const { data, error } = await run(variables);
      setFailure(error ? readFailure(error) : null);
      return error ? null : (data ?? null);
    },
    [run],
  );
  return { save, saving, failure, faultOf: (field: string) => failure?.fields[field] };
}
