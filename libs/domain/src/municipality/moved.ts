import { timeline, type Past } from '../timeline.js';
import type { Issue } from '../shared/domain-error.js';

/** A page of another server, to which the rest of an address can be added; without a password in it. */
const SERVER = /^https?:\/\/[^\s/@?#\\"<>]+(\/[^\s?#\\"<>]*)?$/i;

/** Where the town is kept now, without a slash at its end; undefined: here. */
export const movedTo = (history: readonly Past[]): string | undefined => {
  if (!history.some(({ type }) => type === 'MunicipalityMoved')) return undefined;
  const moved = timeline(history).findLast(({ type }) => type === 'MunicipalityMoved');
  return addressIn(moved?.data ?? {})?.replace(/\/+$/, '');
};

/** What is wrong with the address of another server. */
export const addressIssues = (data: Past['data']): Issue[] =>
  SERVER.test(addressIn(data) ?? '')
    ? []
    : [{ path: 'text.address', code: 'field/not-a-server', params: {} }];

const addressIn = ({ text }: Past['data']): string | undefined => {
  const { address } = (text ?? {}) as { readonly address?: unknown };
  return typeof address === 'string' ? address : undefined;
};
