/* The sample article, or where there is none the newest one, for whoever has a key. */
'use strict';

const section = document.getElementById('sample');
const answer = document.getElementById('answer');
const form = section.querySelector('form');
const texts = JSON.parse(section.dataset.texts);
const POLL_MS = 1_000;
let asked = 0;

const QUERY = `query Home($externalId: String!) {
  viewer { role newsroom { name } }
  sample: articles(filter: { externalId: $externalId }, first: 1) { nodes { ...Progress } }
  newest: articles(first: 1) { nodes { ...Progress } }
}
fragment Progress on Article {
  title language status failure
  progress { total prepared decided }
  tasks(first: 5) {
    nodes {
      kind priority
      subject {
        ... on Quote { text speaker { name anonymous } }
        ... on Claim { text: proposition stance speaker { name anonymous } }
      }
    }
  }
}`;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  asked += 1;
  answer.replaceChildren(element('p', texts.loading));
  void show(document.getElementById('key').value.trim(), asked);
});

/** Shows the article and looks again while it is being worked on, until another key is typed. */
async function show(key, turn) {
  const article = await ask(key).catch((error) => error);
  if (turn !== asked) return;
  if (article instanceof Error) return answer.replaceChildren(element('p', article.message, 'problem'));
  answer.replaceChildren(...describe(article));
  if (['RECEIVED', 'EXTRACTING'].includes(article.status)) setTimeout(() => turn === asked && show(key, turn), POLL_MS);
}

async function ask(key) {
  // Anything else is no key, and a browser would refuse to send it.
  if (!/^isnad_[\w-]+$/.test(key)) throw new Error(texts.refused);
  const body = JSON.stringify({ query: QUERY, variables: { externalId: section.dataset.externalId } });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
  const response = await fetch('/graphql', { method: 'POST', headers, body }).catch(() => null);
  if (!response) throw new Error(texts.unreachable);
  const { data, errors } = await response.json().catch(() => ({}));
  if (errors?.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED')) throw new Error(texts.refused);
  if (!data) throw new Error(errors?.[0]?.message ?? texts.unreachable);
  const article = data.sample.nodes[0] ?? data.newest.nodes[0];
  if (!article) throw new Error(texts.noArticle);
  return article;
}

function* describe({ title, language, status, failure, progress, tasks }) {
  const heading = element('h3', title ?? texts.untitled);
  heading.dir = 'auto';
  if (title) heading.lang = language;
  yield heading;
  const state = element('p', `${texts.status}: `);
  state.append(element('strong', texts.statuses[status] ?? status, `status ${status}`));
  yield state;
  if (failure) yield element('p', failure, 'problem');
  yield meter(texts.prepared, progress.prepared, progress.total);
  yield meter(texts.decided, progress.decided, progress.total);
  if (tasks.nodes.length === 0) return;
  yield element('h4', texts.firstTasks);
  const list = element('ol', '', 'tasks');
  list.append(...tasks.nodes.map((task) => describeTask(task, language)));
  yield list;
}

function describeTask({ kind, priority, subject }, language) {
  const item = document.createElement('li');
  const words = element('blockquote', subject.text);
  words.dir = 'auto';
  words.lang = language;
  const { speaker } = subject;
  const who = element('bdi', speaker?.name ?? (speaker?.anonymous ? texts.anonymous : texts.ownVoice));
  const about = element('p', '', 'quiet');
  // What is rated is the sentence without its denial, so the denial must be told beside it.
  if (subject.stance === 'DENIED') about.append(`${texts.deniedBy} `);
  about.append(who);
  if (speaker?.anonymous && speaker.name) about.append(` (${texts.anonymous})`);
  about.append(` · ${texts.priority} `, element('bdi', priority));
  item.append(element('p', texts.kinds[kind] ?? kind, 'kind'), words, about);
  return item;
}

function meter(label, value, total) {
  const line = element('p', '', 'meter');
  const bar = document.createElement('progress');
  bar.max = total || 1;
  bar.value = total ? value : 1;
  bar.setAttribute('aria-label', label);
  const count = element('bdi', `${value} / ${total}`);
  count.dir = 'ltr';
  line.append(element('span', label), bar, count);
  return line;
}

/** What comes from the service is only ever text, never HTML. */
function element(name, text, className = '') {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}
