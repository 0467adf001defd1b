// Single steps of an application built on oauth4webapi, each told and answered as JSON.
//
//   node steps.mjs begin|finish|own < INPUT
//
// INPUT has issuer, client (client_id, redirect_uri, method, secret or key as a JWK, and client metadata) and, by step:
//
//   begin   parameters, push (by RFC 9126), sign (by RFC 9101)   answers location and checks
//   finish  checks and the response's parameters, jarm           redeems, refreshes, introspects and revokes
//   own     parameters                                           gets, introspects and revokes a client's own token
//
// An error is answered as { error }, and what the library refuses is an error.

import { setDefaultResultOrder } from 'node:dns'
import { webcrypto } from 'node:crypto'
import * as oauth from 'oauth4webapi'

globalThis.crypto ??= webcrypto
setDefaultResultOrder('ipv4first')

const http = { [oauth.allowInsecureRequests]: true }
const input = JSON.parse(await text(process.stdin))
const client = { ...input.client.metadata, client_id: input.client.client_id }
const key = input.client.key && (await importKey(input.client.key))

async function text(stream) {
  const chunks = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

async function importKey({ kid, ...jwk }) {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  return { kid, key: await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['sign']) }
}

function authentication() {
  switch (input.client.method) {
    case 'client_secret_basic':
      return oauth.ClientSecretBasic(input.client.secret)
    case 'client_secret_jwt':
      return oauth.ClientSecretJwt(input.client.secret)
    case 'private_key_jwt':
      return oauth.PrivateKeyJwt(key)
    default:
      return oauth.None()
  }
}

async function discover() {
  const issuer = new URL(input.issuer)
  return oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, http))
}

async function begin(server) {
  const checks = {
    verifier: oauth.generateRandomCodeVerifier(),
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
  }
  let parameters = new URLSearchParams({
    client_id: client.client_id,
    redirect_uri: input.client.redirect_uri,
    response_type: 'code',
    state: checks.state,
    nonce: checks.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(checks.verifier),
    code_challenge_method: 'S256',
    ...input.parameters,
  })
  if (input.sign) {
    const request = await oauth.issueRequestObject(server, client, parameters, key)
    parameters = new URLSearchParams({ client_id: client.client_id, request })
  }
  if (input.push) {
    const pushed = await oauth.processPushedAuthorizationResponse(
      server,
      client,
      await oauth.pushedAuthorizationRequest(server, client, authentication(), parameters, http),
    )
    parameters = new URLSearchParams({ client_id: client.client_id, request_uri: pushed.request_uri })
  }
  const location = new URL(server.authorization_endpoint)
  location.search = parameters.toString()
  return { location: location.href, checks }
}

async function finish(server) {
  const { verifier, state, nonce } = input.checks
  const response = new URLSearchParams(input.response)
  const validated = input.jarm
    ? await oauth.validateJwtAuthResponse(server, client, response, state, http)
    : oauth.validateAuthResponse(server, client, response, state)
  const redeemed = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    authentication(),
    validated,
    input.client.redirect_uri,
    verifier,
    http,
  )
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, redeemed, {
    expectedNonce: nonce,
    requireIdToken: true,
  })
  await oauth.validateApplicationLevelSignature(server, redeemed, http)
  const { sub } = oauth.getValidatedIdTokenClaims(tokens)
  const refreshed = tokens.refresh_token && (await refresh(server, tokens.refresh_token))
  const latest = refreshed ?? tokens
  return {
    claims: oauth.getValidatedIdTokenClaims(tokens),
    scope: tokens.scope,
    userinfo: await userinfo(server, latest.access_token, sub),
    refreshed: refreshed && {
      claims: oauth.getValidatedIdTokenClaims(refreshed),
      rotated: refreshed.refresh_token !== tokens.refresh_token,
      scope: refreshed.scope,
    },
    introspected: await introspect(server, latest.access_token),
    revoked: await revoke(server, latest.refresh_token ?? latest.access_token),
    introspectedAfterwards: await introspect(server, latest.access_token),
    refreshedAfterwards: latest.refresh_token && (await refresh(server, latest.refresh_token).catch(describe)),
  }
}

async function refresh(server, token) {
  return oauth.processRefreshTokenResponse(
    server,
    client,
    await oauth.refreshTokenGrantRequest(server, client, authentication(), token, http),
  )
}

async function userinfo(server, token, sub) {
  const answer = await oauth.userInfoRequest(server, client, token, http)
  const signed = answer.headers.get('content-type').startsWith('application/jwt')
  const claims = await oauth.processUserInfoResponse(server, client, sub, answer)
  if (signed) await oauth.validateApplicationLevelSignature(server, answer, http)
  return claims
}

async function introspect(server, token) {
  const answer = await oauth.introspectionRequest(server, client, authentication(), token, http)
  const signed = answer.headers.get('content-type').startsWith('application/token-introspection+jwt')
  const introspected = await oauth.processIntrospectionResponse(server, client, answer)
  if (signed) await oauth.validateApplicationLevelSignature(server, answer, http)
  return introspected
}

async function revoke(server, token) {
  const answer = await oauth.revocationRequest(server, client, authentication(), token, http)
  await oauth.processRevocationResponse(answer)
  return answer.status
}

async function own(server) {
  const answer = await oauth.clientCredentialsGrantRequest(
    server,
    client,
    authentication(),
    new URLSearchParams(input.parameters),
    http,
  )
  const tokens = await oauth.processClientCredentialsResponse(server, client, answer)
  return {
    token: { ...tokens, access_token: undefined },
    introspected: await introspect(server, tokens.access_token),
    revoked: await revoke(server, tokens.access_token),
    introspectedAfterwards: await introspect(server, tokens.access_token),
  }
}

function describe({ name, code, error, error_description, status, message }) {
  return { name, code, error, error_description, status, message }
}

const steps = { begin, finish, own }
try {
  console.log(JSON.stringify(await steps[process.argv[2]](await discover())))
} catch (error) {
  console.log(JSON.stringify({ error: describe(error) }))
}
