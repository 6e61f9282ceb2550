/** The objects at the paths of a plan: each path is walked once for all who ask before the data change. */

import type { SupergraphFacts } from './facts.ts';
import type { PathSegment } from './plan.ts';

type Json = Record<string, unknown>;

/** Tells of each object at a path of a value. */
type Walk = (value: unknown, visit: (object: Json) => void) => void;

/** The walks of one operation. */
export interface Walks {
  /** The same one for the same path. */
  along(path: readonly PathSegment[]): Walk;
}

/** No path is known yet. */
export function createWalks(facts: SupergraphFacts): Walks {
  const known = new Map<string, Walk>();
  return {
    along(path) {
      const text = JSON.stringify(path);
      const walk = known.get(text) ?? compileWalk(path, facts);
      known.set(text, walk);
      return walk;
    },
  };
}

/** The objects that walks reach in the data of one execution, which are a tree: no object stands at two places. */
export class Reached {
  readonly #data: Json;
  readonly #known = new Map<Walk, readonly Json[]>();

  constructor(data: Json) {
    this.#data = data;
  }

  /** Each object once, in the order in which it is reached. */
  byAll(walks: readonly Walk[]): Iterable<Json> {
    const [only, ...others] = walks;
    if (only && others.length === 0) return this.#by(only);
    return new Set(walks.flatMap((walk) => this.#by(walk)));
  }

  /** To be called when the data have changed. */
  forget(): void {
    this.#known.clear();
  }

  #by(walk: Walk): readonly Json[] {
    const known = this.#known.get(walk);
    if (known) return known;
    const objects: Json[] = [];
    walk(this.#data, (object) => objects.push(object));
    this.#known.set(walk, objects);
    return objects;
  }
}

function compileWalk(path: readonly PathSegment[], facts: SupergraphFacts): Walk {
  const [segment, ...rest] = path;
  if (segment === undefined) return eachObject((object, visit) => visit(object));
  const next = compileWalk(rest, facts);
  switch (segment.kind) {
    case 'field': {
      const { key } = segment;
      return eachObject((object, visit) => next(object[key], visit));
    }
    case 'items':
      return (value, visit) => {
        if (Array.isArray(value)) for (const item of value) next(item, visit);
      };
    case 'on': {
      const known = new Map<unknown, boolean>([[undefined, true]]);
      const isOn = (type: unknown): boolean => {
        let is = known.get(type);
        if (is === undefined) known.set(type, (is = segment.types.some((one) => facts.isA(String(type), one))));
        return is;
      };
      return eachObject((object, visit) => {
        if (isOn(object['__typename'])) next(object, visit);
      });
    }
  }
}

/** Goes on from a value that is an object, or from each one in a list, however deep. */
function eachObject(goOn: (object: Json, visit: (object: Json) => void) => void): Walk {
  const walk: Walk = (value, visit) => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) for (const item of value) walk(item, visit);
    else goOn(value as Json, visit);
  };
  return walk;
}
