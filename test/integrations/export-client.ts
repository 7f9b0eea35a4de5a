import { get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Person } from '../desk/desk.js';
import { until } from '../kit/until.js';

const FIELDS = 'id kind format status progress rows bytes failure url expiresAt member { id }';
export const START = `mutation ($input: StartExportInput!) { startExport(input: $input) { ${FIELDS} } }`;
export const EXPORT = `query ($id: ID!) { export(id: $id) { ${FIELDS} } }`;

/** Asks for a file and waits until it is written. */
export async function exported(person: Person, input: object) {
  const { id } = (await person.ask(START, { input })).startExport;
  return until('the export is over', async () => {
    const found = (await person.ask(EXPORT, { id })).export;
    return ['READY', 'FAILED'].includes(found.status) && found;
  });
}

/** The bytes at an address exactly as they came. */
export async function download(url: string, key?: string, headers: Record<string, string> = {}) {
  const credentials = key ? { authorization: `Bearer ${key}` } : {};
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    get(url, { headers: { ...credentials, ...headers } }, resolve).on('error', reject),
  );
  return { status: response.statusCode!, headers: response.headers, body: await buffer(response) };
}
