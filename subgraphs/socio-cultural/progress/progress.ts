/** How the e-monitoring feed is read: the newest report on an element, or all of them. */

import DataLoader from 'dataloader';
import type { ProgressReport as ProgressReportType } from '../../../schema/generated/graph.ts';
import type { Context } from '../../kit/context.ts';
import { follow } from '../../kit/reference.ts';
import type { FieldResolvers, ResolverMap } from '../../kit/resolvers.ts';
import type { ProgressReport, ProgressReports } from './reports.ts';

const report: FieldResolvers<ProgressReport, ProgressReportType> = {
  element: ({ elementId }, _args, context, info) => follow('BlueprintElement', elementId, context, info),
};

/** The resolvers of reports and of the feed of an element; the elements of one request are read together. */
export function progressTypes(reports: ProgressReports): ResolverMap {
  const loaders = new WeakMap<Context, DataLoader<string, ProgressReport[]>>();
  const loaderOf = (context: Context) => {
    const loader = loaders.get(context) ?? createLoader(reports);
    loaders.set(context, loader);
    return loader;
  };
  return {
    ProgressReport: report,
    SocioCulturalBlueprintElement: {
      async progress(
        { id }: { readonly id: string },
        { latest }: { readonly latest: boolean | null },
        context: Context,
      ): Promise<ProgressReport[]> {
        const all = await loaderOf(context).load(id);
        return latest === false ? all : all.slice(-1);
      },
    },
  };
}

/** Nothing is kept beyond one step: a report that the same request adds is seen. */
function createLoader(reports: ProgressReports): DataLoader<string, ProgressReport[]> {
  return new DataLoader(
    async (ids) => {
      const byElement = Map.groupBy(await reports.on(ids), ({ elementId }) => elementId);
      return ids.map((id) => byElement.get(id) ?? []);
    },
    { cache: false },
  );
}
