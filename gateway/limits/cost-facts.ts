/** What a supergraph says of the cost of its fields: `@cost` and `@listSize` (https://specs.apollo.dev/cost/v0.1, after IBM's GraphQL cost directives). */

import {
  Kind,
  valueFromASTUntyped,
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeNode,
} from 'graphql';
import { linkedName } from '../../schema/security.ts';

/** What is said of one field. */
export interface FieldCost {
  /** By `@cost`; 0 where nothing is said. */
  readonly weight: number;
  /** How many members a list has where no argument says it. */
  readonly assumedSize: number | undefined;
  /** The arguments that say how many members are answered. */
  readonly slicingArguments: readonly string[];
  /** The fields of the answer whose lists they bound; the field itself where there are none. */
  readonly sizedFields: readonly string[];
  /** What giving an argument costs, by its name. */
  readonly argumentWeights: ReadonlyMap<string, number>;
}

/** What a supergraph says of cost. */
export interface CostFacts {
  /** By `Type.field`. */
  readonly fields: ReadonlyMap<string, FieldCost>;
  /** What a type costs, where it says so. */
  readonly types: ReadonlyMap<string, number>;
  /** What giving a field of an input costs, by `Input.field`. */
  readonly inputFields: ReadonlyMap<string, number>;
  /** The inputs of which a value can cost something. */
  readonly costlyInputs: ReadonlySet<string>;
}

/** Connections as they are written everywhere: https://relay.dev/graphql/connections.htm. */
const RELAY = { arguments: ['first', 'last'], fields: ['nodes', 'edges'] } as const;

/** Reads them. A field that returns a connection and does not say so is taken for one by its arguments. */
export function costFacts(supergraph: DocumentNode): CostFacts {
  const cost = linkedName(supergraph, 'cost', 'cost');
  const listSize = linkedName(supergraph, 'cost', 'listSize');
  const connections = connectionsOf(supergraph);
  const fields = new Map<string, FieldCost>();
  const types = new Map<string, number>();
  const inputFields = new Map<string, number>();
  const inputs = new Map<string, readonly string[]>();
  const weightOf = (node: Directed) => {
    const weight = argumentsOf(node, cost)?.['weight'];
    return typeof weight === 'number' ? weight : undefined;
  };
  for (const node of supergraph.definitions) {
    const weight = 'directives' in node ? weightOf(node) : undefined;
    if (weight !== undefined && 'name' in node && node.name) types.set(node.name.value, weight);
    if (node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
      inputs.set(
        node.name.value,
        (node.fields ?? []).map(({ type }) => named(type)),
      );
      for (const field of node.fields ?? []) {
        const each = weightOf(field);
        if (each !== undefined) inputFields.set(`${node.name.value}.${field.name.value}`, each);
      }
    }
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of node.fields ?? []) {
      const found = fieldCost(field, { weightOf, size: argumentsOf(field, listSize), connections });
      if (found) fields.set(`${node.name.value}.${field.name.value}`, found);
    }
  }
  return { fields, types, inputFields, costlyInputs: costlyInputs(inputs, inputFields) };
}

interface Directed {
  readonly directives?: readonly DirectiveNode[] | undefined;
}

interface FieldReading {
  readonly weightOf: (node: Directed) => number | undefined;
  readonly size: Readonly<Record<string, unknown>> | undefined;
  /** The types that have the lists of a connection. */
  readonly connections: ReadonlySet<string>;
}

function fieldCost(field: FieldDefinitionNode, { weightOf, size, connections }: FieldReading): FieldCost | undefined {
  const weight = weightOf(field);
  const given: readonly InputValueDefinitionNode[] = field.arguments ?? [];
  const argumentWeights = new Map(
    given.flatMap((argument) => {
      const each = weightOf(argument);
      return each === undefined ? [] : [[argument.name.value, each] as const];
    }),
  );
  const paging = RELAY.arguments.filter((name) => given.some((argument) => argument.name.value === name));
  const isConnection = !size && paging.length > 0 && connections.has(named(field.type));
  if (weight === undefined && !size && !isConnection && argumentWeights.size === 0) return undefined;
  const assumedSize = size?.['assumedSize'];
  return {
    weight: weight ?? 0,
    assumedSize: typeof assumedSize === 'number' ? assumedSize : undefined,
    slicingArguments: isConnection ? paging : textsOf(size?.['slicingArguments']),
    sizedFields: isConnection ? RELAY.fields : textsOf(size?.['sizedFields']),
    argumentWeights,
  };
}

function connectionsOf({ definitions }: DocumentNode): Set<string> {
  return new Set(
    definitions.flatMap((node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION &&
      node.fields?.some(({ name }) => (RELAY.fields as readonly string[]).includes(name.value)) === true
        ? [node.name.value]
        : [],
    ),
  );
}

/** Those with a field that costs something, and those that hold such an input. */
function costlyInputs(
  inputs: ReadonlyMap<string, readonly string[]>,
  inputFields: ReadonlyMap<string, number>,
): Set<string> {
  const costly = new Set([...inputFields.keys()].map((coordinate) => coordinate.split('.')[0] as string));
  for (let before = -1; before < costly.size;) {
    before = costly.size;
    for (const [name, held] of inputs) if (held.some((each) => costly.has(each))) costly.add(name);
  }
  return costly;
}

function argumentsOf({ directives }: Directed, name: string | undefined): Record<string, unknown> | undefined {
  const directive = name === undefined ? undefined : directives?.find((each) => each.name.value === name);
  if (!directive) return undefined;
  return Object.fromEntries(
    (directive.arguments ?? []).map((each) => [each.name.value, valueFromASTUntyped(each.value)]),
  );
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function named(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type);
}
