package io.zizhi.faults.audit.answers;

import io.zizhi.faults.driver.history.Moment;
import io.zizhi.faults.driver.history.Operation;
import io.zizhi.faults.evidence.Evidence;
import io.zizhi.faults.evidence.Findings;
import io.zizhi.faults.evidence.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks the responses about phone codes: requests and entered codes. A phone number is erased when its qualification
 * is deleted.
 */
final class CodeAnswers implements Answers {

    private static final String SUBJECT = "phone-verification/";
    private static final Set<String> ENTERED = Set.of("VERIFIED", "USED");

    @Override
    public void compare(Evidence evidence, Findings findings) {
        Map<String, Row> verifications =
                evidence.rowsBy(Evidence.NOTIFICATION, "phone_verification", "verification_id");
        Set<String> erased = erased(evidence);
        requests(evidence, findings, verifications, erased);
        entries(evidence, findings, verifications, erased);
        guesses(evidence, findings, verifications);
    }

    private static void requests(
            Evidence evidence, Findings findings, Map<String, Row> verifications, Set<String> erased) {
        Map<String, Row> messages = evidence.rows(Evidence.NOTIFICATION, "sms_message").stream()
                .filter(message -> message.text("template").equals("PHONE_CODE"))
                .collect(Collectors.toMap(
                        message -> message.text("subject").substring(SUBJECT.length()),
                        message -> message,
                        (first, second) -> first));
        List<Row> others = new ArrayList<>(messages.values());
        asked(evidence, "requestCode")
                .filter(request -> request.end() == Moment.OK)
                .forEach(request -> {
                    String verification = request.got("verificationId");
                    Row message = messages.get(verification);
                    findings.require(message != null, "No code was sent for " + verification, request);
                    findings.require(
                            verifications.containsKey(verification) || erased.contains(verification),
                            "The phone verification " + verification + " is missing",
                            request);
                    others.remove(message);
                });
        Map<String, List<Operation>> byAccount =
                asked(evidence, "requestCode").collect(Collectors.groupingBy(request -> request.sent("account")));
        others.stream()
                .collect(Collectors.groupingBy(message -> message.text("account_id")))
                .forEach((account, rows) -> new Unanswered(byAccount.getOrDefault(account, List.of()))
                        .unexplained(rows, "queued_at")
                        .forEach(row ->
                                findings.add("A code was sent whose request was rejected or does not exist", row)));
        verifications.forEach(
                (id, row) -> findings.require(messages.containsKey(id), "Verification without a code: " + id, row));
    }

    private static void entries(
            Evidence evidence, Findings findings, Map<String, Row> verifications, Set<String> erased) {
        Map<String, List<Operation>> byVerification = byVerification(evidence, "verify");
        byVerification.forEach((id, entries) -> {
            Row verification = verifications.get(id);
            long successes =
                    entries.stream().filter(entry -> entry.end() == Moment.OK).count();
            findings.require(successes <= 1, "The code of " + id + " was accepted " + successes + " times", entries);
            findings.require(
                    successes == 0 || isEntered(verification) || (verification == null && erased.contains(id)),
                    "The phone of " + id + " was verified but is not",
                    entries,
                    String.valueOf(verification));
        });
        verifications.forEach((id, verification) -> {
            List<Operation> entries = byVerification.getOrDefault(id, List.of());
            findings.require(
                    !isEntered(verification) || entries.stream().anyMatch(entry -> entry.end() != Moment.FAIL),
                    "The phone of " + id + " is verified although its code was rejected or never entered",
                    verification,
                    entries);
        });
    }

    private static boolean isEntered(@Nullable Row verification) {
        return verification != null && ENTERED.contains(verification.text("status"));
    }

    /** Checks wrong codes: each is rejected, and the attempt is recorded. */
    private static void guesses(Evidence evidence, Findings findings, Map<String, Row> verifications) {
        Map<String, List<Operation>> byVerification = byVerification(evidence, "guess");
        verifications.forEach((id, verification) -> {
            List<Operation> guesses = byVerification.getOrDefault(id, List.of());
            long wrong = guesses.stream()
                    .filter(guess -> guess.got("code").equals("PHONE_CODE_WRONG"))
                    .count();
            long unanswered =
                    guesses.stream().filter(guess -> guess.end() == Moment.INFO).count();
            long counted = verification.number("wrong_tries");
            findings.require(
                    wrong <= counted && counted <= wrong + unanswered,
                    "Wrong codes for " + id + ": " + wrong + " rejected, " + counted + " counted",
                    verification,
                    guesses);
        });
        asked(evidence, "guess")
                .filter(guess -> guess.end() == Moment.OK)
                .forEach(guess -> findings.add("A wrong code was accepted for " + guess.sent("verification"), guess));
    }

    private static Map<String, List<Operation>> byVerification(Evidence evidence, String name) {
        return asked(evidence, name).collect(Collectors.groupingBy(operation -> operation.sent("verification")));
    }

    private static Stream<Operation> asked(Evidence evidence, String name) {
        return evidence.operations().stream()
                .filter(operation -> operation.name().equals(name));
    }

    /** Returns the verifications of deleted qualifications. */
    private static Set<String> erased(Evidence evidence) {
        Set<String> deleted = evidence.rows(Evidence.QUALIFICATION, "qualification").stream()
                .filter(row -> row.has("deleted_at"))
                .map(row -> row.text("id"))
                .collect(Collectors.toSet());
        return evidence.operations().stream()
                .filter(operation -> deleted.contains(operation.sent("id")) || deleted.contains(operation.got("id")))
                .map(operation -> operation.sent("verification"))
                .collect(Collectors.toSet());
    }
}
