// Verifies the entries of an exported log (tlog-tiles) as COSE_Sign1, with @auth0/cose. It reads the export by itself.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPublicKey } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Algorithms, errors, Headers, Sign1 } from '@auth0/cose';

const BUNDLE = 256;
const SPKI_OF_ED25519 = Buffer.from('302a300506032b6570032100', 'hex');
let failed = false;

/** A verifier key, name+keyid+base64(type ‖ key); the base64 may itself hold '+'. */
function logKey(vkey) {
  const [, name, id, base64] = vkey.match(/^([^+]+)\+([0-9a-f]{8})\+(.+)$/);
  const publicBytes = Buffer.from(base64, 'base64').subarray(1);
  return { name, id, key: publicKey(publicBytes) };
}

function publicKey(bytes) {
  return createPublicKey({ key: Buffer.concat([SPKI_OF_ED25519, bytes]), format: 'der', type: 'spki' });
}

/** The path of a bundle: its number in groups of three digits, behind a bundle that is not full its width. */
function bundlePath(number, width) {
  const digits = String(number).padStart(Math.ceil(String(number).length / 3) * 3, '0');
  const groups = digits.match(/.../g).map((group, i, all) => (i < all.length - 1 ? 'x' : '') + group);
  return join('tile', 'entries', ...groups) + (width < BUNDLE ? `.p/${width}` : '');
}

/** All entries of an export, up to the size of its checkpoint. */
function readEntries(folder) {
  const size = Number(readFileSync(join(folder, 'checkpoint'), 'utf8').split('\n')[1]);
  const entries = [];
  for (let number = 0; number * BUNDLE < size; number++) {
    const bundle = readFileSync(join(folder, bundlePath(number, Math.min(BUNDLE, size - number * BUNDLE))));
    for (let at = 0; at < bundle.length; ) {
      const length = bundle.readUInt16BE(at);
      entries.push(bundle.subarray(at + 2, at + 2 + length));
      at += 2 + length;
    }
  }
  if (entries.length !== size) {
    throw new Error(`${entries.length} entries in the bundles, the checkpoint says ${size}`);
  }
  return entries;
}

/** What a signature covers beside the entry: the log's origin and the index in eight bytes. */
function place(origin, index) {
  const eight = Buffer.alloc(8);
  eight.writeBigUInt64BE(BigInt(index));
  return Buffer.concat([Buffer.from(origin, 'utf8'), eight]);
}

async function verify(bytes, key, externalAAD) {
  const entry = Sign1.decode(bytes);
  await entry.verify(key, { externalAAD, algorithms: [Algorithms.EdDSA] });
  return entry;
}

/** The entry is signed by the log's key for this place, and says so in its protected header. */
async function verifyAt(entries, index, log) {
  if (index >= entries.length) {
    throw new Error('there is no such entry');
  }
  const entry = await verify(entries[index], log.key, place(log.name, index));
  const kid = Buffer.from(entry.protectedHeaders.get(Headers.KeyID)).toString('hex');
  if (kid !== log.id || entry.unprotectedHeaders.size !== 0) {
    throw new Error(`key id ${kid}, ${entry.unprotectedHeaders.size} unprotected headers`);
  }
}

async function accepts(what, check) {
  try {
    await check();
    console.log(`ok      ${what}`);
  } catch (problem) {
    failed = true;
    console.log(`FAILED  ${what}: ${problem.message}`);
  }
}

/** Something spoilt must not pass: a verifier that accepts everything would pass the other checks. */
async function refuses(what, check) {
  try {
    await check();
    failed = true;
    console.log(`FAILED  refused: ${what}: it was accepted`);
  } catch (problem) {
    if (!(problem instanceof errors.COSESignatureVerificationFailed)) {
      throw problem;
    }
    console.log(`ok      refused: ${what}`);
  }
}

function flipped(bytes, at) {
  const copy = Buffer.from(bytes);
  copy[at < 0 ? copy.length + at : at] ^= 1;
  return copy;
}

/** Offsets are those of docs/format.md: payload from byte 15 on, the signature in the last 64 bytes. */
async function spoil(entries, index, log) {
  const entry = entries[index];
  const here = place(log.name, index);
  const stranger = publicKey(Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex'));
  await refuses('a flipped bit in the signature', () => verify(flipped(entry, -1), log.key, here));
  await refuses('a flipped bit in the payload', () => verify(flipped(entry, entry.length - 70), log.key, here));
  await refuses('a flipped bit in the key id', () => verify(flipped(entry, 9), log.key, here));
  await refuses('another index', () => verify(entry, log.key, place(log.name, index + 1)));
  await refuses("another log's origin", () => verify(entry, log.key, place(`${log.name}x`, index)));
  await refuses('no place at all', () => verify(entry, log.key, Buffer.alloc(0)));
  await refuses('another key', () => verify(entry, stranger, here));
}

const { values } = parseArgs({
  options: { log: { type: 'string' }, export: { type: 'string' }, entries: { type: 'string' } },
});
const log = logKey(values.log);
const indices = values.entries.split(',').map(Number);
let entries = [];

console.log('\nEntries as COSE_Sign1, by @auth0/cose');
await accepts('the bundles hold as many entries as the checkpoint says', () => {
  entries = readEntries(values.export);
});
if (!failed) {
  for (const index of indices) {
    await accepts(`entry ${index} is signed for its place`, () => verifyAt(entries, index, log));
  }
  await accepts(`all ${entries.length} entries are signed for their places`, async () => {
    for (let index = 0; index < entries.length; index++) {
      await verifyAt(entries, index, log);
    }
  });
  await spoil(entries, indices[0], log);
}
process.exit(failed ? 1 : 0);
