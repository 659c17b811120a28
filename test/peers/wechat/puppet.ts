/** wechaty's mock puppet with its gaps filled: links, texts that go out, and a line to the test that plays WeChat. */
import { registerHooks } from 'node:module';
import { connect, type Socket } from 'node:net';
import type { PeerOrder, PeerTold } from './wire.ts';

// The mock makes people up with a library that loads the names of forty languages; one is enough, and half a second quicker.
registerHooks({ resolve: (specifier, context, next) => next(specifier === 'faker' ? 'faker/locale/en.js' : specifier, context) });
const { PuppetMock } = await import('wechaty-puppet-mock');

type Room = Parameters<InstanceType<typeof PuppetMock>['mocker']['createRoom']>[0];
type Contact = Parameters<InstanceType<typeof PuppetMock>['mocker']['createContact']>[0];
type Message = Parameters<InstanceType<typeof PuppetMock>['mocker']['MessageMock']['create']>[0];

// biome-ignore lint/style/noDefaultExport: puppets are loaded by their default export.
export default class PeerPuppet extends PuppetMock {
  readonly #port: number;
  readonly #links = new Map<string, { url: string; title: string; description: string }>();
  readonly #calls = new Map<number, (error: string | undefined) => void>();
  #line: Socket | null = null;
  #number = 0;

  constructor(options: ConstructorParameters<typeof PuppetMock>[0] & { port?: number }) {
    super(options);
    this.#port = options.port ?? 0;
  }

  override async onStart(): Promise<void> {
    await super.onStart();
    const line = connect(this.#port, '127.0.0.1');
    this.#line = line;
    let rest = '';
    line.on('error', () => undefined);
    line.setEncoding('utf8').on('data', (data: string) => {
      const parts = `${rest}${data}`.split('\n');
      rest = parts.pop() ?? '';
      for (const part of parts) this.#obey(JSON.parse(part) as PeerOrder);
    });
  }

  override async onStop(): Promise<void> {
    this.#line?.destroy();
    await super.onStop();
  }

  #obey(order: PeerOrder): void {
    const timestamp = Date.now();
    if (order.do === 'contact') this.mocker.createContact(order.payload as Contact);
    else if (order.do === 'room') this.mocker.createRoom(order.payload as Room);
    else if (order.do === 'message') this.#said(order.payload as unknown as Message, order.link);
    else if (order.do === 'scan') this.emit('scan', { qrcode: order.code, status: order.status });
    else if (order.do === 'login') this.login(order.id);
    else if (order.do === 'logout') this.logout('kicked').catch(() => undefined);
    else if (order.do === 'leave')
      this.emit('room-leave', { removeeIdList: [order.id], removerId: order.id, roomId: order.room, timestamp });
    else if (order.do === 'topic')
      this.emit('room-topic', { changerId: this.currentUserId, newTopic: order.to, oldTopic: order.from, roomId: order.room, timestamp });
    else if (order.do === 'die') process.exit(7);
    else if (order.do === 'hang') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    else if (order.do === 'throw') this.emit('error', { gerror: JSON.stringify({ message: '谁也不许看见的话', name: 'Error' }) });
    else if (order.do === 'reject') void Promise.reject(new Error('谁也不许看见的话'));
    else if (order.do === 'answer') this.#calls.get(order.call)?.(order.error);
  }

  /** Put where the mock looks it up, and not by way of the mock's own people, who would know each other. */
  #said(payload: Message, link: Readonly<Record<string, string>> = {}): void {
    this.#links.set(payload.id, { url: link['url'] ?? '', title: link['title'] ?? '', description: link['description'] ?? '' });
    this.mocker.cacheMessagePayload.set(payload.id, payload);
    this.emit('message', { messageId: payload.id });
  }

  /** The first thing that is asked behind a login. */
  override async roomList(): Promise<string[]> {
    this.#tell({ told: 'greeted' });
    return await super.roomList();
  }

  #tell(told: PeerTold): void {
    this.#line?.write(`${JSON.stringify(told)}\n`);
  }

  override async messageUrl(id: string): Promise<{ url: string; title: string; description: string }> {
    return this.#links.get(id) ?? { url: '', title: '', description: '' };
  }

  override async messageSendText(conversation: string, text: string, mentions: string[] = []): Promise<void> {
    const call = ++this.#number;
    const { promise, resolve } = Promise.withResolvers<string | undefined>();
    this.#calls.set(call, resolve);
    this.#tell({ told: 'text', call, conversation, text, mentions });
    const error = await promise;
    if (error !== undefined) throw new Error(error);
  }
}
