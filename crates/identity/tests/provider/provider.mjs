// The OpenID provider that the tests of lods-identity sign in at: oidc-provider with its development forms, on
// 127.0.0.1 alone. Says "port N" when it is there, and ends with its standard input.
//
// Beside what OpenID Connect asks for:
//   GET  /test/now       seconds since 1970
//   POST /test/keys      {"alg": …}: signs with a new key of that algorithm from now on, and publishes no other
//   POST /test/claims    {…}: what the tokens of everybody hold from now on, beside their name
//   POST /test/twist     {"header", "claims", "sign": "own" | "foreign" | "none"}: changes tokens after they are made

import { createHmac, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';

import Provider from 'oidc-provider';

const CLIENT = { client_id: 'lods', client_secret: 'a secret & of tests: 100%' };
const BACK = 'https://lods.example.dk/sign-in/oidc/back';

let issuer;
let current;
let claims = {};
let twist = null;
let keys = 0;

/** A private key as JWK, under a name that no other has had. */
function newKey(alg) {
  const pair = alg === 'ES256'
    ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
    : generateKeyPairSync('rsa', { modulusLength: 2048 });
  keys += 1;
  return { ...pair.privateKey.export({ format: 'jwk' }), kid: `key-${keys}`, use: 'sig' };
}

function newProvider(alg) {
  // A token under HS256 needs no key; one is published all the same.
  const key = newKey(alg);
  const client = {
    ...CLIENT,
    redirect_uris: [BACK],
    post_logout_redirect_uris: ['https://lods.example.dk/'],
    id_token_signed_response_alg: alg,
  };
  const provider = new Provider(issuer, {
    clients: [client],
    jwks: { keys: [key] },
    cookies: { keys: ['of tests'] },
    enabledJWA: { idTokenSigningAlgValues: ['RS256', 'PS256', 'ES256', 'HS256'] },
    conformIdTokenClaims: false,
    claims: { openid: ['sub', 'sid', 'acr', 'amr', 'roles', 'privileges', 'groups'], profile: ['name'] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, name: 'Bo Prøve', ...claims }) }),
    ttl: { IdToken: 300, Session: 600, Grant: 600, Interaction: 600 },
  });
  provider.use(async (context, next) => {
    await next();
    if (twist && context.body?.id_token) {
      context.body.id_token = twisted(context.body.id_token, key);
    }
  });
  return provider;
}

const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decoded = (text) => JSON.parse(Buffer.from(text, 'base64url').toString());

function twisted(token, own) {
  const [head, body] = token.split('.');
  const header = { ...decoded(head), ...twist.header };
  const payload = { ...decoded(body), ...twist.claims };
  const signed = `${encoded(header)}.${encoded(payload)}`;
  return `${signed}.${signature(signed, header, own)}`;
}

function signature(signed, header, own) {
  if (twist.sign === 'none') {
    return '';
  }
  if (header.alg === 'HS256') {
    return createHmac('sha256', CLIENT.client_secret).update(signed).digest('base64url');
  }
  const jwk = twist.sign === 'foreign' ? newKey('RS256') : own;
  return sign('sha256', Buffer.from(signed), createPrivateKey({ key: jwk, format: 'jwk' })).toString('base64url');
}

const tests = {
  '/test/now': () => String(Math.floor(Date.now() / 1000)),
  '/test/keys': ({ alg }) => { current = newProvider(alg).callback(); return ''; },
  '/test/claims': (body) => { claims = body; return ''; },
  '/test/twist': (body) => { twist = body; return ''; },
};

const server = createServer(async (request, response) => {
  const test = tests[request.url];
  if (!test) {
    current(request, response);
    return;
  }
  let body = '';
  for await (const part of request) {
    body += part;
  }
  response.end(test(body === '' ? undefined : JSON.parse(body)));
});

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  issuer = `http://127.0.0.1:${port}`;
  current = newProvider('RS256').callback();
  process.stdout.write(`port ${port}\n`);
});

process.stdin.on('end', () => process.exit(0)).resume();
