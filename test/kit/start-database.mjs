/** Jest loads its global set-up as Node does: the TypeScript behind it needs the hooks. */
import './run-typescript.mjs';

const { startDatabase } = await import('./test-database.ts');

export default startDatabase;
