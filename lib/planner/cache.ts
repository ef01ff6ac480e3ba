import { LRUCache } from 'lru-cache';

/** The planner's answers kept in memory as text, the least recently used dropped first, bounded by number and by size. */
export class PlanCache {
  private readonly texts: LRUCache<string, string>;

  constructor({ entries, characters }: { entries: number; characters: number }) {
    this.texts = new LRUCache({
      max: entries,
      maxSize: characters,
      sizeCalculation: (text) => text.length,
    });
  }

  /** A fresh copy, so that no caller can change what the next one gets; null when it is not kept. */
  get<Answer>(key: string): Answer | null {
    const text = this.texts.get(key);
    return text === undefined ? null : (JSON.parse(text) as Answer);
  }

  set(key: string, answer: object | null): void {
    this.texts.set(key, JSON.stringify(answer));
  }

  get size(): number {
    return this.texts.size;
  }
}
