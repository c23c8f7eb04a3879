package io.zizhi.faults.campaign;

import io.zizhi.faults.driver.history.Moment;
import io.zizhi.faults.driver.history.Operation;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Recognises whether the actors have done enough, so that the invariants are checked on something. */
final class EnoughWork {

    /** Reported late: signatures are bound only to qualifications whose restriction was requested. */
    private static final Set<String> ANSWERS = Set.of("ACCEPTED", "REJECTED");

    /** Done only by the agency's two applicants, and rarely. */
    private static final Set<String> OF_AGENCIES = Set.of("submitLetter", "uploadSheet");

    private EnoughWork() {}

    /** Returns whether each topic has events, so that the first fault finds something to break. */
    static boolean hasBegun(Collection<Operation> operations) {
        return has(operations, "submit") && has(operations, "decide");
    }

    /** @param submissions how many are enough; 0 if nothing need be done */
    static boolean isIn(Collection<Operation> operations, int submissions) {
        return submissions == 0
                || (submitted(operations) >= submissions
                        && OF_AGENCIES.stream().allMatch(work -> has(operations, work))
                        && answers(operations).containsAll(ANSWERS));
    }

    private static boolean has(Collection<Operation> operations, String name) {
        return operations.stream().anyMatch(operation -> operation.is(name, Moment.OK));
    }

    private static long submitted(Collection<Operation> operations) {
        return operations.stream()
                .filter(operation -> operation.is("submit", Moment.OK))
                .map(operation -> operation.got("workOrder"))
                .distinct()
                .count();
    }

    private static Set<String> answers(Collection<Operation> operations) {
        return operations.stream()
                .filter(operation -> operation.is("reportFiling", Moment.OK))
                .map(operation -> operation.sent("result"))
                .collect(Collectors.toSet());
    }
}
