import type OpenAI from 'openai';
import type { Config } from '../config/config.js';
import type { ModelMessage } from '../../core/extraction/model-backed/model-request.js';

/** The model gave no answer that can be used; the message is for the log and holds neither key nor article. */
export class ModelUnavailable extends Error {
  override name = 'ModelUnavailable';
}

/** A model that answers messages with text. */
export interface Model {
  /** Throws ModelUnavailable. */
  answer(messages: readonly ModelMessage[]): Promise<string>;
}

export const MODEL = Symbol('Model');

/** Longer than any answer to one part of an article: a server that goes on is cut off. */
const MOST_BYTES = 1 << 20;
const TIMEOUT_MS = 60_000;

/**
 * Asks the OpenAI-compatible server of ISNAD_MODEL_URL. The library is loaded with the first question: most desks have no
 * model.
 */
export class ModelClient implements Model {
  private client: Promise<OpenAI> | null = null;

  constructor(
    private readonly settings: NonNullable<Config['model']>,
    private readonly timeoutMs = TIMEOUT_MS,
  ) {}

  async answer(messages: readonly ModelMessage[]): Promise<string> {
    this.client ??= this.connect();
    const client = await this.client;
    // The library's own time limit ends with the head of an answer; a body that trickles has to be ended as well.
    const signal = AbortSignal.timeout(this.timeoutMs);
    try {
      const { choices } = await client.chat.completions.create(
        {
          ...{ model: this.settings.name, messages: [...messages], temperature: 0 },
          response_format: { type: 'json_object' },
        },
        { signal },
      );
      return readChoice(choices);
    } catch (error) {
      if (error instanceof ModelUnavailable) throw error;
      throw new ModelUnavailable(signal.aborted ? `no answer within ${this.timeoutMs / 1000} s` : describe(error));
    }
  }

  private async connect(): Promise<OpenAI> {
    const { default: Client } = await import('openai');
    return new Client({
      ...{ baseURL: this.settings.url, apiKey: this.settings.key ?? 'none', maxRetries: 0, timeout: this.timeoutMs },
      fetch: async (input, init) => bound(await fetch(input, { ...init, redirect: 'error' })),
    });
  }
}

function readChoice(choices: OpenAI.ChatCompletion['choices'] | undefined): string {
  const choice = Array.isArray(choices) ? choices[0] : undefined;
  const content: unknown = choice?.message?.content;
  if (typeof content !== 'string') throw new ModelUnavailable('an answer without content');
  if (choice?.finish_reason === 'length') throw new ModelUnavailable('an answer that was cut off');
  return content;
}

/** The same answer, which fails as soon as it is longer than any that can be meant. */
function bound(response: Response): Response {
  let bytes = 0;
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > MOST_BYTES) controller.error(new ModelUnavailable('an answer without end'));
      else controller.enqueue(chunk);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body?.pipeThrough(limit) ?? null, { status, statusText, headers });
}

/** What a server says of a failure may repeat key or article: its status alone is told. */
function describe(error: unknown): string {
  const { status, code, name } = error as { status?: unknown; code?: unknown; name?: unknown };
  if (typeof status === 'number') return `status ${status}`;
  return `no usable answer (${String(code ?? name)})`;
}
