/** Builds elements. Every text becomes a text node, so nothing that the graph or a person says becomes markup. */

import { dateInWords } from './dates.js';

/** An element with attributes (`onclick` and the like are listeners, `false` and `undefined` leave one out) and children. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value' || name === 'checked') element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(
    ...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false),
  );
  return element;
}

/** Says something to whoever listens to the page. */
export function say(text) {
  document.querySelector('#live').textContent = text;
}

/** A link to a page elsewhere; the text alone where the address is none. */
export function link(url, text) {
  return /^https?:\/\//i.test(url ?? '') ? h('a', { href: url, rel: 'noreferrer' }, text) : text;
}

/** An instant, or a day, month or year as precisely as it is known: ISO, then in words. */
export function time(iso) {
  const [, day, clock] = /^([\d-]+)(?:T(\d\d:\d\d))?/.exec(iso) ?? [];
  const words = day.includes('-') && dateInWords(day);
  return h(
    'time',
    { datetime: iso },
    h('span', { class: 'iso' }, clock ? `${day} ${clock} UTC` : day),
    words && ` (${words})`,
  );
}

/** Sources as a list; nothing where there are none. */
export function sourceList(sources) {
  if (sources.length === 0) return undefined;
  return [
    h('p', {}, sources.length > 1 ? 'Sources:' : 'Source:'),
    h(
      'ul',
      {},
      sources.map(({ title, publisher, url, date }) =>
        h('li', {}, link(url, title), publisher && `, ${publisher}`, date && [', ', time(date)]),
      ),
    ),
  ];
}
