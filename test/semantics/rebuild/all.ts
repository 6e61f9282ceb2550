/** Every kind of file that is rebuilt. */

import { BLUEPRINT_ELEMENT } from './blueprint-element.ts';
import { BODY } from './body.ts';
import { INDICATOR } from './indicator.ts';
import { INITIATIVE } from './initiative.ts';
import { INSTRUMENT } from './instrument.ts';
import { ISSUE } from './issue.ts';
import { MEETING } from './meeting.ts';
import { MEMBER_STATE } from './member-state.ts';
import { MONITORING_ITEM } from './monitoring-item.ts';
import { OBSERVATION } from './observation.ts';
import { PARTNER } from './partner.ts';
import { PILLAR } from './pillar.ts';
import type { RebuiltFile } from './rebuilt-file.ts';
import { REGIONAL_ENTITY } from './regional-entity.ts';
import { SDG_PRIORITY_AREA } from './sdg-priority-area.ts';
import { SDG } from './sdg.ts';
import { SECTOR } from './sector.ts';
import { SMART_CITY_PARTNERSHIP } from './smart-city-partnership.ts';
import { SMART_CITY_PROJECT } from './smart-city-project.ts';
import { SMART_CITY } from './smart-city.ts';
import { STAKE } from './stake.ts';
import { VISION_DOCUMENT } from './vision-document.ts';

/** All of them, in the order of the data set's description. */
export const REBUILT_FILES: readonly RebuiltFile[] = [
  PILLAR,
  BODY,
  SECTOR,
  BLUEPRINT_ELEMENT,
  MEETING,
  INSTRUMENT,
  STAKE,
  ISSUE,
  MONITORING_ITEM,
  REGIONAL_ENTITY,
  VISION_DOCUMENT,
  MEMBER_STATE,
  PARTNER,
  SDG,
  SDG_PRIORITY_AREA,
  SMART_CITY,
  SMART_CITY_PROJECT,
  SMART_CITY_PARTNERSHIP,
  INDICATOR,
  OBSERVATION,
  INITIATIVE,
];
