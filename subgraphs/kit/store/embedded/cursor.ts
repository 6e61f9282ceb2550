/** A cursor as MongoDB's driver has it, over documents that are read as they are asked for. */

import { unsupported } from '../errors.ts';

/** What a cursor reads from. */
export interface CursorSource<T> {
  /** Starts the reading; each step runs without interruption. */
  open(): Iterator<T>;
  /** Runs a step of reading, wording the faults of the file. */
  step<R>(work: () => R): R;
  explain(): unknown;
}

/** A cursor over answers. */
export class EmbeddedCursor<T> implements AsyncIterable<T> {
  closed = false;
  readonly #source: CursorSource<T>;
  #iterator: Iterator<T> | undefined;
  #ahead: IteratorResult<T> | undefined;
  #transform: ((item: T) => T) | undefined;

  constructor(source: CursorSource<T>) {
    this.#source = source;
  }

  async toArray(): Promise<T[]> {
    return this.#source.step(() => {
      const all: T[] = [];
      for (let item = this.#take(); item !== null; item = this.#take()) all.push(item);
      this.closed = true;
      return all;
    });
  }

  async next(): Promise<T | null> {
    return this.#source.step(() => this.#take());
  }

  async tryNext(): Promise<T | null> {
    return this.next();
  }

  async hasNext(): Promise<boolean> {
    return this.#source.step(() => !this.#peek().done);
  }

  async forEach(work: (item: T) => boolean | void): Promise<void> {
    for (let item = await this.next(); item !== null; item = await this.next()) if (work(item) === false) return;
  }

  map(transform: (item: T) => T): this {
    this.#transform = transform;
    return this;
  }

  async explain(): Promise<unknown> {
    return this.#source.step(() => this.#source.explain());
  }

  async close(): Promise<void> {
    this.closed = true;
    this.#iterator?.return?.();
    this.#ahead = { done: true, value: undefined };
  }

  addCursorFlag(flag: string, value: boolean): this {
    if (flag !== 'noCursorTimeout' && value) throw unsupported(`the cursor flag ${flag}`);
    return this;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (let item = await this.next(); item !== null; item = await this.next()) yield item;
  }

  #peek(): IteratorResult<T> {
    this.#iterator ??= this.#source.open();
    this.#ahead ??= this.#iterator.next();
    return this.#ahead;
  }

  #take(): T | null {
    const next = this.#peek();
    if (next.done) return null;
    this.#ahead = undefined;
    return this.#transform ? this.#transform(next.value) : next.value;
  }
}
