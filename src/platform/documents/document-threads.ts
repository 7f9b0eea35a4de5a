import { Piscina } from 'piscina';
import { type ReadDocument, UnreadableDocument } from './document.js';
import type { ThreadAnswer } from './document-thread.js';
import type { DocumentSource } from './document-types.js';

export interface ThreadLimits {
  /** Waiting for a free thread included. */
  readonly longestMs: number;
  readonly mostMemoryMb: number;
}

/**
 * Reads documents on threads of their own, so that others' requests go on meanwhile, and stops a thread that takes too long
 * or too much memory. For compiled code: its threads run document-thread.js.
 */
export class DocumentThreads {
  private readonly pool: Piscina<DocumentSource, ThreadAnswer>;

  constructor(private readonly limits: ThreadLimits) {
    this.pool = new Piscina({
      filename: new URL('./document-thread.js', import.meta.url).href,
      minThreads: 0,
      maxThreads: 2,
      idleTimeout: 10_000,
      resourceLimits: { maxOldGenerationSizeMb: limits.mostMemoryMb },
    });
  }

  /** Throws UnreadableDocument. */
  async read(source: DocumentSource): Promise<ReadDocument> {
    const answer = await this.pool
      .run(source, { name: 'answerDocument', signal: AbortSignal.timeout(this.limits.longestMs) })
      .catch(told);
    if ('read' in answer) return answer.read;
    throw new UnreadableDocument(answer.unreadable.reason, answer.unreadable.message);
  }

  close(): Promise<void> {
    return this.pool.destroy();
  }
}

/** A thread that was stopped is an answer; whatever else went wrong is not. */
function told(error: NodeJS.ErrnoException): ThreadAnswer {
  const tooLarge = (message: string): ThreadAnswer => ({ unreadable: { reason: 'TOO_LARGE', message } });
  if (error.name === 'AbortError') return tooLarge('It takes too long to read');
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return tooLarge('It takes too much memory to read');
  throw error;
}
