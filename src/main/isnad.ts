import { Command, CommanderError } from 'commander';
import { showsStacks } from '../platform/config/surroundings.js';

// The command line. Each command's code is loaded when it is called: `extract` must not wait for a framework.

const program = new Command('isnad')
  .description('Every quote and every claim of an article as a review task')
  .exitOverride()
  .showHelpAfterError('(--help tells more)');

program
  .command('extract')
  .description('print the quotes and claims of articles; needs no database')
  .argument('<file...>', 'UTF-8 text files, - for standard input')
  .option('--json', 'print JSON')
  .option('--out <dir>', 'write DIR/ID.json for each file instead')
  .option('--language <code>', 'ar, en or fr; identified where it is left out')
  .option('--published-at <date>', 'ISO 8601 date against which relative dates are read')
  .action(async (files: string[], options) => (await import('./cli/extract.command.js')).runExtract(files, options));

program
  .command('submit')
  .description('hand an article in and print its id and status as JSON')
  .argument('<source>', 'text, HTML, Word, PDF, SRT or VTT file, http address, or - for text from standard input')
  .option('--newsroom <slug>', 'whose article it is (default: demo)')
  .option('--wait', 'wait until its tasks are open')
  .option('--title <title>')
  .option('--language <code>', 'ISO 639-1; identified where it is left out')
  .option('--external-id <id>', "the newsroom's own id of it")
  .option('--source-url <url>', 'where it was published')
  .option('--published-at <time>', 'ISO 8601')
  .action(async (source: string, options) => (await import('./cli/submit.command.js')).runSubmit(source, options));

program
  .command('migrate')
  .description('bring the database up to date')
  .action(async () => (await import('./cli/migrate.command.js')).runMigrate());

program
  .command('doctor')
  .description('look at everything that the service leans on and say what to do; changes nothing')
  .option('--json', 'print JSON')
  .action(async (options) => (await import('./cli/doctor.command.js')).runDoctor(options));

program
  .command('backup')
  .description('write the whole desk into a file, also while the service runs')
  .argument('<file>', '- for standard output')
  .option('--force', 'replace a file of that name')
  .action(async (file: string, options) => (await import('./cli/backup.commands.js')).runBackup(file, options));

program
  .command('restore')
  .description('fill an empty database from a backup; no service may run on it')
  .argument('<file>', '- for standard input')
  .action(async (file: string) => (await import('./cli/backup.commands.js')).runRestore(file));

program
  .command('export')
  .description("write a newsroom's tasks, fact-checks or audit, as they are now, to standard output")
  .argument('<kind>', 'tasks, fact-checks or audit')
  .option('--format <format>', 'csv, jsonl or jsonld', 'csv')
  .option('--newsroom <slug>', 'whose (default: demo)')
  .option('--out <file>', 'write it there instead; never half overwritten')
  .option('--byte-order-mark', 'begin a CSV with one, for Excel')
  .option('--status <list>', 'tasks, fact-checks: statuses, with commas between them')
  .option('--language <code>', 'tasks, fact-checks')
  .option('--text <part>', 'tasks, fact-checks: part of the claim')
  .option('--updated-after <time>', 'tasks, fact-checks: ISO 8601')
  .option('--article <id>', 'of this article')
  .option('--task-kind <kind>', 'tasks: QUOTE or CLAIM')
  .option('--stance <stance>', 'tasks: ASSERTED, DENIED, REPORTED or PREDICTED')
  .option('--speaker <part>', 'tasks: part of the name')
  .option('--priority-at-least <number>', 'tasks: 0 to 100')
  .option('--rating <code>', 'fact-checks')
  .option('--action <list>', 'audit: actions, with commas between them')
  .option('--member <id>', 'audit: done by them or about them')
  .option('--since <time>', 'audit: at this time or later, ISO 8601')
  .option('--until <time>', 'audit: before this time, ISO 8601')
  .action(async (kind: string, options) => (await import('./cli/export.command.js')).runExport(kind, options));

program
  .command('import')
  .description('take in fact-checks of others and print what became of them as JSON')
  .argument('<source>', 'ClaimReview JSON, JSON Lines, CSV or HTML file, http address, or - for standard input')
  .option('--newsroom <slug>', 'into which (default: demo)')
  .action(async (source: string, options) => (await import('./cli/import.command.js')).runImport(source, options));

program
  .command('newsroom')
  .description('newsrooms')
  .command('create')
  .description('make a newsroom and print its id')
  .requiredOption('--slug <slug>', 'its name in addresses: lower-case Latin letters, digits, hyphens')
  .option('--name <name>', 'its name for people')
  .action(async (options) => (await import('./cli/accounts.commands.js')).runNewsroomCreate(options));

program
  .command('user')
  .description('members of newsrooms')
  .command('create')
  .description('add a person to a newsroom and print their id, and beside it the link by which they choose a password')
  .requiredOption('--email <e-mail>')
  .requiredOption('--newsroom <slug>')
  .requiredOption('--role <role>', 'ADMIN, EDITOR, REVIEWER, FACT_CHECKER or VIEWER')
  .option('--name <name>')
  .option('--password-stdin', 'read their password from standard input instead')
  .action(async (options) => (await import('./cli/accounts.commands.js')).runUserCreate(options));

program
  .command('api-key')
  .description('API keys')
  .command('create')
  .description('make a key and print it, the one time that it can be seen')
  .option('--member <e-mail>', 'whose key it is')
  .option('--role <role>', 'at most the role of the member; INTEGRATION for a machine')
  .option('--newsroom <slug>', 'for a machine, or where a member belongs to several')
  .option('--label <label>', 'what a machine is called')
  .option('--expires-at <time>', 'ISO 8601; never where it is left out')
  .action(async (options) => (await import('./cli/accounts.commands.js')).runApiKeyCreate(options));

program
  .command('audit')
  .description('the record of all that was done')
  .command('verify')
  .description('walk the record and print the head of each newsroom, or name the first break')
  .option('--newsroom <slug>', 'only this one')
  .option('--heads <file>', 'what an earlier run printed: the record must still lead through it')
  .action(async (options) => (await import('./cli/audit.command.js')).runAuditVerify(options));

try {
  await program.parseAsync();
  // A result that is still being written to a pipe is finished first.
  process.exitCode ??= 0;
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has said it; help and version are no errors.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    const { name, message, stack } = error as Error;
    process.stderr.write(`isnad: ${showsStacks() ? stack : message.split('\n')[0]}\n`);
    process.exitCode = name === 'UsageError' ? 2 : 1;
  }
}
