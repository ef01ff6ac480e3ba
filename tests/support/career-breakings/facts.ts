import { type Breakings, formal, learning } from '../broken-career';

export const FACT_BREAKINGS: Breakings = {
  'every price, length and validity says how it is known': [
    [/cka: price or its evidence stands alone/, (f) => Object.assign(formal(f).evidence, { price: null })],
    [
      /cka: validity names a source that is not there/,
      (f) => formal(f).evidence.validity?.sources.push('hearsay'),
    ],
    [/cka: price was seen/, (f) => Object.assign(formal(f).evidence.price ?? {}, { seen: '2020' })],
  ],
  'four in five certifications are well known in price and validity': [
    [
      /certifications are well known/,
      (f) =>
        Object.assign(formal(f).evidence, { price: { known: 'independent', sources: ['one'], seen: null } }),
    ],
  ],
  'the ways to the broad roles lead through the whole trade by hand': [
    [
      /the way to platform-engineer leads past a cluster/,
      (f) =>
        f.requirements.notAsked['platform-engineer']?.push(
          'systems-design-integration/containers-and-orchestration',
          'server-administration/containers-and-clusters',
          'design-survive-a-failure',
        ),
    ],
    [
      /school-of-sre gives a cluster to somebody who did nothing by hand/,
      (f) => learning(f, 'school-of-sre').teaches.push('design-deploy-to-a-cluster'),
    ],
  ],
  'no quiz shows work of level 2 and above that was done': [
    [
      /school-of-sre shows security-store-a-secret by none/,
      (f) => learning(f, 'school-of-sre').teaches.push('security-store-a-secret'),
    ],
  ],
  'pay, rates and frameworks are whole': [
    [/the rate of GBP is not 1/, (f) => Object.assign(f.rates.perUnit, { GBP: 2 })],
    [/has no figure/, (f) => Object.assign(f.salaries.salaries[0] ?? {}, { amount: null, low: null })],
    [/no one row for/, (f) => f.crosswalk.crosswalk.pop()],
  ],
};
