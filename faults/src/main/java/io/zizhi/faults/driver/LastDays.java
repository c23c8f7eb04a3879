package io.zizhi.faults.driver;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Draws the last days of certificates and letters; some cause reminders on the day of the campaign.
 *
 * @param reminders the day, in Asia/Shanghai, on which reminders are due during the campaign; empty for no reminders
 */
record LastDays(Optional<LocalDate> reminders) {

    /** The number of days before the last day on which reminders are sent. */
    private static final List<Integer> REMINDED_BEFORE = List.of(1, 7, 30, 90);

    private static final int SOON_PERCENT = 35;

    /**
     * Number of filings of each applicant that end soon. They are the first ones, because later filings may be approved
     * only after the reminders are due.
     */
    private static final int FIRST = 6;

    /**
     * Returns a last day.
     *
     * @param otherwise the last day of most filings
     * @param number number of the applicant's filing of this kind, from 1
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
