import { Inject, Injectable } from '@nestjs/common';
import { extract, type ExtractOptions } from '../core/extraction/extract.js';
import type { Extraction } from '../core/extraction/model.js';
import { addModelItems } from '../core/extraction/model-backed/add-model-items.js';
import { parseModelAnswer } from '../core/extraction/model-backed/model-answer.js';
import { askAboutPart, splitIntoParts } from '../core/extraction/model-backed/model-request.js';
import { type ModelItems, readModelAnswer } from '../core/extraction/model-backed/read-model-answer.js';
import type { Log } from '../platform/log.js';
import { MODEL, type Model, ModelUnavailable } from '../platform/model/model-client.js';

/** A model that fails so often in a row is not asked about the rest of the article. */
const MOST_FAILURES = 2;
/** An article is not held up longer than this by a model that is merely slow. */
const MOST_MS = 5 * 60_000;

/** Reads an article by the rules and, where one is configured, by a model beside them. */
@Injectable()
export class ArticleReader {
  constructor(@Inject(MODEL) private readonly model: Model | null) {}

  /** Whatever the model does or fails to do, what the rules found is in the result. */
  async read(text: string, options: ExtractOptions, log: Log): Promise<Extraction> {
    const rules = extract(text, options);
    if (!this.model) return rules;
    return addModelItems(text, rules, await this.ask(this.model, text, rules.language, log));
  }

  private async ask(model: Model, text: string, language: string, log: Log): Promise<ModelItems> {
    const [quotes, claims] = [[] as ModelItems['quotes'][number][], [] as ModelItems['claims'][number][]];
    const begun = performance.now();
    let failures = 0;
    for (const part of splitIntoParts(text)) {
      if (failures === MOST_FAILURES || performance.now() - begun > MOST_MS) break;
      try {
        const answer = parseModelAnswer(await model.answer(askAboutPart(part, language)));
        if (!answer) throw new ModelUnavailable('an answer that is not the JSON that was asked for');
        const found = readModelAnswer(text, part, answer);
        quotes.push(...found.quotes);
        claims.push(...found.claims);
        failures = 0;
      } catch (error) {
        failures++;
        log.warn({ reason: (error as Error).message }, 'model: no help with a part of an article');
      }
    }
    return { quotes, claims };
  }
}
