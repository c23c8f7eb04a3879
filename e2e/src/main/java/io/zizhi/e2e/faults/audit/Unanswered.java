package io.zizhi.e2e.faults.audit;

import io.zizhi.e2e.faults.driver.Moment;
import io.zizhi.e2e.faults.driver.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Requests whose answer never came: each may have had its effect, once, at any time after it was sent. Drivers and
 * databases run on one machine and go by one clock.
 */
final class Unanswered {

    private final List<Instant> sent;

    /** @param requests of one kind, by those who may have caused the same effects; the answered ones are left out */
    Unanswered(Collection<Operation> requests) {
        this.sent = requests.stream()
                .filter(request -> request.end() == Moment.INFO)
                .map(Operation::from)
                .sorted()
                .toList();
    }

    /**
     * Those effects that none of the requests can have had. The earliest effect takes the earliest request, so that no
     * other way of sharing them out explains more.
     *
     * @param at the column that says when
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
