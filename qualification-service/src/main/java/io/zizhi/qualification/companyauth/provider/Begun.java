package io.zizhi.qualification.companyauth.provider;

/**
 * An authentication that a provider has opened.
 *
 * @param reference the provider's reference
 * @param qrContent content of the QR code
 */
public record Begun(String reference, String qrContent) {}
