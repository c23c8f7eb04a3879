package io.zizhi.qualification.form;

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
 */
public record PersonalData(
        @Nullable String legalRepresentativeName,
        @Nullable String legalRepresentativeIdNumber,
        @Nullable String administratorName,
        @Nullable String administratorIdNumber,
        @Nullable String administratorPhone) {

    @Override
    public String toString() {
        return "PersonalData[masked]";
    }
}
