/** The model's file: a line of JSON with the small numbers, then the hashes, then the weights as one byte each. */
import { LABELS } from '../../../model/label.ts';
import { LABEL_COUNT, type NoiseModel } from './weights.ts';

const FORMAT = 'qunyao.noise-model/1';

interface Header {
  readonly format: string;
  readonly id: string;
  readonly labels: readonly string[];
  readonly rows: number;
  readonly gramRows: number;
  readonly bias: readonly number[];
  readonly gramSteps: readonly number[];
  readonly signalSteps: readonly number[];
  readonly ruleShare: number;
  readonly temperature: number;
  readonly guard: NoiseModel['guard'];
}

export function encodeModel(model: NoiseModel): Uint8Array {
  const header: Header = {
    format: FORMAT,
    id: model.id,
    labels: LABELS,
    rows: model.hashes.length,
    gramRows: model.gramRows,
    bias: [...model.bias],
    gramSteps: [...model.gramSteps],
    signalSteps: [...model.signalSteps],
    ruleShare: model.ruleShare,
    temperature: model.temperature,
    guard: model.guard,
  };
  const line = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
  const bytes = new Uint8Array(line.length + model.hashes.length * 4 + model.weights.length);
  bytes.set(line);
  const view = new DataView(bytes.buffer);
  for (const [row, hash] of model.hashes.entries()) view.setInt32(line.length + row * 4, hash, true);
  bytes.set(new Uint8Array(model.weights.buffer, model.weights.byteOffset, model.weights.length), line.length + model.hashes.length * 4);
  return bytes;
}

/** Throws where the bytes are no model of this program. */
export function decodeModel(bytes: Uint8Array): NoiseModel {
  const lineEnd = bytes.indexOf(10);
  const header = headerOf(bytes.subarray(0, Math.max(0, lineEnd)));
  const start = lineEnd + 1;
  if (bytes.length !== start + header.rows * (4 + LABEL_COUNT)) throw new Error('the noise model is cut off or has bytes left over');
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, header.rows * 4);
  const weights = Int8Array.from(new Int8Array(bytes.buffer, bytes.byteOffset + start + header.rows * 4, header.rows * LABEL_COUNT));
  return {
    id: header.id,
    bias: Float64Array.from(header.bias),
    hashes: Int32Array.from({ length: header.rows }, (_, row) => view.getInt32(row * 4, true)),
    weights,
    gramRows: header.gramRows,
    gramSteps: Float64Array.from(header.gramSteps),
    signalSteps: Float64Array.from(header.signalSteps),
    ruleShare: header.ruleShare,
    temperature: header.temperature,
    guard: header.guard,
  };
}

function headerOf(line: Uint8Array): Header {
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
