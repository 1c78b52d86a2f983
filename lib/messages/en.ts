import { account } from './account.ts';
import { admin } from './admin.ts';
import { api } from './api.ts';
import { archive } from './archive.ts';
import { bin } from './bin.ts';
import { call } from './call.ts';
import { deck } from './deck.ts';
import { frame } from './frame.ts';
import { history } from './history.ts';
import { home } from './home.ts';
import { importProblems } from './import-problems.ts';
import { imports } from './imports.ts';
import { links } from './links.ts';
import { live } from './live.ts';
import { people } from './people.ts';
import { present } from './present.ts';
import { problems } from './problems.ts';
import { profile } from './profile.ts';
import { sections } from './sections.ts';
import { series } from './series.ts';
import { stage } from './stage.ts';
import { teams } from './teams.ts';

/** Everything that people read in the interface, by area. A string with a value in it is a function. */
export const messages = {
  account,
  admin,
  api,
  archive,
  bin,
  call,
  deck,
  frame,
  history,
  home,
  importProblems,
  imports,
  links,
  live,
  people,
  present,
  problems,
  profile,
  sections,
  series,
  stage,
  teams,
} as const;
