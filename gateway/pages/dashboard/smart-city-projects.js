/** Projects of smart cities by focus area and by the pillar whose work they are, completed and under way. */

import { isNarrow, wrapped, WRAPPED_AXIS } from './chart.js';
import { legendOf, lineOf, PILLARS } from './marks.js';

const AREAS = {
  SAFETY_AND_SECURITY: ['Safety and security', 'APSC'],
  BUILT_INFRASTRUCTURE: ['Built infrastructure', 'AEC'],
  INDUSTRY_AND_INNOVATION: ['Industry and innovation', 'AEC'],
  CIVIC_AND_SOCIAL: ['Civic and social life', 'ASCC'],
  HEALTH_AND_WELL_BEING: ['Health and well-being', 'ASCC'],
  QUALITY_ENVIRONMENT: ['Quality of the environment', 'ASCC'],
};
const STANDINGS = {
  COMPLETED: { sign: '✓', word: 'Completed', fill: '#1f5f99', ink: '#ffffff' },
  ONGOING_OR_PLANNING: { sign: '…', word: 'Ongoing or planned', fill: '#bfd9ea', ink: '#1b2430' },
  NOT_LISTED: { sign: '×', word: 'No longer listed', fill: '#eceff2', ink: '#1b2430' },
};

export const smartCityProjects = {
  id: 'smart-city-projects',
  title: 'Smart City projects by focus area and pillar',
  operation: 'smart-city-projects',
  variables: ({ pillar, state }) => ({
    ...(state && { memberStates: state }),
    ...(pillar && { focusAreas: Object.keys(AREAS).filter((area) => AREAS[area][1] === pillar) }),
  }),
  view: ({ smartCityProjects: { nodes, totalCount } }) => {
    const rows = Object.entries(AREAS)
      .map(([area, [name, pillar]]) => ({
        name,
        pillar,
        projects: nodes.filter(({ focusAreas: [first] }) => first === area),
      }))
      .filter(({ projects }) => projects.length > 0);
    const standings = Object.keys(STANDINGS).filter((code) => nodes.some(({ status }) => status === code));
    return {
      rows,
      columns: [
        { title: 'Focus area', cell: ({ name }) => name },
        { title: 'Pillar', cell: ({ pillar }) => pillar },
        ...standings.map((code) => ({
          title: `${STANDINGS[code].word}, projects`,
          isNumber: true,
          isMark: ({ projects }) => countOf(projects, code) > 0,
          cell: ({ projects }) => String(countOf(projects, code)),
        })),
      ],
      sentence: sentenceOf(rows, totalCount),
      legend: legend(standings),
      spec: (width) => specOf(rows, width),
    };
  },
};

function countOf(projects, code) {
  return projects.filter(({ status }) => status === code).length;
}

function sentenceOf(rows, total) {
  if (rows.length === 0) return 'No project matches the filters.';
  const largest = rows.toSorted((a, b) => b.projects.length - a.projects.length)[0];
  const completed = rows.reduce((sum, { projects }) => sum + countOf(projects, 'COMPLETED'), 0);
  const pillars = PILLARS.map((code) => {
    const mine = rows.filter(({ pillar }) => pillar === code);
    return `${code} ${mine.reduce((sum, { projects }) => sum + projects.length, 0)}`;
  });
  return `${largest.name} has the most of the ${total} projects in the portfolio of 2025 (${largest.projects.length}); ${completed} of all are completed. By the pillar whose work they are: ${pillars.join(', ')}.`;
}

function legend(standings) {
  const lookOf = (code) => `${code === 'COMPLETED' ? 'shade-4' : 'shade-1'} ${code.toLowerCase()}`;
  return legendOf(...standings.map((code) => lineOf(STANDINGS[code].sign, STANDINGS[code].word, lookOf(code))));
}

function areaOf(name, pillar, width) {
  return wrapped(`${name} (${pillar})`, isNarrow(width) ? 20 : 40);
}

function specOf(rows, width) {
  const longest = Math.max(...rows.map(({ projects }) => projects.length));
  const pixelsPerProject = (width - (isNarrow(width) ? 160 : 250)) / longest;
  const bars = rows.flatMap(({ name, pillar, projects }) => {
    let start = 0;
    return Object.entries(STANDINGS).flatMap(([code, { sign, word, fill, ink }]) => {
      const count = countOf(projects, code);
      if (count === 0) return [];
      const bar = {
        area: areaOf(name, pillar, width),
        start,
        end: start + count,
        middle: start + count / 2,
        text: pixelsPerProject * count < 30 ? '' : `${sign} ${count}`,
        fill,
        ink,
        tip: `${name} (${pillar}), ${word.toLowerCase()}: ${count === 1 ? '1 project' : `${count} projects`}`,
      };
      start += count;
      return [bar];
    });
  });
  const totals = rows.map(({ name, pillar, projects }) => ({
    area: areaOf(name, pillar, width),
    end: projects.length,
    text: String(projects.length),
  }));
  return {
    data: { values: bars },
    height: rows.length * 42,
    encoding: {
      y: { field: 'area', type: 'nominal', sort: null, axis: WRAPPED_AXIS, scale: { paddingInner: 0.25 } },
      tooltip: { field: 'tip' },
    },
    layer: [
      {
        name: 'data',
        mark: { type: 'bar', stroke: '#8793a1', strokeWidth: 0.5 },
        encoding: {
          x: {
            field: 'start',
            type: 'quantitative',
            axis: { title: 'Number of projects', tickMinStep: 1, tickCount: 5, format: 'd' },
          },
          x2: { field: 'end' },
          color: { field: 'fill', scale: null },
        },
      },
      {
        mark: { type: 'text', fontSize: 11 },
        encoding: {
          x: { field: 'middle', type: 'quantitative' },
          text: { field: 'text' },
          color: { field: 'ink', scale: null },
        },
      },
      {
        data: { values: totals },
        mark: { type: 'text', fontSize: 12, fontWeight: 'bold', align: 'left', dx: 6, color: '#1b2430' },
        encoding: { x: { field: 'end', type: 'quantitative' }, text: { field: 'text' }, tooltip: { value: null } },
      },
    ],
  };
}
