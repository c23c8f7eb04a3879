package io.zizhi.qualification.account;

import io.zizhi.contracts.AccountKind;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.http.problem.Violation;
import io.zizhi.platform.privacy.personal.IdNumber;
import io.zizhi.platform.privacy.personal.PersonName;
import io.zizhi.qualification.form.Text;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The identity of an account, as an operator verified it.
 *
 * @param kind company or person
 * @param companyName name of the company, as on its certificate; absent for a person
 * @param creditCode credit code of the company (GB 32100-2015); absent for a person
 * @param name name of the person, as on the id document; stored encrypted and as a keyed hash. Name and id number are
 *     given together or not at all
 * @param idNumber number of the person's id document; stored encrypted and as a keyed hash
 */
public record IdentityRequest(
        @NotNull(message = "FIELD_REQUIRED") AccountKind kind,
        @Text(max = 150) @Nullable String companyName,
        @Text(max = 18) @Nullable String creditCode,
        @Text(max = 50) @Nullable PersonName name,
        @Text(max = 50) @Nullable IdNumber idNumber) {

    /** Returns the identity, or fails with 400 if it is incomplete. */
    public VerifiedIdentity verified(PersonHash hash) {
        return verified("", hash);
    }

    /**
     * Like {@link #verified(PersonHash)}, for an identity within a request.
     *
     * @param at JSON pointer to the identity in the request
     */
    public VerifiedIdentity verified(String at, PersonHash hash) {
        VerifiedIdentity identity = new VerifiedIdentity(
                kind,
                companyName,
                creditCode,
                person().map(person -> person.verified(hash)).orElse(null));
        List<Violation> violations =
                Stream.concat(identity.violations(at).stream(), ofPerson(at)).toList();
        if (!violations.isEmpty()) {
            throw Problems.invalid(violations);
        }
        return identity;
    }

    /** Returns the person; empty if name and id number are not given. */
    public Optional<AccountPerson> person() {
        return name == null || idNumber == null ? Optional.empty() : Optional.of(new AccountPerson(name, idNumber));
    }

    private Stream<Violation> ofPerson(String at) {
        if (kind == AccountKind.COMPANY && (name != null || idNumber != null)) {
            return Stream.of(new Violation(
                    at + (name == null ? "/idNumber" : "/name"),
                    "FIELD_FORBIDDEN",
                    "A company must not have a person's name or id number."));
        }
        return Stream.of(
                        required(at + "/name", idNumber != null, name == null ? null : name.reveal()),
                        required(at + "/idNumber", name != null, idNumber == null ? null : idNumber.reveal()))
                .flatMap(List::stream);
    }

    private static List<Violation> required(String pointer, boolean otherGiven, @Nullable String value) {
        boolean missing = value == null ? otherGiven : value.isBlank();
        return missing
                ? List.of(new Violation(pointer, "FIELD_REQUIRED", "Give name and id number of the person together."))
                : List.of();
    }
}
