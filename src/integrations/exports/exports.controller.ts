import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authenticator } from '../../accounts/authenticator.js';
import type { Viewer } from '../../accounts/viewer.js';
import { isId } from '../../platform/ids.js';
import { LOG, type Log } from '../../platform/log.js';
import { notFound, RequestError } from '../../platform/request-error.js';
import { inTimeOfItsOwn } from '../../platform/request-trace.js';
import { sendProblem } from '../intake/problem.js';
import { mayExport } from './exports.service.js';
import { type ExportRow, findExport, findPart } from './exports.store.js';
import { FILE_FORMATS } from './file-format.js';

/** The download of exports, with the credentials of the API. */
@Controller('exports')
export class ExportsController {
  constructor(
    private readonly authenticator: Authenticator,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Get(':id')
  async download(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    reply.headers({ 'cache-control': 'private, no-store', vary: 'accept-encoding, authorization, cookie' });
    try {
      const viewer = await this.authenticator.identify(request.headers);
      if (!viewer) throw new RequestError('UNAUTHENTICATED', 'Sign in, or send an API key');
      return await this.send(viewer, await readyExport(viewer, id), request, reply);
    } catch (error) {
      return sendProblem(request, reply, error, this.log);
    }
  }

  private async send(viewer: Viewer, file: ExportRow, request: FastifyRequest, reply: FastifyReply) {
    const { mediaType, ending } = FILE_FORMATS[file.format];
    const name = `${file.kind.toLowerCase().replace('_', '-')}-${file.createdAt.toISOString().slice(0, 10)}.${ending}`;
    const zipped = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    reply.headers({
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${name}"`,
      ...(zipped ? { 'content-encoding': 'gzip' } : { 'content-length': file.bytes }),
    });
    const bytes = Readable.from(partsOf(viewer, file), { objectMode: false, highWaterMark: 1 });
    if (!zipped) return reply.send(bytes);
    const gzip = createGzip();
    // A client that goes away, or a part that is gone, ends both; neither is a failure of the service.
    pipeline(bytes, gzip).catch((error: unknown) => this.log.info({ error: String(error) }, 'download was cut off'));
    return reply.send(gzip);
  }
}

/** Throws NOT_FOUND also for a file of a kind that the viewer may not have: whether there is one is not theirs to know. */
async function readyExport(viewer: Viewer, id: string): Promise<ExportRow> {
  const file = isId(id) ? await viewer.newsroom.transaction((tx) => findExport(tx, id)) : null;
  if (!file || !mayExport(viewer.role, file.kind)) throw notFound('The export');
  if (file.status === 'READY') return file;
  const why = { QUEUED: 'is not written yet', RUNNING: 'is not written yet', FAILED: 'failed', EXPIRED: 'has expired' };
  throw new RequestError('CONFLICT', `The export ${why[file.status]}: ask for its status over /graphql`);
}

/** Each part is read when the client has taken the one before, in a transaction and a time of its own. */
async function* partsOf({ newsroom }: Viewer, file: ExportRow): AsyncGenerator<Uint8Array> {
  for (let number = 1; number <= file.parts; number++) {
    const bytes = await inTimeOfItsOwn(() => newsroom.transaction((tx) => findPart(tx, file, number)));
    if (!bytes) throw new Error(`Part ${number} of export ${file.id} is gone`);
    yield bytes;
  }
}
