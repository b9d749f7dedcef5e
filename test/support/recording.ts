const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The path of a field, with every index of an array written `*`. */
const step = (path: string, owner: object, key: string): string =>
  `${path}.${Array.isArray(owner) ? '*' : key}`;

/** The paths of all values in a view that are no objects. */
export function pathsOf(view: object, path = ''): readonly string[] {
  return Object.entries(view).flatMap(([key, value]: [string, unknown]) =>
    isObject(value) ? pathsOf(value, step(path, view, key)) : [step(path, view, key)],
  );
}

/** The view behind a proxy that notes in `read` the path of each field that is read. */
export function recording<T extends object>(view: T, read: Set<string>, path = ''): T {
  return new Proxy(view, {
    get(target, key, receiver) {
      const value: unknown = Reflect.get(target, key, receiver);
      if (typeof key === 'symbol' || !Object.hasOwn(target, key)) return value;
      const below = step(path, target, key);
      read.add(below);
      return isObject(value) ? recording(value, read, below) : value;
    },
  });
}
