/** The mutations of the review, as the tests send them. */
const TASK =
  'id status version verdict { rating status proposer { id } approver { id } } assignee { id } allowedActions';
const FACT_CHECK =
  'id slug url version status warnings claimReview title rating pendingCorrection { class author { id } }';

export const TASKS = `query ($filter: ReviewTaskFilter) { reviewTasks(filter: $filter, first: 100) { nodes { ${TASK} kind } } }`;
export const READ = `query ($id: ID!) { reviewTask(id: $id) { ${TASK} evidence { id note } factCheck { id } verdicts { number status rating } } }`;
export const TAKE = `mutation ($id: ID!) { takeTask(id: $id) { ${TASK} } }`;
export const RELEASE = `mutation ($id: ID!) { releaseTask(id: $id) { ${TASK} } }`;
export const ASSIGN = `mutation ($id: ID!, $memberId: ID!) { assignTask(id: $id, memberId: $memberId) { ${TASK} } }`;
export const ESCALATE = `mutation ($input: EscalateTaskInput!) { escalateTask(input: $input) { ${TASK} escalation { reason by { id } } } }`;
export const WITHDRAW_ESCALATION = `mutation ($id: ID!, $version: Int!) { withdrawEscalation(taskId: $id, expectedVersion: $version) { ${TASK} escalation { reason } } }`;
export const ADD_EVIDENCE = `mutation ($input: AddEvidenceInput!) { addEvidence(input: $input) { id version author { id } task { version } } }`;
export const UPDATE_EVIDENCE = `mutation ($input: UpdateEvidenceInput!) { updateEvidence(input: $input) { id version note url } }`;
export const REMOVE_EVIDENCE = `mutation ($id: ID!) { removeEvidence(id: $id) { ${TASK} evidence { id } } }`;
export const PROPOSE = `mutation ($input: ProposeVerdictInput!) { proposeVerdict(input: $input) { ${TASK} } }`;
export const WITHDRAW = `mutation ($id: ID!, $version: Int!) { withdrawVerdict(taskId: $id, expectedVersion: $version) { ${TASK} } }`;
export const APPROVE = `mutation ($input: ReviewVerdictInput!) { approveVerdict(input: $input) { ${TASK} } }`;
export const REQUEST_CHANGES = `mutation ($input: ReviewVerdictInput!) { requestChanges(input: $input) { ${TASK} } }`;
export const DISMISS = `mutation ($input: DismissTaskInput!) { dismissTask(input: $input) { ${TASK} } }`;
export const REOPEN = `mutation ($input: ReopenTaskInput!) { reopenTask(input: $input) { ${TASK} evidence { id } } }`;
export const SAVE_DRAFT = `mutation ($input: SaveVerdictDraftInput!) { saveVerdictDraft(input: $input) { version verdictDraft { rating rationale } } }`;
export const PUBLISH = `mutation ($id: ID!, $input: PublishFactCheckInput) { publishFactCheck(taskId: $id, input: $input) { ${FACT_CHECK} task { status } } }`;
export const WITHDRAW_ARTICLE = `mutation ($id: ID!, $reason: String!) { withdrawArticle(id: $id, reason: $reason) { id status progress { total prepared decided } withdrawal { reason by { id } } } }`;
export const RESTORE_ARTICLE = `mutation ($id: ID!) { restoreArticle(id: $id) { id status withdrawal { reason } } }`;
export const CORRECT = `mutation ($input: CorrectFactCheckInput!) { correctFactCheck(input: $input) { ${FACT_CHECK} } }`;
export const APPROVE_CORRECTION = `mutation ($id: ID!, $version: Int!) { approveCorrection(factCheckId: $id, expectedVersion: $version) { ${FACT_CHECK} task { status } editions { number rating publicNote correctionClass } } }`;
export const REJECT_CORRECTION = `mutation ($id: ID!, $version: Int!, $comment: String!) { rejectCorrection(factCheckId: $id, comment: $comment, expectedVersion: $version) { ${FACT_CHECK} corrections { status comment } } }`;
export const FACT_CHECK_BY = `query ($id: ID, $slug: String) { factCheck(id: $id, slug: $slug) { ${FACT_CHECK} } }`;

export const RATIONALE = 'The register of the port shows another number for that month.';
