import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { html } from '../../platform/html.js';
import { pagePolicy } from './security-headers.js';
import { serveFile } from './served-file.js';

const { resolve } = createRequire(import.meta.url);
/** By way of package.json: react keeps its browser builds out of what may be imported. */
const inPackage = (name: string, file: string) => join(dirname(resolve(`${name}/package.json`)), file);
const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';

/** Browser builds as their packages ship them; nothing is loaded from another origin. */
const ASSETS = [
  { url: '/graphiql/react.js', path: () => inPackage('react', 'umd/react.production.min.js'), type: SCRIPT },
  {
    url: '/graphiql/react-dom.js',
    path: () => inPackage('react-dom', 'umd/react-dom.production.min.js'),
    type: SCRIPT,
  },
  { url: '/graphiql/graphiql.js', path: () => inPackage('graphiql', 'graphiql.min.js'), type: SCRIPT },
  { url: '/graphiql/graphiql.css', path: () => inPackage('graphiql', 'graphiql.min.css'), type: STYLE },
  { url: '/graphiql/page.js', path: () => join(import.meta.dirname, 'static/graphiql.js'), type: SCRIPT },
  { url: '/graphiql/page.css', path: () => join(import.meta.dirname, 'static/graphiql.css'), type: STYLE },
];

/** GraphiQL places its editors with style attributes and brings its fonts and icons inside its own style sheet. */
const POLICY = pagePolicy({ style: "'self' 'unsafe-inline'", font: 'data:', image: "'self' data:" });

const page = (introspection: boolean) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>GraphiQL · Isnad</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/graphiql/graphiql.css" />
        <link rel="stylesheet" href="/graphiql/page.css" />
      </head>
      <body>
        <div id="graphiql" data-introspection="${introspection ? 1 : 0}">
          <p>Loading GraphiQL, which needs JavaScript.</p>
        </div>
        <script src="/graphiql/react.js"></script>
        <script src="/graphiql/react-dom.js"></script>
        <script src="/graphiql/graphiql.js"></script>
        <script src="/graphiql/page.js"></script>
      </body>
    </html> `.text;

/** The GraphQL explorer. The page is public; what it asks of /graphql needs a key, which the visitor types in. */
export function addGraphiql(fastify: FastifyInstance, { introspection }: { introspection: boolean }): void {
  const content = page(introspection);
  for (const { url, path, type } of ASSETS) serveFile(fastify, url, path(), type);
  fastify.get('/graphiql', async (_request, reply) =>
    reply.header('content-security-policy', POLICY).type('text/html; charset=utf-8').send(content),
  );
}
