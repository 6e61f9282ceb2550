/** How long a document may be. */

/** The most tokens of a document; a query of introspection has some five hundred. */
export const MAX_TOKENS = 10_000;
