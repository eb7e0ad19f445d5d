import { onlineManager, useMutation, useQuery } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { fakeClient } from '@/testing/fakeClient';
import { render } from '@/testing/render';
import { me } from '@/testing/samples';
import { Queries } from './Queries';

afterEach(() => onlineManager.setOnline(true));

const refuse = () => Promise.reject(new Error('unreachable'));

function Asking() {
  const asked = useQuery({ queryKey: ['anything'], queryFn: refuse });
  const told = useMutation({ mutationFn: refuse });
  return (
    <>
      <p>{asked.isError ? 'no answer' : 'waiting'}</p>
      <button onClick={() => told.mutate()}>{told.isError ? 'not done' : 'do it'}</button>
    </>
  );
}

test('a server out of reach is an error and not an endless wait, though the browser says it is offline', async () => {
  onlineManager.setOnline(false);
  const { user } = await render(
    <Queries>
      <Asking />
    </Queries>,
    { client: fakeClient({ me: me() }) },
  );
  expect(await screen.findByText('no answer')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'do it' }));
  expect(await screen.findByRole('button', { name: 'not done' })).toBeInTheDocument();
});
