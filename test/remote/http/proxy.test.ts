import { describe, expect, it } from 'vitest';
import { proxyFor } from '../../../src/remote/http/proxy.ts';

function proxyOf(address: string, variables: Readonly<Record<string, string>>): string | undefined {
  return proxyFor(new URL(address), (name) => variables[name]);
}

const P = 'http://proxy:3128';

describe('the proxy for an address', () => {
  it('is named by the environment, in large or small letters', () => {
    expect(proxyOf('https://kf.example.org', { HTTPS_PROXY: P })).toBe(P);
    expect(proxyOf('https://kf.example.org', { https_proxy: P })).toBe(P);
    expect(proxyOf('https://kf.example.org', { ALL_PROXY: P })).toBe(P);
    expect(proxyOf('https://kf.example.org', { HTTP_PROXY: P })).toBeUndefined();
    expect(proxyOf('https://kf.example.org', { HTTPS_PROXY: '  ' })).toBeUndefined();
  });

  it('may be written without http://', () => {
    expect(proxyOf('https://kf.example.org', { HTTPS_PROXY: 'proxy:3128' })).toBe(P);
  });

  it.each([
    ['kf.example.org', true],
    ['example.org', true],
    ['.example.org', true],
    ['*.example.org', true],
    ['other.org, KF.EXAMPLE.ORG', true],
    ['kf.example.org:443', true],
    ['kf.example.org:8443', false],
    ['xample.org', false],
    ['*', true],
    ['', false],
  ])('is left out by NO_PROXY=%s: %s', (list, isLeftOut) => {
    const found = proxyOf('https://kf.example.org', { HTTPS_PROXY: P, NO_PROXY: list });
    expect(found === undefined).toBe(isLeftOut);
  });

  it.each([
    ['10.0.0.0/8', true],
    ['10.0.0.0/16', false],
    ['10.0.0.0/99', false],
    ['10.1.2.3', true],
  ])('is left out in the networks of NO_PROXY=%s: %s', (list, isLeftOut) => {
    const found = proxyOf('https://10.1.2.3', { HTTPS_PROXY: P, NO_PROXY: list });
    expect(found === undefined).toBe(isLeftOut);
  });

  it('is never used for this machine', () => {
    for (const host of ['localhost', '127.0.0.1', '[::1]', 'kf.localhost'])
      expect(proxyOf(`http://${host}:8000`, { HTTP_PROXY: P, ALL_PROXY: P })).toBeUndefined();
  });
});
