import { describe, expect, it } from 'vitest';
import type { ConnectionStatus } from '#lib/sync/connection-status.ts';
import { hasUnsaved, saveState } from './save-state.ts';

const clock = () => '15:02';
const live = (saved: boolean, savedAt: number | null = 1): ConnectionStatus => ({
  type: 'live',
  saved,
  savedAt,
  degraded: false,
  writable: true,
});
const offline = (kept: 'here' | 'checking' | 'not-kept', unsavedSince: number | null): ConnectionStatus => ({
  type: 'offline',
  kept,
  unsavedSince,
});
const sentence = (status: ConnectionStatus, writable = true) => saveState(status, writable, clock).sentence;

describe('save sentence', () => {
  it('says saved with the time of the commit', () => expect(sentence(live(true))).toBe('Saved · 15:02'));
  it('says saving while an edit is on its way', () => expect(sentence(live(false))).toBe('Saving…'));
  it('never says saved while offline', () => {
    for (const status of [offline('here', null), offline('here', 5), offline('not-kept', null), offline('not-kept', 5)])
      expect(sentence(status)).not.toContain('Saved');
  });
  it('says kept only when the browser keeps it', () => {
    expect(sentence(offline('here', 5))).toBe('Offline – kept in this browser');
    expect(sentence(offline('checking', 5))).toBe('Offline – keeping your last words…');
    expect(sentence(offline('not-kept', 5))).toBe('Offline – not kept: this browser refuses to store; copy your text');
  });
  it('tells who may only read that they read', () =>
    expect(sentence({ type: 'live', saved: true, savedAt: 1, degraded: false, writable: false }, false)).toBe(
      'Read only',
    ));
  it('says that nothing is saved any more after a refusal', () =>
    expect(saveState({ type: 'refused', code: 4409, reason: '' }, true, clock)).toEqual({
      tone: 'loud',
      sentence: 'No longer saved',
    }));
});

describe('unsaved work', () => {
  it('is what the server has not confirmed', () => {
    expect(hasUnsaved(live(false))).toBe(true);
    expect(hasUnsaved(live(true))).toBe(false);
    expect(hasUnsaved(offline('here', 5))).toBe(true);
    expect(hasUnsaved(offline('here', null))).toBe(false);
  });
  it('is what the server refused', () => {
    expect(hasUnsaved({ type: 'refused', code: 4409, reason: '', text: 'mine' })).toBe(true);
    expect(hasUnsaved({ type: 'refused', code: 4409, reason: '' })).toBe(false);
  });
});
