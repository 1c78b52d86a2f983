/** Words around the slides themselves. */
export const stage = {
  loading: 'Opening the slides…',
  failed: 'The slides could not be shown.',
  retry: 'Try again',
} as const;
