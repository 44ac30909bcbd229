// A valibot schema as JSON Schema (2020-12): the few kinds that a catalogue is made of. An unknown kind is an error, so that nothing is left out.
import type * as v from 'valibot';

type Json = { readonly [key: string]: unknown };

/** What is read of a schema or of a step of a pipe; valibot's own types hide it behind generics. */
interface Node {
  readonly kind: string;
  readonly type: string;
  readonly pipe?: readonly Node[];
  readonly entries?: Readonly<Record<string, Node>>;
  readonly items?: readonly Node[];
  readonly item?: Node;
  readonly wrapped?: Node;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly requirement?: unknown;
}

export function toJsonSchema(schema: v.GenericSchema): Json {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...convert(schema) };
}

function convert(node: Node): Json {
  const [, ...steps] = node.pipe ?? [];
  return Object.assign(base(node), ...steps.map((step) => constraint(step, node.type))) as Json;
}

function base(node: Node): Json {
  switch (node.type) {
    case 'string':
    case 'boolean':
      return { type: node.type };
    case 'number':
      return { type: 'number' };
    case 'literal':
      return { const: node.literal };
    case 'picklist':
      return { enum: node.options };
    case 'optional':
    case 'exact_optional':
      return convert(given(node.wrapped));
    case 'nullable':
      return { anyOf: [convert(given(node.wrapped)), { type: 'null' }] };
    case 'array':
      return { type: 'array', items: convert(given(node.item)) };
    case 'strict_tuple': {
      const items = node.items ?? [];
      return { type: 'array', prefixItems: items.map(convert), minItems: items.length, items: false };
    }
    case 'strict_object':
      return {
        type: 'object',
        properties: Object.fromEntries(
          Object.entries(node.entries ?? {}).map(([name, entry]) => [name, convert(entry)]),
        ),
        required: Object.entries(node.entries ?? {}).flatMap(([name, { type }]) =>
          type === 'optional' || type === 'exact_optional' ? [] : [name],
        ),
        additionalProperties: false,
      };
    default:
      throw new Error(`No JSON Schema for ${node.type}`);
  }
}

function constraint({ type, requirement }: Node, of: string): Json {
  switch (type) {
    case 'regex':
      return { pattern: (requirement as RegExp).source };
    case 'integer':
      return { type: 'integer' };
    case 'min_value':
      return { minimum: requirement };
    case 'max_value':
      return { maximum: requirement };
    case 'min_length':
      return { [of === 'array' ? 'minItems' : 'minLength']: requirement };
    case 'max_length':
      return { [of === 'array' ? 'maxItems' : 'maxLength']: requirement };
    default:
      throw new Error(`No JSON Schema for ${type}`);
  }
}

function given(node: Node | undefined): Node {
  if (node === undefined) throw new Error('A schema without its inner one');
  return node;
}
