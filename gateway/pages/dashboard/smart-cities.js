/** Smart Cities on a map: a circle a city, as large as its projects are many, over land without borders. */

import { isNarrow } from './chart.js';
import { legendOf } from './marks.js';
import { recordLink } from './table.js';

/** What of the world is shown, in degrees: the ten or eleven member states with some sea around them. */
const VIEW = { center: [110, 6.8], longitudes: 40, latitudes: 36 };

export const smartCities = {
  id: 'smart-cities',
  title: 'Smart Cities and their projects',
  operation: 'smart-city-map',
  variables: ({ state }) => ({ ...(state && { memberStates: state }) }),
  view: ({ smartCities: { nodes } }) => {
    const rows = nodes.toSorted((a, b) => b.projects.totalCount - a.projects.totalCount);
    return {
      rows,
      columns: [
        { title: 'City', cell: ({ id, name }) => recordLink('smart-city', id, name) },
        {
          title: 'Member state',
          cell: ({ memberState }) => memberState && recordLink('member-state', memberState.code, memberState.name),
        },
        { title: 'Joined', isNumber: true, cell: ({ joinedYear }) => String(joinedYear) },
        { title: 'Projects', isNumber: true, cell: ({ projects }) => String(projects.totalCount) },
        {
          title: 'People',
          isNumber: true,
          cell: ({ population }) => population?.toLocaleString('en-GB') ?? 'not known',
        },
        { title: 'Counted in', isNumber: true, cell: ({ populationYear }) => populationYear && String(populationYear) },
      ],
      sentence: sentenceOf(rows),
      legend: legendOf(
        '● The larger the circle, the more projects (the number after a name)',
        '○ No project listed',
        rows.length > 1 && `Names stand where they fit: the table names all ${rows.length} cities`,
      ),
      spec: (width) => specOf(rows, width),
    };
  },
};

function sentenceOf(rows) {
  if (rows.length === 0) return 'No city matches the filters.';
  const total = rows.reduce((sum, { projects }) => sum + projects.totalCount, 0);
  const states = new Set(rows.map(({ memberState }) => memberState?.code)).size;
  const none = rows.filter(({ projects }) => projects.totalCount === 0).length;
  const [{ name, projects }] = rows;
  if (rows.length === 1)
    return `${name} is the one city of the ASEAN Smart Cities Network here; it lists ${total === 1 ? '1 project' : `${total} projects`} in the portfolio of 2025.`;
  const where = states === 1 ? 'one member state' : `${states} member states`;
  return `${rows.length} cities of the ASEAN Smart Cities Network in ${where} list ${total} projects in the portfolio of 2025. ${name} lists the most (${projects.totalCount}); ${none === 0 ? 'every city lists at least one' : `${none} list none`}.`;
}

function specOf(rows, width) {
  const pixelsPerDegree = Math.min(width / VIEW.longitudes, 600 / VIEW.latitudes);
  const height = Math.round(pixelsPerDegree * VIEW.latitudes);
  const named = new Set(labelled(rows, pixelsPerDegree, width, isNarrow(width) ? 5 : 16));
  const cities = rows.map(({ id, name, latitude, longitude, projects: { totalCount } }) => ({
    name: named.has(id) ? labelOf({ name, projects: { totalCount } }) : '',
    latitude,
    longitude,
    size: 24 + totalCount * (isNarrow(width) ? 14 : 34),
    fill: totalCount === 0 ? '#ffffff' : '#d55e00',
    tip: `${name}: ${totalCount === 1 ? '1 project' : `${totalCount} projects`}`,
  }));
  const place = { latitude: { field: 'latitude' }, longitude: { field: 'longitude' } };
  return {
    height,
    view: { fill: '#eaf2f8' },
    projection: {
      type: 'mercator',
      center: VIEW.center,
      scale: (pixelsPerDegree * 180) / Math.PI,
      translate: [width / 2, height / 2],
    },
    layer: [
      {
        data: { url: '/dashboard/land.json', format: { type: 'topojson', feature: 'land' } },
        mark: { type: 'geoshape', fill: '#d5d2c6', stroke: null, clip: true },
      },
      {
        name: 'data',
        data: { values: cities },
        mark: { type: 'circle', opacity: 0.8, stroke: '#5c2900', strokeWidth: 1 },
        encoding: {
          ...place,
          size: { field: 'size', type: 'quantitative', scale: null },
          fill: { field: 'fill', scale: null },
          tooltip: { field: 'tip' },
        },
      },
      {
        data: { values: cities.filter(({ name }) => name !== '') },
        mark: { type: 'text', align: 'left', dx: 12, fontSize: 12, color: '#1b2430', stroke: null },
        encoding: { ...place, text: { field: 'name' } },
      },
    ],
  };
}

function labelOf({ name, projects }) {
  return `${name} ${projects.totalCount}`;
}

/** The cities whose names fit on the map without touching another name or city: those with the most projects first. */
function labelled(rows, pixelsPerDegree, width, most) {
  const at = ({ longitude, latitude }) => ({
    x: width / 2 + (longitude - VIEW.center[0]) * pixelsPerDegree,
    y: latitude * pixelsPerDegree,
  });
  const kept = [];
  for (const row of rows) {
    const { x, y } = at(row);
    const [left, right] = [x - 8, x + 18 + labelOf(row).length * 7];
    const isNear = (other) => Math.abs(other.y - y) < 17;
    const touchesName = kept.some((other) => isNear(other) && other.left < right && left < other.right);
    const coversCity = rows.some((each) => {
      const other = at(each);
      return each !== row && isNear(other) && other.x > x + 6 && other.x < right + 4;
    });
    if (!touchesName && !coversCity && right < width && kept.length < most) kept.push({ id: row.id, left, right, y });
  }
  return kept.map(({ id }) => id);
}
