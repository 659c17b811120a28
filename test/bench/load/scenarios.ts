/** The written scenarios, which all load is made from: their people, groups and chats. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readExport } from '../../../adapters/files/index.ts';
import { loadGold } from '../../eval/gold.ts';
