import { makePauses, mapInPieces } from '@/lib/in-pieces';

/** What a file may hold. The data of ten thousand check-ins stays below. */
const MOST = {
  depth: 50,
  marks: 600_000,
  marksOfOne: 50_000,
  entries: 2_000,
  entriesBelowTop: 100_000,
  text: 200_000,
};
const PAUSE_EVERY = 50_000;

const [QUOTE, BACKSLASH, COMMA] = [34, 92, 44];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125];

export type ReadJson =
  | { kind: 'json'; json: unknown }
  | { kind: 'too-much'; problem: string }
  | { kind: 'no-json' };

const TOO_DEEP = `It nests lists or objects more than ${MOST.depth} deep.`;
const TOO_LONG = 'It holds a text that is longer than any that Rung keeps.';
const TOO_MUCH = 'It holds more lists and values than the data of one account can.';

/** A list right below the top: where it begins, and its entries as they stand there. */
type List = { key: string; from: number; entries: string[] };
type Split = { rest: string; lists: List[] } | { problem: string };

/**
 * Reads JSON from a stranger's hand: counted before it is read, and the lists right below its top an entry at a time, so
 * that neither its size nor its shape holds up anybody else.
 */
export async function readJsonInPieces(text: string): Promise<ReadJson> {
  const split = await splitLists(text);
  if ('problem' in split) return { kind: 'too-much', problem: split.problem };
  try {
    const json: unknown = JSON.parse(split.rest);
    for (const { key, entries } of split.lists) {
      const list = await mapInPieces(entries, (entry) => JSON.parse(entry) as unknown);
      const place = Object.getOwnPropertyDescriptor(json, JSON.parse(key));
      // Of a key that stands there twice the last counts, and it may be no list.
      if (Array.isArray(place?.value))
        Object.defineProperty(json, JSON.parse(key), { ...place, value: list });
    }
    return { kind: 'json', json };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { kind: 'no-json' };
  }
}

/** Walks over the text once, counting, and takes the lists right below the top out of it. Whether it is JSON shows later. */
async function splitLists(text: string): Promise<Split> {
  const walk = new Walk(text);
  const pause = makePauses();
  let next = PAUSE_EVERY;
  while (walk.at < text.length) {
    const problem = walk.step();
    if (problem) return { problem };
    if (walk.at < next) continue;
    next = walk.at + PAUSE_EVERY;
    const time = pause();
    if (time !== null) await time;
  }
  return { rest: walk.rest + text.slice(walk.restFrom), lists: walk.lists };
}

class Walk {
  at = 0;
  rest = '';
  restFrom = 0;
  readonly lists: List[] = [];
  /** The bracket of each list and object that is open, and its entries so far. */
  private readonly open: { code: number; entries: number }[] = [];
  private marks = 0;
  private marksBefore = 0;
  private key = '';
  private list: List | null = null;
  private entryFrom = 0;

  constructor(private readonly text: string) {}

  /** Takes one character, or one text in quotes. Says what is too much. */
  step(): string | null {
    const code = this.text.charCodeAt(this.at);
    if (code === QUOTE) {
      if (!this.skipText()) return TOO_LONG;
    } else {
      if (code === OPEN_LIST || code === OPEN_OBJECT) this.enter(code);
      else if (code === COMMA) this.count();
      else if (code === CLOSE_LIST || code === CLOSE_OBJECT) this.leave(code);
      this.at += 1;
    }
    if (this.open.length > MOST.depth) return TOO_DEEP;
    return this.isTooMuch() ? TOO_MUCH : null;
  }

  private isTooMuch(): boolean {
    const entries = this.open.at(-1)?.entries ?? 0;
    const most = this.open.length === 2 && this.list ? MOST.entriesBelowTop : MOST.entries;
    const isOneTooMuch = this.marks - this.marksBefore > MOST.marksOfOne;
    return entries > most || this.marks > MOST.marks || isOneTooMuch;
  }

  /** False for one that does not end soon enough. */
  private skipText(): boolean {
    const from = this.at;
    const end = Math.min(this.text.length, from + MOST.text);
    this.at += 1;
    while (this.at < end && this.text.charCodeAt(this.at) !== QUOTE)
      this.at += this.text.charCodeAt(this.at) === BACKSLASH ? 2 : 1;
    if (this.at - from >= MOST.text) return false;
    this.at += 1;
    if (this.open.length === 1) this.key = this.text.slice(from, this.at);
    return true;
  }

  private enter(code: number): void {
    this.marks += 1;
    const isBelowTop = this.open.length === 1 && this.open[0]?.code === OPEN_OBJECT && this.key !== '';
    this.open.push({ code, entries: 1 });
    if (!isBelowTop || code !== OPEN_LIST) return;
    this.list = { key: this.key, from: this.at, entries: [] };
    this.entryFrom = this.at + 1;
    this.marksBefore = this.marks;
  }

  private count(): void {
    this.marks += 1;
    const last = this.open.at(-1);
    if (last) last.entries += 1;
    if (this.open.length === 2) this.takeEntry();
    if (this.open.length === 1) this.key = '';
  }

  private takeEntry(): void {
    if (!this.list) return;
    this.list.entries.push(this.text.slice(this.entryFrom, this.at));
    this.entryFrom = this.at + 1;
    this.marksBefore = this.marks;
  }

  private leave(code: number): void {
    this.open.pop();
    const { list } = this;
    if (this.open.length !== 1 || !list) return;
    this.list = null;
    // Closed by the bracket of an object it is no JSON, and is left where it stands for the reader to refuse.
    if (code !== CLOSE_LIST) return;
    if (list.entries.length > 0 || this.text.slice(this.entryFrom, this.at).trim() !== '')
      list.entries.push(this.text.slice(this.entryFrom, this.at));
    this.lists.push(list);
    this.rest += `${this.text.slice(this.restFrom, list.from)}[]`;
    this.restFrom = this.at + 1;
  }
}
