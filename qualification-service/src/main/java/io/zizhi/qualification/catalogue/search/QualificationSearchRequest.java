package io.zizhi.qualification.catalogue.search;

import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.model.qualification.QualificationStatus;
import io.zizhi.qualification.model.qualification.Restriction;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The criteria of a search; a qualification must meet all of them. At least one other than {@code statuses} is
 * required; {@code restriction} counts unless it is NONE.
 *
 * @param id id of the qualification
 * @param workOrder any work order that the qualification ever had
 * @param companyName beginning of the owner's name, 2 to 150 characters, as on its certificate
 * @param creditCode whole credit code of the owner
 * @param name beginning of the name of the qualification, 2 to 100 characters
 * @param accountId account that owns it
 * @param statuses any of these statuses, 1 to 6
 * @param restriction the restriction that supervisors placed on it, or NONE
 */
public record QualificationSearchRequest(
        @Positive(message = "FIELD_INVALID") @Nullable Long id,
        @Positive(message = "FIELD_INVALID") @Nullable Long workOrder,

        @Size(min = 2, max = 150, message = "FIELD_INVALID")
        @Pattern(regexp = QualificationSearchRequest.TEXT, message = "TEXT_INVALID")
        @Nullable
        String companyName,

        @Pattern(regexp = "[0-9A-Z]{18}", message = "FIELD_INVALID") @Nullable
        String creditCode,

        @Size(min = 2, max = 100, message = "FIELD_INVALID")
        @Pattern(regexp = QualificationSearchRequest.TEXT, message = "TEXT_INVALID")
        @Nullable
        String name,

        @Pattern(regexp = Parameters.ACCOUNT, message = "FIELD_INVALID") @Nullable
        String accountId,

        @Size(min = 1, max = 6, message = "FIELD_INVALID") @Nullable
        List<@NotNull(message = "FIELD_REQUIRED") QualificationStatus> statuses,

        @Nullable Restriction restriction) {

    static final String TEXT = "\\P{Cntrl}*";

    /** Refuses criteria that would read the whole table. */
    void requireNarrow() {
        boolean narrow = Stream.of(id, workOrder, companyName, creditCode, name, accountId)
                .anyMatch(criterion -> criterion != null);
        if (!narrow && !restricted()) {
            throw Problems.badRequest(
                    "CRITERION_REQUIRED",
                    "",
                    "Send at least one of id, workOrder, companyName, creditCode, name and accountId, or restriction SUSPENDED or"
                            + " REVOKED.");
        }
    }

    /** Returns whether only suspended or revoked qualifications are searched. */
    boolean restricted() {
        return restriction != null && restriction != Restriction.NONE;
    }

    /** Returns the names of the criteria for the audit log, never their values. */
    List<String> names() {
        return Stream.of(
                        named("id", id),
                        named("workOrder", workOrder),
                        named("companyName", companyName),
                        named("creditCode", creditCode),
                        named("name", name),
                        named("accountId", accountId),
                        named("statuses", statuses),
                        named("restriction", restriction))
                .flatMap(one -> one)
                .toList();
    }

    private static Stream<String> named(String criterion, @Nullable Object value) {
        return value == null ? Stream.empty() : Stream.of(criterion);
    }
}
