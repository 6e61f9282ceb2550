/** Execution that reads the briefs of mutations before it. */

import type { ApolloGateway } from '@apollo/gateway';
import type { RequestContext } from '../errors.ts';
import type { BriefedOperation, BriefReader } from './briefs.ts';

type Executor = ApolloGateway['executor'];

/** The same execution, with the briefs of an operation in the context of its request. A dry run reads none. */
export function briefed(execute: Executor, reader: Pick<BriefReader, 'read'>): Executor {
  return async (requestContext) => {
    const { schema, document, operation, request, context } = requestContext;
    const caller = context as RequestContext;
    const { variables = {} } = request;
    if (operation && caller.isDryRun !== true) {
      const briefs = await reader.read({ schema, document, operation, variables, caller } as BriefedOperation);
      if (briefs) Object.assign(caller, { briefs });
    }
    return execute(requestContext);
  };
}
