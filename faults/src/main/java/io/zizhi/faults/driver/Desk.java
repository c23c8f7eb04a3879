package io.zizhi.faults.driver;

import io.zizhi.e2e.InventedPerson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** The reviewers' list of qualifications and letters, which the applicants of the run provide. */
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

    /** Returns a qualification or letter at random; empty before the first one. */
    Optional<Long> any(Random random) {
        List<Long> known = List.copyOf(cases.keySet());
        return known.isEmpty() ? Optional.empty() : Optional.of(known.get(random.nextInt(known.size())));
    }
}
