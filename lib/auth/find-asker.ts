import { getLiveSession } from '@/lib/queries/sessions';
import { nameCookie } from './cookies';
import { openToken } from './session-token';

/** The id of the person whose live session the cookies of a request name, or null; for what stands in front of Next. */
export async function findAsker(cookies: string | undefined): Promise<string | null> {
  const name = nameCookie('session');
  const values = (cookies ?? '').split(/;\s*/).filter((pair) => pair.startsWith(`${name}=`));
  const token = openToken(values.at(-1)?.slice(name.length + 1), name);
  return token && (await getLiveSession(token)) ? token.personId : null;
}
