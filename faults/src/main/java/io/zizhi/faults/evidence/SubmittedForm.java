package io.zizhi.faults.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.e2e.Api;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The plain-text part of a submitted form of a qualification or letter.
 *
 * @param content the form
 */
public record SubmittedForm(JsonNode content) {

    /** Last day of long-term certificates without an expiry date (长期). */
    private static final LocalDate LONG_TERM = LocalDate.of(2099, 12, 31);

    private static final Map<String, String> EVIDENCE = Map.of(
            "/company/certificate/validTo", "CERTIFICATE",
            "/legalRepresentative/validTo", "LEGAL_REPRESENTATIVE",
            "/administrator/validTo", "ADMINISTRATOR");
    private static final Map<String, String> LETTER = Map.of("/validTo", "AUTHORIZATION_LETTER");

    /** @param submitted a revision or the submission of a letter */
    public static SubmittedForm of(Row submitted) {
        try {
            return new SubmittedForm(Api.JSON.readTree(submitted.text("content")));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("The form is unreadable in " + submitted, unreadable);
        }
    }

    /** Returns a qualification's evidence by its last day, except long-term and missing evidence. */
    public SortedMap<LocalDate, SortedSet<String>> ends() {
        return ends(EVIDENCE);
    }

    /** Returns a letter as evidence by its last day; empty if it is long-term. */
    public SortedMap<LocalDate, SortedSet<String>> endOfLetter() {
        return ends(LETTER);
    }

    private SortedMap<LocalDate, SortedSet<String>> ends(Map<String, String> fields) {
        SortedMap<LocalDate, SortedSet<String>> ends = new TreeMap<>();
        fields.forEach((field, evidence) -> Optional.of(content.at(field).asText(""))
                .filter(day -> !day.isEmpty())
                .map(SubmittedForm::day)
                .filter(day -> day.isBefore(LONG_TERM))
                .ifPresent(day ->
                        ends.computeIfAbsent(day, none -> new TreeSet<>()).add(evidence)));
        return ends;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            throw new IllegalStateException("Unreadable last day in a form: " + text, noDay);
        }
    }

    /** Returns the credit code of a qualification's owner. */
    public String creditCodeOfOwner() {
        return content.at("/company/creditCode").asText("");
    }

    /** Returns the credit code of the authorising company of a letter. */
    public String creditCodeOfAuthoriser() {
        return content.path("creditCode").asText("");
    }

    /** Returns the verification of the phone that receives results. */
    public String verification() {
        return content.at("/administrator/phoneVerificationId").asText("");
    }
}
