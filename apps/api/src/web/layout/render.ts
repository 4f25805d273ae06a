import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** The only place that turns components into HTML. */
export const render = (page: VNode): string => `<!doctype html>${renderToString(page)}`;
