package io.zizhi.qualification.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.AccountKind;
import org.jspecify.annotations.Nullable;

/**
 * The verified identity of an account. Name and id number of a person are never returned.
 *
 * @param kind company or person
 * @param companyName name of the company, as on its certificate; absent for a person
 * @param creditCode credit code of the company (GB 32100-2015); absent for a person
 * @param personKnown whether name and id number of the person can be compared; absent for a company
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IdentityView(
        AccountKind kind,
        @Nullable String companyName,
        @Nullable String creditCode,
        @Nullable Boolean personKnown) {

    public static IdentityView from(VerifiedIdentity identity) {
        return new IdentityView(
                identity.kind(),
                identity.companyName(),
                identity.creditCode(),
                identity.kind() == AccountKind.PERSON ? identity.person() != null : null);
    }
}
