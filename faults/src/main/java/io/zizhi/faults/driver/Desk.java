package io.zizhi.faults.driver;

import io.zizhi.e2e.InventedPerson;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The reviewers' knowledge of qualifications and letters, provided by the applicants of the run. */
final class Desk {

    private final Map<Long, Case> cases = new ConcurrentHashMap<>();

    /**
     * @param document one of its documents
     * @param administrator the person whom a reviewer may name in a note; also invented for letters
     */
    record Case(String document, InventedPerson administrator) {}

    void register(long subject, String document, InventedPerson administrator) {
        cases.put(subject, new Case(document, administrator));
    }

    Optional<Case> of(long subject) {
        return Optional.ofNullable(cases.get(subject));
    }
}
