import { expect, it } from 'vitest';
import { loadCareer, loadRespell } from '@/lib/catalogue';
import { followRequest, makeRequestContext } from '@/lib/http/request-context';
import { makeCatalogueRespell, respellCatalogue } from '@/lib/wording/respell-catalogue';

const files = {
  steps: {
    steps: [
      {
        id: 'run-programme',
        title: 'Run a programme',
        provider: 'Ministry of Defence',
        brief: 'Lead a programme for your organisation, as the Ministry of Defence does.',
        sources: [{ title: 'A list of post-mortems', url: 'https://example.org/catalogue of all' }],
        topics: ['behaviour', 'Our behaviour'],
      },
    ],
  },
};

it('rewrites sentences, and neither ids nor names nor addresses', () => {
  expect(respellCatalogue(files)).toEqual({
    steps: {
      steps: [
        {
          ...files.steps.steps[0],
          brief: 'Lead a program for your organization, as the Ministry of Defence does.',
          topics: ['behaviour', 'Our behavior'],
        },
      ],
    },
  });
});

it('makes one rewriting that knows all names', () => {
  expect(makeCatalogueRespell(files)('Run a programme, or another programme')).toBe(
    'Run a programme, or another program',
  );
});

it('gives an American the catalogue in their spelling, the same in everything else', () => {
  const american = followRequest(
    makeRequestContext({ id: 'r', address: '/', locale: 'en-US', decimalSign: '.', signal: undefined }),
    () => loadCareer(),
  );
  const british = loadCareer();
  const respell = loadRespell();
  expect(american.version).toBe(british.version);
  expect([...american.stepById.keys()]).toEqual([...british.stepById.keys()]);
  expect(american.canDos.map(({ text }) => text)).toEqual(british.canDos.map(({ text }) => respell(text)));
  expect(american.canDos.filter(({ text }, place) => text !== british.canDos[place]?.text)).not.toEqual([]);
  expect(american.steps.map(({ title }) => title)).toEqual(british.steps.map(({ title }) => title));
});
