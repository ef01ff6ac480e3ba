import {
  chmodSync,
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  type Stats,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { Refusal } from './refusal';

/** What of a mode lets anybody but the owner in. */
const OTHERS = 0o077;
const STICKY = 0o1000;
/** What Rung keeps in its folder; anything else there is somebody else's. */
const OWN = /^(?:rung\.|auth-secret|command\.key|database-made\.json|backups$)/;

/** Makes an empty file that nobody else may open, unless there is one. SQLite gives its log files the same rights. */
export function makePrivateFile(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
}

export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/**
 * Takes from everybody else the right to look into the data folder, the files in it and the database. Returns a sentence
 * for what it changed and for what it must leave open. Throws a Refusal where a file stays readable.
 */
export function keepPrivate({ dataDir, file }: { dataDir: string; file: string | null }): string[] {
  if (process.platform === 'win32') return [];
  const names = readdirSync(dataDir).filter((name) => name !== 'lost+found');
  const own = names.filter((name) => OWN.test(name));
  const inFolder = own.map((name) => path.join(dataDir, name));
  const backups = inFolder.filter((one) => lstatSync(one).isDirectory()).flatMap(listFolder);
  const database = file === null ? [] : ['', '-wal', '-shm'].map((suffix) => file + suffix);
  const closed = [...new Set([...inFolder, ...backups, ...database])].filter(closeToOthers);
  const folder = closeFolder(dataDir, { isShared: names.length > own.length });
  return [
    ...(closed.length > 0
      ? [
          `Others on this machine could read ${closed.slice(0, 3).join(', ')}${closed.length > 3 ? ' …' : ''}. Not any more.`,
        ]
      : []),
    ...(folder ? [folder] : []),
  ];
}

const listFolder = (folder: string): string[] => readdirSync(folder).map((name) => path.join(folder, name));

const isOpen = ({ mode }: Stats): boolean => (mode & OTHERS) !== 0;

/** Whether something was open and now is not. A link is left alone: what it leads to is not Rung's to change. */
function closeToOthers(one: string): boolean {
  const stats = lstatSync(one, { throwIfNoEntry: false });
  if (!stats || stats.isSymbolicLink() || !isOpen(stats)) return false;
  if (tryToClose(one, stats.isDirectory() ? 0o700 : 0o600)) return true;
  throw new Refusal(
    `Others on this machine can read ${one}, and Rung may not change that. Give it to Rung's user: chown, then chmod go= on it.`,
  );
}

function tryToClose(one: string, mode: number): boolean {
  try {
    chmodSync(one, mode);
  } catch {
    return false;
  }
  return !isOpen(statSync(one));
}

/** A folder that others use too, such as /tmp, is not closed to them. */
function closeFolder(folder: string, { isShared }: { isShared: boolean }): string | null {
  const stats = statSync(folder);
  if (!isOpen(stats)) return null;
  const isLeftOpen = isShared || (stats.mode & STICKY) !== 0;
  if (!isLeftOpen && tryToClose(folder, 0o700))
    return `Others on this machine could look into ${folder}. Not any more.`;
  return `Others on this machine can look into ${folder}. Set DATA_DIR to a folder of Rung's own with mode 0700.`;
}
