/**
 * A small OIDC provider for one machine: discovery, keys, tokens, and a login page.
 *
 * <pre>
 * password            user name + password            ──▶ access token (aud zizhi)
 * client_credentials  client id + secret [+ scope]    ──▶ access token (aud = target service)
 * authorization_code  login page ──▶ code ──▶ + PKCE verifier ──▶ access token + ID token
 * </pre>
 *
 * <p>Users and clients come from a file that the runner writes. Services refuse this issuer in production.
 */
@NullMarked
package io.zizhi.local.identity;

import org.jspecify.annotations.NullMarked;
