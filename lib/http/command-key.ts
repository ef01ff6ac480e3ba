import { timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { env, isLoopback } from '@/lib/env';

/** The file that holds the key of commands. Only who may write to the data folder can make or read it. */
export function commandKeyFile(): string {
  return path.join(env.DATA_DIR, 'command.key');
}

/** Whether a request comes from a command on this machine that can read the data folder. */
export function isCommand(headers: Headers): boolean {
  const address = (headers.get('x-rung-address') ?? '').replace(/^::ffff:/i, '');
  if (!isLoopback(address) || !existsSync(commandKeyFile())) return false;
  const key = Buffer.from(readFileSync(commandKeyFile(), 'utf8').trim());
  const given = Buffer.from(headers.get('authorization')?.replace(/^Bearer /, '') ?? '');
  return key.length >= 32 && key.length === given.length && timingSafeEqual(key, given);
}
