/** All pages are measured in a window of this size. */
export const VIEWPORT = { width: 1440, height: 900 };
