package io.zizhi.faults.audit.notices;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * An approved revision of a qualification, or an approved letter.
 *
 * @param ownerType of its timers
 * @param owner id of the qualification or letter
 * @param cycle number of the approval of this owner, from 1
 * @param workOrder work order of its submission
 * @param ends the expiring evidence, by its last day
 * @param armed when its timers were armed
 * @param over when a newer approval replaced it or its owner was deleted; empty while it is in force
 */
record Approval(
        String ownerType,
        String owner,
        long cycle,
        String workOrder,
        SortedMap<LocalDate, SortedSet<String>> ends,
        Span armed,
        Optional<Span> over) {

    static final String QUALIFICATION = "qualification-expiry";
    static final String LETTER = "letter-expiry";
}
