interface Route {
  readonly method: string | string[];
  readonly url: string;
}

/** Which methods an address knows, to tell „no such address“ from „not in this way“. */
export class RouteTable {
  private readonly routes: { readonly pattern: RegExp; readonly methods: readonly string[] }[] = [];

  add({ method, url }: Route): void {
    const methods = [method].flat();
    if (url.includes('*')) return;
    this.routes.push({ pattern: patternOf(url), methods });
  }

  methodsOf(path: string): string[] {
    const found = this.routes.filter(({ pattern }) => pattern.test(path));
    return [...new Set(found.flatMap(({ methods }) => methods))].toSorted();
  }
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

const patternOf = (url: string): RegExp => {
  const parts = url.split(/(:[A-Za-z]\w*)/);
  const source = parts.map((part, index) => (index % 2 === 1 ? '[^/]+' : escaped(part)));
  return new RegExp(`^${source.join('')}/?$`);
};
