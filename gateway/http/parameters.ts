/** The parameters of an address, as they were sent. */

import type { FastifyRequest } from 'fastify';
import { CodedError } from '../../schema/errors.ts';

/** All of them, in order, repetitions included. */
export function parametersOf({ url }: Pick<FastifyRequest, 'url'>): URLSearchParams {
  const at = url.indexOf('?');
  return new URLSearchParams(at === -1 ? '' : url.slice(at + 1));
}

/** One that may be given once; undefined where it is not. Throws `BAD_REQUEST`. */
export function single(parameters: URLSearchParams, name: string): string | undefined {
  const [value, ...more] = parameters.getAll(name);
  if (more.length > 0)
    throw new CodedError('BAD_REQUEST', `The parameter ${name} is given ${more.length + 1} times: allowed is once`);
  return value;
}
