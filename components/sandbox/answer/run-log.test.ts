import { expect, it } from 'vitest';
import { logIn } from './run-log';

const log = ['round 1: tab 1 sends', 'a "quote", and reuse detected', 'stopped: the client still sends'];
const body = JSON.stringify({ status: 422, log, trace: ['x'] }, null, 2);

it('reads the lines of a log, and marks trouble', () => {
  expect(logIn(body).map(({ text, isTrouble }) => [text, isTrouble])).toEqual([
    [log[0], false],
    [log[1], true],
    [log[2], true],
  ]);
});

it('reads the whole lines of a body that was cut', () => {
  expect(logIn(body.slice(0, body.indexOf('stopped') + 3)).map(({ text }) => text)).toEqual(log.slice(0, 2));
});

it.each(['', '{}', '{"log": 5}', '{"log": [1, 2]}'])('finds none in %j', (text) =>
  expect(logIn(text)).toEqual([]),
);
