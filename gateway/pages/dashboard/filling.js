/** Fills the panels: what is in view at once, the others when they come near or the browser has time. */

import { RefusedError } from '../shared/graph.js';
import { fillPanel, showReach } from './panel.js';

/** How far below or above the view a panel counts as near. */
const NEAR = '75%';
const LONGEST_WAIT_MS = 60;

/** Gives what shows all panels with filters; `onRefused` is told once a showing when the graph wants a token, `onShown` when all are filled. */
export function createFilling(panels, { onRefused, onShown }) {
  let showing = { filters: {} };
  let watcher;

  /** A panel that a change of filters does not reach stays as it is. What an earlier showing still waits for is asked anew: it may be refused. */
  function fill(each, now) {
    const { panel, place } = each;
    const { filters } = now;
    const asked = JSON.stringify([panel.variables(filters), (panel.heeds ?? []).map((name) => filters[name])]);
    if (asked !== each.asked || (place.dataset.state !== 'shown' && each.showing !== now)) {
      Object.assign(each, { asked, showing: now });
      each.filled = fillPanel(place, panel, filters, () => again(each));
    }
    return each.filled;
  }

  async function again(each) {
    each.asked = undefined;
    await fillOrSay(each, showing);
    (each.place.querySelector('[name=again]') ?? each.place).focus();
    onShown();
  }

  async function fillOrSay(each, now) {
    try {
      await fill(each, now);
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      if (now.isRefused || now !== showing) return;
      now.isRefused = true;
      onRefused(error);
    }
  }

  return async (filters) => {
    const now = { filters };
    showing = now;
    for (const { panel, place } of panels) showReach(place, panel, filters);
    await Promise.all(panels.filter(isInView).map((each) => fillOrSay(each, now)));
    performance.mark('in-view');
    watcher ??= watch(panels, (each) => void fillOrSay(each, showing));
    for (const each of panels) {
      await leisure();
      if (now !== showing) return;
      await fillOrSay(each, now);
    }
    onShown();
  };
}

function isInView({ place }) {
  const { top, bottom } = place.getBoundingClientRect();
  return top < innerHeight && bottom > 0;
}

function watch(panels, onNear) {
  const watcher = new IntersectionObserver(
    (entries) => {
      const near = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target);
      for (const each of panels) if (near.includes(each.place)) onNear(each);
    },
    { rootMargin: `${NEAR} 0%` },
  );
  for (const { place } of panels) watcher.observe(place);
  return watcher;
}

/** Waits until the browser has nothing more urgent to do. */
function leisure() {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: LONGEST_WAIT_MS });
    else setTimeout(resolve);
  });
}
