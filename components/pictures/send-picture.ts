import { uploadAnswerSchema, type UploadAnswer } from '#lib/assets/upload-wire.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.incoming.problems;

/** How a file is sent: heard of while it goes, and broken off by the signal. */
export interface Sending {
  /** Share of the bytes that the server has, from 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Sends a file to the server and gives its answer; whatever goes wrong on the way is a refusal, too. */
export type SendPicture = (file: File, sending: Sending) => Promise<UploadAnswer>;

/** Sends files to one address. By XMLHttpRequest, because `fetch` does not tell how much has been sent. */
export function senderTo(address: (name: string) => string): SendPicture {
  return (file, { onProgress, signal }) =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest();
      const refuse = (message: string) => resolve({ type: 'refused', message });
      request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total));
      request.addEventListener('load', () => resolve(answerOf(request.responseText)));
      request.addEventListener('error', () => refuse(words.noConnection));
      request.addEventListener('abort', () => refuse(words.noConnection));
      signal.addEventListener('abort', () => request.abort());
      request.open('POST', address(file.name));
      request.send(file);
    });
}

function answerOf(text: string): UploadAnswer {
  try {
    return uploadAnswerSchema.parse(JSON.parse(text));
  } catch {
    return { type: 'refused', message: words.broken };
  }
}
