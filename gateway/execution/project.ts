/**
 * Writes the client's answer out of the data that were fetched, by a function compiled from its shape. It knows no errors: a value
 * that is not as the schema has it ends the attempt, and the answer is then written with its errors (project-with-errors.ts).
 */

import type { FieldShape, SelectedObject, Shape } from './shape.ts';

/** The answer's data; undefined where a value is not as the schema has it. `introspected`: the fields of the schema, by key. */
export type Project = (data: object, introspected: Readonly<Record<string, unknown>>) => object | undefined;

/** Compiles the function; its text grows with all that it writes. */
export function compileProjection(root: SelectedObject): { readonly project: Project; readonly characters: number } {
  const source = new ProjectionSource();
  const entry = source.objectFunction(root);
  const body = `'use strict';\nfunction misfit() { throw MISFIT; }\n${source.text()}\nreturn ${entry};`;
  const write = new Function('MISFIT', 'enums', 'state', body)(MISFIT, source.enums, source.state) as (
    data: object,
  ) => object;
  const project: Project = (data, introspected) => {
    source.state.introspected = introspected;
    try {
      return write(data);
    } catch (error) {
      if (error === MISFIT) return undefined;
      throw error;
    }
  };
  return { project, characters: body.length };
}

/** Thrown where a value is not as the schema has it. */
const MISFIT = new Error('a value does not fit the schema');

/** The text of the functions, one for each kind of object and list. Names and keys stand in it as JSON strings only. */
class ProjectionSource {
  readonly enums: ReadonlySet<unknown>[] = [];
  readonly state: { introspected: Readonly<Record<string, unknown>> } = { introspected: {} };
  readonly #functions: string[] = [];
  readonly #named = new Map<string, string>();

  text(): string {
    return this.#functions.join('\n');
  }

  /** Of an object that is not null. */
  objectFunction(selected: SelectedObject): string {
    const { possible } = selected;
    const [only] = possible;
    if (possible.length === 1 && only === selected.type.name) return this.#concrete(selected, only);
    return this.#function(`a${selected.id}`, 'o', () => {
      const cases = possible.map(
        (type) => `case ${JSON.stringify(type)}: return ${this.#concrete(selected, type)}(o);`,
      );
      const untyped = `case undefined: return ${this.#concrete(selected, undefined)}(o);`;
      return `switch (o.__typename) { ${[...cases, untyped].join(' ')} default: throw MISFIT; }`;
    });
  }

  #concrete(selected: SelectedObject, type: string | undefined): string {
    return this.#function(
      `o${selected.id}_${type === undefined ? 'any' : selected.possible.indexOf(type)}`,
      'o',
      () => {
        const fields = selected.fields(type) ?? [];
        const members = fields.map((field) => `${member(field.key)}: ${this.#field(field, type)}`);
        return `if (typeof o !== 'object' || Array.isArray(o)) throw MISFIT; return { ${members.join(', ')} };`;
      },
    );
  }

  #field({ dataKey, source, shape }: FieldShape, type: string | undefined): string {
    const text = JSON.stringify(dataKey);
    if (source === 'introspection') return `state.introspected[${text}]`;
    if (source === 'type') return type === undefined ? 'misfit()' : JSON.stringify(type);
    return this.#value(shape, `o[${text}]`);
  }

  #value(shape: Shape, expression: string): string {
    const isPlain = shape.kind === 'leaf' && !shape.values;
    if (isPlain && !shape.isNonNull) return `${expression} ?? null`;
    return `${this.#valueFunction(shape)}(${expression})`;
  }

  /** Of any value, null or not there too. */
  #valueFunction(shape: Shape): string {
    const none = shape.isNonNull ? 'throw MISFIT' : 'return null';
    const guard = `if (v === null || v === undefined) ${none};`;
    const mark = shape.isNonNull ? 'n' : 'm';
    switch (shape.kind) {
      case 'leaf': {
        if (!shape.values) return this.#function(`${mark}l`, 'v', () => `${guard} return v;`);
        const { values } = shape;
        const known = this.enums.indexOf(values);
        const index = known === -1 ? this.enums.push(values) - 1 : known;
        return this.#function(
          `${mark}e${index}`,
          'v',
          () => `${guard} if (!enums[${index}].has(v)) throw MISFIT; return v;`,
        );
      }
      case 'object': {
        const write = this.objectFunction(shape.selected);
        return this.#function(`${mark}${write}`, 'v', () => `${guard} return ${write}(v);`);
      }
      case 'list': {
        const item = this.#value(shape.item, 'v[i]');
        return this.#function(`${mark}s_${item.replaceAll(/\W+/g, '_')}`, 'v', () =>
          [
            guard,
            'if (!Array.isArray(v)) throw MISFIT;',
            'const r = new Array(v.length);',
            `for (let i = 0; i < v.length; i++) r[i] = ${item};`,
            'return r;',
          ].join(' '),
        );
      }
    }
  }

  /** Each function once, by its name. */
  #function(name: string, parameter: string, body: () => string): string {
    if (!this.#named.has(name)) {
      this.#named.set(name, name);
      this.#functions.push(`function ${name}(${parameter}) { ${body()} }`);
    }
    return name;
  }
}

/** A key of an object literal; this one would otherwise set the prototype. */
function member(key: string): string {
  return key === '__proto__' ? '["__proto__"]' : JSON.stringify(key);
}
