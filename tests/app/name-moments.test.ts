import { expect, it } from 'vitest';
import { nameMoments } from '@/app/(signed-in)/progress/name-moments';

const name = (instants: string[], timeZone: string) => instants.map(nameMoments({ instants, timeZone }));

it('names weekly instants by their days alone', () => {
  expect(name(['2026-03-10T12:00:00.000Z', '2026-03-03T12:00:00.000Z'], 'Europe/London')).toEqual([
    '10 Mar 2026',
    '3 Mar 2026',
  ]);
});

it('tells two of one day apart, and leaves one of the next day as a day, however near it is', () => {
  expect(
    name(
      ['2026-03-03T23:59:00.000Z', '2026-03-04T00:01:00.000Z', '2026-03-03T00:00:00.000Z'],
      'Europe/London',
    ),
  ).toEqual(['3 Mar 2026, 23:59', '4 Mar 2026', '3 Mar 2026, 00:00']);
});

it('tells the two ends of a day of twenty-five hours apart', () => {
  expect(name(['2026-10-24T23:00:00.000Z', '2026-10-25T23:59:00.000Z'], 'Europe/London')).toEqual([
    '25 Oct 2026, 00:00',
    '25 Oct 2026, 23:59',
  ]);
});

it('adds seconds to those of one minute, and takes one that is there twice for one', () => {
  expect(
    name(
      [
        '2026-03-03T12:00:10.000Z',
        '2026-03-03T12:00:40.000Z',
        '2026-03-09T12:00:00.000Z',
        '2026-03-09T12:00:00.000Z',
      ],
      'UTC',
    ),
  ).toEqual(['3 Mar 2026, 12:00:10', '3 Mar 2026, 12:00:40', '9 Mar 2026', '9 Mar 2026']);
});
