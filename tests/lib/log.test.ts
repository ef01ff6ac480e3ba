import { describe, expect, it } from 'vitest';
import { describeError, scrub } from '@/lib/log';

describe('scrub (security 19)', () => {
  it.each([
    ['550 <ada@example.org> is unknown', '550 <…@…> is unknown'],
    [
      'Unexpected token \'x\', "my password is x" is not valid JSON',
      'Unexpected token "…", "…" is not valid JSON',
    ],
    ["Failed query: insert into person values (?)\nparams: ada,'x'", 'A query failed.'],
    ['No link 4Kf0sYtq9wLh2ZbV8xQmRc is known', 'No link … is known'],
    ['GET /unsubscribe?token=abc failed with ECONNREFUSED', 'GET /unsubscribe?… failed with ECONNREFUSED'],
    ['The database does not answer.', 'The database does not answer.'],
  ])('takes what people may have put into %j out of it', (message, scrubbed) => {
    expect(scrub(message)).toBe(scrubbed);
  });
});

describe('describeError', () => {
  it('keeps where it was thrown, its code and its cause, and scrubs each message', () => {
    const cause = Object.assign(new Error('UNIQUE constraint failed for "ada@example.org"'), {
      code: 'SQLITE_CONSTRAINT',
    });
    const described = describeError(new TypeError('No person ada@example.org', { cause }));
    expect(described).toMatchObject({
      name: 'TypeError',
      message: 'No person …@…',
      cause: { code: 'SQLITE_CONSTRAINT', message: 'UNIQUE constraint failed for "…"' },
    });
    expect(described.at[0]).toContain('log.test.ts');
    expect(JSON.stringify(described)).not.toContain('ada');
  });

  it('takes anything thrown', () => {
    expect(describeError('ada@example.org')).toEqual({ name: 'string', message: '…@…', at: [] });
  });
});
