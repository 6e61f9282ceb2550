/** `/q/<name>.metadata.json`: what a registered operation answers, for programs: parameters, columns, units, sources, version of the data. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DataSetVersion } from '../sources/data-set.ts';
import { contextOf } from './context.ts';
import { sendTagged } from './entity-tag.ts';
import { parametersOf } from './parameters.ts';
import { operationOf, REGISTERED_PATH, type RegisteredOptions } from './registered.ts';
import { parametersMetadata, tablesMetadata } from './registered/metadata.ts';
import { citedSources, withProvenance, type CitedSource } from './registered/sources.ts';
import { variablesOf } from './registered/variables.ts';

/** Says which data set each pillar holds, by the pillar's code; null where it is not known. */
export type DataSets = Readonly<Record<string, () => Promise<DataSetVersion | null>>>;

/** What the route is made of. */
export interface MetadataOptions extends Omit<RegisteredOptions, 'sendTable' | 'kept'> {
  readonly dataSets: DataSets;
}

/** Adds the route. It takes the parameters of the operation: the sources are those of the answer that they give. */
export function addMetadataRoute(app: FastifyInstance, { operations, run, schema, dataSets }: MetadataOptions): void {
  app.get<{ Params: { name: string } }>(`${REGISTERED_PATH}/:name.metadata.json`, async (request, reply) => {
    const operation = operationOf(operations, request.params.name);
    const { name, description, query } = operation;
    const variables = variablesOf(operation, parametersOf(request), schema());
    const cited = async (): Promise<CitedSource[] | null> => {
      const asked = { query: withProvenance(query, schema()), variables };
      const { data, errors } = await run(asked, { ...contextOf(request, reply), isReadOnly: true });
      return errors.length > 0 ? null : citedSources(data);
    };
    const [sources, versions] = await Promise.all([cited(), versionsOf(dataSets)]);
    const metadata = {
      name,
      description,
      url: `${REGISTERED_PATH}/${name}`,
      formats: ['json', 'csv', 'ndjson'],
      parameters: parametersMetadata(operation, schema()),
      tables: tablesMetadata(operation, schema(), variables),
      dataSets: versions,
      sources,
      query,
    };
    return sendJson(metadata, request, reply);
  });
}

async function versionsOf(dataSets: DataSets): Promise<Readonly<Record<string, DataSetVersion | null>>> {
  const pillars = Object.entries(dataSets);
  return Object.fromEntries(await Promise.all(pillars.map(async ([code, ask]) => [code, await ask()] as const)));
}

function sendJson(value: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const body = `${JSON.stringify(value, undefined, 2)}\n`;
  return sendTagged(body, request, reply.type('application/json; charset=utf-8'));
}
