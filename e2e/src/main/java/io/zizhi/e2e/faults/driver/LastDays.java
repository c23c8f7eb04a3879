package io.zizhi.e2e.faults.driver;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Draws the last days of certificates and letters: some of them such that people are reminded on the day of the campaign.
 *
 * @param reminders the day, in Asia/Shanghai, on which reminders are due while the campaign runs; nobody is reminded without it
 */
record LastDays(Optional<LocalDate> reminders) {

    /** How many days before its end somebody is reminded. */
    private static final List<Integer> REMINDED_BEFORE = List.of(1, 7, 30, 90);

    private static final int SOON_PERCENT = 35;

    /** The first of each applicant end soon: what comes later may be approved only after the reminders are due. */
    private static final int FIRST = 6;

    /**
     * Returns a last day.
     *
     * @param otherwise when most of them end
     * @param number counts what the applicant files of this kind, from 1
     */
    String draw(Random random, LocalDate otherwise, int number) {
        boolean soon = random.nextInt(100) < SOON_PERCENT || number <= FIRST;
        int before = REMINDED_BEFORE.get(random.nextInt(REMINDED_BEFORE.size()));
        return reminders
                .filter(day -> soon)
                .map(day -> day.plusDays(before))
                .orElse(otherwise)
                .toString();
    }
}
