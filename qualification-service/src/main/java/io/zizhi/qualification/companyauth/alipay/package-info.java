/**
 * Alipay as the identity provider, through the gateway of its open platform. Requests are signed with the application's
 * key (RSA2, SHA-256 with RSA), and only responses with a valid signature of Alipay are accepted. {@code
 * docs/company-authentication.md} says which product is used and what the contract must provide.
 */
@NullMarked
package io.zizhi.qualification.companyauth.alipay;

import org.jspecify.annotations.NullMarked;
