import type { FileId, RoomId } from '../wire/ids.js';
import type { Attachment, FileLink } from '../wire/records.js';
import type { CallOptions, Http } from './http.js';

export interface UploadOptions extends CallOptions {
  /** Where it is meant to be sent: outsiders are refused before anything is read. */
  readonly room?: RoomId;
}

/** A large file on a slow line takes its time; `signal` ends it sooner. */
const patienceMs = 60 * 60 * 1000;

export class UploadsApi {
  readonly #http: Http;
  constructor(http: Http) {
    this.#http = http;
  }

  /** Uploads a file, to be sent by its `file_id`. One that is not sent is gone after a day. */
  upload(file: Blob, name: string, { room, ...options }: UploadOptions = {}): Promise<Attachment> {
    const form = new FormData();
    form.append('file', file, name);
    const path = room === undefined ? '/uploads' : `/uploads?room_id=${room}`;
    return this.#http.post(path, form, { timeoutMs: patienceMs, ...options });
  }

  /** An address that opens a file for ten minutes without a token. */
  link(file: FileId, options?: CallOptions): Promise<FileLink> {
    return this.#http.post(`/uploads/${file}/link`, undefined, options);
  }
}
