package io.zizhi.faults.driver;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A sheet of a bulk filing as CSV: one form in each row. */
final class Sheet {

    /** The headers, each with the path of its value in the form. */
    private static final List<Map.Entry<String, String>> COLUMNS = List.of(
            Map.entry("name", "/name"),
            Map.entry("purpose", "/purpose"),
            Map.entry("ownerType", "/ownerType"),
            Map.entry("companyName", "/company/name"),
            Map.entry("creditCode", "/company/creditCode"),
            Map.entry("certificateKind", "/company/certificate/kind"),
            Map.entry("certificateDocumentId", "/company/certificate/documentId"),
            Map.entry("certificateValidFrom", "/company/certificate/validFrom"),
            Map.entry("certificateValidTo", "/company/certificate/validTo"),
            Map.entry("legalRepresentativeName", "/legalRepresentative/name"),
            Map.entry("legalRepresentativeIdType", "/legalRepresentative/idType"),
            Map.entry("legalRepresentativeIdNumber", "/legalRepresentative/idNumber"),
            Map.entry("legalRepresentativeValidFrom", "/legalRepresentative/validFrom"),
            Map.entry("legalRepresentativeValidTo", "/legalRepresentative/validTo"),
            Map.entry("administratorName", "/administrator/name"),
            Map.entry("administratorIdType", "/administrator/idType"),
            Map.entry("administratorIdNumber", "/administrator/idNumber"),
            Map.entry("administratorValidFrom", "/administrator/validFrom"),
            Map.entry("administratorValidTo", "/administrator/validTo"),
            Map.entry("administratorEmblemDocumentId", "/administrator/emblemDocumentId"),
            Map.entry("administratorPortraitDocumentId", "/administrator/portraitDocumentId"),
            Map.entry("administratorPhone", "/administrator/phone"),
            Map.entry("phoneVerificationId", "/administrator/phoneVerificationId"));

    private Sheet() {}

    /** @param forms with values that need no quotation marks */
    static byte[] csv(List<? extends JsonNode> forms) {
        Stream<String> rows = forms.stream()
                .map(form -> line(column -> form.at(column.getValue()).asText()));
        return Stream.concat(Stream.of(line(Map.Entry::getKey)), rows)
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String line(Function<Map.Entry<String, String>, String> cell) {
        return COLUMNS.stream().map(cell).collect(Collectors.joining(",", "", "\n"));
    }
}
