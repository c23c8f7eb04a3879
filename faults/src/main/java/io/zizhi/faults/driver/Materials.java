package io.zizhi.faults.driver;

import io.zizhi.e2e.Form;
import io.zizhi.faults.driver.calls.ApplicantCalls;
import io.zizhi.faults.driver.history.Reply;
import java.time.Duration;
import java.util.Optional;

/** Uploads the documents and verifies the phones that forms refer to. */
final class Materials {

    private static final int LOOKS_FOR_A_CODE = 40;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final int MISTYPED_PERCENT = 10;

    private final ApplicantCalls calls;
    private final Pictures pictures;
    private final Habits habits;

    Materials(ApplicantCalls calls, Pictures pictures, Habits habits) {
        this.calls = calls;
        this.pictures = pictures;
        this.habits = habits;
    }

    Optional<Form.Documents> documents(String ownerType) {
        Optional<String> emblem = upload("ID_EMBLEM");
        Optional<String> portrait = emblem.flatMap(before -> upload("ID_PORTRAIT"));
        Optional<String> certificate = portrait.flatMap(before -> upload(Form.certificateKind(ownerType)));
        return certificate.map(last -> new Form.Documents(emblem.orElseThrow(), portrait.orElseThrow(), last));
    }

    /** Uploads a document. A repeated upload creates another document, and the first one stays unused. */
    Optional<String> upload(String kind) {
        byte[] picture = pictures.any(kind, habits.random());
        return Optional.of(habits.untilAnswered(() -> calls.upload(kind, picture)))
                .filter(Reply::isOk)
                .map(reply -> reply.text("documentId"));
    }

    /** Returns the id of the verification. */
    Optional<String> verifiedPhone(String phone) {
        Reply requested = habits.untilAnswered(() -> calls.requestCode(phone));
        if (!requested.isOk()) {
            return Optional.empty();
        }
        String verification = requested.text("verificationId");
        for (int look = 0; look < LOOKS_FOR_A_CODE && habits.running().getAsBoolean(); look++) {
            Optional<String> code = calls.code(phone);
            if (code.isPresent()) {
                return entered(verification, code.get());
            }
            Pace.hold(BETWEEN_LOOKS);
        }
        return Optional.empty();
    }

    /** Enters the code; sometimes enters a wrong one first. */
    private Optional<String> entered(String verification, String code) {
        if (habits.chance(MISTYPED_PERCENT)) {
            calls.guess(verification, anotherThan(code));
        }
        Reply verified = habits.untilAnswered(() -> calls.verify(verification, code));
        return Optional.of(verification).filter(id -> verified.isOk());
    }

    private static String anotherThan(String code) {
        char last = code.charAt(code.length() - 1);
        return code.substring(0, code.length() - 1) + (last == '9' ? '0' : (char) (last + 1));
    }
}
