import { account } from './account.ts';
import { admin } from './admin.ts';
import { api } from './api.ts';
import { archive } from './archive.ts';
import { audience } from './audience.ts';
import { bin } from './bin.ts';
import { bring } from './bring.ts';
import { call } from './call.ts';
import { callTime } from './call-time.ts';
import { corrections } from './corrections.ts';
import { closing } from './closing.ts';
import { deck } from './deck.ts';
import { exports } from './exports.ts';
import { foreignPictures } from './foreign-pictures.ts';
import { frame } from './frame.ts';
import { history } from './history.ts';
import { home } from './home.ts';
import { importProblems } from './import-problems.ts';
import { imports } from './imports.ts';
import { incoming } from './incoming.ts';
import { links } from './links.ts';
import { live } from './live.ts';
import { mirror } from './mirror.ts';
import { people } from './people.ts';
import { pictures } from './pictures.ts';
import { pictureMenu } from './picture-menu.ts';
import { present } from './present.ts';
import { presenting } from './presenting.ts';
import { problems } from './problems.ts';
import { profile } from './profile.ts';
import { reading } from './reading.ts';
import { search } from './search.ts';
import { sections } from './sections.ts';
import { series } from './series.ts';
import { stage } from './stage.ts';
import { teams } from './teams.ts';
import { titlePicture } from './title-picture.ts';

/** Everything that people read in the interface, by area. A string with a value in it is a function. */
export const messages = {
  account,
  admin,
  api,
  archive,
  audience,
  bin,
  bring,
  call,
  callTime,
  corrections,
  closing,
  deck,
  exports,
  foreignPictures,
  frame,
  history,
  home,
  importProblems,
  imports,
  incoming,
  links,
  live,
  mirror,
  people,
  pictures,
  pictureMenu,
  present,
  presenting,
  problems,
  profile,
  reading,
  search,
  sections,
  series,
  stage,
  teams,
  titlePicture,
} as const;
