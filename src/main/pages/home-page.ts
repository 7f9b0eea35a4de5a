import type { Config } from '../../platform/config/config.js';
import type { PageLanguage } from './choose-language.js';
import type { ServedDocument } from './documents.js';
import { HOME_TEXTS } from './home-texts.js';
import { html } from '../../platform/html.js';

export interface HomeFacts {
  readonly name: string;
  readonly version: string;
  readonly role: Config['role'];
  readonly embedded: boolean;
  readonly queueBackend: string;
  readonly documents: readonly ServedDocument[];
  /** The externalId by which the page's script finds the sample article. */
  readonly sample: string;
}

/** The home page as HTML. What is behind a key is filled in by its script. */
export function homePage(language: PageLanguage, facts: HomeFacts): string {
  const texts = HOME_TEXTS[language];
  const [direction, other, otherDirection] = language === 'ar' ? ['rtl', 'en', 'ltr'] : ['ltr', 'ar', 'rtl'];
  return html`<!doctype html>
    <html lang="${language}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${texts.title}</title>
        <link rel="icon" href="/home/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/home/home.css" />
      </head>
      <body>
        <header>
          <img src="/home/icon.svg" alt="" width="44" height="44" />
          <h1>${texts.title}</h1>
          <a href="/?lang=${other}" lang="${other}" dir="${otherDirection}" hreflang="${other}"
            >${texts.otherLanguage}</a
          >
        </header>
        <main>
          <p class="lead">${texts.lead}</p>

          <section id="sample" data-external-id="${facts.sample}" data-texts="${JSON.stringify(texts.script)}">
            <h2>${texts.sample}</h2>
            <form>
              <p>${texts.keyHint}</p>
              <div class="row">
                <label for="key">${texts.key}</label>
                <input
                  id="key"
                  type="password"
                  dir="ltr"
                  autocomplete="off"
                  spellcheck="false"
                  placeholder="isnad_…"
                  required
                />
                <button>${texts.show}</button>
              </div>
              <p class="quiet">${texts.keyStays}</p>
            </form>
            <noscript><p>${texts.needsScript}</p></noscript>
            <div id="answer" aria-live="polite"></div>
          </section>

          <section>
            <h2>${texts.whatRuns}</h2>
            <dl>
              <div>
                <dt>${texts.version}</dt>
                <dd><bdi>${facts.name} ${facts.version}</bdi></dd>
              </div>
              <div>
                <dt>${texts.role}</dt>
                <dd>${texts.roles[facts.role]} <bdi class="quiet">(${facts.role})</bdi></dd>
              </div>
              <div>
                <dt>${texts.database}</dt>
                <dd>${facts.embedded ? texts.embedded : texts.own}</dd>
              </div>
              <div>
                <dt>${texts.queue}</dt>
                <dd>${texts.queueOn} <bdi>${facts.queueBackend}</bdi></dd>
              </div>
            </dl>
          </section>

          <section>
            <h2>${texts.explore}</h2>
            <p><a href="/graphiql">${texts.graphiql}</a></p>
            <h3>${texts.documents}</h3>
            <ul class="documents" dir="ltr">
              ${facts.documents.map(({ name, url }) => html`<li><a href="${url}">${name}</a></li> `)}
            </ul>
          </section>
        </main>
        <script src="/home/home.js"></script>
      </body>
    </html> `.text;
}
