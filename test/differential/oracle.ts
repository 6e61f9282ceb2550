/** The keys of an answer as the GraphQL specification demands them, written by graphql-js: the judge where two executions differ in them. */

import {
  execute,
  isAbstractType,
  Kind,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { Ask } from '../support/graph.ts';

type Json = Readonly<Record<string, unknown>>;

/** Under this key an object of the asked answer has its type; no operation of the corpus uses it. */
const TYPE = 'typeOfTheObject';

/** Whether the data of an operation are as graphql-js writes them out of what `ask` answers. Introspection at the root is left out. */
export async function isWrittenAsSpecified(
  { schema, ask }: { readonly schema: GraphQLSchema; readonly ask: Ask },
  { text, variables }: { readonly text: string; readonly variables: Json },
  data: Json | null,
): Promise<boolean> {
  const document = visit(parse(text), {
    Field: ({ name }) => (/^__(schema|type)$/.test(name.value) ? null : undefined),
  });
  const asked = await ask(withTypes(schema, document), { ...variables });
  const written = await execute({
    schema,
    document,
    rootValue: asked.data as Json,
    variableValues: { ...variables },
    fieldResolver: (source: Json, _args, _context, { path }) => source[path.key],
    typeResolver: (value: Json) => value[TYPE] as string,
  });
  const compared = Object.entries(data ?? {}).filter(([key]) => Object.hasOwn(written.data ?? {}, key));
  return JSON.stringify(Object.fromEntries(compared)) === JSON.stringify(written.data);
}

/** The operation with the type of each object of an interface or union. */
function withTypes(schema: GraphQLSchema, document: DocumentNode): string {
  const types = new TypeInfo(schema);
  const typed = visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet(node): SelectionSetNode | undefined {
        if (!isAbstractType(types.getParentType())) return undefined;
        const type = {
          kind: Kind.FIELD,
          alias: { kind: Kind.NAME, value: TYPE },
          name: { kind: Kind.NAME, value: '__typename' },
        } as const;
        return { ...node, selections: [type, ...node.selections] };
      },
    }),
  );
  return print(typed);
}
