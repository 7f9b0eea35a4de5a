import ts from 'typescript';
import { filesIn, nodesOf, parseTypeScript, placeOf } from './source-files.js';

/** Names through which a clock, chance or the world outside would come into the core without an import. */
const OUTSIDE = ['process', 'fetch', 'crypto', 'performance', 'setTimeout', 'setInterval', 'setImmediate', 'require'];

/** Every place in the core that asks for the time, for chance or for the world outside. */
export function findImpureCore(root: string): string[] {
  const files = filesIn(root, 'src/core', /\.ts$/).filter((file) => !file.endsWith('.spec.ts'));
  return files.flatMap((file) =>
    [...nodesOf(parseTypeScript(root, file))].filter(isImpure).map((node) => `${placeOf(node)}: ${node.getText()}`),
  );
}

function isImpure(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return ['Date.now', 'Math.random'].includes(node.getText());
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && !node.arguments?.length;
  return ts.isIdentifier(node) && OUTSIDE.includes(node.text) && isUseOfGlobal(node);
}

/** Neither a member of something, nor a name that is declared here. */
const isUseOfGlobal = ({ parent, text }: ts.Identifier): boolean =>
  (ts.isCallExpression(parent) && parent.expression.getText() === text) ||
  (ts.isPropertyAccessExpression(parent) && parent.expression.getText() === text);
