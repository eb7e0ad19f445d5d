import { expect, it } from 'vitest';
import { me } from '@/testing/samples';
import { changesOf, profileOf } from './profile';

const ada = me({ display_name: 'Ada', bio: 'Counts' });

it('only what differs is sent', () => {
  expect(changesOf(ada, { ...profileOf(ada), status_text: ' at sea ' })).toEqual({
    status_text: 'at sea',
  });
});

it('an emptied field is taken away', () => {
  expect(changesOf(ada, { ...profileOf(ada), bio: ' ' })).toEqual({ bio: null });
});

it('an untouched form changes nothing', () => {
  expect(changesOf(ada, profileOf(ada))).toEqual({});
});
