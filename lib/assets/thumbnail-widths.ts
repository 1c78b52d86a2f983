/** The widths in pixels in which pictures are served besides their own. */
export const THUMBNAIL_WIDTHS = [160, 320, 640, 960, 1280] as const;

export type ThumbnailWidth = (typeof THUMBNAIL_WIDTHS)[number];

/** The width that a query asks for (`?w=320`), or null for any other: then the picture is served as it is. */
export function thumbnailWidth(query: URLSearchParams): ThumbnailWidth | null {
  const asked = query.get('w');
  return THUMBNAIL_WIDTHS.find((width) => String(width) === asked) ?? null;
}
