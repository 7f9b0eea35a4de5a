import './run-typescript.mjs';

const { stopDatabase } = await import('./test-database.ts');

export default stopDatabase;
