/** What every Apollo server of the project is told alike: nothing is reported to anybody, and nothing of the inside is shown. */

import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';

/** Options of each server. */
export const APOLLO_OPTIONS = {
  introspection: true,
  csrfPrevention: true,
  allowBatchedHttpRequests: false,
  persistedQueries: false,
  includeStacktraceInErrorResponses: false,
  stopOnTerminationSignals: false,
} as const;

/** Plugins of each server: what Apollo would do by itself, turned off. */
export function quietPlugins() {
  return [
    ApolloServerPluginCacheControlDisabled(),
    ApolloServerPluginInlineTraceDisabled(),
    ApolloServerPluginLandingPageDisabled(),
    ApolloServerPluginSchemaReportingDisabled(),
    ApolloServerPluginUsageReportingDisabled(),
  ];
}

/** How many documents a server keeps parsed and validated. */
export const KEPT_DOCUMENTS = 1_000;

/**
 * What Apollo's classes keep, the least recently used gone first. Bounded by the number: Apollo's own bound measures each entry as a text, which
 * costs much and is a tenth of the memory that a document takes.
 */
export function keptByNumber<T extends object>(max: number) {
  const entries = new LRUCache<string, T>({ max });
  return {
    get: async (key: string): Promise<T | undefined> => entries.get(key),
    set: async (key: string, value: T): Promise<void> => void entries.set(key, value),
    delete: async (key: string): Promise<boolean> => entries.delete(key),
    clear: () => entries.clear(),
  };
}

/** The log as Apollo's classes take it. They announce each step; here that is detail. */
export function apolloLogger(logger: Logger) {
  return {
    debug: (message?: unknown) => logger.trace(String(message)),
    info: (message?: unknown) => logger.debug(String(message)),
    warn: (message?: unknown) => logger.warn(String(message)),
    error: (message?: unknown) => logger.error(String(message)),
  };
}
