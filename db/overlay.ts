/** The target with some of its members replaced. Its own methods keep their `this`, which their private fields need. */
export function overlay<T extends object>(target: T, members: Partial<T>): T {
  return new Proxy(target, {
    get(_target, property) {
      if (property in members) return Reflect.get(members, property);
      const value = Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
