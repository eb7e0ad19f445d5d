import type { ChatEvent, ChatEventOf } from './wire/events.js';

type Listener = (event: ChatEvent) => void;

/** Who wants to hear of which events. */
export class Listeners {
  readonly #byType = new Map<ChatEvent['type'], Set<Listener>>();

  add<Type extends ChatEvent['type']>(
    type: Type,
    listener: (event: ChatEventOf<Type>) => void,
  ): () => void {
    const listeners = this.#byType.get(type) ?? new Set();
    this.#byType.set(type, listeners);
    const added = listener as Listener;
    listeners.add(added);
    return () => listeners.delete(added);
  }

  tell(event: ChatEvent): void {
    for (const listener of [...(this.#byType.get(event.type) ?? [])]) listener(event);
  }
}
