import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeEntries } from '@/lib/domain/merge-entries';

const drawn = { name: 'Ada', zone: 'UTC', mail: 'on', kinds: ['degree'] };

describe('report 6: merging a form with what was saved since it was drawn', () => {
  it('keeps what another saved of fields that were left alone', () => {
    const saved = { ...drawn, zone: 'Asia/Kathmandu', mail: [], kinds: ['degree', 'course'] };
    const { merged, conflicts } = mergeEntries({ drawn, entered: { ...drawn, name: 'Grace' }, saved });
    expect({ ...merged }).toEqual({ name: 'Grace', zone: 'Asia/Kathmandu', kinds: ['degree', 'course'] });
    expect(conflicts).toEqual([]);
  });

  it('names the fields that both changed, and keeps what was entered', () => {
    const { merged, conflicts } = mergeEntries({
      drawn,
      entered: { ...drawn, name: 'Grace', zone: 'Europe/London' },
      saved: { ...drawn, name: 'Joan', zone: 'Europe/London' },
    });
    expect(conflicts).toEqual(['name']);
    expect(merged.name).toBe('Grace');
  });

  it('takes a check box left open, an empty field and a missing one for the same', () => {
    const { changed } = mergeEntries({
      drawn: { box: [], text: '', list: ['a'] },
      entered: { list: ['a', '', ''], other: '' },
      saved: {},
    });
    expect([...changed]).toEqual([]);
  });

  it('takes the line ends of a browser for those that are stored', () => {
    const note = { note: 'one\ntwo' };
    const { changed } = mergeEntries({ drawn: note, entered: { note: 'one\r\ntwo' }, saved: note });
    expect(changed.size).toBe(0);
  });

  it('passes on a field that nobody drew, so that the schema can refuse it', () => {
    const { merged } = mergeEntries({ drawn, entered: { ...drawn, personId: 'x' }, saved: drawn });
    expect(merged.personId).toBe('x');
  });

  it('changes nothing where nothing was entered otherwise, whatever was saved', () => {
    const entries = fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), fc.constantFrom('', '1', '2'));
    fc.assert(
      fc.property(entries, entries, (form, saved) => {
        const { merged, changed } = mergeEntries({ drawn: form, entered: form, saved });
        expect(changed.size).toBe(0);
        for (const name of Object.keys(merged))
          expect(merged[name]).toBe(Object.getOwnPropertyDescriptor(saved, name)?.value);
      }),
    );
  });
});
