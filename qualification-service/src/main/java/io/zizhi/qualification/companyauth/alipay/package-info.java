/**
 * Alipay as the identity provider, by the gateway of its open platform: requests are signed with the application's key
 * (RSA2, SHA-256 with RSA), and an answer counts only where Alipay's signature of it is right. {@code
 * docs/company-authentication.md} says which of its products is used and what the contract with Alipay has to give.
 */
@NullMarked
package io.zizhi.qualification.companyauth.alipay;

import org.jspecify.annotations.NullMarked;
