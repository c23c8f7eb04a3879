package io.zizhi.qualification.account;

import io.zizhi.contracts.AccountKind;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.qualification.form.standard.CompanyName;
import io.zizhi.qualification.form.standard.CreditCode;
import io.zizhi.qualification.form.standard.WrittenName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The verified identity of an account.
 *
 * @param kind company or person
 * @param companyName name of the company, as on its certificate; null for a person
 * @param creditCode credit code of the company (GB 32100-2015); null for a person
 * @param person the person; null for a company, and for a person whose name and id number are not recorded
 */
public record VerifiedIdentity(
        AccountKind kind,
        @Nullable String companyName,
        @Nullable String creditCode,
        @Nullable VerifiedPerson person) {

    public VerifiedIdentity {
        companyName = companyName == null ? null : companyName.strip();
        creditCode = creditCode == null ? null : creditCode.strip().toUpperCase(Locale.ROOT);
    }

    /** Creates the identity of a company, or of a person whose name and id number are not recorded. */
    public VerifiedIdentity(AccountKind kind, @Nullable String companyName, @Nullable String creditCode) {
        this(kind, companyName, creditCode, null);
    }

    /** Returns whether this is the company with that name and credit code. A look-alike name does not match. */
    public boolean isCompany(@Nullable String name, @Nullable String code) {
        return companyName != null
                && name != null
                && creditCode != null
                && CompanyName.same(companyName, name)
                && creditCode.equals(code);
    }

    /**
     * Returns whether both are the same company, or may be the same person. Companies are compared by credit code and
     * persons by id number, since names may change. A person without a recorded id number may be anybody.
     */
    boolean isSameOwner(VerifiedIdentity other) {
        return kind == other.kind
                && Objects.equals(creditCode, other.creditCode)
                && (person == null || other.person == null || person.isSamePerson(other.person));
    }

    /** Returns whether both have the same kind, names and numbers. */
    boolean isSame(VerifiedIdentity other) {
        return kind == other.kind
                && Objects.equals(companyName, other.companyName)
                && Objects.equals(creditCode, other.creditCode)
                && (person == null ? other.person == null : other.person != null && person.isSame(other.person));
    }

    /** Returns this identity with the person recorded before, if this one names none. */
    VerifiedIdentity keepingPerson(@Nullable VerifiedPerson recorded) {
        return kind == AccountKind.PERSON && person == null
                ? new VerifiedIdentity(kind, companyName, creditCode, recorded)
                : this;
    }

    /** Rejects a company without a name or a valid credit code, and a person with either. */
    public VerifiedIdentity requireComplete() {
        List<Violation> violations = violations("");
        if (!violations.isEmpty()) {
            throw Problems.invalid(violations);
        }
        return this;
    }

    /** @param at JSON pointer to the identity in the request */
    List<Violation> violations(String at) {
        List<Violation> violations = new ArrayList<>();
        if (kind == AccountKind.COMPANY) {
            if (companyName == null || companyName.isEmpty()) {
                violations.add(new Violation(at + "/companyName", "FIELD_REQUIRED", "A company needs a name."));
            }
            Optional.ofNullable(companyName)
                    .flatMap(name -> new WrittenName(name).firstDeceptive())
                    .map(character -> new Violation(
                            at + "/companyName", "NAME_CHARACTER_INVALID", character.placeEn(), character.placeZh()))
                    .ifPresent(violations::add);
            if (creditCode == null || !CreditCode.isValid(creditCode)) {
                violations.add(
                        new Violation(at + "/creditCode", "USCC_INVALID", "A company needs a valid credit code."));
            }
        } else if (companyName != null || creditCode != null) {
            violations.add(new Violation(
                    at + "/kind", "FIELD_FORBIDDEN", "A person must not have a company name or credit code."));
        }
        return violations;
    }
}
