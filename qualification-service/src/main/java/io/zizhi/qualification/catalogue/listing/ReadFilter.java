package io.zizhi.qualification.catalogue.listing;

import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.model.revision.RevisionSeal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Turns what was asked for into what is looked up: names of persons into their blind index, days into a date. */
@ApplicationScoped
class ReadFilter {

    private final RevisionSeal seal;
    private final Clock clock;

    ReadFilter(RevisionSeal seal, Clock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    /** 400 where a parameter has not the right form. */
    ListFilter of(ListParameters asked) {
        String legalPerson = asked.legalPerson();
        return new ListFilter(
                asked.statuses(),
                asked.purposes(),
                asked.ownerTypes(),
                asked.name(),
                asked.company(),
                legalPerson == null ? null : seal.legalPersonIndex(legalPerson),
                asked.workOrder(),
                expiringBy(asked.days()));
    }

    private @Nullable LocalDate expiringBy(@Nullable Integer days) {
        return days == null
                ? null
                : LocalDate.ofInstant(clock.instant(), Period.ZONE).plusDays(days);
    }
}
