import type { CookieSerializeOptions } from '@fastify/cookie';
import type { Settings } from '@klimaspur/settings';

export const SESSION_DAYS = 30;
export const DAY_MS = 86_400_000;

const isHttps = ({ baseUrl }: Settings): boolean => baseUrl?.startsWith('https:') ?? false;

/** The prefix makes browsers refuse it from anywhere but this very host over HTTPS. */
export const sessionCookieName = (settings: Settings): string =>
  isHttps(settings) ? '__Host-klimaspur' : 'klimaspur';

export const cookieOptions = (settings: Settings, seconds: number): CookieSerializeOptions => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax',
  secure: isHttps(settings),
  maxAge: seconds,
});
