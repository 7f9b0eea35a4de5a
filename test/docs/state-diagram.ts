import { LEAST_ROLE } from '../../src/core/workflow/permissions.js';
import { TRANSITIONS } from '../../src/core/workflow/transitions.js';

/** The states of a task and what leads from one to another, as Mermaid draws them, from the table that is in force. */
export function drawStateDiagram(): string {
  const arrows = new Map<string, string[]>();
  for (const { action, from, to } of TRANSITIONS) {
    for (const status of from) {
      // What leaves a task where it is would only hide what moves it.
      if (to === 'UNCHANGED' || to === status) continue;
      const arrow = `${status} --> ${to}`;
      arrows.set(arrow, [...(arrows.get(arrow) ?? []), `${action} (${LEAST_ROLE[action]})`]);
    }
  }
  const lines = [...arrows].map(([arrow, labels]) => `  ${arrow}: ${labels.join('<br>')}`);
  return ['stateDiagram-v2', '  [*] --> PENDING', ...lines, '  PUBLISHED --> [*]', '  DISMISSED --> [*]', ''].join(
    '\n',
  );
}
