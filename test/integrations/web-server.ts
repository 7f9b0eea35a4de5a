import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export type Page = (request: IncomingMessage, response: ServerResponse) => void;

/** A foreign site on a free port of this machine; pages may be changed while it runs. */
export interface WebServer {
  readonly host: string;
  readonly url: string;
  readonly pages: Map<string, Page>;
  /** What was asked for, in order. */
  readonly asked: string[];
  readonly agents: Set<string>;
  close(): Promise<void>;
}

export async function startWebServer(): Promise<WebServer> {
  const pages = new Map<string, Page>();
  const asked: string[] = [];
  const agents = new Set<string>();
  const server = createServer((request, response) => {
    asked.push(request.url!);
    agents.add(request.headers['user-agent'] ?? '');
    const page = pages.get(request.url!);
    if (page) page(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    ...{ host: `127.0.0.1:${port}`, url: `http://127.0.0.1:${port}`, pages, asked, agents },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const serve =
  (body: string | Uint8Array, type = 'text/html; charset=utf-8', status = 200): Page =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': type }).end(body);
