import { readTyped } from '@/lib/domain/typed-number';

/** The hours a week that typed hours and weeks come to, as a hint; null while one of them is no number above 0. */
export function describePace(hours: string, weeks: string): string | null {
  const [all, over] = [readTyped(hours), readTyped(weeks)];
  if (!all || !over || !('value' in all) || !('value' in over) || all.value <= 0 || over.value <= 0)
    return null;
  const pace = Math.ceil(all.value / over.value);
  return `About ${pace} ${pace === 1 ? 'hour' : 'hours'} a week`;
}
