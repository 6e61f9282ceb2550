/** Validates a data set: every file, record, reference and rule. All faults are returned, not the first only. */

import { RECORD_FILES, type DataFolder } from './data-folder.ts';
import { shown, type Fault } from './faults.ts';
import { RULES } from './rules/index.ts';
import { surveyFile, surveyFiles, type Survey } from './survey.ts';

/** The records of a data set, and all that is wrong with them. */
export interface Validation {
  readonly faults: readonly Fault[];
  readonly survey: Survey;
}

/** Validates the files of a folder. */
export function validate(folder: DataFolder): Validation {
  const files = RECORD_FILES.map((place) => surveyFile(place, folder.texts.get(place.file)));
  const survey = surveyFiles(files);
  return { survey, faults: [...folder.faults, ...files.flatMap(({ faults }) => faults), ...broken(survey)] };
}

/** What breaks the rules among records that have their shapes. */
export function broken(survey: Survey): Fault[] {
  const faults: Fault[] = [];
  for (const rule of Object.values(RULES))
    rule(survey, ({ file, id }, path, found, allowed) => faults.push({ file, id, path, found: shown(found), allowed }));
  return faults;
}
