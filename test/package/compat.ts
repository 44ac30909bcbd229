// Which browser versions a built script needs: its syntax and API names are looked up in MDN's browser-compat-data. A name is judged only where
// its meaning is certain: a global, a member of a global, or a method that no older API has. The tests in browsers cover the rest (a property of
// some object, the behaviour of an old API).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parse } from 'acorn';
import type { AnyNode, Node } from 'acorn';
import type {
  CompatData,
  CompatStatement,
  Identifier,
  SimpleSupportStatement,
  SupportStatement,
} from '@mdn/browser-compat-data';

/** The browsers that the packages support. */
export type CompatBrowser = 'chrome' | 'firefox';

/** Something that the script uses and the browser lacks. */
export interface TooNew {
  /** e.g. `Promise.try` */
  readonly feature: string;
  /** The first version that has it; null: none. */
  readonly since: number | null;
  /** The code around it. */
  readonly where: string;
}

// Read as a file, because importing JSON would make its 20 MB a type.
const bcd = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@mdn/browser-compat-data'), 'utf8'),
) as CompatData;

const EXCERPT = 60;
const GLOBAL_OBJECTS = new Set(['globalThis', 'self', 'window']);
/** Holders of names that are no API of scripts: notes within BCD's tree. */
const BUILTINS = bcd.javascript?.builtins ?? {};
const APIS = bcd.api ?? {};

/**
 * Everything in `code` that `browser` lacks in this version, each feature once. `ownMethods`: names that the package itself defines (ownNames()),
 * which may be called like an API's. Throws where the code cannot be parsed.
 */
export function findTooNew(
  code: string,
  browser: CompatBrowser,
  version: number,
  ownMethods: ReadonlySet<string> = new Set(),
): readonly TooNew[] {
  const found = new Map<string, TooNew>();
  const check = (feature: string, entries: readonly (Identifier | undefined)[], node: Node): void => {
    const versions = entries.flatMap((entry) =>
      entry === undefined || compatOf(entry) === undefined ? [] : [sinceOf(entry, browser)],
    );
    // The name is known, and too new in every API that has it.
    if (versions.length === 0 || versions.some((since) => since !== null && since <= version)) return;
    if (found.has(feature)) return;
    const since = versions.reduce((least, one) => (one === null ? least : Math.min(least ?? one, one)), null);
    found.set(feature, { feature, since, where: code.slice(node.start, node.start + EXCERPT) });
  };
  walk(parseScript(code), (node, parent) => {
    checkSyntax(node, check);
    checkNames(node, parent, check);
    const method = calledMethod(node, parent);
    if (method !== null && !ownMethods.has(method)) check(`.${method}()`, membersCalled(method), node);
  });
  return [...found.values()];
}

/** The properties, at-rules and functions of a style sheet that `browser` lacks in this version, each once. Values are not judged. */
export function findTooNewStyles(sheet: string, browser: CompatBrowser, version: number): readonly TooNew[] {
  const { properties = {}, 'at-rules': rules = {}, types = {} } = bcd.css ?? {};
  const found = new Map<string, TooNew>();
  const check = (feature: string, entry: Identifier | undefined, at: number): void => {
    if (entry === undefined || compatOf(entry) === undefined) return;
    const since = sinceOf(entry, browser);
    if (since !== null && since <= version) return;
    found.set(feature, { feature, since, where: sheet.slice(at, at + EXCERPT) });
  };
  for (const { 1: name = '', index } of sheet.matchAll(/[{;]\s*([a-z][a-z-]*)\s*:/g)) {
    // The style sheet also has the prefixed property, which older versions support.
    if (!sheet.includes(`-webkit-${name}:`)) check(name, own(properties, name), index);
  }
  for (const { 1: name = '', index } of sheet.matchAll(/@([a-z][a-z-]*)/g))
    check(`@${name}`, own(rules, name), index);
  for (const { 1: name = '', index } of sheet.matchAll(/([a-z][a-z-]*)\(/g))
    check(`${name}()`, own(types, name) ?? own(types['color'] ?? {}, name), index);
  return [...found.values()];
}

type Check = (feature: string, entries: readonly (Identifier | undefined)[], node: Node) => void;

/** Syntax that older parsers reject; syntax older than every supported browser is omitted. */
function checkSyntax(node: AnyNode, check: Check): void {
  const { statements, regular_expressions: patterns } = bcd.javascript ?? {};
  if (node.type === 'VariableDeclaration' && node.kind.includes('using'))
    check('using', [statements?.[node.kind === 'using' ? 'using' : 'await_using']], node);
  if (
    (node.type === 'ImportDeclaration' || node.type === 'ExportNamedDeclaration') &&
    (node.attributes ?? []).length > 0
  )
    check('import attributes', [statements?.['import']?.['import_attributes']], node);
  if (node.type !== 'Literal' || !('regex' in node) || node.regex === undefined || node.regex === null)
    return;
  const { pattern, flags } = node.regex;
  if (flags.includes('v')) check('regular expression flag v', [BUILTINS['RegExp']?.['unicodeSets']], node);
  if (/\(\?(?!:)[ims]*-?[ims]*:/.test(pattern))
    check('regular expression modifiers', [patterns?.['modifier']], node);
}

/** Globals and their members. */
function checkNames(node: AnyNode, parent: AnyNode | null, check: Check): void {
  if (node.type === 'Identifier' && isReference(node, parent)) {
    check(node.name, [own(BUILTINS, node.name), own(APIS, node.name)], node);
    return;
  }
  if (node.type !== 'MemberExpression') return;
  const member = memberName(node);
  if (member === null) return;
  const { object } = node;
  if (object.type === 'Identifier' && GLOBAL_OBJECTS.has(object.name)) {
    check(member, [own(BUILTINS, member), own(APIS, member)], node);
    return;
  }
  const name = globalName(object);
  const holders = name === null ? [] : holdersOf(name);
  const statics = holders.flatMap((one) => [own(one, member), own(one, `${member}_static`)]);
  if (name !== null) check(`${name}.${member}`, statics, node);
}

/** The method that is called here, unless its object is a global known to have it. */
function calledMethod(node: AnyNode, parent: AnyNode | null): string | null {
  if (node.type !== 'MemberExpression' || parent?.type !== 'CallExpression' || parent.callee !== node)
    return null;
  const member = memberName(node);
  const name = globalName(node.object);
  const isStatic =
    name !== null && holdersOf(name).some((one) => own(one, member ?? '') ?? own(one, `${member}_static`));
  return isStatic ? null : member;
}

/** The names of keys, methods and assigned members that a script defines. */
export function ownNames(code: string): readonly string[] {
  const names: string[] = [];
  walk(parseScript(code), (node, parent) => {
    if (node.type === 'MemberExpression') {
      const isAssigned = parent?.type === 'AssignmentExpression' && parent.left === node;
      const name = isAssigned ? memberName(node) : null;
      if (name !== null) names.push(name);
    } else if (
      node.type === 'Property' ||
      node.type === 'MethodDefinition' ||
      node.type === 'PropertyDefinition'
    ) {
      if (parent?.type !== 'ObjectPattern' && !node.computed && node.key.type === 'Identifier')
        names.push(node.key.name);
    }
  });
  return names;
}

function parseScript(code: string): AnyNode {
  return parse(code, { ecmaVersion: 'latest', sourceType: 'module', allowReturnOutsideFunction: true });
}

/** The name of a global that a node stands for: `URL`, `globalThis.URL`. */
function globalName(node: AnyNode): string | null {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression' || node.object.type !== 'Identifier') return null;
  return GLOBAL_OBJECTS.has(node.object.name) ? memberName(node) : null;
}

function holdersOf(name: string): readonly Identifier[] {
  return [own(BUILTINS, name), own(APIS, name)].filter((entry) => entry !== undefined);
}

/** All members of this name that an object can have, of builtins and of web APIs. */
function membersCalled(name: string): readonly Identifier[] {
  return INDEX.get(name) ?? [];
}

const INDEX = indexMembers();

function indexMembers(): ReadonlyMap<string, readonly Identifier[]> {
  const index = new Map<string, Identifier[]>();
  for (const group of [BUILTINS, APIS]) {
    for (const [name, holder] of Object.entries(group)) {
      if (name === '__compat') continue;
      for (const [member, entry] of Object.entries(holder)) {
        if (member === '__compat') continue;
        const key = member.replace(/_static$/, '').replace(/_event$/, '');
        index.set(key, [...(index.get(key) ?? []), entry]);
      }
    }
  }
  return index;
}

/** The data of a feature itself, without those of its members. */
function compatOf(entry: Identifier): CompatStatement | undefined {
  // oxlint-disable-next-line no-underscore-dangle -- the data's own name
  return entry.__compat;
}

/** Reads only an own property, because a script may contain the name `constructor` or `__proto__`. */
function own(holder: Identifier, name: string): Identifier | undefined {
  return Object.hasOwn(holder, name) && name !== '__compat' ? holder[name] : undefined;
}

/** The first version with full support, without a switch or a prefix; null: none. */
function sinceOf(entry: Identifier, browser: CompatBrowser): number | null {
  const support: SupportStatement | undefined = compatOf(entry)?.support[browser];
  const statements: readonly SimpleSupportStatement[] =
    support === undefined ? [] : Array.isArray(support) ? support : [support];
  const versions = statements.flatMap(
    ({ version_added: added, version_removed: removed, flags, prefix, alternative_name: other }) => {
      const isPlain =
        flags === undefined && prefix === undefined && other === undefined && removed === undefined;
      if (!isPlain || typeof added !== 'string') return [];
      const number = Number.parseInt(added.replace('≤', ''), 10);
      return Number.isNaN(number) ? [] : [number];
    },
  );
  return versions.length === 0 ? null : Math.min(...versions);
}

/** Whether an identifier is read as a value, and not a key, a label or the name of what is declared. */
function isReference(node: AnyNode, parent: AnyNode | null): boolean {
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === node || parent.computed;
    case 'Property':
    case 'PropertyDefinition':
    case 'MethodDefinition':
      return parent.value === node || parent.computed;
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'ImportSpecifier':
    case 'ExportSpecifier':
    case 'MetaProperty':
      return false;
    // `typeof` tests whether the global exists.
    case 'UnaryExpression':
      return parent.operator !== 'typeof';
    case undefined:
    default:
      return true;
  }
}

function memberName(node: AnyNode & { readonly type: 'MemberExpression' }): string | null {
  const { property, computed } = node;
  if (!computed) return property.type === 'Identifier' ? property.name : null;
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : null;
}

/** Every node with its parent. */
function walk(root: AnyNode, visit: (node: AnyNode, parent: AnyNode | null) => void): void {
  const waiting: [AnyNode, AnyNode | null][] = [[root, null]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [node, parent] = next;
    visit(node, parent);
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? value : [value])
        if (isNode(child)) waiting.push([child, node]);
    }
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
