import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** The one place that turns a page into HTML. */
export const renderPage = (page: VNode): string => `<!doctype html>${renderToString(page)}`;
