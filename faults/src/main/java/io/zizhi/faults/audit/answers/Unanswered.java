package io.zizhi.faults.audit.answers;

import io.zizhi.faults.driver.history.Moment;
import io.zizhi.faults.driver.history.Operation;
import io.zizhi.faults.evidence.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Requests without a response. Each may have had its effect, once, at any time after it was sent. Drivers and databases
 * run on one machine and use one clock.
 */
final class Unanswered {

    private final List<Instant> sent;

    /** @param requests of one kind, grouped by possible effect; answered requests are ignored */
    Unanswered(Collection<Operation> requests) {
        this.sent = requests.stream()
                .filter(request -> request.end() == Moment.INFO)
                .map(Operation::from)
                .sorted()
                .toList();
    }

    /**
     * Returns the effects that no request can explain. Assigns the earliest effect to the earliest request, which
     * explains as many effects as possible.
     *
     * @param at the column with the time of the effect
     */
    List<Row> unexplained(Collection<Row> effects, String at) {
        List<Row> unexplained = new ArrayList<>();
        int next = 0;
        for (Row effect : effects.stream()
                .sorted(Comparator.comparing(row -> row.instant(at)))
                .toList()) {
            if (next < sent.size() && !sent.get(next).isAfter(effect.instant(at))) {
                next++;
            } else {
                unexplained.add(effect);
            }
        }
        return unexplained;
    }
}
