import { describe, expect, it, test } from 'vitest';
import { holdsBritish, makeRespell, respellPage, spell } from '@/lib/wording/spelling';

test.each([
  ['Our catalogue is a judgement.', 'Our catalog is a judgment.'],
  ['Programme and PROGRAMME', 'Program and PROGRAM'],
  ['Maths under them', 'Math under them'],
  ['Meet every fortnight.', 'Meet every two weeks.'],
  ['A post-mortem of a data centre', 'A postmortem of a data center'],
])('writes %s for Americans as %s', (british, american) => {
  expect(spell(british, 'en-US')).toBe(american);
  expect(spell(british, 'en-GB')).toBe(british);
  expect(spell(british, 'en-IE')).toBe(british);
});

test.each(['Catalogues2 are no word of it', 'my-colour-scheme', 'Four hours of promise, otherwise noise'])(
  'leaves %s alone',
  (text) => {
    expect(spell(text, 'en-US')).toBe(text);
  },
);

it('knows whether there is anything to rewrite', () => {
  expect(holdsBritish('Towards the goal')).toBe(true);
  expect(holdsBritish('To the goal')).toBe(false);
});

it('leaves names as they are, also inside a sentence', () => {
  const respell = makeRespell(['Ministry of Defence', 'Coding']);
  expect(respell('The Ministry of Defence names its defence programmes.')).toBe(
    'The Ministry of Defence names its defense programs.',
  );
});

it('reads a name letter by letter, not as a pattern', () => {
  const respell = makeRespell(['Organise (a+b)?', 'Programme.']);
  expect(respell('Organise (a+b)? in a programme, Programme.')).toBe(
    'Organise (a+b)? in a program, Programme.',
  );
});

describe('a page for everybody', () => {
  const respell = makeRespell(['Organise a meetup']);
  const write = (html: string) => respellPage(html, respell);

  it('is rewritten where somebody reads or hears it', () => {
    expect(write('<h1 class="colour">The <b>catalogue</b></h1>')).toBe(
      '<h1 class="colour">The <b>catalog</b></h1>',
    );
    expect(write('<img alt="A catalogue" src="/catalogue.png">')).toBe(
      '<img alt="A catalog" src="/catalogue.png">',
    );
    expect(write('<h2>Organise a meetup</h2>')).toBe('<h2>Organise a meetup</h2>');
  });

  it('keeps addresses, ids, values and scripts', () => {
    const html =
      '<a id="programme" href="/method#programme">x</a><input value="organise"><script>colour = "grey"</script><style>.grey{color:grey}</style>';
    expect(write(html)).toBe(html);
  });

  it('names days and dollars as Americans do, and says its language', () => {
    expect(write('<html lang="en-GB" class="a"><p>27 November 2026, US$165, 3 Feb 2027</p>')).toBe(
      '<html lang="en-US" class="a"><p>November 27, 2026, $165, Feb 3, 2027</p>',
    );
  });
});
