/** The data set as the loader takes it: validated records of every kind, with look-ups and the version. */

import type { RecordKindName, RecordOf, RecordSet } from '../schema/records/index.ts';
import { DATA_SET_FOLDER, readDataFolder, type DataVersion } from './data-folder.ts';
import { BrokenDataError } from './faults.ts';
import type { Entry, Survey } from './survey.ts';
import { validate } from './validate.ts';

/** A data set that broke no rule. */
export interface Dataset extends RecordSet, DataVersion {
  /** The records of a kind with their stewards. */
  entries<Kind extends RecordKindName>(kind: Kind): readonly Entry<Kind>[];
}

/** Reads and validates the data set of a folder. Throws `BrokenDataError` with all faults. */
export async function readDataset(folder: string = DATA_SET_FOLDER): Promise<Dataset> {
  const files = await readDataFolder(folder);
  const { survey, faults } = validate(files);
  if (faults.length) throw new BrokenDataError(faults);
  return createDataset(survey, files);
}

/** A data set over records that are known to be valid. */
export function createDataset(survey: Survey, { version, hash }: DataVersion): Dataset {
  const lists = new Map<RecordKindName, readonly unknown[]>();
  return {
    version,
    hash,
    entries: (kind) => survey.entries(kind),
    of<Kind extends RecordKindName>(kind: Kind) {
      const list = lists.get(kind) ?? survey.entries(kind).map(({ record }) => record);
      lists.set(kind, list);
      return list as RecordOf<Kind>[];
    },
    find: (kind, id) => survey.entry(kind, id)?.record,
  };
}
