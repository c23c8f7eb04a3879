package io.zizhi.e2e.faults.driver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.e2e.InventedPerson;
import java.util.Optional;
import java.util.UUID;

/** One qualification in the hands of its applicant. */
final class Filing {

    private final long id;
    private final InventedPerson administrator;
    private final ObjectNode form;
    private Optional<Attempt> openAttempt = Optional.empty();

    /** A submission whose answer has not come. */
    record Attempt(long version, UUID key) {}

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

    /** To be repeated as it was until there is an answer. */
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
