package io.zizhi.qualification.companyauth.provider;

/**
 * An authentication to be opened at a provider.
 *
 * @param id its id in this service; 32 letters and digits
 * @param accountId account that the company authenticates for
 */
public record Beginning(String id, String accountId) {}
