import { account } from './account.ts';
import { archive } from './archive.ts';
import { call } from './call.ts';
import { deck } from './deck.ts';
import { frame } from './frame.ts';
import { home } from './home.ts';
import { importProblems } from './import-problems.ts';
import { imports } from './imports.ts';
import { links } from './links.ts';
import { live } from './live.ts';
import { problems } from './problems.ts';
import { series } from './series.ts';
import { stage } from './stage.ts';

/** Everything that people read in the interface, by area. A string with a value in it is a function. */
export const messages = {
  account,
  archive,
  call,
  deck,
  frame,
  home,
  importProblems,
  imports,
  links,
  live,
  problems,
  series,
  stage,
} as const;
