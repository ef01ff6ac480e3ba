/** A few kilobytes always get through, as nearly every form is. */
const ALWAYS_TAKEN_BYTES = 64 * 1024;

export type Holding = {
  /** False where whoever sends, or everybody together, would hold too much. */
  add: (bytes: number) => boolean;
  giveBack: () => void;
};

/**
 * The bodies that are held in memory, counted as they arrive: one that is announced and does not come takes no place from
 * anybody. Each sender has a place of a size of their own, beside what all may hold.
 */
export class HeldBytes {
  private total = 0;
  private readonly byOwner = new Map<string, number>();

  constructor(private readonly limits: { each: number; all: number }) {}

  open(owner: string): Holding {
    let held = 0;
    return {
      add: (bytes) => {
        const own = this.byOwner.get(owner) ?? 0;
        const isFree = own + bytes <= this.limits.each && this.total + bytes <= this.limits.all;
        if (!isFree && held + bytes > ALWAYS_TAKEN_BYTES) return false;
        held += bytes;
        this.total += bytes;
        this.byOwner.set(owner, own + bytes);
        return true;
      },
      giveBack: () => {
        const left = (this.byOwner.get(owner) ?? 0) - held;
        this.total -= held;
        held = 0;
        if (left > 0) this.byOwner.set(owner, left);
        else this.byOwner.delete(owner);
      },
    };
  }
}
