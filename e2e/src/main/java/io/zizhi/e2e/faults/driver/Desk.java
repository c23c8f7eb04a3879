package io.zizhi.e2e.faults.driver;

import io.zizhi.e2e.InventedPerson;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a reviewer sees of a qualification or letter, told by the applicants of the run. */
final class Desk {

    private final Map<Long, Case> cases = new ConcurrentHashMap<>();

    /**
     * @param document one of its documents
     * @param administrator whom a reviewer may name in a note; invented for letters, too
     */
    record Case(String document, InventedPerson administrator) {}

    void tell(long subject, String document, InventedPerson administrator) {
        cases.put(subject, new Case(document, administrator));
    }

    Optional<Case> of(long subject) {
        return Optional.ofNullable(cases.get(subject));
    }
}
