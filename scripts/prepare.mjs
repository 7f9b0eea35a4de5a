/**
 * Makes a bare clone, or one that has changed, ready to run: installs packages, generates code, builds. A step whose
 * inputs are as it left them is passed over. Plain Node, because it comes before everything that it installs.
 *
 * node scripts/prepare.mjs [install | generate | build]    up to that step; without a word, all of them
 */
import { whyUnsupported } from './supported-machine.mjs';

const ROOT = new URL('..', import.meta.url).pathname;

/** Messages go to standard error alone: the output of a command that prepares first stays its own. */
export async function prepare(upTo = 'build') {
  const complaint = whyUnsupported(process);
  if (complaint) {
    console.error(complaint);
    process.exit(1);
  }
  const callerFolder = process.cwd();
  process.chdir(decodeURIComponent(ROOT));
  try {
    await bringUpToDate(upTo);
  } catch (error) {
    console.error(`isnad: ${error.message}`);
    process.exit(1);
  }
  process.chdir(callerFolder);
}

async function bringUpToDate(upTo) {
  // Loaded only now, for an old Node may stumble over them.
  const { chooseSteps } = await import('./prepare-steps.mjs');
  const steps = chooseSteps(upTo);
  if (steps.every((step) => step.isCurrent())) return;

  const { lockPreparation } = await import('./prepare-lock.mjs');
  const lock = await lockPreparation();
  try {
    // Asked again one by one: another process may have done it meanwhile, and each step is an input of the next.
    for (const step of steps) {
      if (step.isCurrent()) continue;
      console.error(`isnad: ${step.says}`);
      await step.run(lock);
    }
  } finally {
    lock.release();
  }
}

if (process.argv[1]?.endsWith('prepare.mjs')) await prepare(process.argv[2]);
