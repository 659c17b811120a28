/** What a message carries besides words. */
import type { FileInfo, MessageKind } from '../../../src/adapter-kit.ts';
import { given } from '../tolerant.ts';
import type { WireMessage } from './wire.ts';

/** A silent film of a flooded road is an "animation" too, so those stay videos. */
const KIND_OF_MEDIA = new Map<string, MessageKind>([
  ['sticker', 'sticker'],
  ['video_message', 'video'],
  ['voice_message', 'voice'],
  ['animation', 'video'],
  ['video_file', 'video'],
  ['audio_file', 'file'],
]);

/** Null where it carries nothing. */
export function mediaKind(wire: WireMessage): MessageKind | null {
  if (present(wire.photo)) return 'image';
  if (present(wire.media_type)) return KIND_OF_MEDIA.get(wire.media_type) ?? 'file';
  if (present(wire.file)) return 'file';
  return present(wire.location_information) || present(wire.place_name) ? 'location' : null;
}

/** The exporter writes "[name ](File not included. Change …)" where a path would stand. */
const NO_FILE = /\s*\((?:File|Photo) (?:not included|exceeds maximum size|unavailable)[^()]*\)$/u;

export function fileOf(wire: WireMessage): FileInfo | null {
  const written = wire.file ?? wire.photo;
  if (!present(written)) return null;
  const path = NO_FILE.test(written) ? null : written;
  const name = wire.file_name || (path ?? written.replace(NO_FILE, '')).split('/').at(-1);
  if (!name) return null;
  const size = wire.file ? wire.file_size : wire.photo_file_size;
  return { name, ...given('mime', wire.mime_type), ...given('size', size), ...given('path', path) };
}

function present<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined && value !== '';
}
