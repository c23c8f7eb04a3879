package io.zizhi.faults.driver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.e2e.InventedPerson;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** One qualification and its state as its applicant knows it. */
final class Filing {

    private final long id;
    private final InventedPerson administrator;
    private final ObjectNode form;
    private Optional<Attempt> openAttempt = Optional.empty();

    /** A submission without a response so far. */
    record Attempt(long version, UUID key) {

        /** Returns an attempt with a new idempotency key. */
        static Attempt first(long version, Random random) {
            return new Attempt(version, new UUID(random.nextLong(), random.nextLong()));
        }
    }

    Filing(long id, InventedPerson administrator, ObjectNode form) {
        this.id = id;
        this.administrator = administrator;
        this.form = form;
    }

    long id() {
        return id;
    }

    InventedPerson administrator() {
        return administrator;
    }

    ObjectNode form() {
        return form;
    }

    /** Returns a submission to repeat unchanged until it has a response. */
    Optional<Attempt> openAttempt() {
        return openAttempt;
    }

    void attempt(Attempt attempt) {
        openAttempt = Optional.of(attempt);
    }

    void answered() {
        openAttempt = Optional.empty();
    }
}
