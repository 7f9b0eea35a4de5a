import { posix } from 'node:path';
import ts from 'typescript';
import { mayUse, PURE_LIBRARIES, roomOf } from './room-law.js';
import { filesIn, nodesOf, parseTypeScript, placeOf } from './source-files.js';

const SCRIPTS = /\.(ts|tsx|mts|js|jsx|mjs)$/;
/** What a test beside its subject in the core may use in addition. */
const TEST_LIBRARIES = ['fast-check'];

/** Every import under `root` that breaks the law of the rooms, each with file, line and what is wrong. */
export function findImportBreaks(root: string): string[] {
  const sources = [...filesIn(root, 'src', SCRIPTS), ...filesIn(root, 'dashboard', SCRIPTS)];
  return sources.flatMap((file) => {
    if (file.startsWith('src/') && !roomOf(file)) return [`${file}: stands in no room`];
    return importsOf(parseTypeScript(root, file)).flatMap(({ node, specifier }) => {
      const fault = specifier === null ? 'imports what only a run can tell' : judge(file, specifier);
      return fault ? [`${placeOf(node)}: ${fault}`] : [];
    });
  });
}

function judge(file: string, specifier: string): string | null {
  const target = specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : null;
  if (file.startsWith('dashboard/')) return target && !target.startsWith('dashboard/') ? `imports ${target}` : null;
  const room = roomOf(file)!;
  if (target === null) {
    const allowed = file.endsWith('.spec.ts') ? [...PURE_LIBRARIES, ...TEST_LIBRARIES] : PURE_LIBRARIES;
    return room === 'core' && !allowed.includes(specifier) ? `core may not import ${specifier}` : null;
  }
  if (target.startsWith('src/generated/')) return room === 'core' ? `core may not import ${target}` : null;
  const used = roomOf(target);
  if (!used) return `imports ${target}, which stands in no room`;
  return mayUse(room, used) ? null : `${room} comes before ${used} and may not import ${target}`;
}

/** Static, dynamic and type imports, re-exports and require; the specifier is null where it is not a plain string. */
function importsOf(source: ts.SourceFile): { node: ts.Node; specifier: string | null }[] {
  const found: { node: ts.Node; specifier: string | null }[] = [];
  const add = (node: ts.Node, name: ts.Node | undefined) =>
    found.push({ node, specifier: name && ts.isStringLiteralLike(name) ? name.text : null });
  for (const node of nodesOf(source)) {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier);
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node, node.moduleSpecifier);
    else if (ts.isExternalModuleReference(node)) add(node, node.expression);
    else if (ts.isImportTypeNode(node))
      add(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined);
    else if (ts.isCallExpression(node) && isImportCall(node)) add(node, node.arguments[0]);
  }
  return found;
}

const isImportCall = ({ expression }: ts.CallExpression): boolean =>
  expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === 'require');
