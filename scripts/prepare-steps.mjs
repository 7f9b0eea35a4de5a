import { existsSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { filesUnder, fingerprint, hasStamp, stamp } from './fingerprint.mjs';
import { installedByHand } from './installed-packages.mjs';
import { run } from './run.mjs';

const LOCKFILE = 'package-lock.json';
const PACKAGES = 'node_modules/.isnad-stamp';
const GRAPHQL_TYPES = 'scripts/generate-graphql-types.mjs';
const EXAMPLE_TYPES = 'scripts/generate-example-types.mjs';
const DASHBOARD_TYPES = 'scripts/generate-dashboard-types.mjs';

/** In the order in which each needs the one before it. */
export function chooseSteps(upTo) {
  const steps = {
    install: [install],
    generate: [generateDatabaseClient, generateGraphqlTypes, generateDashboardTypes, generateExampleTypes],
    build: [build, buildDashboard],
  };
  const names = Object.keys(steps);
  if (!names.includes(upTo)) {
    console.error(`usage: node scripts/prepare.mjs [${names.join(' | ')}]`);
    process.exit(2);
  }
  return names.slice(0, names.indexOf(upTo) + 1).flatMap((name) => steps[name]);
}

const packages = () => `${process.platform}-${process.arch} ${fingerprint([LOCKFILE])}`;

const install = {
  says: 'installing the packages (npm ci; the first time takes about a minute)',
  isCurrent() {
    if (hasStamp(PACKAGES, packages())) return true;
    if (!installedByHand(LOCKFILE)) return false;
    stamp(PACKAGES, packages());
    return true;
  },
  async run(lock) {
    // The npm that runs us, where one does; its path may also name another package manager.
    const npm = process.env.npm_execpath ?? '';
    const [program, ...words] = /^npm(-cli)?\.c?js$/.test(basename(npm)) ? [process.execPath, npm] : ['npm'];
    const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
    await run(lock, program, [...words, 'ci', '--include=dev', ...quiet]);
    stamp(PACKAGES, packages());
  },
};

const generateDatabaseClient = generator({
  says: 'generating the database client',
  stampFile: 'src/generated/.prisma-stamp',
  inputs: () => filesUnder('prisma').filter((file) => file.endsWith('.prisma')),
  settings: ['prisma.config.ts'],
  command: ['node_modules/prisma/build/index.js', 'generate'],
  // Prisma would download an engine that generating does not use, and ask for news of itself.
  environment: {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  },
});

const generateGraphqlTypes = generator({
  says: 'generating the GraphQL types',
  stampFile: 'src/generated/.graphql-stamp',
  inputs: () => (existsSync(GRAPHQL_TYPES) ? filesUnder('src').filter((file) => file.endsWith('.graphql')) : []),
  settings: [GRAPHQL_TYPES],
  command: [GRAPHQL_TYPES],
});

const isDashboardDocument = (file) => /\.(graphql|po)$/.test(file);

const generateDashboardTypes = generator({
  says: "generating the dashboard's types",
  stampFile: 'dashboard/src/generated/.stamp',
  inputs: () => (existsSync(DASHBOARD_TYPES) ? filesUnder('dashboard/src').filter(isDashboardDocument) : []),
  settings: [DASHBOARD_TYPES, 'docs/schema.graphql'],
  command: [DASHBOARD_TYPES],
});

const generateExampleTypes = generator({
  says: "generating the examples' types",
  stampFile: 'docs/examples/generated/.stamp',
  inputs: () => filesUnder('docs/examples').filter((file) => file.endsWith('.graphql')),
  settings: [EXAMPLE_TYPES, 'docs/schema.graphql'],
  command: [EXAMPLE_TYPES],
});

function generator({ says, stampFile, inputs, settings, command, environment }) {
  const inputsNow = () => fingerprint([...inputs(), ...settings, LOCKFILE]);
  return {
    says,
    isCurrent: () => inputs().length === 0 || hasStamp(stampFile, inputsNow()),
    async run(lock) {
      await run(lock, process.execPath, command, environment);
      stamp(stampFile, inputsNow());
    },
  };
}

const BUILT = 'dist/.stamp';
const isBuilt = (file) => !/\.spec\.ts$|-stamp$/.test(file);
const sources = () =>
  fingerprint(
    ['src', 'nest-cli.json', '.swcrc', 'tsconfig.json', 'tsconfig.build.json', 'package.json', LOCKFILE],
    isBuilt,
  );

const build = {
  says: 'building',
  isCurrent: () => !existsSync('src/main') || hasStamp(BUILT, sources()),
  async run(lock) {
    const from = sources();
    rmSync(BUILT, { force: true });
    await run(lock, process.execPath, ['node_modules/@nestjs/cli/bin/nest.js', 'build']);
    stamp(BUILT, from);
  },
};

const BUILT_DASHBOARD = 'dashboard/dist/.stamp';
const isOfDashboard = (file) =>
  isBuilt(file) && !/^dashboard\/(dist|node_modules|src\/generated)\//.test(file) && !/\.spec\.tsx?$/.test(file);
const dashboardSources = () => fingerprint(['dashboard', 'docs/schema.graphql', LOCKFILE], isOfDashboard);

const buildDashboard = {
  says: 'building the dashboard',
  isCurrent: () => !existsSync('dashboard/src') || hasStamp(BUILT_DASHBOARD, dashboardSources()),
  async run(lock) {
    const from = dashboardSources();
    rmSync(BUILT_DASHBOARD, { force: true });
    await run(lock, process.execPath, ['node_modules/vite/bin/vite.js', 'build', 'dashboard'], {
      NODE_ENV: 'production',
    });
    stamp(BUILT_DASHBOARD, from);
  },
};
