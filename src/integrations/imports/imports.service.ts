import { Inject, Injectable } from '@nestjs/common';
import { recordAct } from '../../accounts/audit/record-act.js';
import { requireRole } from '../../accounts/roles.js';
import type { Viewer } from '../../accounts/viewer.js';
import type { StartImportInput } from '../../generated/graphql.js';
import { CLOCK, type Clock } from '../../platform/clock.js';
import { enqueue } from '../../platform/queue/enqueue.js';
import { badInput, RequestError } from '../../platform/request-error.js';
import { isWebAddress, textFault } from '../../platform/text-fault.js';
import { importFactChecksJob } from './import-fact-checks.job.js';
import { addImport, type Content, countImportsUnderWay, type ImportRow } from './imports.store.js';
import { LARGEST_IMPORT } from './read-import.js';

const MOST_UNDER_WAY = 5;
const LONGEST_ADDRESS = 2_000;

/** Takes in the fact-checks of others; a job reads them. */
@Injectable()
export class ImportsService {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  async start(viewer: Viewer, { content, url }: StartImportInput): Promise<ImportRow> {
    requireRole(viewer.role, 'FACT_CHECKER', { machines: true });
    if ((content == null) === (url == null)) throw badInput({ content: 'give either content or url' });
    if (url != null) return this.startFrom(viewer, checkedAddress(url), null);
    if (content!.trim() === '') throw badInput({ content: 'is blank' });
    return this.startFrom(viewer, null, { bytes: new TextEncoder().encode(content!), charset: 'utf-8' });
  }

  /** The same for a file, whose charset is still to be told. */
  async startFile(viewer: Viewer, bytes: Uint8Array<ArrayBuffer>): Promise<ImportRow> {
    requireRole(viewer.role, 'FACT_CHECKER', { machines: true });
    if (bytes.length > LARGEST_IMPORT) throw badInput({ content: `is larger than ${LARGEST_IMPORT} bytes: split it` });
    return this.startFrom(viewer, null, { bytes, charset: null });
  }

  private async startFrom(viewer: Viewer, url: string | null, content: Content | null): Promise<ImportRow> {
    const { newsroomId } = viewer.newsroom;
    const createdAt = this.clock.now();
    return viewer.newsroom.transaction(async (tx) => {
      if ((await countImportsUnderWay(tx, newsroomId)) >= MOST_UNDER_WAY) {
        throw new RequestError('CONFLICT', `${MOST_UNDER_WAY} imports are under way: wait until one of them is done`);
      }
      const asked = await addImport(tx, { newsroomId, memberId: viewer.memberId, url, createdAt }, content);
      const subject = { kind: 'IMPORT', id: asked.id };
      await recordAct(tx, viewer, { action: 'IMPORT_STARTED', at: createdAt, subject });
      await enqueue(tx, newsroomId, importFactChecksJob, [{ importId: asked.id }]);
      return asked;
    });
  }
}

function checkedAddress(url: string): string {
  const fault = textFault(url, LONGEST_ADDRESS) ?? (isWebAddress(url) ? null : 'must be an http or https address');
  if (fault) throw badInput({ url: fault });
  return url;
}
