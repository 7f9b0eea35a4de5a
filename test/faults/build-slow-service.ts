import { buildService } from '../kit/build-service.js';

/** Translates the slow service once for a test file; `entry` is what to start. */
export async function buildSlowService(): Promise<{ entry: string; remove(): void }> {
  const built = await buildService('test/faults/slow-service.ts', 'test/kit/override-provider.ts');
  return { entry: built.fileOf('test/faults/slow-service.ts'), remove: built.remove };
}
