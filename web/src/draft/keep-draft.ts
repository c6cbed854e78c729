import { answered, api, newKey, Unreachable } from '../api/client.js';
import { type Content, changesBetween } from './draft-content.js';

/** A draft as the server has it. */
export interface Kept {
  id: string;
  version: string;
  content: Content;
}

/** Writes a draft, and nothing twice: a new draft whose answer got lost is asked for again with its key, not begun again. */
export class DraftKeeper {
  private begun: { key: string; content: Content } | undefined;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private kept: Kept | undefined) {}

  get id(): string | undefined {
    return this.kept?.id;
  }

  /** One after the other, so that each builds on the version before. @throws {Refused | Unreachable} */
  keep(content: Content): Promise<Kept> {
    const kept = this.queue.catch(() => undefined).then(() => this.write(content));
    this.queue = kept;
    return kept;
  }

  private async write(content: Content): Promise<Kept> {
    this.kept ??= await this.begin(content);
    const { id, version, content: before } = this.kept;
    const changes = changesBetween(before, content);
    if (Object.keys(changes).length === 0) return this.kept;
    const header = { 'If-Match': `"${version}"` };
    const answer = await answered(
      api.PATCH('/api/v1/filings/{id}', { params: { path: { id }, header }, body: changes }),
    );
    this.kept = { id, version: answer.version, content };
    return this.kept;
  }

  private async begin(content: Content): Promise<Kept> {
    this.begun ??= { key: newKey(), content };
    const { key, content: body } = this.begun;
    const { data, version } = await answered(
      api.POST('/api/v1/filings', { params: { header: { 'Idempotency-Key': key } }, body }),
    ).catch((error: unknown) => {
      // What was refused is not begun; what was not answered may be.
      if (!(error instanceof Unreachable)) this.begun = undefined;
      throw error;
    });
    return { id: data.id, version, content: body };
  }
}
