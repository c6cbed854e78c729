/** With TLS in front the browser itself keeps it to this host and to TLS, by its prefix. */
export function sessionCookie(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-wendai-session' : 'wendai-session';
}

/** Sent to this site alone, out of reach of scripts. */
export function cookieOptions(publicUrl: string): {
  httpOnly: true;
  sameSite: 'strict';
  path: '/';
  secure: boolean;
} {
  return { httpOnly: true, sameSite: 'strict', path: '/', secure: publicUrl.startsWith('https:') };
}
