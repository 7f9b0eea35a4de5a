import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

/** Sends as long as somebody reads. */
export function endless(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const chunk = Buffer.alloc(1024 * 1024, ' ');
  const send = (): void => {
    while (response.writable && response.write(chunk));
    if (response.writable) response.once('drain', send);
  };
  send();
}

/** Small as it is sent, large once it is unpacked. */
export function serveBomb(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
  response.end(gzipSync(Buffer.alloc(64 * 1024 * 1024, ' ')));
}

export function redirect(location: string) {
  return (_request: IncomingMessage, response: ServerResponse) => void response.writeHead(302, { location }).end();
}
