import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openingsOf, reloadWindow } from '../../../src/extension/projects/windowOpening.js';

const opened = '2026-01-01T10:00:00.000Z';
const now = new Date('2026-01-01T12:00:00.000Z');
const before = { sessionId: 'one', openedAt: { 'file:///shop': opened } };
/** The folder of before, in another host. */
const again = { now, folders: ['file:///shop'], remembered: before, isSameHost: false };
const ago = (ms: number): Date => new Date(now.getTime() - ms);

test('a folder opened for the first time was opened now', () => {
  const { openedAt } = openingsOf({
    now,
    sessionId: 'one',
    folders: ['file:///shop'],
    remembered: undefined,
    closedAt: undefined,
    isSameHost: false,
  });
  assert.deepEqual(openedAt, { 'file:///shop': now.toISOString() });
});

test('a reload keeps the time, although the session id is a new one', () => {
  const facts = { ...again, sessionId: 'two' };
  assert.equal(openingsOf({ ...facts, closedAt: ago(2000) }).openedAt['file:///shop'], opened);
});

test('an extension host that crashed keeps the time by the session id', () => {
  const facts = { ...again, sessionId: 'one' };
  assert.equal(openingsOf({ ...facts, closedAt: undefined }).openedAt['file:///shop'], opened);
});

test('a window opened later is a new opening', () => {
  const facts = { ...again, sessionId: 'two' };
  for (const closedAt of [undefined, ago(reloadWindow), ago(-1)])
    assert.equal(openingsOf({ ...facts, closedAt }).openedAt['file:///shop'], now.toISOString());
});

test('the same extension host keeps the time, whatever session and clock say', () => {
  const sessionId = 'someValue.sessionId';
  const facts = { ...again, sessionId, isSameHost: true };
  for (const closedAt of [undefined, ago(-1)])
    assert.equal(openingsOf({ ...facts, closedAt }).openedAt['file:///shop'], opened);
});

test('without telemetry the session id is one constant, and does not make windows the same', () => {
  const sessionId = 'someValue.sessionId';
  const remembered = { ...before, sessionId };
  const facts = { ...again, sessionId, remembered };
  const later = openingsOf({ ...facts, closedAt: ago(reloadWindow * 2) });
  assert.equal(later.openedAt['file:///shop'], now.toISOString());
  const reloaded = openingsOf({ ...facts, closedAt: ago(2000) });
  assert.equal(reloaded.openedAt['file:///shop'], opened);
});

test('a folder added later has its own time; one that was removed is forgotten', () => {
  const { openedAt } = openingsOf({
    now,
    sessionId: 'one',
    folders: ['file:///blog'],
    remembered: before,
    closedAt: undefined,
    isSameHost: false,
  });
  assert.deepEqual(openedAt, { 'file:///blog': now.toISOString() });
});
