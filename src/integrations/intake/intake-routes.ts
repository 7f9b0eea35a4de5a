import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Authenticator } from '../../accounts/authenticator.js';
import { requireRole } from '../../accounts/roles.js';
import type { Viewer } from '../../accounts/viewer.js';
import type { ArticlesService } from '../../articles/articles.service.js';
import { countDecided, findArticle } from '../../articles/articles.store.js';
import { DOCUMENT_TYPES } from '../../platform/documents/document-types.js';
import { isId } from '../../platform/ids.js';
import type { Log } from '../../platform/log.js';
import type { PublicUrl } from '../../platform/public-url.js';
import { notFound, RequestError } from '../../platform/request-error.js';
import type { ArticlePreviews } from './article-previews.js';
import { answerKeyed, type IntakeAnswer } from './keyed-intake.js';
import { sendProblem, toProblem, UnsupportedMediaType } from './problem.js';
import { intakeType, type IntakeRequest, readIntake } from './read-intake.js';

const MEBIBYTE = 1024 * 1024;
/** Text and JSON, as on /graphql; files carry pictures and fonts beside their text. */
const LARGEST_TEXT = 5 * MEBIBYTE;
const LARGEST_FILE = 20 * MEBIBYTE;

interface Intake {
  readonly authenticator: Pick<Authenticator, 'identify'>;
  readonly articles: Pick<ArticlesService, 'submit'>;
  readonly previews: Pick<ArticlePreviews, 'preview'>;
  readonly publicUrl: Pick<PublicUrl, 'base'>;
  /** Throws RATE_LIMITED for somebody who asks too often. */
  readonly admit: (viewer: Viewer) => void;
  readonly log: Log;
}

/**
 * `POST /intake/articles` for systems that push articles, `GET /intake/articles/ID` to ask what became of one, and
 * `POST /intake/preview` to see what would be stored. Whoever asks is known, and may submit, before a body is read.
 * Failures are RFC 9457 problems.
 */
export function addIntakeRoutes(fastify: FastifyInstance, intake: Intake): void {
  const viewers = new WeakMap<FastifyRequest, Viewer>();
  void fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    for (const type of ['application/json', ...Object.keys(DOCUMENT_TYPES)]) {
      const isFile = type.startsWith('application/') && !/json|xhtml|subrip/.test(type);
      const bodyLimit = isFile ? LARGEST_FILE : LARGEST_TEXT;
      scope.addContentTypeParser(
        type,
        { parseAs: 'buffer', bodyLimit },
        async (_request: unknown, body: Buffer) => body,
      );
    }
    scope.setErrorHandler((error, request, reply) => sendProblem(request, reply, error, intake.log));
    scope.addHook('onRequest', async (request) => {
      const viewer = await intake.authenticator.identify(request.headers);
      if (!viewer)
        throw new RequestError('UNAUTHENTICATED', 'Sign in, or send an API key: Authorization: Bearer isnad_…');
      intake.admit(viewer);
      viewers.set(request, viewer);
      if (request.method !== 'POST') return;
      requireRole(viewer.role, 'FACT_CHECKER', { machines: true });
      intakeType(request.headers['content-type'] ?? '');
      const encoding = request.headers['content-encoding'] ?? 'identity';
      if (encoding !== 'identity')
        throw new UnsupportedMediaType('content-encoding', 'bodies are not unpacked here: send it as it is');
    });
    scope.post('/intake/articles', (request, reply) => receive(request, reply, viewers.get(request)!, intake));
    scope.post('/intake/preview', (request) => preview(request, viewers.get(request)!, intake));
    scope.get<{ Params: { id: string } }>('/intake/articles/:id', (request) =>
      readStatus(request.params.id, viewers.get(request)!),
    );
  });
}

async function receive(request: FastifyRequest, reply: FastifyReply, viewer: Viewer, intake: Intake) {
  const { articles, publicUrl, log } = intake;
  const given = givenIn(request);
  const work = async (): Promise<IntakeAnswer> => {
    try {
      const { article, created } = await articles.submit(viewer, await readIntake(given));
      const statusUrl = `${publicUrl.base}/intake/articles/${article.id}`;
      return { status: 202, body: { id: article.id, status: article.status, created, statusUrl } };
    } catch (error) {
      const problem = toProblem(error, request.id, log);
      return { status: problem.status, body: problem };
    }
  };
  const key = request.headers['idempotency-key'];
  const answer =
    key === undefined ? { ...(await work()), replayed: false } : await answerKeyed(viewer, String(key), given, work);
  if (answer.replayed) reply.header('idempotency-replayed', 'true');
  if (answer.status === 202) reply.header('location', (answer.body as { statusUrl: string }).statusUrl);
  const type = answer.status === 202 ? 'application/json; charset=utf-8' : 'application/problem+json';
  return reply.code(answer.status).type(type).send(JSON.stringify(answer.body));
}

const givenIn = ({ headers, query, body }: FastifyRequest): IntakeRequest => ({
  contentType: headers['content-type'] ?? '',
  query,
  body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
});

/** What GraphQL's `previewArticle` answers, for bodies that GraphQL does not take. */
async function preview(request: FastifyRequest, viewer: Viewer, { previews }: Intake) {
  const { known, ...understood } = await previews.preview(viewer, await readIntake(givenIn(request)));
  return { ...understood, known: known && { id: known.id, title: known.title } };
}

async function readStatus(id: string, { newsroom }: Viewer) {
  const found = isId(id)
    ? await newsroom.transaction(async (tx) => {
        const article = await findArticle(tx, id);
        return article && { article, decided: (await countDecided(tx, [id])).get(id) ?? 0 };
      })
    : null;
  if (!found) throw notFound('The article');
  const { status, failure, tasksTotal: total, tasksPrepared: prepared } = found.article;
  return { id, status, progress: { total, prepared, decided: found.decided }, failure };
}
