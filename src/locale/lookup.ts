/** Values by name. */
export interface Lookup<Value> {
  get: (name: string) => Value | undefined;
  has: (name: string) => boolean;
  keys: () => Iterable<string>;
}

/** Values by name that are made when they are first asked for. */
export class LazyLookup<Value> implements Lookup<Value> {
  readonly #makers: ReadonlyMap<string, () => Value>;
  readonly #made = new Map<string, Value>();

  constructor(makers: ReadonlyMap<string, () => Value>) {
    this.#makers = makers;
  }

  get(name: string): Value | undefined {
    const known = this.#made.get(name);
    const make = this.#makers.get(name);
    if (known !== undefined || !make) return known;
    const made = make();
    this.#made.set(name, made);
    return made;
  }

  has(name: string): boolean {
    return this.#makers.has(name);
  }

  keys(): Iterable<string> {
    return this.#makers.keys();
  }
}
