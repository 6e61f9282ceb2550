/** What a lost pillar costs: a question of which every part belongs to one pillar, to all, or to none, and its answer without one of them. */

import { vi } from 'vitest';
import { stewardByCode, type PillarCode } from '../../schema/stewards.ts';
import { ask } from '../support/services/services.ts';

/** An answer of the graph. */
export interface Answer {
  readonly data: Data;
  readonly errors?: readonly {
    readonly message: string;
    readonly path: readonly (string | number)[];
    readonly extensions: unknown;
  }[];
}

type Data = Readonly<Record<string, unknown>> & {
  readonly pillars: readonly { readonly code: PillarCode; readonly vision: string | null }[];
};

/** The question. */
export const QUESTION = `{
  stewards { id name }
  pillars { code vision }
  memberStates { code name }
  smartCities(first: 3) { totalCount nodes { id name } }
  crossPillarIssues(first: 3) { totalCount nodes { id title } }
  bodies(first: 3) { totalCount nodes { id name } }
  meetings(last: 3) { totalCount nodes { id title } }
}`;

/** Fields of one pillar alone. */
const OWN: Readonly<Record<PillarCode, string>> = {
  APSC: 'memberStates',
  AEC: 'smartCities',
  ASCC: 'crossPillarIssues',
};

/** A question that the pillar alone answers. */
export const OWN_QUESTION: Readonly<Record<PillarCode, string>> = {
  APSC: '{ memberStates { code } }',
  AEC: '{ smartCities(first: 1) { nodes { id } } }',
  ASCC: '{ crossPillarIssues(first: 1) { nodes { id } } }',
};

/** Fields over all pillars. */
const MERGED = ['bodies', 'meetings'];

/** The answer without some pillars: their own fields and the merged lists are null, each with its error, and all else stands. Errors by path. */
export function without(codes: readonly PillarCode[], { data }: Answer): Answer {
  const lost = [...codes.map((code) => OWN[code]), ...MERGED];
  return {
    data: {
      ...data,
      pillars: data.pillars.map((pillar) => (codes.includes(pillar.code) ? { ...pillar, vision: null } : pillar)),
      ...Object.fromEntries(lost.map((field) => [field, null])),
    },
    errors: byPath(codes.flatMap((code) => errorsOf(code, data))),
  };
}

function errorsOf(code: PillarCode, { pillars }: Data): NonNullable<Answer['errors']> {
  const place = pillars.findIndex((pillar) => pillar.code === code);
  const paths = [...[OWN[code], ...MERGED].map((field) => [field]), ['pillars', place, 'vision']];
  const message = `The ${stewardByCode(code).name.replace('ASEAN ', '')} did not answer`;
  return paths.map((path) => ({ message, path, extensions: { code: 'PILLAR_UNAVAILABLE', pillar: code } }));
}

/** What a gateway answers. Errors by path: pillars are asked at the same time. */
export async function answerOf(url: string, question: string): Promise<Answer> {
  const { data, errors } = (await ask(url, question)) as Answer;
  return errors ? { data, errors: byPath(errors) } : { data };
}

/** A second is promised; a machine that runs all tests at once may take longer. */
const BACK_WITHIN_MS = 10_000;

/** The answer of a gateway as soon as nothing is missing, or the last one when that takes too long: a pillar that is back is asked again when it has answered a probe. */
export async function wholeAnswerOf(url: string, question: string): Promise<Answer> {
  let last = await answerOf(url, question);
  const isWhole = async () => {
    last = await answerOf(url, question);
    return !last.errors;
  };
  if (last.errors) await vi.waitUntil(isWhole, { timeout: BACK_WITHIN_MS }).catch(() => undefined);
  return last;
}

function byPath(errors: NonNullable<Answer['errors']>): NonNullable<Answer['errors']> {
  const key = ({ path, message }: (typeof errors)[number]) => JSON.stringify([path, message]);
  return errors.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
