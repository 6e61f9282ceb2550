/** The dashboard: its panels in their order, filled with what the graph answers now. */

import { startSearchBox } from '../explorer/search-box.js';
import { RefusedError } from '../desk/graph.js';
import { identity } from './ask.js';
import { chosen, startFilters } from './filters.js';
import { leads } from './leads.js';
import { readinessYears } from './readiness-years.js';
import { readiness } from './readiness.js';
import { fillPanel, panelPlace } from './panel.js';
import { smartCities } from './smart-cities.js';
import { smartCityProjects } from './smart-city-projects.js';
import { askForToken } from './sign-in.js';

const find = (selector) => document.querySelector(selector);
const panels = [leads, readiness, readinessYears, smartCities, smartCityProjects].map((panel) => ({
  panel,
  place: panelPlace(panel),
}));

/** Fills every panel; those that a change of filters does not reach stay as they are. */
async function show(filters) {
  const filled = await Promise.allSettled(panels.map((each) => fill(each, filters)));
  const refusal = filled.find(({ reason }) => reason instanceof RefusedError)?.reason;
  if (refusal) askForToken(find('#sign-in'), refusal.message, () => show(chosen()));
  const failed = panels.some(({ place }) => place.dataset.state === 'failed');
  find('#live').textContent = failed ? 'Some charts could not be shown' : 'All charts are shown';
}

async function fill(each, filters) {
  const asked = JSON.stringify([each.panel.variables(filters), (each.panel.heeds ?? []).map((name) => filters[name])]);
  if (asked === each.asked && each.place.dataset.state === 'shown') return;
  each.asked = asked;
  await fillPanel(each.place, each.panel, filters);
}

find('#main').append(...panels.map(({ place }) => place));
startFilters(find('#filters'), show);
startSearchBox({
  input: find('#search'),
  list: find('#hits'),
  status: find('#search-status'),
  headers: identity,
  onPick: ({ kind, id }) => {
    location.href = `/record/${kind.toLowerCase().replaceAll('_', '-')}/${encodeURIComponent(id).replaceAll('%3A', ':')}`;
  },
});
await show(chosen());
if (location.hash.length > 1) document.getElementById(location.hash.slice(1))?.scrollIntoView();
