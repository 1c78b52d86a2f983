/** Whether a page can fill the screen here. In a browser only: some phones give it to films alone. */
export function canFillScreen(): boolean {
  return document.fullscreenEnabled;
}

/** Fills the screen with the page, or gives the screen back. A browser that will not does nothing. */
export function toggleFullScreen(): void {
  if (!canFillScreen()) return;
  const change =
    document.fullscreenElement === null ? document.documentElement.requestFullscreen?.() : document.exitFullscreen();
  change?.catch(() => undefined);
}
