import { z } from 'zod';

/** A branch as git takes it, without what git alone could misread. */
const BRANCH = /^(?!.*(?:\.\.|\/\/|\.lock$|\.$|\/$))[A-Za-z0-9_][\w./-]{0,99}$/;

/** The form of a mirror: a folder of this server, or a repository elsewhere. Issues are keys of `messages.mirror.problems`. */
export const mirrorFormSchema = z
  .object({
    where: z.enum(['folder', 'remote'], { message: 'where' }),
    address: z.string().trim().max(600, { message: 'address' }).default(''),
    branch: z
      .string()
      .trim()
      .transform((branch) => (branch === '' ? 'main' : branch))
      .pipe(z.string().regex(BRANCH, { message: 'branch' }))
      .default('main'),
    /** Empty to keep the one that is kept. */
    token: z
      .string()
      .trim()
      .regex(/^[\x21-\x7e]{0,500}$/, { message: 'token' })
      .default(''),
  })
  .refine(({ where, address }) => where === 'folder' || address !== '', { path: ['address'], message: 'address' });
export type MirrorForm = z.infer<typeof mirrorFormSchema>;
