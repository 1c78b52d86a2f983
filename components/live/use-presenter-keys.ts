'use client';

import { useEffect, useEffectEvent } from 'react';
import { isTyping } from '#components/connection/keys-dialog.tsx';
import { actOnStage } from './act-on-stage.ts';
import { offeredTo } from './baton.ts';
import { presenterCommand, type PresenterCommand } from './presenter-key.ts';
import type { PresenterParts } from './presenter-parts.ts';
import { pressStageKey } from './press-stage-key.ts';

/** The presenter's keys beside those that move the slides. What a key cannot do at the moment, it leaves to others. */
export function usePresenterKeys(parts: PresenterParts): void {
  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (isTyping(event.target)) return;
    const command = presenterCommand(event);
    if (command === null ? handOn(event) : act(command, parts)) event.preventDefault();
  });
  useEffect(() => {
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

const MOVES = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']);

/** A button that was pressed keeps the focus and has no use for these: whoever presents means the slides. */
function handOn({ target, key, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  const other = ctrlKey || metaKey || altKey || defaultPrevented || !MOVES.has(key);
  if (other || !(target instanceof HTMLElement) || !target.matches('button, a, summary')) return false;
  if (target.closest('dialog, [role="alertdialog"], [role="menu"]') !== null) return false;
  pressStageKey(key);
  return true;
}

/** Whether it did something. */
type Does = (parts: PresenterParts) => boolean;

const DOES: Readonly<Record<'accept' | 'point' | 'more' | 'leave', Does>> = {
  accept,
  point: ({ course, tools }) => course.getSnapshot().role === 'presenting' && done(() => tools.lay('point')),
  more: ({ tools }) => done(() => tools.showMore(!tools.more)),
  leave,
};

function act(command: PresenterCommand, parts: PresenterParts): boolean {
  if (command.type === 'jump') return done(() => parts.tools.jumpWith(command.typed));
  const { type } = command;
  if (type === 'blank' || type === 'full' || type === 'magnify')
    return actOnStage(type, { ...parts, magnify: () => parts.tools.lay('magnify') });
  return DOES[type](parts);
}

function accept({ session, view }: PresenterParts): boolean {
  const { live } = session.connection;
  const offered = offeredTo(live.getSnapshot(), view.person?.id ?? null) !== null;
  return offered && session.connection.request({ type: 'answer', accept: true });
}

/** Escape puts one thing away after the other, what lies on top first. */
function leave({ tools }: PresenterParts): boolean {
  if (tools.over !== 'nothing') return done(() => tools.lay('nothing'));
  return tools.more && done(() => tools.showMore(false));
}

function done(work: () => void): true {
  work();
  return true;
}
