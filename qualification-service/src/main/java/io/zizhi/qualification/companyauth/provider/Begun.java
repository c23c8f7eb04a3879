package io.zizhi.qualification.companyauth.provider;

/**
 * An authentication that a provider has opened.
 *
 * @param reference what the provider calls it
 * @param qrContent what the QR code has to say
 */
public record Begun(String reference, String qrContent) {}
