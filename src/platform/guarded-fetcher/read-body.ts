import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FetchRefused } from './fetch-refused.js';

/**
 * Reads a body to its end, unpacked, and stops as soon as it is larger than `mostBytes`, packed or unpacked: a small
 * file that unpacks to a huge one costs no more than that. Throws FetchRefused.
 */
export async function readBody(body: Readable, encoding: string | undefined, mostBytes: number): Promise<Buffer> {
  const unpacked = unpack(body, encoding);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > mostBytes) throw new FetchRefused('TOO_LARGE', `The answer is larger than ${mostBytes} bytes`);
      chunks.push(chunk);
    }
  } finally {
    body.destroy();
    unpacked.destroy();
  }
  return Buffer.concat(chunks);
}

function unpack(body: Readable, encoding = 'identity'): Readable {
  const unpackers: Record<string, () => NodeJS.ReadWriteStream> = {
    gzip: createGunzip,
    'x-gzip': createGunzip,
    deflate: createInflate,
    br: createBrotliDecompress,
  };
  const names = encoding
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity');
  // Packed twice is a bomb's habit, not a newsroom's.
  if (names.length > 1) throw new FetchRefused('WRONG_TYPE', 'The answer is packed several times');
  const unpacker = names[0] ? unpackers[names[0]] : null;
  if (names[0] && !unpacker) throw new FetchRefused('WRONG_TYPE', `The answer is packed as ${names[0]}`);
  if (!unpacker) return body;
  const stream = unpacker() as unknown as Readable;
  body.on('error', (error) => stream.destroy(error));
  return body.pipe(stream as unknown as NodeJS.WritableStream) as unknown as Readable;
}
