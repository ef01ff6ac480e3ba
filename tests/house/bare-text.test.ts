import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBareText } from '@/tests/support/bare-text';

/** Public pages have no script, so nothing on them is drawn a second time. */
const listDrawnAgain = () =>
  ['app', 'components']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
    )
    .filter((file) => file.endsWith('.tsx') && !file.startsWith('app/(public)/'));

const find = (jsx: string) =>
  findBareText('page.tsx', `const page = ${jsx};`).map((found) => found.split(' ')[1]);

describe('report 10: text on a page that the browser translates', () => {
  it.each([
    ['that comes and goes beside an element', "<p><b>Late</b>{isLate ? ' by a week' : ''}</p>"],
    ['that changes beside other text', '<p>Level {level}</p>'],
    ['that stands behind an element that comes and goes', '<p>{failure ? <b>No</b> : null} and on</p>'],
    ['that stands behind a list', '<p>{names.map((name) => <b key={name} />)} and on</p>'],
    ['that has no element of its own', '<>{header} and on</>'],
    ['that is all of a fragment', '<>and on</>'],
  ])('is found %s', (_where, jsx) => {
    expect(find(jsx)).not.toEqual([]);
  });

  it.each([
    ['is all of an element', "<p>{isLate ? 'Late' : ''}</p>"],
    ['is all of an element, put together', `<p>{\`Level \${level}\`}</p>`],
    ['never changes', '<p>Read <a href="/">this</a> first, {" "}please.</p>'],
    ['has an element of its own', '<p>Level <b>{level}</b>{isMet ? <i>met</i> : null}</p>'],
  ])('passes where it %s', (_where, jsx) => {
    expect(find(jsx)).toEqual([]);
  });

  it('is found again by React in every page and component', () => {
    const files = listDrawnAgain();
    expect(files.length).toBeGreaterThan(80);
    expect(files.flatMap((file) => findBareText(file, readFileSync(file, 'utf8')))).toEqual([]);
  });
});
