/** Which store the settings choose. */

import type { StoreSettings } from '../store/open.ts';
import type { SettingValues } from './table.ts';

/** MongoDB where an address of one is set, else the embedded store. `holder` is whom the embedded store names to others. */
export function storeSettings(
  { dataDir, mongodbUri }: Pick<SettingValues, 'dataDir' | 'mongodbUri'>,
  holder: string,
): StoreSettings {
  return mongodbUri === undefined ? { kind: 'embedded', dataDir, holder } : { kind: 'mongodb', uri: mongodbUri };
}
