import ts from 'typescript';

export interface SourceFile {
  /** From the root of the project, with `/`. */
  path: string;
  text: string;
}

/** What a rule has against the files: `path:line why`, one line each. */
export type Findings = string[];

const MAX_LINES = 300;
// Written so that it does not find itself.
const UNFINISHED =
  /\b(T[O]DO|FIX[M]E|X{3})\b|\b(it|test|describe)(\.\w+)*\.(only|skip)\b|\b(fit|fdescribe|xit|xdescribe|xtest)\(/;
const NAMELESS = /(^|[/.-])(utils?|helpers?|common|shared|lib|misc|manager)([/.-]|$)/i;
/** design words: a report is no licence, and the words show it. */
export const FORBIDDEN_WORDS = /批准|审批|许可|准予|不予|同意抽贷|受理|补正|备案|违规|先斩后奏|挤兑/;
/** What a machine must not ask for: the time, a chance, the world outside. */
const IMPURE = new Set([
  'Date',
  'Math.random',
  'performance',
  'process',
  'globalThis',
  'crypto',
  'fetch',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
]);

/** Past this a file is two things. */
export function tooLong(files: readonly SourceFile[]): Findings {
  return files.flatMap(({ path, text }) => {
    const lines = text.trimEnd().split('\n').length;
    return lines > MAX_LINES ? [`${path} has ${String(lines)} lines`] : [];
  });
}

export function unfinished(files: readonly SourceFile[]): Findings {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (UNFINISHED.test(line) ? [at(path, index, line.trim())] : [])),
  );
}

/** A name that says nothing collects everything. */
export function nameless(files: readonly SourceFile[]): Findings {
  return files.map(({ path }) => path).filter((path) => NAMELESS.test(path.replace(/\.[a-z]+$/, '')));
}

/** A file that only passes on what others export. */
export function barrels(files: readonly SourceFile[]): Findings {
  return files
    .filter(({ path, text }) => {
      const { statements } = parse(path, text);
      const passesOn = (statement: ts.Statement) =>
        ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined;
      return statements.length > 0 && statements.every(passesOn);
    })
    .map(({ path }) => path);
}

/** Who sets the scope `engine` sees every case; only the engine itself may. */
export function engineScopeOutside(files: readonly SourceFile[]): Findings {
  return files
    .filter(({ path }) => !path.startsWith('src/process/'))
    .flatMap(({ path, text }) =>
      literals(path, text).flatMap(({ line, value }) =>
        /^engine$|wendai\.scope/.test(value) ? [at(path, line, value)] : [],
      ),
    );
}

/** Chinese that a user may read; comments may quote the law. `allowed` holds whole texts that stand for themselves. */
export function forbiddenWords(files: readonly SourceFile[], allowed: ReadonlySet<string>): Findings {
  return files.flatMap(({ path, text }) =>
    literals(path, text).flatMap(({ line, value }) =>
      FORBIDDEN_WORDS.test(value) && !allowed.has(value) ? [at(path, line, value)] : [],
    ),
  );
}

export function impure(files: readonly SourceFile[]): Findings {
  return files.flatMap(({ path, text }) => {
    const source = parse(path, text);
    const found: Findings = [];
    visit(source, (node) => {
      const name = ts.isPropertyAccessExpression(node) ? node.getText(source) : nameUsed(node);
      if (name !== undefined && IMPURE.has(name)) found.push(at(path, lineOf(source, node), name));
    });
    return found;
  });
}

/** An identifier that stands for a value, not for a member, a key or a type. */
function nameUsed(node: ts.Node): string | undefined {
  if (!ts.isIdentifier(node)) return undefined;
  const { parent } = node;
  const isMember = ts.isPropertyAccessExpression(parent) && parent.name === node;
  const isKey =
    (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isImportSpecifier(parent)) &&
    parent.name === node;
  return isMember || isKey ? undefined : node.text;
}

/** Every piece of text in the code: strings, templates, text between tags. */
function literals(path: string, text: string): { line: number; value: string }[] {
  const source = parse(path, text);
  const found: { line: number; value: string }[] = [];
  visit(source, (node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateMiddleOrTemplateTail(node) || ts.isTemplateHead(node)) {
      found.push({ line: lineOf(source, node), value: node.text });
    } else if (ts.isJsxText(node)) {
      found.push({ line: lineOf(source, node), value: node.text.trim() });
    }
  });
  return found;
}

function parse(path: string, text: string): ts.SourceFile {
  const kind = /\.[jt]sx$/.test(path) ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true, kind);
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line;
}

function at(path: string, lineIndex: number, why: string): string {
  return `${path}:${String(lineIndex + 1)} ${why}`;
}
