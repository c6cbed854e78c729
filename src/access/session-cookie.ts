/** Sent to this site alone, out of reach of scripts. With TLS in front the browser is told so by its prefix. */
export const SESSION_COOKIE = 'wendai-session';

export function cookieOptions(publicUrl: string): {
  httpOnly: true;
  sameSite: 'strict';
  path: '/';
  secure: boolean;
} {
  return { httpOnly: true, sameSite: 'strict', path: '/', secure: publicUrl.startsWith('https:') };
}
