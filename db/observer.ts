import type { StorageFault } from './storage-error';

/** Who is told how the database fares. */
export type DatabaseObserver = {
  /** Work waited so long, for its turn or for a lock, before it was done. */
  waited(intent: 'read' | 'save', seconds: number): void;
  failed(intent: 'read' | 'save', fault: StorageFault): void;
};

/** Several bundles of one process share what hangs here. */
const key = Symbol.for('rung.database-observer');
const shared = globalThis as typeof globalThis & { [key]?: DatabaseObserver };

export function observeDatabase(observer: DatabaseObserver): void {
  shared[key] = observer;
}

export function getDatabaseObserver(): DatabaseObserver | undefined {
  return shared[key];
}
