import { describe, expect, it } from 'vitest';
import { emailSchema, normalizeAddress, showAddress } from '@/lib/email-address';

describe('report 12: an email address', () => {
  it.each([
    ['ivan@почта.рф', 'ivan@xn--80a1acny.xn--p1ai'],
    ['Ivan@ПОЧТА.РФ', 'ivan@xn--80a1acny.xn--p1ai'],
    ['ivan@xn--80a1acny.xn--p1ai', 'ivan@xn--80a1acny.xn--p1ai'],
    ['иван@почта.рф', 'иван@xn--80a1acny.xn--p1ai'],
    ['r&d@firm.example', 'r&d@firm.example'],
    ['pat=1@example.org', 'pat=1@example.org'],
    ['Pat+Rung@Example.ORG', 'pat+rung@example.org'],
    ["o'brien@example.org", "o'brien@example.org"],
    ['{a|b}~#$%*/?^`!@example.org', '{a|b}~#$%*/?^`!@example.org'],
    ['first.last@a-b.example.museum', 'first.last@a-b.example.museum'],
    ['  ada@example.org\u00a0', 'ada@example.org'],
    ['ada＠ｅｘａｍｐｌｅ．ｏｒｇ', 'ada@example.org'],
    ['jose\u0301@example.org', 'jos\u00e9@example.org'],
    ['grüße@bücher.example', 'grüße@xn--bcher-kva.example'],
  ])('%s is kept, looked up and mailed as %s', (typed, kept) => {
    expect(normalizeAddress(typed)).toBe(kept);
    expect(emailSchema.parse(typed)).toBe(kept);
    expect(emailSchema.parse(kept)).toBe(kept);
  });

  it.each([
    '',
    '@',
    'ada',
    'ada@example',
    'ada@@example.org',
    'ada@example..org',
    'ada@-example.org',
    'ada@example.org.',
    'ada@example.org/x',
    'ada@example.org?x',
    'ada@exa_mple.org',
    'ada@1.2.3.4',
    'ada@[::1]',
    '.ada@example.org',
    'ada.@example.org',
    'a..da@example.org',
    'a da@example.org',
    '"ada"@example.org',
    'ada,eve@example.org',
    'ada@example.org, eve@example.org',
    'ada@example.org\nBcc: eve@example.org',
    'ada <ada@example.org>',
    'a\0da@example.org',
    '\ud800@example.org',
    `${'a'.repeat(65)}@example.org`,
    `ada@${'a'.repeat(64)}.org`,
    `ada@${'почта.'.repeat(40)}рф`,
  ])('is not %j', (typed) => {
    expect(emailSchema.safeParse(typed).error?.issues[0]?.message).toMatch(/name@example.org|254/);
  });

  it('is shown as its person writes it', () => {
    expect(showAddress('ivan@xn--80a1acny.xn--p1ai')).toBe('ivan@почта.рф');
    expect(showAddress('ada@example.org')).toBe('ada@example.org');
    expect(showAddress('ada@xn--')).toBe('ada@xn--');
  });
});
