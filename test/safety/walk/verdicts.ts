/**
 * What the walk through the schema cannot find out by itself. A new field, type, table or mutation needs a line here only
 * where the walk says so; most need a row in seed.ts, so that there is something to hide.
 */

/** Fields that hold no data of anybody's, or none in the seeded newsroom, with the reason why that is right. */
export const WITHOUT_DATA: Readonly<Record<string, string>> = {
  'PageInfo.hasNextPage': 'says whether there is more',
  'PageInfo.hasPreviousPage': 'says whether there is more',
  'Viewer.session': 'there is one after a sign-in alone, and the walk comes with keys; test/sign-in reads it',
  'Session.expiresAt': 'of the same',
  'Session.twoFactor': 'of the same',
  'NewApiKey.apiKey': 'the answer of a mutation, which shows a key that did not exist before',
  'NewApiKey.key': 'of the same',
  'SplitSubjectPayload.task': 'the answer of a mutation; both tasks are read by themselves',
  'SplitSubjectPayload.parts': 'of the same',
  'NewWebhookSecret.webhook': 'the answer of a mutation, which shows a secret that did not exist before',
  'NewWebhookSecret.secret': 'of the same',
  'PagePreview.html': 'computed of the task or correction that is named; test/desk reads it',
  'PagePreview.claimReview': 'of the same',
  'PagePreview.warnings': 'of the same',
  'PagePreview.faults': 'of the same',
  'PageFault.field': 'of the same',
  'PageFault.message': 'of the same',
  'ArticlePreview.title': 'computed of what the asker hands in; test/integrations reads it',
  'ArticlePreview.byline': 'of the same',
  'ArticlePreview.language': 'of the same',
  'ArticlePreview.publishedAt': 'of the same',
  'ArticlePreview.sourceUrl': 'of the same',
  'ArticlePreview.length': 'of the same',
  'ArticlePreview.beginning': 'of the same',
  'ArticlePreview.known': 'of the same',
};

/** What a required argument or input field gets, by name, where its type alone does not say. */
export const VALUES: Readonly<Record<string, unknown>> = {
  url: 'https://stranger.example/',
  sourceUrl: 'https://stranger.example/',
  email: 'stranger@stranger.example',
  text: 'A text of the stranger, who said that nobody reads it.',
  comment: 'A comment of the stranger',
  reason: 'A reason of the stranger',
  note: 'A note of the stranger',
  rating: 'FALSE',
  rationale: 'A rationale of the stranger that is long enough.',
};

/**
 * Mutations that name nothing by its id: a member of another newsroom may call them, and gets only what is theirs. Each
 * other mutation must answer NOT_FOUND when every id that it takes is another newsroom's.
 */
export const NAMES_NOTHING: Readonly<Record<string, string>> = {
  submitArticle: 'makes an article of the own newsroom',
  nextTask: 'takes a task of the own newsroom',
  updateNewsroom: 'changes the own newsroom',
  inviteMember: 'invites into the own newsroom',
  createApiKey: 'makes a key to the own newsroom',
  updateNewsroomPolicy: 'changes the policy of the own newsroom',
  saveRatingScale: 'makes a scale of the own newsroom',
  startExport: 'writes what its filter finds in the own newsroom',
  startImport: 'takes fact-checks into the own newsroom',
  retireRatingScale: 'takes a scale of the own newsroom out of use',
  createWebhook: 'makes a webhook of the own newsroom',
  createFeed: 'makes a feed of the own newsroom',
  updateDigest: 'changes the own digest of who asks',
};

/** Queries that answer with words that the asker has just said: only ids could give anything of the newsroom away there. */
export const ECHOES: Readonly<Record<string, string>> = {
  previewArticle: 'tells what it understood of the text that was sent',
};

/** Tables that hold no row of a newsroom that is only read and written through the API, with the reason. */
export const TABLES_WITHOUT_ROWS: Readonly<Record<string, string>> = {
  unsealed_events: 'the sealer empties it within seconds',
};
