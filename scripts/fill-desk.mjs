// What the pictures of the desk need beside the demo's articles: published fact-checks, corrections, work under way.

const TEXTS = {
  ar: {
    rationale: 'الوثائق المنشورة تنقض هذا الادعاء من أوله إلى آخره.',
    note: 'كان رقم الصفحة خطأ، والصواب الصفحة 12.',
  },
  en: {
    rationale: 'The published documents refute this claim from beginning to end.',
    note: 'The page number was wrong; it is page 12.',
  },
};

/** Publishes a fact-check in Arabic and in English and proposes a correction of each. Gives what was made, by language. */
export async function fillDesk(url, keys) {
  const ask = async (role, query, variables = {}) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${keys[role]}` };
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await answer.json();
    if (errors) throw new Error(`${query}: ${JSON.stringify(errors)}`);
    return data;
  };
  const made = {};
  for (const language of ['ar', 'en']) made[language] = await fillLanguage(ask, language);
  return made;
}

async function fillLanguage(ask, language) {
  const { rationale, note } = TEXTS[language];
  const { reviewTasks } = await ask(
    'FACT_CHECKER',
    `query ($filter: ReviewTaskFilter) { reviewTasks(filter: $filter, first: 6) { nodes { id } } }`,
    { filter: { language, kind: 'CLAIM', status: ['OPEN'], stance: 'ASSERTED' } },
  );
  const [published, corrected, approved, escalated] = reviewTasks.nodes.map(({ id }) => id);
  const approve = async (id, rating) => {
    await propose(ask, id, rating, rationale);
    await ask('REVIEWER', `mutation ($input: ReviewVerdictInput!) { approveVerdict(input: $input) { id } }`, {
      input: { taskId: id, expectedVersion: await versionOf(ask, id) },
    });
  };
  const publish = async (id, rating) => {
    await approve(id, rating);
    const { publishFactCheck } = await ask('EDITOR', `mutation ($id: ID!) { publishFactCheck(taskId: $id) { id } }`, {
      id,
    });
    return publishFactCheck.id;
  };
  const correct = (factCheckId, input) =>
    ask('EDITOR', `mutation ($input: CorrectFactCheckInput!) { correctFactCheck(input: $input) { id } }`, {
      input: { factCheckId, ...input },
    });
  const first = await publish(published, 'FALSE');
  const second = await publish(corrected, 'MISLEADING');
  await correct(second, { class: 'TYPO', publicNote: note, rationale: `${rationale} 12.`, expectedVersion: 1 });
  await ask('REVIEWER', `mutation ($id: ID!) { approveCorrection(factCheckId: $id, expectedVersion: 1) { id } }`, {
    id: second,
  });
  await correct(first, { class: 'RATING_CHANGED', rating: 'HALF_TRUE', publicNote: note, expectedVersion: 1 });
  await approve(approved, 'FALSE');
  await propose(ask, escalated, 'FALSE', rationale);
  await ask('REVIEWER', `mutation ($input: EscalateTaskInput!) { escalateTask(input: $input) { id } }`, {
    input: { taskId: escalated, reason: note, expectedVersion: await versionOf(ask, escalated) },
  });
  return { pending: first, corrected: second, approved, escalated };
}

async function propose(ask, id, rating, rationale) {
  await ask('FACT_CHECKER', `mutation ($id: ID!) { takeTask(id: $id) { id } }`, { id });
  await ask('FACT_CHECKER', `mutation ($input: AddEvidenceInput!) { addEvidence(input: $input) { id } }`, {
    input: { taskId: id, url: 'https://example.org/minutes', quotation: rationale, stance: 'REFUTES' },
  });
  await ask('FACT_CHECKER', `mutation ($input: ProposeVerdictInput!) { proposeVerdict(input: $input) { id } }`, {
    input: { taskId: id, rating, rationale, expectedVersion: await versionOf(ask, id) },
  });
}

const versionOf = async (ask, id) =>
  (await ask('FACT_CHECKER', `query ($id: ID!) { reviewTask(id: $id) { version } }`, { id })).reviewTask.version;
