/* GraphiQL against /graphql with the API key that is typed into the header editor. */
'use strict';

const DEFAULT_HEADERS = '{\n  "Authorization": "Bearer isnad_…"\n}';

const DEFAULT_QUERY = `# Every quote and every claim of an article is a review task.
# Type an API key in the place of isnad_… under Headers below, then press ▶.

query ReviewTasks {
  reviewTasks(first: 10, filter: { status: [OPEN] }) {
    totalCount
    nodes {
      id
      kind
      priority
      article {
        title
      }
      subject {
        __typename
        ... on Quote {
          text
          type
          speaker {
            name
            anonymous
          }
        }
        ... on Claim {
          proposition
          stance
          checkWorthiness
        }
      }
    }
  }
}
`;

const TELLS_SCHEMA = document.getElementById('graphiql').dataset.introspection === '1';

const isCredentials = (value) => /^Bearer isnad_[\w-]{20,}$/.test(value);

/** The API key in the header editor's text; empty while there is only the place for one, or no JSON yet. */
function credentialsIn(text) {
  try {
    const value = new Headers(JSON.parse(text)).get('authorization') ?? '';
    return isCredentials(value) ? value : '';
  } catch {
    return '';
  }
}

/** The browser's storage for queries and tabs; GraphiQL's history would keep the headers with each query. */
const FORGETTING_KEYS = {
  getItem: (name) => localStorage.getItem(name),
  setItem: (name, value) => localStorage.setItem(name, value.replace(/isnad_[\w-]{20,}/g, 'isnad_…')),
  removeItem: (name) => localStorage.removeItem(name),
  clear: () => localStorage.clear(),
  get length() {
    return localStorage.length;
  },
};

function Explorer() {
  const [credentials, setCredentials] = React.useState('');
  // A new fetcher makes GraphiQL read the schema again: it cannot be read before there is a key.
  const fetcher = React.useMemo(() => (request, options) => ask(request, options?.headers, credentials), [credentials]);
  return React.createElement(GraphiQL, {
    fetcher,
    // Where the service does not tell its schema GraphiQL must not ask for it: it then runs operations without completion.
    ...(TELLS_SCHEMA ? {} : { schema: null }),
    defaultQuery: DEFAULT_QUERY,
    defaultHeaders: DEFAULT_HEADERS,
    defaultEditorToolsVisibility: 'headers',
    // A key is kept nowhere: it is gone when the page is.
    storage: FORGETTING_KEYS,
    shouldPersistHeaders: false,
    showPersistHeadersSettings: false,
    onEditHeaders: (text) => setCredentials(credentialsIn(text)),
  });
}

async function ask(request, typed = {}, credentials) {
  // The place for a key is not sent: it holds a sign that a browser refuses in a header.
  const sendable = Object.entries(typed).filter(([, value]) => /^[\x20-\x7e]*$/.test(value));
  const headers = new Headers(sendable);
  if (credentials) headers.set('authorization', credentials);
  headers.set('content-type', 'application/json');
  const answer = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(request) });
  return answer.json();
}

ReactDOM.createRoot(document.getElementById('graphiql')).render(React.createElement(Explorer));
