import { expect, test } from 'vitest';
import { createLimiter } from './limits.ts';

const person = { id: 1, isGroup: false };
const group = { id: -1, isGroup: true };

function startLimiter() {
  let now = 1_700_000_000_000;
  const limiter = createLimiter(() => now);
  return { take: limiter.take, pass: (ms: number) => void (now += ms) };
}

test('one chat takes a burst of three, then one a second; asking while limited costs nothing', () => {
  const { take, pass } = startLimiter();
  const results = Array.from({ length: 6 }, () => take(person, 'new'));
  expect(results).toEqual([null, null, null, 1, 1, 1]);
  pass(1000);
  expect([take(person, 'new'), take(person, 'new')]).toEqual([null, 1]);
  pass(60_000);
  expect(Array.from({ length: 4 }, () => take(person, 'new'))).toEqual([null, null, null, 1]);
});

test('a group takes twenty a minute, edits among them', () => {
  const { take, pass } = startLimiter();
  for (let index = 0; index < 20; index += 1) {
    expect(take(group, index % 2 === 0 ? 'new' : 'edit')).toBeNull();
    pass(1000);
  }
  expect([take(group, 'new'), take(group, 'edit')]).toEqual([40, 40]);
  pass(40_000);
  expect([take(group, 'edit'), take(group, 'edit')]).toEqual([null, 1]);
});

test('all chats together take thirty a second', () => {
  const { take, pass } = startLimiter();
  const all = (count: number) => Array.from({ length: count }, (_, id) => take({ id, isGroup: false }, 'new'));
  expect(all(32).filter((wait) => wait !== null)).toEqual([1, 1]);
  pass(1000);
  expect(all(30).every((wait) => wait === null)).toBe(true);
});

test('switched off, it limits nothing', () => {
  const { take } = createLimiter(() => 0, 'off');
  expect(Array.from({ length: 100 }, () => take(group, 'new')).every((wait) => wait === null)).toBe(true);
});
