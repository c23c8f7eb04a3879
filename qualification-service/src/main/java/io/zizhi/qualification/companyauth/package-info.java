/**
 * 扫码认证: a company proves itself by confirming its data to an identity provider, to which a QR code leads; its
 * certificate need not be uploaded then.
 *
 * <pre>
 *   PENDING ──scan──▶ SCANNED ──confirm──▶ CONFIRMED
 *      └───────────────┴──deny──▶ DENIED, run out──▶ EXPIRED
 * </pre>
 *
 * <p>Who the provider is, is the operator's choice ({@link
 * io.zizhi.qualification.companyauth.provider.ChosenAuthentication}): Alipay, or a page of this service on one machine.
 */
@NullMarked
package io.zizhi.qualification.companyauth;

import org.jspecify.annotations.NullMarked;
