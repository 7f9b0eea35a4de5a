import { UnreadableDocument } from './document.js';
import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const MOST_FILES = 2_000;

/**
 * The names of the files in a zip archive. Each is unpacked once, no further than the limit, so that a small archive which
 * unpacks to a huge one is refused before a library takes it whole; what its own directory says of sizes is not believed.
 * Throws UnreadableDocument.
 */
export function checkZip(bytes: Uint8Array, mostUnpacked: number): string[] {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readDirectory(zip, mostUnpacked);
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(mostUnpacked);
    throw new UnreadableDocument('NOT_THIS_KIND', 'The file is damaged, or of another kind than its name says');
  }
}

function readDirectory(zip: Buffer, mostUnpacked: number): string[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('no directory');
  const count = zip.readUInt16LE(end + 10);
  if (count > MOST_FILES) throw tooLarge(mostUnpacked);
  const names: string[] = [];
  let left = mostUnpacked;
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('no entry');
    const [method, packed] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const local = zip.readUInt32LE(at + 42);
    names.push(zip.toString('utf8', at + 46, at + 46 + nameLength!));
    left -= unpackedSize(zip, local, { method, packed, most: left });
    if (left <= 0) throw tooLarge(mostUnpacked);
    at += 46 + nameLength! + extraLength! + commentLength!;
  }
  return names;
}

function unpackedSize(
  zip: Buffer,
  local: number,
  { method, packed, most }: { method: number; packed: number; most: number },
): number {
  if (zip.readUInt32LE(local) !== LOCAL_ENTRY) throw new Error('no file');
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  if (method === 0) return packed;
  if (method !== 8) throw new Error('packed in another way');
  return inflateRawSync(zip.subarray(start, start + packed), { maxOutputLength: Math.max(most, 1) }).length;
}

const tooLarge = (most: number) => new UnreadableDocument('TOO_LARGE', `The file unpacks to more than ${most} bytes`);
