// `node --import` this to run a TypeScript file of test/ by itself, against the built libs: for processes that a test
// kills or traces, and for the bench. Only syntax that can be erased works there (no parameter properties, no enums).
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const built = new URL('../../dist/libs/', import.meta.url);
const tests = new URL('../', import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    const lib = /^@klimaspur\/([^/]+)$/.exec(specifier)?.[1];
    if (lib) return next(new URL(`${lib}/src/index.js`, built).href, context);
    if (specifier.startsWith('.') && context.parentURL?.startsWith(tests)) {
      const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
      if (existsSync(fileURLToPath(source))) return next(source.href, context);
    }
    return next(specifier, context);
  },
});
