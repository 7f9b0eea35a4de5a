import { createLog } from '../../src/platform/log.js';
import * as review from '../desk/documents.js';
import { Desk, type Person } from '../desk/desk.js';
import { proposeFor, submitClaims, versionOf } from '../desk/claim-in-review.js';
import { until } from '../kit/until.js';
import { Receiver } from './receiver.js';
import * as hooks from './webhook-documents.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Data = any;

/** A desk at work, and receivers that its service may reach. */
export class HookedDesk {
  readonly lines: string[] = [];
  desk!: Desk;
  admin!: Person;
  editor!: Person;
  reviewer!: Person;
  checker!: Person;

  private constructor(readonly receivers: readonly Receiver[]) {}

  static async start(receivers = 1): Promise<HookedDesk> {
    const started = await Promise.all(Array.from({ length: receivers }, () => Receiver.start()));
    const hooked = new HookedDesk(started);
    const log = createLog('warn', { write: (line: string) => void hooked.lines.push(line) });
    hooked.desk = await Desk.start({ fetchAllow: started.map(({ host }) => host).join(','), log });
    hooked.admin = await hooked.desk.join('ADMIN');
    hooked.editor = await hooked.desk.join('EDITOR');
    hooked.reviewer = await hooked.desk.join('REVIEWER');
    hooked.checker = await hooked.desk.join('FACT_CHECKER');
    return hooked;
  }

  get receiver(): Receiver {
    return this.receivers[0]!;
  }

  /** Makes a webhook at a receiver, which knows the secret. */
  async hook(input: object, receiver = this.receiver): Promise<string> {
    const { createWebhook } = await this.admin.ask(hooks.CREATE, { input: { url: receiver.url, ...input } });
    receiver.secret = createWebhook.secret;
    return createWebhook.webhook.id;
  }

  async webhook(id: string): Promise<Data> {
    return (await this.admin.ask(hooks.ONE, { id })).webhook;
  }

  /** A webhook's deliveries, the oldest event first. */
  async deliveries(id: string): Promise<Data[]> {
    const { webhookDeliveries } = await this.admin.ask(hooks.DELIVERIES, { id, first: 100 });
    return [...webhookDeliveries.nodes].reverse();
  }

  /** Waits until nothing of a webhook waits or is under way, and gives its deliveries. */
  untilOver(id: string): Promise<Data[]> {
    return until('every delivery is over', async () => {
      const found = await this.deliveries(id);
      return found.length > 0 && found.every(({ status }) => status === 'DELIVERED' || status === 'FAILED') && found;
    });
  }

  /** Waits until the first of a webhook's deliveries has been tried so often and is not under way. */
  untilTried(id: string, times: number): Promise<Data> {
    return until(`${times} tries`, async () => {
      const [first] = await this.deliveries(id);
      return first?.attempts >= times && first.status !== 'SENDING' && first;
    });
  }

  moveOn(minutes: number): void {
    this.desk.moveOn(minutes);
    for (const receiver of this.receivers) receiver.aheadMs += minutes * 60_000;
  }

  /** Lets time pass until a moment after that. */
  moveTo(time: string): void {
    const ahead = this.receiver.aheadMs;
    this.moveOn((Date.parse(time) - Date.now() - ahead) / 60_000 + 0.1);
  }

  async openClaims(text?: string): Promise<[string, string[]]> {
    return submitClaims(this.desk, this.checker, text);
  }

  async approve(taskId: string): Promise<void> {
    const expectedVersion = await proposeFor(this.checker, taskId);
    await this.reviewer.ask(review.APPROVE, { input: { taskId, expectedVersion } });
  }

  async publish(taskId: string, input: object = {}): Promise<Data> {
    await this.approve(taskId);
    return (await this.editor.ask(review.PUBLISH, { id: taskId, input })).publishFactCheck;
  }

  async correct(factCheckId: string, correctionClass: string, version: number): Promise<void> {
    const input = { factCheckId, class: correctionClass, publicNote: 'A note for readers.', expectedVersion: version };
    await this.editor.ask(review.CORRECT, { input });
    await this.reviewer.ask(review.APPROVE_CORRECTION, { id: factCheckId, version });
  }

  versionOf(taskId: string): Promise<number> {
    return versionOf(this.checker, taskId);
  }

  /** The mails to an address, which are printed in the log. */
  mailsTo(email: string): { subject: string; text: string }[] {
    return this.lines
      .map((line) => JSON.parse(line) as { printedMail?: { to: string; subject: string; text: string } })
      .flatMap(({ printedMail }) => (printedMail?.to === email ? [printedMail] : []));
  }

  async emailOf({ id }: Person): Promise<string> {
    const [row] = await this.desk.database.owner<{ email: string }>('select email from members where id = $1', [id]);
    return row!.email;
  }

  async close(): Promise<void> {
    await this.desk.close();
    await Promise.all(this.receivers.map((receiver) => receiver.close()));
  }
}
