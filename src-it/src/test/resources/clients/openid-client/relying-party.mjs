// A relying party: a small web application that logs people in with openid-client and shows what it learnt as JSON.
//
//   node relying-party.mjs ISSUER PORT CLIENT...
//
// A CLIENT is a form-encoded list: name, client_id, token_endpoint_auth_method, and client_secret unless that is "none".
// It prints one line, "listening on PORT", when it answers, and ends with its standard input.
//
//   GET  /login/NAME[?tamper=WHAT][&any authorization parameter]   begins a login; redirects to the provider
//   GET  /callback, POST /callback                                 the redirect URI; shows the login, or its error
//   GET  /provider                                                 what both discovery documents say
//   POST /backchannel                                              ends the session that a logout token names, verified by jose
//   GET  /frontchannel                                             ends the session that iss and sid name
//   GET  /session/SID                                              whether that session goes on here
//
// WHAT makes this application expect or send something wrong: nonce, state, verifier or secret. With replay it redeems the
// code a second time, and shows that error beside what the first access token is still worth.

import { createHash, webcrypto } from 'node:crypto'
import { setDefaultResultOrder } from 'node:dns'
import { createServer } from 'node:http'
import * as jose from 'jose'
import * as oidc from 'openid-client'

// Node 18, which Debian 12 ships, hides Web Cryptography behind a flag, and tries only the first address of localhost.
globalThis.crypto ??= webcrypto
setDefaultResultOrder('ipv4first')

const [issuer, port, ...clients] = process.argv.slice(2)
const origin = `http://127.0.0.1:${port}`
const registrations = new Map(
  clients.map((client) => Object.fromEntries(new URLSearchParams(client))).map((client) => [client.name, client]),
)
const pendingLogins = new Map()
const sessions = new Map()
const spentTokens = new Set()

function authentication({ token_endpoint_auth_method: method, client_secret: secret }) {
  switch (method) {
    case 'client_secret_basic':
      return oidc.ClientSecretBasic(secret)
    case 'client_secret_post':
      return oidc.ClientSecretPost(secret)
    case 'none':
      return oidc.None()
    default:
      throw new Error(`unknown token_endpoint_auth_method ${method}`)
  }
}

function discover(client, algorithm = 'oidc') {
  return oidc.discovery(new URL(issuer), client.client_id, undefined, authentication(client), {
    algorithm,
    // The signature of the ID token is verified too, which the code flow over TLS would not demand.
    execute: [oidc.allowInsecureRequests, oidc.enableNonRepudiationChecks],
  })
}

async function beginLogin(name, query) {
  const tamper = query.get('tamper')
  query.delete('tamper')
  const client = { ...registrations.get(name) }
  if (tamper === 'secret') client.client_secret += '-no-more'
  const config = await discover(client)
  const verifier = oidc.randomPKCECodeVerifier()
  const state = oidc.randomState()
  const nonce = oidc.randomNonce()
  const location = oidc.buildAuthorizationUrl(config, {
    redirect_uri: `${origin}/callback`,
    scope: 'openid profile email',
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...Object.fromEntries(query),
  })
  const checks = {
    expectedState: tamper === 'state' ? oidc.randomState() : state,
    expectedNonce: tamper === 'nonce' ? oidc.randomNonce() : nonce,
    pkceCodeVerifier: tamper === 'verifier' ? oidc.randomPKCECodeVerifier() : verifier,
    ...(query.has('max_age') && { maxAge: Number(query.get('max_age')) }),
  }
  pendingLogins.set(state, { name, config, checks, replay: tamper === 'replay' })
  return location
}

async function endLogin(request, parameters) {
  const { name, config, checks, replay } = pendingLogins.get(parameters.get('state')) ?? {}
  if (!config) return { error: { name: 'UnknownState' } }
  pendingLogins.delete(parameters.get('state'))
  try {
    const tokens = await oidc.authorizationCodeGrant(config, request.clone(), checks)
    const claims = tokens.claims()
    sessions.set(claims.sid, { sub: claims.sub, aud: claims.aud })
    if (replay) return { client: name, ...(await redeemAgain(config, request, checks, tokens)) }
    return {
      client: name,
      response: Object.fromEntries(parameters),
      method: request.method,
      token: { ...tokens, access_token: tokens.access_token.slice(0, 7), id_token: undefined },
      header: JSON.parse(Buffer.from(tokens.id_token.split('.')[0], 'base64url')),
      claims,
      at_hash_matches: claims.at_hash === halfHash(tokens.access_token),
      userinfo: await oidc.fetchUserInfo(config, tokens.access_token, claims.sub),
    }
  } catch (error) {
    return { client: name, error: describe(error) }
  }
}

async function redeemAgain(config, request, checks, { access_token, claims }) {
  const again = await oidc.authorizationCodeGrant(config, request, checks).catch(describe)
  const userinfo = await oidc.fetchUserInfo(config, access_token, claims().sub).catch(describe)
  return { error: again, userinfo }
}

async function endByToken(body) {
  const config = await discover(registrations.values().next().value)
  const { payload } = await jose.jwtVerify(
    new URLSearchParams(body.toString()).get('logout_token'),
    jose.createRemoteJWKSet(new URL(config.serverMetadata().jwks_uri)),
    { issuer, typ: 'logout+jwt', requiredClaims: ['iat', 'exp', 'jti', 'aud', 'events'], maxTokenAge: '2m' },
  )
  const session = sessions.get(payload.sid)
  const valid =
    'http://schemas.openid.net/event/backchannel-logout' in payload.events &&
    payload.nonce === undefined &&
    !spentTokens.has(payload.jti) &&
    session?.sub === payload.sub &&
    session?.aud === payload.aud
  if (!valid) throw new Error('this logout token ends nothing here')
  spentTokens.add(payload.jti)
  sessions.delete(payload.sid)
}

function halfHash(accessToken) {
  return createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url')
}

function describe({ name, code, error, error_description, status, message, cause }) {
  const reason = cause instanceof Error ? describe(cause) : undefined
  const challenges = Array.isArray(cause) ? cause : undefined
  return { name, code, error, error_description, status, message, challenges, cause: reason }
}

async function readBody(incoming) {
  const chunks = []
  for await (const chunk of incoming) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function handle(incoming, outgoing) {
  const url = new URL(incoming.url, origin)
  if (url.pathname.startsWith('/login/')) {
    const location = await beginLogin(url.pathname.slice('/login/'.length), url.searchParams)
    return outgoing.writeHead(302, { location: location.href }).end()
  }
  if (url.pathname === '/callback') {
    const posted = incoming.method === 'POST'
    const body = posted ? await readBody(incoming) : undefined
    const request = new Request(url, { method: incoming.method, headers: incoming.headers, body })
    const parameters = posted ? new URLSearchParams(body.toString()) : url.searchParams
    return show(outgoing, 200, await endLogin(request, parameters))
  }
  if (url.pathname === '/backchannel') {
    const ended = await endByToken(await readBody(incoming)).then(() => 200, () => 400)
    return outgoing.writeHead(ended, { 'cache-control': 'no-store' }).end()
  }
  if (url.pathname === '/frontchannel') {
    if (url.searchParams.get('iss') === issuer) sessions.delete(url.searchParams.get('sid'))
    return outgoing.writeHead(200, { 'cache-control': 'no-store' }).end()
  }
  if (url.pathname.startsWith('/session/')) {
    return show(outgoing, 200, { alive: sessions.has(url.pathname.slice('/session/'.length)) })
  }
  if (url.pathname === '/provider') {
    const client = registrations.values().next().value
    const [openid, oauth] = await Promise.all([discover(client), discover(client, 'oauth2')])
    return show(outgoing, 200, { openid: openid.serverMetadata(), oauth: oauth.serverMetadata() })
  }
  return show(outgoing, 404, { error: { name: 'NotFound' } })
}

function show(outgoing, status, value) {
  outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value, null, 2))
}

const server = createServer((incoming, outgoing) => {
  handle(incoming, outgoing).catch((error) => show(outgoing, 500, { error: describe(error) }))
})
server.listen(Number(port), '127.0.0.1', () => console.log(`listening on ${server.address().port}`))
process.stdin.resume().on('end', () => process.exit(0))
