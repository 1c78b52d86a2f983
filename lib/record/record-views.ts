/** How a record is looked at: as a page to read, on the stage, or as a list of its slides. */
export type RecordLook = 'read' | 'slides' | 'outline';

/** The look that an address asks for with `?as=`; anything else is to be read. */
export function recordLook(as: string | readonly string[] | undefined): RecordLook {
  return as === 'slides' || as === 'outline' ? as : 'read';
}
