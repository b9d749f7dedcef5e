import * as ts from 'typescript';
import { isRead, isReadKey, piecesOf } from './is-read';

/** Who reads a sentence: people in Teams, e-mails, pages and answers; who reads the log; who looks a fault up there. */
export type Reader = 'people' | 'log' | 'fault';

/** Stands for what is only known when it runs. */
const UNKNOWN = '…';

/** Methods whose text is looked for, and not said. */
const LOOKS_FOR = new Set([
  'startsWith',
  'endsWith',
  'includes',
  'indexOf',
  'split',
  'has',
  'get',
  'setHeader',
]);
const COMPARES = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.InKeyword,
]);

/** Text as people read it: parts that are only known when it runs as "…", a choice as "{one|other}"; else undefined. */
function textOf(node: ts.Expression): string | undefined {
  if (ts.isParenthesizedExpression(node)) return textOf(node.expression);
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return (
      node.head.text + node.templateSpans.map((span) => partOf(span.expression) + span.literal.text).join('')
    );
  }
  if (isSum(node)) {
    const [left, right] = [textOf(node.left), textOf(node.right)];
    if (left === undefined && right === undefined) return undefined;
    return (left ?? partOf(node.left)) + (right ?? partOf(node.right));
  }
  return undefined;
}

/** A part of a text: "…" where it is not text itself. */
function partOf(node: ts.Expression): string {
  if (ts.isParenthesizedExpression(node)) return partOf(node.expression);
  const branches = branchesOf(node);
  if (branches === undefined) return textOf(node) ?? UNKNOWN;
  const parts = branches.map((branch) => partOf(branch));
  return parts.every((part) => part === UNKNOWN) ? UNKNOWN : `{${parts.join('|')}}`;
}

function branchesOf(node: ts.Expression): readonly ts.Expression[] | undefined {
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse];
  const isFallback =
    ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken;
  return isFallback ? [node.left, node.right] : undefined;
}

const isSum = (node: ts.Node): node is ts.BinaryExpression =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;

/** What stands within a text and is not shown as a part of it: the calls and conditions between its words. */
function withinText(node: ts.Expression): readonly ts.Node[] {
  if (ts.isParenthesizedExpression(node)) return withinText(node.expression);
  if (ts.isStringLiteralLike(node)) return [];
  if (ts.isTemplateExpression(node))
    return node.templateSpans.flatMap(({ expression }) => withinText(expression));
  if (isSum(node)) return [...withinText(node.left), ...withinText(node.right)];
  if (ts.isConditionalExpression(node))
    return [node.condition, ...withinText(node.whenTrue), ...withinText(node.whenFalse)];
  return branchesOf(node)?.flatMap(withinText) ?? [node];
}

/** Where text is a key, a pattern, a type, or what is looked for in what people type: nobody reads it. */
function isPassedBy(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return true;
  if (ts.isTaggedTemplateExpression(node)) return node.tag.getText() === 'String.raw';
  if (ts.isNewExpression(node)) return /^(?:RegExp|Set|Map|Worker)$/u.test(node.expression.getText());
  if (ts.isPropertyAssignment(parent)) {
    return parent.name === node || !isReadKey(parent.name.getText()) || parent.name.getText() === 'words';
  }
  if (ts.isCallExpression(parent)) return isLookedFor(node, parent);
  if (!ts.isStringLiteralLike(node)) return false;
  if (ts.isBinaryExpression(parent)) return COMPARES.has(parent.operatorToken.kind);
  return ts.isCaseClause(parent) || ts.isElementAccessExpression(parent) || isSplit(parent);
}

const isLookedFor = (node: ts.Node, { expression }: ts.CallExpression): boolean =>
  ts.isPropertyAccessExpression(expression) && expression !== node && LOOKS_FOR.has(expression.name.text);
/** A list of words that is written as one text. */
const isSplit = (node: ts.Node): boolean => ts.isPropertyAccessExpression(node) && node.name.text === 'split';

/** Whose words a node begins, if it begins any: the log's, or a fault's. */
function readerOf(node: ts.Node, logged: ReadonlySet<string>): Reader | undefined {
  if (isLogCall(node)) return 'log';
  if (ts.isVariableDeclaration(node) && logged.has(node.name.getText())) return 'log';
  const isFault = ts.isNewExpression(node) && /(?:Error|Fault)$/u.test(node.expression.getText());
  return isFault ? 'fault' : undefined;
}

const isLogCall = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) && /\blog\.(?:debug|info|warn|error)$/u.test(node.expression.getText());

/** What is handed to the log by name: its words are the log's too. */
function loggedNames(source: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (isLogCall(node))
      for (const part of node.arguments.slice(1)) names.add(/^\w*/u.exec(part.getText())?.[0] ?? '');
    node.forEachChild(visit);
  };
  visit(source);
  return names;
}

/** The sentences of a source by who reads them, in their order, each once. */
export function sentencesInSource(file: string, text: string): Readonly<Record<Reader, ReadonlySet<string>>> {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const logged = loggedNames(source);
  const found = { people: new Set<string>(), log: new Set<string>(), fault: new Set<string>() };
  const visit = (node: ts.Node, around: Reader): void => {
    if (isPassedBy(node)) return;
    const reader = readerOf(node, logged) ?? around;
    const sentence = ts.isExpression(node) && !ts.isParenthesizedExpression(node) ? textOf(node) : undefined;
    if (sentence === undefined) {
      node.forEachChild((child) => visit(child, reader));
      return;
    }
    for (const piece of piecesOf(sentence)) if (isRead(piece)) found[reader].add(piece);
    for (const part of withinText(node as ts.Expression)) visit(part, reader);
  };
  source.forEachChild((statement) => visit(statement, 'people'));
  return found;
}
