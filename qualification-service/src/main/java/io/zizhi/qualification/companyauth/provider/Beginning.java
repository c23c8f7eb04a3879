package io.zizhi.qualification.companyauth.provider;

/**
 * An authentication that is to be opened at a provider.
 *
 * @param id its id here; 32 letters and digits
 * @param accountId for which account
 */
public record Beginning(String id, String accountId) {}
