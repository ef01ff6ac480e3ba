import { describe, expect, it } from 'vitest';
import { readTypedCode } from '@/lib/domain/typed-code';

describe('report 18: a typed code', () => {
  it.each([
    '415-966',
    '415 966',
    ' 415966 ',
    '415\u00a0966',
    '415–966',
    '415−966',
    '415.966',
    '415·966',
    '\u200b415\u200d966\ufeff',
    '４１５９６６',
    '４１５－９６６',
    '٤١٥٩٦٦',
    '۴۱۵۹۶۶',
    '४१५९६६',
    '𝟒𝟏𝟓𝟗𝟔𝟔',
  ])('is the same as %j', (typed) => {
    expect(readTypedCode(typed)).toBe('415966');
  });

  it('of letters is the same in any case and width', () => {
    for (const typed of ['ABCD-efgh 2345', 'ａｂｃｄ－ＥＦＧＨ２３４５', 'abcd—efgh—2345'])
      expect(readTypedCode(typed)).toBe('abcdefgh2345');
  });

  it('keeps what is no part of a code, so that it fits none', () => {
    expect(readTypedCode('41596б')).toBe('41596б');
    expect(readTypedCode('415/966')).toBe('415/966');
  });
});
