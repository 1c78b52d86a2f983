/** Words that stand on slides which rows are written into. */
export const present = {
  agenda: 'Agenda',
  reportBy: (names: string) => `Report by ${names}`,
  standIn: (name: string) => `${name} (stands in)`,
  nothing: (sections: string) => `Nothing this time: ${sections}`,
  skipped: (sections: string) => `Not today: ${sections}`,
  pictureBy: (credit: string) => `Picture: ${credit}`,
} as const;
