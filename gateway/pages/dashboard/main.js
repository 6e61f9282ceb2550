/** The dashboard: its panels in their order, filled with what the graph answers now. */

import { recordAddress } from '../shared/record-kinds.js';
import { startSearchBox } from '../shared/search-box.js';
import { identity } from '../shared/addresses.js';
import { calendar } from './calendar.js';
import { createFilling } from './filling.js';
import { chosen, startFilters } from './filters.js';
import { goals } from './goals.js';
import { leads } from './leads.js';
import { monitoringFigures } from './monitoring-figures.js';
import { monitoringProgress } from './monitoring-progress.js';
import { pillarsAtAGlance } from './pillars.js';
import { readinessYears } from './readiness-years.js';
import { readiness } from './readiness.js';
import { panelPlace } from './panel.js';
import { smartCities } from './smart-cities.js';
import { smartCityProjects } from './smart-city-projects.js';
import { askForToken } from '../shared/token-form.js';
import { thrusts } from './thrusts.js';

const find = (selector) => document.querySelector(selector);
const PANELS = [
  leads,
  readiness,
  readinessYears,
  smartCities,
  smartCityProjects,
  calendar,
  thrusts,
  goals,
  monitoringFigures,
  monitoringProgress,
  pillarsAtAGlance,
];
const panels = PANELS.map((panel) => ({ panel, place: panelPlace(panel) }));

const show = createFilling(panels, {
  onRefused: ({ message }) => askForToken(find('#sign-in'), message, () => show(chosen())),
  onShown: () => {
    const failed = panels.some(({ place }) => place.dataset.state === 'failed');
    find('#live').textContent = failed ? 'Some charts could not be shown' : 'All charts are shown';
  },
});

find('#main').append(...panels.map(({ place }) => place));
startFilters(find('#filters'), show);
startSearchBox({
  input: find('#search'),
  list: find('#hits'),
  status: find('#search-status'),
  headers: identity,
  onPick: (hit) => location.assign(recordAddress(hit)),
});
if (location.hash.length > 1) document.getElementById(location.hash.slice(1))?.scrollIntoView();
await show(chosen());
