const MOST_ENTRIES = 500;
const MOST_CHARACTERS = 16_000_000;

/** The planner's answers kept in memory as text, the least recently used dropped first, bounded by number and by size. */
export class PlanCache {
  private readonly texts = new Map<string, string>();
  private characters = 0;

  constructor(private readonly limits = { entries: MOST_ENTRIES, characters: MOST_CHARACTERS }) {}

  /** A fresh copy, so that no caller can change what the next one gets; null when it is not kept. */
  get<Answer>(key: string): Answer | null {
    const text = this.texts.get(key);
    if (text === undefined) return null;
    this.texts.delete(key);
    this.texts.set(key, text);
    return JSON.parse(text) as Answer;
  }

  set(key: string, answer: object | null): void {
    const text = JSON.stringify(answer);
    this.drop(key);
    this.texts.set(key, text);
    this.characters += text.length;
    for (const oldest of this.texts.keys()) {
      if (this.texts.size <= this.limits.entries && this.characters <= this.limits.characters) return;
      this.drop(oldest);
    }
  }

  get size(): number {
    return this.texts.size;
  }

  private drop(key: string): void {
    this.characters -= this.texts.get(key)?.length ?? 0;
    this.texts.delete(key);
  }
}
