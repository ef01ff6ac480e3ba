import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { Refusal } from '@/db/refusal';
import { env } from '@/lib/env';
import { commandKeyFile } from '@/lib/http/command-key';
import { getOrigin } from '@/lib/http/origin';

/** Asks the running server on this machine to do what a command cannot, since a database file belongs to one process. */
export function askServer(path: string, body: unknown = null): Promise<string> {
  const origin = getOrigin();
  return new Promise((resolve, reject) => {
    const asked = request({
      host: '127.0.0.1',
      port: env.PORT,
      method: 'POST',
      path,
      headers: {
        host: new URL(origin).host,
        origin,
        'content-type': 'application/json',
        authorization: `Bearer ${readKey()}`,
      },
    });
    const silent = `No server answers on port ${env.PORT}. Start Rung first, or set PORT as for the server.`;
    asked.on('error', () => reject(new Refusal(silent)));
    asked.on('response', async (response) => {
      const answer = (await text(response)).trim();
      if (response.statusCode === 200) resolve(answer);
      else reject(new Refusal(answer));
    });
    asked.end(JSON.stringify(body));
  });
}

function readKey(): string {
  const file = commandKeyFile();
  if (!existsSync(file))
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}
