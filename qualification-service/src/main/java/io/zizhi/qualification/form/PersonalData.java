package io.zizhi.qualification.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The personal data in a form, in plain text. It is separate from the rest because it is stored encrypted. It never
 * leaves the service and is never logged.
 *
 * @param legalRepresentativeName null if not filled in, like all others
 * @param legalRepresentativeIdNumber as typed
 * @param administratorName as typed
 * @param administratorIdNumber as typed
 * @param administratorPhone as typed
 * @param remark the remark for the reviewer: free text that may name persons
 */
public record PersonalData(
        @Nullable String legalRepresentativeName,
        @Nullable String legalRepresentativeIdNumber,
        @Nullable String administratorName,
        @Nullable String administratorIdNumber,
        @Nullable String administratorPhone,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String remark) {

    /** Creates the data of a form without a remark. */
    public PersonalData(
            @Nullable String legalRepresentativeName,
            @Nullable String legalRepresentativeIdNumber,
            @Nullable String administratorName,
            @Nullable String administratorIdNumber,
            @Nullable String administratorPhone) {
        this(
                legalRepresentativeName,
                legalRepresentativeIdNumber,
                administratorName,
                administratorIdNumber,
                administratorPhone,
                null);
    }

    PersonalData withRemark(String other) {
        return new PersonalData(
                legalRepresentativeName,
                legalRepresentativeIdNumber,
                administratorName,
                administratorIdNumber,
                administratorPhone,
                other);
    }

    @Override
    public String toString() {
        return "PersonalData[masked]";
    }
}
