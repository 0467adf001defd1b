// Verifies signed tokens as an application does that keeps the key set for as long as it may, and never fetches it early.
//
//   node verifier.mjs HOST PORT... < TOKENS
//
// Asks the ports of 127.0.0.1 in turn for the key set of HOST, and another one when one does not answer. Each line of the input
// is a token; both jose and Node's own cryptography (OpenSSL) verify it. At the end of the input it prints one line of JSON:
// how many signatures were verified, and what failed.

import { createPublicKey, verify, webcrypto } from 'node:crypto'
import { get } from 'node:http'
import { createInterface } from 'node:readline'
import * as jose from 'jose'

globalThis.crypto ??= webcrypto

const [host, ...ports] = process.argv.slice(2)
const digests = { RS256: 'sha256', PS256: 'sha256', ES256: 'sha256', ES384: 'sha384', EdDSA: null }
const failures = []
let verified = 0
let turn = 0
let kept = { keys: [], until: 0 }

function fetchKeys(port) {
  return new Promise((resolve, reject) => {
    const request = get({ host: '127.0.0.1', port, path: '/jwks.json', headers: { host }, timeout: 5000 }, (response) => {
      let body = ''
      response.on('data', (part) => (body += part))
      response.on('end', () => {
        const age = Number(/max-age=(\d+)/.exec(response.headers['cache-control'] ?? '')?.[1] ?? NaN)
        response.statusCode === 200 && age >= 0
          ? resolve({ keys: JSON.parse(body).keys, until: Date.now() + age * 1000 })
          : reject(new Error(`status ${response.statusCode}, max-age ${age}`))
      })
    })
    request.on('timeout', () => request.destroy(new Error('no answer')))
    request.on('error', reject)
  })
}

async function keys() {
  for (let tries = 0; Date.now() >= kept.until; tries++) {
    try {
      kept = await fetchKeys(ports[turn++ % ports.length])
    } catch (error) {
      if (tries >= 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  return kept.keys
}

function opensslVerifies(jwk, alg, signed, signature) {
  const key = createPublicKey({ key: jwk, format: 'jwk' })
  const options = { key, dsaEncoding: 'ieee-p1363' }
  return verify(digests[alg], signed, alg === 'PS256' ? { ...options, padding: 6, saltLength: 32 } : options, signature)
}

async function check(token) {
  const [header, payload, signature] = token.split('.')
  const { kid, alg } = JSON.parse(Buffer.from(header, 'base64url'))
  const jwk = (await keys()).find((key) => key.kid === kid)
  if (!jwk) throw new Error(`the key ${kid} is not published`)
  await jose.compactVerify(token, await jose.importJWK(jwk, alg), { algorithms: [alg] })
  verified++
  if (!opensslVerifies(jwk, alg, Buffer.from(`${header}.${payload}`), Buffer.from(signature, 'base64url')))
    throw new Error(`OpenSSL refuses the signature by ${kid}`)
  verified++
}

for await (const token of createInterface({ input: process.stdin })) {
  try {
    await check(token)
  } catch (error) {
    failures.push(error.message)
  }
}
console.log(JSON.stringify({ verified, failed: failures.length, first: failures[0] ?? '' }))
