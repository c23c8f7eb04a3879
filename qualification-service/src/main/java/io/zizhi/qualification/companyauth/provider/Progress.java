package io.zizhi.qualification.companyauth.provider;

import org.jspecify.annotations.Nullable;

/**
 * How far an authentication is at its provider.
 *
 * @param status where it stands; a provider never says EXPIRED
 * @param company who confirmed; there exactly where it is CONFIRMED
 */
public record Progress(
        AuthenticationStatus status, @Nullable ConfirmedCompany company) {

    /** Nobody has scanned the code. */
    public static final Progress PENDING = new Progress(AuthenticationStatus.PENDING, null);

    /** Somebody has, and is at it. */
    public static final Progress SCANNED = new Progress(AuthenticationStatus.SCANNED, null);

    /** It was refused, there or by whoever scanned it. */
    public static final Progress DENIED = new Progress(AuthenticationStatus.DENIED, null);

    public static Progress confirmed(ConfirmedCompany company) {
        return new Progress(AuthenticationStatus.CONFIRMED, company);
    }
}
