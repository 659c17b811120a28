/** The model's file: a line of JSON with the small numbers, then for each set of weights the hashes, and the weights as one byte each. */
import { LABELS } from '../../../model/label.ts';
import { LABEL_COUNT, type NoiseModel, type NoiseWeights } from './weights.ts';

const FORMAT = 'qunyao.noise-model/2';

interface Header extends Pick<NoiseModel, 'id' | 'ruleShare' | 'guard'> {
  readonly format: string;
  readonly labels: readonly string[];
  readonly chat: SetHeader;
  readonly alone: SetHeader;
}

interface SetHeader extends Pick<NoiseWeights, 'gramRows' | 'temperature'> {
  readonly rows: number;
  readonly bias: readonly number[];
  readonly gramSteps: readonly number[];
  readonly signalSteps: readonly number[];
}

export function encodeModel({ id, ruleShare, guard, chat, alone }: NoiseModel): Uint8Array {
  const header: Header = { format: FORMAT, id, labels: LABELS, ruleShare, guard, chat: headerOf(chat), alone: headerOf(alone) };
  const line = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
  const bytes = new Uint8Array(line.length + sizeOf(header.chat) + sizeOf(header.alone));
  bytes.set(line);
  write(chat, bytes, line.length);
  write(alone, bytes, line.length + sizeOf(header.chat));
  return bytes;
}

/** Throws where the bytes are no model of this program. */
export function decodeModel(bytes: Uint8Array): NoiseModel {
  const lineEnd = bytes.indexOf(10);
  const { id, ruleShare, guard, chat, alone } = readHeader(bytes.subarray(0, Math.max(0, lineEnd)));
  const start = lineEnd + 1;
  if (bytes.length !== start + sizeOf(chat) + sizeOf(alone)) throw new Error('the noise model is cut off or has bytes left over');
  return { id, ruleShare, guard, chat: read(chat, bytes, start), alone: read(alone, bytes, start + sizeOf(chat)) };
}

function headerOf({ hashes, gramRows, bias, gramSteps, signalSteps, temperature }: NoiseWeights): SetHeader {
  return { rows: hashes.length, gramRows, bias: [...bias], gramSteps: [...gramSteps], signalSteps: [...signalSteps], temperature };
}

function sizeOf({ rows }: SetHeader): number {
  return rows * (4 + LABEL_COUNT);
}

function write({ hashes, weights }: NoiseWeights, bytes: Uint8Array, start: number): void {
  const view = new DataView(bytes.buffer);
  for (const [row, hash] of hashes.entries()) view.setInt32(start + row * 4, hash, true);
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), start + hashes.length * 4);
}

function read({ rows, gramRows, bias, gramSteps, signalSteps, temperature }: SetHeader, bytes: Uint8Array, start: number): NoiseWeights {
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, rows * 4);
  return {
    bias: Float64Array.from(bias),
    hashes: Int32Array.from({ length: rows }, (_, row) => view.getInt32(row * 4, true)),
    weights: Int8Array.from(new Int8Array(bytes.buffer, bytes.byteOffset + start + rows * 4, rows * LABEL_COUNT)),
    gramRows,
    gramSteps: Float64Array.from(gramSteps),
    signalSteps: Float64Array.from(signalSteps),
    temperature,
  };
}

function readHeader(line: Uint8Array): Header {
  let header: Header;
  try {
    header = JSON.parse(new TextDecoder().decode(line)) as Header;
  } catch (error) {
    throw new Error('the noise model has no readable header', { cause: error });
  }
  if (header.format !== FORMAT) throw new Error(`the noise model is not of the format ${FORMAT}`);
  if (header.labels.join() !== LABELS.join()) throw new Error('the noise model was trained for other labels');
  return header;
}
