package io.zizhi.e2e.faults.driver;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.e2e.Form;
import io.zizhi.e2e.InventedPerson;
import io.zizhi.local.demo.DemoAccount;
import io.zizhi.local.demo.DemoAccounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * An applicant with a few qualifications at a time. Gives up what is refused, repeats under the same key what was not
 * answered, and does not mind that the suite fails.
 */
final class ApplicantWork implements Runnable {

    private static final int AT_A_TIME = 4;
    private static final int LOOKS_FOR_A_CODE = 40;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final String worker;
    private final DemoAccount account;
    private final String ownerType;
    private final ApplicantCalls calls;
    private final Canaries canaries;
    private final Pictures pictures;
    private final Desk desk;
    private final Random random;
    private final Pace pace;
    private final BooleanSupplier running;
    private final Patience patience;
    private final List<Filing> filings = new ArrayList<>();
    private int named;

    ApplicantWork(
            String worker,
            DemoAccount account,
            ApplicantCalls calls,
            Canaries canaries,
            Pictures pictures,
            Desk desk,
            Random random,
            Pace pace,
            BooleanSupplier running) {
        this.worker = worker;
        this.account = account;
        this.ownerType = account.equals(DemoAccounts.INSTITUTION) ? "PUBLIC_INSTITUTION" : "COMPANY";
        this.calls = calls;
        this.canaries = canaries;
        this.pictures = pictures;
        this.desk = desk;
        this.random = random;
        this.pace = pace;
        this.running = running;
        this.patience = new Patience(running);
    }

    @Override
    public void run() {
        while (running.getAsBoolean()) {
            if (filings.isEmpty() || (filings.size() < AT_A_TIME && chance(50))) {
                file();
            } else {
                goOn(filings.get(random.nextInt(filings.size())));
            }
            pace.pause(random);
        }
    }

    /** From the phone code to the submission. */
    private void file() {
        InventedPerson person = canaries.person(random);
        Optional<String> verification = verifiedPhone(person.phone());
        if (verification.isEmpty()) {
            return;
        }
        Optional<Form.Documents> documents = documents();
        if (documents.isEmpty()) {
            return;
        }
        String name = "故障演练" + worker.replace("-", "") + "第" + ++named;
        ObjectNode form = Form.filledIn(account, name, ownerType, person, verification.get(), documents.get());
        Reply drafted = patience.untilAnswered(() -> calls.draft(form));
        if (!drafted.isOk()) {
            return;
        }
        Filing filing = new Filing(drafted.number("id"), person, form);
        if (chance(5)) {
            delete(filing, drafted.number("version"));
            return;
        }
        filings.add(filing);
        desk.tell(filing.id(), documents.get().emblem(), person);
        submit(filing, drafted.number("version"));
    }

    private Optional<Form.Documents> documents() {
        Optional<String> emblem = upload("ID_EMBLEM");
        Optional<String> portrait = emblem.flatMap(before -> upload("ID_PORTRAIT"));
        Optional<String> certificate = portrait.flatMap(before -> upload(Form.certificateKind(ownerType)));
        return certificate.map(last -> new Form.Documents(emblem.orElseThrow(), portrait.orElseThrow(), last));
    }

    /** A repeated upload is another document: what the first left behind is nobody's. */
    private Optional<String> upload(String kind) {
        byte[] picture = pictures.any(kind, random);
        return Optional.of(patience.untilAnswered(() -> calls.upload(kind, picture)))
                .filter(Reply::isOk)
                .map(reply -> reply.text("documentId"));
    }

    private Optional<String> verifiedPhone(String phone) {
        Reply requested = patience.untilAnswered(() -> calls.requestCode(phone));
        if (!requested.isOk()) {
            return Optional.empty();
        }
        String verification = requested.text("verificationId");
        for (int look = 0; look < LOOKS_FOR_A_CODE && running.getAsBoolean(); look++) {
            Optional<String> code = calls.code(phone);
            if (code.isPresent()) {
                return entered(verification, code.get());
            }
            Pace.hold(BETWEEN_LOOKS);
        }
        return Optional.empty();
    }

    /** Some mistype it first. */
    private Optional<String> entered(String verification, String code) {
        if (chance(10)) {
            calls.guess(verification, anotherThan(code));
        }
        Reply verified = patience.untilAnswered(() -> calls.verify(verification, code));
        return Optional.of(verification).filter(id -> verified.isOk());
    }

    private static String anotherThan(String code) {
        char last = code.charAt(code.length() - 1);
        return code.substring(0, code.length() - 1) + (last == '9' ? '0' : (char) (last + 1));
    }

    private void submit(Filing filing, long version) {
        submit(filing, new Filing.Attempt(version, new UUID(random.nextLong(), random.nextLong())));
    }

    private void submit(Filing filing, Filing.Attempt attempt) {
        filing.attempt(attempt);
        Reply reply = patience.untilAnswered(() -> calls.submit(filing.id(), attempt.version(), attempt.key()));
        if (reply.isIndefinite()) {
            return;
        }
        filing.answered();
        if (reply.isOk() && chance(10)) {
            calls.submit(filing.id(), attempt.version(), attempt.key());
        }
    }

    private void goOn(Filing filing) {
        Optional<Filing.Attempt> open = filing.openAttempt();
        if (open.isPresent()) {
            submit(filing, open.get());
            return;
        }
        Reply now = calls.read(filing.id());
        if (!now.isOk()) {
            return;
        }
        long version = now.number("version");
        switch (now.text("status")) {
            case "IN_REVIEW" -> {
                if (chance(4)) {
                    long workOrder = now.number("workOrder");
                    patience.untilAnswered(() -> calls.withdraw(filing.id(), version, workOrder));
                }
            }
            case "SUPPLEMENT_REQUIRED" -> resubmit(filing, version);
            case "REJECTED", "WITHDRAWN" -> goOnOrPart(filing, version, 50);
            case "APPROVED" -> goOnOrPart(filing, version, 15);
            default -> part(filing, version);
        }
    }

    private void goOnOrPart(Filing filing, long version, int percent) {
        if (chance(percent)) {
            resubmit(filing, version);
        } else if (chance(30)) {
            patience.untilAnswered(() -> calls.discard(filing.id(), version));
        } else {
            part(filing, version);
        }
    }

    /** Some keep it, some do not. */
    private void part(Filing filing, long version) {
        filings.remove(filing);
        if (chance(50)) {
            delete(filing, version);
        }
    }

    private void delete(Filing filing, long version) {
        patience.untilAnswered(() -> calls.delete(filing.id(), version));
    }

    /** Every submission needs a verified phone, and a number gets one code a minute: the administrator has another. */
    private void resubmit(Filing filing, long version) {
        InventedPerson administrator = filing.administrator().withPhoneOf(canaries.person(random));
        Optional<String> verification = verifiedPhone(administrator.phone());
        Optional<String> proof = verification.flatMap(id -> upload("MORE_MATERIAL"));
        if (proof.isEmpty()) {
            return;
        }
        ArrayNode material = (ArrayNode) filing.form().path("moreMaterial");
        material.removeAll();
        material.add(proof.get());
        ((ObjectNode) filing.form().path("administrator"))
                .put("phone", administrator.phone())
                .put("phoneVerificationId", verification.orElseThrow());
        Reply edited = patience.untilAnswered(() -> calls.edit(filing.id(), version, filing.form(), proof.get()));
        if (edited.isOk()) {
            submit(filing, edited.number("version"));
        }
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
