import type { Metadata } from 'next';
import { currentVisitor } from '#app/current-visitor.ts';
import type { RouteProps } from '#app/route-props.ts';
import { SearchPage } from '#components/search/search-page.tsx';
import { messages } from '#lib/messages/en.ts';
import { searchFormSchema } from '#lib/search/search-form.ts';
import { searchPage } from '#server/search/search-page.ts';

type Props = Pick<RouteProps, 'searchParams'>;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = searchFormSchema.parse(await searchParams);
  const { title, titleOf } = messages.search;
  return { title: q === '' ? title : titleOf(q), robots: { index: false } };
}

export default async function Search({ searchParams }: Props) {
  const asked = searchFormSchema.parse(await searchParams);
  const view = await searchPage(await currentVisitor(), asked);
  return <SearchPage key={JSON.stringify(asked)} asked={asked} {...view} />;
}
