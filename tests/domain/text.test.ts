import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutText, findUnstorable, isStorableText, readNameForMail } from '@/lib/domain/text';

it('report 1: knows what can be kept and given back as it is', () => {
  for (const text of ['', 'é 한 😀', '\u{10ffff}', '\ufffd', '\n']) expect(isStorableText(text)).toBe(true);
  for (const text of ['\ud83d', 'a\ude00', '\ude00\ud83d', 'a\0']) expect(isStorableText(text)).toBe(false);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(isStorableText(text)).toBe(!text.includes('\0'));
      expect(isStorableText(`${text}\ud800`)).toBe(false);
    }),
  );
});

it('report 1: cuts a text and no character', () => {
  expect(cutText('ab😀', 3)).toBe('ab');
  expect(cutText('ab😀', 4)).toBe('ab😀');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(40), (text, most) => {
      const cut = cutText(text, most);
      expect(text.startsWith(cut) && cut.length <= most).toBe(true);
      expect(cut.isWellFormed()).toBe(true);
    }),
  );
});

it('report 1: finds it at any depth, in values and in names', () => {
  const paths = [...findUnstorable({ a: ['x', { b: '\ud83d' }], '\0': { c: '\0' }, d: null, e: 1 })];
  expect(paths).toEqual([['a', 1, 'b'], []]);
});

it('takes a name into a mail to a stranger only where it brings no link along', () => {
  for (const name of [
    'Ada Lovelace',
    'J.R. Tolkien',
    'Dr. Who',
    'Nguyễn Thị Ánh',
    'ليلى',
    '王小明',
    '🦊',
    "O'Neil-Smith",
  ])
    expect(readNameForMail(name)).toBe(name);
  expect(readNameForMail('Ada\r\n\r\nhello\u2028there')).toBe('Ada hello there');
  for (const name of [
    'Click https://evil.test',
    'evil.example',
    'me@evil.test',
    'www.evil。test',
    'bank.e\u200bvil.test',
    ' \u200b ',
  ])
    expect(readNameForMail(name), name).toBeNull();
});
