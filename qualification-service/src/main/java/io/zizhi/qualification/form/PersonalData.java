package io.zizhi.qualification.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
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
 * @param recognised values recognised in pictures that differed from the form at its submission; null if there are none
 */
public record PersonalData(
        @Nullable String legalRepresentativeName,
        @Nullable String legalRepresentativeIdNumber,
        @Nullable String administratorName,
        @Nullable String administratorIdNumber,
        @Nullable String administratorPhone,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String remark,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<RecognisedValue> recognised) {

    /** Creates the data of a form before its submission. */
    public PersonalData(
            @Nullable String legalRepresentativeName,
            @Nullable String legalRepresentativeIdNumber,
            @Nullable String administratorName,
            @Nullable String administratorIdNumber,
            @Nullable String administratorPhone,
            @Nullable String remark) {
        this(
                legalRepresentativeName,
                legalRepresentativeIdNumber,
                administratorName,
                administratorIdNumber,
                administratorPhone,
                remark,
                null);
    }

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
                other,
                recognised);
    }

    /** Returns the same data with values that were recognised in pictures. */
    public PersonalData withRecognised(List<RecognisedValue> values) {
        return new PersonalData(
                legalRepresentativeName,
                legalRepresentativeIdNumber,
                administratorName,
                administratorIdNumber,
                administratorPhone,
                remark,
                values.isEmpty() ? null : List.copyOf(values));
    }

    @Override
    public String toString() {
        return "PersonalData[masked]";
    }
}
