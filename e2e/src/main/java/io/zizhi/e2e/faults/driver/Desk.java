package io.zizhi.e2e.faults.driver;

import io.zizhi.e2e.InventedPerson;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a reviewer sees in the particulars of a qualification, told by the applicants of the run. */
final class Desk {

    private final Map<Long, Case> cases = new ConcurrentHashMap<>();

    /**
     * @param document one of its documents
     * @param administrator whom a reviewer may name in a note
     */
    record Case(String document, InventedPerson administrator) {}

    void tell(long qualification, String document, InventedPerson administrator) {
        cases.put(qualification, new Case(document, administrator));
    }

    Optional<Case> of(long qualification) {
        return Optional.ofNullable(cases.get(qualification));
    }
}
