import { EventSourceParserStream, type EventSourceMessage } from 'eventsource-parser/stream';

/** The messages of a stream of the service until one is called `last`, or it ends; the body is given up then. */
export async function* serviceMessages(
  body: ReadableStream<BufferSource> | null,
  last: string,
): AsyncGenerator<EventSourceMessage> {
  if (body === null) return;
  const reader = body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || value.event === last) return;
      yield value;
    }
  } finally {
    // A stream that broke has told the reader already.
    await reader.cancel().catch(() => undefined);
  }
}
