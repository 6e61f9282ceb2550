/** The flags of `npm run export` and `npm run import` as rows of settings, beside those of the store. */

import { PILLAR_CODES } from '../../schema/stewards.ts';
import { TransferError } from './transfer-error.ts';

const PATH = {
  default: null,
  allowed: 'the path of a file or a folder',
  read: (text: string) => (text.includes('\0') ? undefined : text),
} as const;

/** The flags of `npm run export`. */
export const EXPORT_FLAGS = {
  out: {
    ...PATH,
    flag: 'out',
    description: 'Where the files are put: a folder, or one file whose name ends in `.ndjson`.',
  },
  pillar: {
    flag: 'pillar',
    default: null,
    description: 'The one pillar whose database is exported; all three where it is not given.',
    allowed: `one of ${PILLAR_CODES.join(', ')}`,
    read: (text: string) => PILLAR_CODES.find((code) => code === text),
  },
} as const;

/** The flags of `npm run import`. */
export const IMPORT_FLAGS = {
  from: { ...PATH, flag: 'from', description: 'A file of an export, or the folder of all of its files.' },
  replace: {
    flag: 'replace',
    isSwitch: true,
    default: 'false',
    description: 'What the databases hold already gives way to the files.',
    allowed: 'no value',
    read: (text: string) => text === 'true',
  },
} as const;

/** A move in the wrong place cannot be taken back, so no setting is passed over: throws where two stores are named. */
export function assertOneStore(args: readonly string[], mongodbUri: string | undefined): void {
  if (mongodbUri !== undefined && args.some((arg) => /^--data-dir(=|$)/.test(arg)))
    throw new TransferError('--data-dir and MONGODB_URI are both given, which are two stores: allowed is one of them');
}
