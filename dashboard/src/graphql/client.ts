import { Client, fetchExchange, mapExchange, subscriptionExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { createClient as createSocket } from 'graphql-ws';
import { credentials } from '../session/credentials';
import { connection } from './connection';

export interface DeskClient {
  readonly urql: Client;
  /** Keeps nothing of what it is answered: for long lists, whose window of pages is all that may be held. */
  readonly lists: Client;
  close(): void;
}

interface Occasions {
  /** The service no longer knows these credentials. */
  onSignedOut(): void;
  /** The live connection is back after it was lost: what happened meanwhile was not told. */
  onReturn(): void;
}

/** A client with a cache of its own, for one signed-in person: what one may see never reaches the next. */
export function makeClient({ onSignedOut, onReturn }: Occasions): DeskClient {
  const socket = createSocket({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    lazy: true,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    connectionParams: () => credentials.headers(),
    on: {
      connecting: () => connection.set('connecting'),
      connected: (_socket, _payload, wasRetry) => {
        connection.set('live');
        if (wasRetry) onReturn();
      },
      closed: () => connection.set('lost'),
    },
  });
  const asking = {
    url: '/graphql',
    preferGetMethod: false,
    fetchOptions: () => ({ headers: credentials.headers(), credentials: 'same-origin' as const }),
  };
  const minding = mapExchange({
    onError(error) {
      if (error.graphQLErrors.some(({ extensions }) => extensions.code === 'UNAUTHENTICATED')) onSignedOut();
    },
  });
  const urql = new Client({
    ...asking,
    requestPolicy: 'cache-and-network',
    exchanges: [
      minding,
      cacheExchange({ keys: WITHOUT_IDS, updates: { Mutation: {} } }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (request) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe({ ...request, query: request.query ?? '' }, sink),
          }),
        }),
      }),
    ],
  });
  const lists = new Client({ ...asking, requestPolicy: 'network-only', exchanges: [minding, fetchExchange] });
  return { urql, lists, close: () => void socket.dispose() };
}

const inItsParent = () => null;

/** Types that have no id: each is part of what it stands in. */
const WITHOUT_IDS: Record<string, () => null> = Object.fromEntries(
  [
    'ArticleProgress AttributionLink FactCheckEdition Labels Lease Rating RatingScale Span Speaker SubmitArticlePayload',
    'VerdictDraft Viewer WorthReason PageInfo SpeakerResolution Mend EvidenceSnapshot Escalation Withdrawal',
    'Membership Session NewsroomPolicy ReasonWeight Participant NewApiKey SplitSubjectPayload ExtractionPrecision',
    'PagePreview PageFault ClaimMatch NewWebhookSecret WebhookAttempt',
  ].flatMap((names) => names.split(' ').map((name) => [name, inItsParent])),
);
