/** Opens a link that somebody pressed on a slide. The stage has checked its scheme; here it gets no hold on this page. */
export function openOutside(address: string): void {
  window.open(address, '_blank', 'noopener,noreferrer');
}
