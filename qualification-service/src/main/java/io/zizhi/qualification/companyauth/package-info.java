/**
 * Scan authentication (扫码认证): a company proves its identity by confirming its data to an identity provider, reached
 * through a QR code. It then need not upload its certificate.
 *
 * <pre>
 *   PENDING ──scan──▶ SCANNED ──confirm──▶ CONFIRMED
 *      └───────────────┴──deny──▶ DENIED, time out──▶ EXPIRED
 * </pre>
 *
 * <p>The operator chooses the provider ({@link
 * io.zizhi.qualification.companyauth.provider.ChosenAuthentication}): Alipay, or a local page of this service.
 */
@NullMarked
package io.zizhi.qualification.companyauth;

import org.jspecify.annotations.NullMarked;
