/** What every Apollo server of the project is told alike: nothing is reported to anybody, and nothing of the inside is shown. */

import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { DocumentNode } from 'graphql';
import type { Logger } from 'pino';
import { keptTexts, type KeptTextsOptions } from '../kept-texts.ts';

/** Options of each server. */
export const APOLLO_OPTIONS = {
  introspection: true,
  csrfPrevention: true,
  allowBatchedHttpRequests: false,
  persistedQueries: false,
  includeStacktraceInErrorResponses: false,
  stopOnTerminationSignals: false,
  // Each may look through all names of the schema for those that are near.
  validationOptions: { maxErrors: 20 },
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

/**
 * Where Apollo's classes keep what they have made, the least recently used gone first. Their own bound counts an entry as the bytes of its JSON,
 * which is a tenth of the memory that a document takes.
 */
export function keptForApollo<T extends object>(bounds: KeptTextsOptions, charactersOf: (value: T) => number) {
  const entries = keptTexts<T>(bounds);
  return {
    get: async (key: string): Promise<T | undefined> => entries.get(key),
    set: async (key: string, value: T): Promise<void> => void entries.set(key, value, { size: charactersOf(value) }),
    delete: async (key: string): Promise<boolean> => entries.delete(key),
    clear: () => entries.clear(),
  };
}

/** Documents that are kept parsed and validated take some hundred bytes a character. */
const KEPT_DOCUMENTS = { most: 500, characters: 300_000 };

/** Where a server keeps documents. */
export function keptDocuments() {
  return keptForApollo<DocumentNode>(KEPT_DOCUMENTS, ({ loc }) => loc?.source.body.length ?? 1);
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
