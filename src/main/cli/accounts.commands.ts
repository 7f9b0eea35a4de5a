import { AccountsService } from '../../accounts/accounts.service.js';
import { FirstSignIn } from '../../accounts/first-sign-in.js';
import { passwordFault } from '../../accounts/sign-in/sign-in.js';
import { UsageError } from './fail.js';
import { readText } from './read-text.js';
import { withService } from './with-service.js';

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Prints the new newsroom's id. */
export async function runNewsroomCreate({ slug, name }: { slug: string; name?: string }): Promise<void> {
  const newsroom = await withService((app) => app.get(AccountsService).createNewsroom(slug, name ?? slug));
  print(newsroom.id);
}

/** Prints the new member's id; their way in, a link or the password that was given, is no part of the result. */
export async function runUserCreate(options: {
  email: string;
  newsroom: string;
  role: string;
  name?: string;
  passwordStdin?: boolean;
}): Promise<void> {
  const { newsroom, email, role, name = '' } = options;
  const password = options.passwordStdin ? (await readText('-')).replace(/\r?\n$/, '') : null;
  const fault = password === null ? null : passwordFault(password);
  if (fault) throw new UsageError(`the password ${fault}`);
  const { member, link } = await withService(async (app) => {
    const made = await app.get(AccountsService).createMember(newsroom, { email, role, name });
    const first = app.get(FirstSignIn);
    if (password !== null) await first.ensurePassword({ email: made.email, name: made.name, password });
    return { member: made, link: password === null ? await first.linkFor(made.newsroomId, made.id) : null };
  });
  print(member.id);
  if (link) process.stderr.write(`They choose a password here, within seven days: ${link}\n`);
  else process.stderr.write('They can sign in.\n');
}

/** Prints the new key, the one time that it can be seen. */
export async function runApiKeyCreate(options: {
  member?: string;
  newsroom?: string;
  role?: string;
  label?: string;
  expiresAt?: string;
}): Promise<void> {
  const { member, newsroom, role, label } = options;
  const expiresAt = options.expiresAt ? new Date(options.expiresAt) : null;
  if (expiresAt && Number.isNaN(expiresAt.getTime())) throw new UsageError('--expires-at must be an ISO 8601 time');
  const machine = role?.toUpperCase() === 'INTEGRATION';
  if (machine && !newsroom) throw new UsageError('--role INTEGRATION needs --newsroom SLUG');
  if (!machine && !member) throw new UsageError('give --member E-MAIL, or --role INTEGRATION with --newsroom SLUG');
  if (machine && member) throw new UsageError('an INTEGRATION key belongs to a machine: leave --member out');
  const key = await withService((app) => {
    const accounts = app.get(AccountsService);
    return machine
      ? accounts.createMachineKey(newsroom!, label ?? 'integration', expiresAt)
      : accounts.createMemberKey(member!, { newsroom, role, expiresAt });
  });
  print(key);
  process.stderr.write('This key is shown only now: keep it in a safe place.\n');
}
