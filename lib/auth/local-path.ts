const HERE = 'http://here.invalid';

/** The path of an address when it lies on this site, else `/home`: a redirect never leaves the site. */
export function toLocalPath(address: string | string[] | undefined): string {
  if (typeof address !== 'string' || !address.startsWith('/') || !URL.canParse(address, HERE)) return '/home';
  const url = new URL(address, HERE);
  return url.origin === HERE && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : '/home';
}
