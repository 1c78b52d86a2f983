/** What Next hands to a page: the parts of its address by name, and its query. (Next's own global type exists only after a build.) */
export interface RouteProps<Names extends string = never> {
  readonly params: Promise<Readonly<Record<Names, string>>>;
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}
