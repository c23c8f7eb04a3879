package io.zizhi.qualification.catalogue.listing.query;

import io.zizhi.qualification.form.Period;
import io.zizhi.qualification.model.revision.RevisionSeal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Converts query parameters to a filter: persons' names to blind indexes, numbers of days to a date. */
@ApplicationScoped
public class ReadFilter {

    private final RevisionSeal seal;
    private final Clock clock;

    ReadFilter(RevisionSeal seal, Clock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    /** Fails with 400 if a parameter is invalid. */
    public ListFilter of(ListParameters asked) {
        String legalRepresentative = asked.legalRepresentative();
        return new ListFilter(
                asked.statuses(),
                asked.restriction(),
                asked.purposes(),
                asked.ownerTypes(),
                asked.name(),
                asked.company(),
                legalRepresentative == null ? null : seal.legalRepresentativeIndex(legalRepresentative),
                asked.workOrder(),
                expiringBy(asked.days()));
    }

    private @Nullable LocalDate expiringBy(@Nullable Integer days) {
        return days == null
                ? null
                : LocalDate.ofInstant(clock.instant(), Period.ZONE).plusDays(days);
    }
}
