package io.zizhi.qualification.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.contracts.AccountKind;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.qualification.form.Text;
import io.zizhi.qualification.form.standard.CreditCode;
import io.zizhi.qualification.form.standard.WrittenName;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an account was verified as.
 *
 * @param kind company or person
 * @param companyName of a company, as on its certificate; else null
 * @param creditCode of a company (GB 32100-2015); else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VerifiedIdentity(
        @NotNull(message = "FIELD_REQUIRED") AccountKind kind,
        @Text(max = 150) @Nullable String companyName,
        @Text(max = 18) @Nullable String creditCode) {

    public VerifiedIdentity {
        companyName = companyName == null ? null : companyName.strip();
        creditCode = creditCode == null ? null : creditCode.strip().toUpperCase(Locale.ROOT);
    }

    /** Whether a company of that name and code is this one. A name that only looks the same is another company's. */
    public boolean isCompany(@Nullable String name, @Nullable String code) {
        return companyName != null
                && name != null
                && creditCode != null
                && WrittenName.same(companyName, name)
                && creditCode.equals(code);
    }

    /** Whether both are the same company or both are persons. A company keeps its credit code when its name changes. */
    boolean isSameOwner(VerifiedIdentity other) {
        return kind == other.kind && Objects.equals(creditCode, other.creditCode);
    }

    /** Refuses a company without name or valid code, and a person with either. */
    public VerifiedIdentity requireComplete() {
        return requireComplete("");
    }

    /**
     * As {@link #requireComplete()}, for an identity that is part of a request.
     *
     * @param at JSON pointer of the identity in the request
     */
    public VerifiedIdentity requireComplete(String at) {
        List<Violation> violations = new ArrayList<>();
        if (kind == AccountKind.COMPANY) {
            if (companyName == null || companyName.isEmpty()) {
                violations.add(new Violation(at + "/companyName", "FIELD_REQUIRED", "A company has a name."));
            }
            Optional.ofNullable(companyName)
                    .flatMap(name -> new WrittenName(name).firstDeceptive())
                    .map(character -> new Violation(at + "/companyName", "NAME_CHARACTER_INVALID", character.placeEn()))
                    .ifPresent(violations::add);
            if (creditCode == null || !CreditCode.isValid(creditCode)) {
                violations.add(new Violation(at + "/creditCode", "USCC_INVALID", "A company has a valid credit code."));
            }
        } else if (companyName != null || creditCode != null) {
            violations.add(
                    new Violation(at + "/kind", "FIELD_FORBIDDEN", "A person has no company name or credit code."));
        }
        if (!violations.isEmpty()) {
            throw Problems.invalid(violations);
        }
        return this;
    }
}
