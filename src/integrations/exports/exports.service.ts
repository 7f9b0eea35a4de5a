import { Inject, Injectable } from '@nestjs/common';
import { recordAct } from '../../accounts/audit/record-act.js';
import { requireRole, type Role } from '../../accounts/roles.js';
import type { Viewer } from '../../accounts/viewer.js';
import type { ExportKind, StartExportInput } from '../../generated/graphql.js';
import { CLOCK, type Clock } from '../../platform/clock.js';
import { enqueue } from '../../platform/queue/enqueue.js';
import { badInput, RequestError } from '../../platform/request-error.js';
import { type ExportSubject, storedFilter } from './export-filter.js';
import { addExport, countExportsUnderWay, type ExportRow } from './exports.store.js';
import { writeExportJob } from './write-export.job.js';

/** A newsroom that asks for more at once waits for the first of them: each of its files may be large. */
const MOST_UNDER_WAY = 5;
const LONGEST_FILTER = 20_000;

/** What may be listed may be exported, but the whole record of what was done is for ADMIN alone. */
export const mayExport = (role: Role, kind: ExportKind): boolean => kind !== 'AUDIT' || role === 'ADMIN';

/** Asks for files; a job writes them. */
@Injectable()
export class ExportsService {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  async start(viewer: Viewer, input: StartExportInput): Promise<ExportRow> {
    if (!mayExport(viewer.role, input.kind)) requireRole(viewer.role, 'ADMIN');
    const filter = storedFilter(readSubject(input));
    if (JSON.stringify(filter).length > LONGEST_FILTER) throw badInput({ filter: 'is too long' });
    const { newsroomId } = viewer.newsroom;
    const createdAt = this.clock.now();
    return viewer.newsroom.transaction(async (tx) => {
      if ((await countExportsUnderWay(tx, newsroomId)) >= MOST_UNDER_WAY) {
        throw new RequestError('CONFLICT', `${MOST_UNDER_WAY} exports are under way: wait until one of them is done`);
      }
      const { kind, format, byteOrderMark } = input;
      const asked = await addExport(tx, {
        ...{ newsroomId, memberId: viewer.memberId, kind, format, filter, createdAt },
        bom: byteOrderMark ?? false,
      });
      const subject = { kind: 'EXPORT', id: asked.id };
      await recordAct(tx, viewer, { action: 'EXPORT_STARTED', at: createdAt, subject, data: { kind, format } });
      await enqueue(tx, newsroomId, writeExportJob, [{ exportId: asked.id }]);
      return asked;
    });
  }
}

/** A filter of another kind would be passed over in silence: it is refused. */
function readSubject({ kind, byteOrderMark, format, ...filters }: StartExportInput): ExportSubject {
  const { taskFilter, factCheckFilter, auditFilter } = filters;
  const given = { TASKS: taskFilter, FACT_CHECKS: factCheckFilter, AUDIT: auditFilter };
  const names = { TASKS: 'taskFilter', FACT_CHECKS: 'factCheckFilter', AUDIT: 'auditFilter' };
  for (const other of Object.keys(given) as ExportKind[]) {
    if (other !== kind && given[other] != null) throw badInput({ [names[other]]: `is not for ${kind}` });
  }
  if (byteOrderMark && format !== 'CSV') throw badInput({ byteOrderMark: 'is for CSV' });
  return { kind, filter: given[kind] ?? {} } as ExportSubject;
}
