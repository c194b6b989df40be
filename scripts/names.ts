/** The names that a source text declares. */
import { parseSync } from 'vite';

/** A declared name as it stands in a file; `line` counts from 1. */
export interface DeclaredName {
  readonly name: string;
  readonly line: number;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

// Where a kind of node declares names: a pattern that binds some, or the key of a member.
const places: Readonly<Record<string, readonly string[] | undefined>> = {
  VariableDeclarator: ['id'],
  FunctionDeclaration: ['id', 'params'],
  FunctionExpression: ['id', 'params'],
  ArrowFunctionExpression: ['params'],
  TSDeclareFunction: ['params'],
  TSFunctionType: ['params'],
  CatchClause: ['param'],
  ImportSpecifier: ['local'],
  TSPropertySignature: ['key'],
  TSMethodSignature: ['key', 'params'],
  PropertyDefinition: ['key'],
  MethodDefinition: ['key'],
};

/**
 * The variables, parameters, functions, and members of types that `source` declares, in their order. The members of an
 * object literal follow a type or are data, so they do not count. `file` is the path, by whose ending the text is read.
 * Throws where the text cannot be parsed.
 */
export function declaredNames(file: string, source: string): DeclaredName[] {
  const { program, errors } = parseSync(file, source);
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
  const starts = [...source.matchAll(/\n/g)].map(({ index }) => index);
  const lineAt = (offset: number) => starts.filter((start) => start < offset).length + 1;
  return identifiersIn(program).map(({ name, start }) => ({ name: String(name), line: lineAt(start) }));
}

function identifiersIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(identifiersIn);
  if (!isNode(value)) return [];
  const here = (places[value.type] ?? []).flatMap((key) => bound(value[key]));
  return [...here, ...Object.values(value).flatMap(identifiersIn)];
}

/** The identifiers that a pattern binds. */
function bound(pattern: unknown): Node[] {
  if (Array.isArray(pattern)) return pattern.flatMap(bound);
  if (!isNode(pattern)) return [];
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'ObjectPattern':
      return bound(pattern.properties);
    case 'Property':
      return bound(pattern.value);
    case 'ArrayPattern':
      return bound(pattern.elements);
    case 'AssignmentPattern':
      return bound(pattern.left);
    case 'RestElement':
      return bound(pattern.argument);
    default:
      return [];
  }
}
