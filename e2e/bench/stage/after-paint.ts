// For scripts that run in a document before anything else in it.
/** The browser's own, that tells nobody of its frames. */
export const nextFrame = window.requestAnimationFrame.bind(window);

const afterFrame = new MessageChannel();
const painted: (() => void)[] = [];
/** Time of the frame whose callbacks are running: what they change is in this frame, not in the next. */
let frame: number | null = null;

window.requestAnimationFrame = (callback) =>
  nextFrame((time) => {
    frame = time;
    // After the observers of what the callback changes.
    const leave = (): void => queueMicrotask(() => queueMicrotask(() => (frame = null)));
    try {
      callback(time);
    } finally {
      leave();
    }
  });
afterFrame.port1.addEventListener('message', () => painted.shift()?.());
afterFrame.port1.start();

/** Calls in the first task after the frame in which what was just changed is drawn, with that frame's time. */
export function afterPaint(then: (frameAt: number) => void): void {
  const inFrame = (time: number): void => {
    painted.push(() => then(time));
    afterFrame.port2.postMessage(null);
  };
  if (frame === null) nextFrame(inFrame);
  else inFrame(frame);
}
