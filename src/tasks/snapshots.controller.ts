import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authenticator } from '../accounts/authenticator.js';
import { isId } from '../platform/ids.js';
import { findSnapshot } from './snapshots.store.js';

/** Endings by which a reader's system knows what they have saved; anything else is saved as it is. */
const ENDINGS: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/plain': 'txt',
  'application/pdf': 'pdf',
  'application/json': 'json',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
};

/** The archived bytes, for members of the newsroom alone. */
@Controller('snapshots')
export class SnapshotsController {
  constructor(private readonly authenticator: Authenticator) {}

  /**
   * What a stranger's server sent is never shown from this origin: it is saved, under no type that a browser would
   * open, and could neither run nor load anything if it were opened all the same.
   */
  @Get(':id')
  async download(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    reply.headers({ 'cache-control': 'private, no-store', 'content-security-policy': "sandbox; default-src 'none'" });
    const viewer = await this.authenticator.identify(request.headers);
    if (!viewer?.memberId) return reply.code(401).send({ error: 'Sign in as a member of the newsroom' });
    const snapshot = isId(id) ? await viewer.newsroom.transaction((tx) => findSnapshot(tx, id)) : null;
    if (!snapshot?.content) return reply.code(404).send({ error: 'No such snapshot' });
    const mediaType = (snapshot.contentType ?? '').split(';')[0]!.trim().toLowerCase();
    return reply
      .headers({
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="${id}.${ENDINGS[mediaType] ?? 'bin'}"`,
        'x-content-type-options': 'nosniff',
        etag: `"${Buffer.from(snapshot.content.sha256).toString('hex')}"`,
      })
      .send(Buffer.from(snapshot.content.bytes));
  }
}
