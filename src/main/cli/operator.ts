import type { INestApplicationContext } from '@nestjs/common';
import { AccountsService } from '../../accounts/accounts.service.js';
import type { Viewer } from '../../accounts/viewer.js';
import { Database } from '../../platform/database/database.js';
import { DEMO_NEWSROOM } from '../demo.js';
import { CommandError } from './fail.js';

/**
 * Whoever works at the machine of the service acts for a newsroom, the demo's where none is named, like one of its
 * machines. Throws CommandError where there is none of that name.
 */
export async function operatorOf(app: INestApplicationContext, slug: string = DEMO_NEWSROOM): Promise<Viewer> {
  const newsroom = await app.get(AccountsService).findNewsroom(slug);
  if (!newsroom)
    throw new CommandError(`There is no newsroom ${slug}: make it (newsroom create), or give --newsroom SLUG`);
  const handle = app.get(Database).forNewsroom(newsroom.id);
  return { newsroom: handle, memberId: null, role: 'INTEGRATION', apiKeyId: 'command line' };
}
