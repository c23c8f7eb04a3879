package io.zizhi.qualification.companyauth.provider;

import org.jspecify.annotations.Nullable;

/**
 * The progress of an authentication, as reported by its provider.
 *
 * @param status the status; a provider never reports EXPIRED
 * @param company the confirmed company; present only if the status is CONFIRMED
 */
public record Progress(
        AuthenticationStatus status, @Nullable ConfirmedCompany company) {

    public static final Progress PENDING = new Progress(AuthenticationStatus.PENDING, null);

    public static final Progress SCANNED = new Progress(AuthenticationStatus.SCANNED, null);

    public static final Progress DENIED = new Progress(AuthenticationStatus.DENIED, null);

    public static Progress confirmed(ConfirmedCompany company) {
        return new Progress(AuthenticationStatus.CONFIRMED, company);
    }
}
