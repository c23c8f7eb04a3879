package io.zizhi.qualification.outcome.unwatched;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** A kind of thing of which some were approved before anybody watched for their end. Every bean of this type is asked. */
public interface Unwatched {

    /** The owner type of its timers, under which the list has it. */
    String ownerType();

    /** Locks those that nobody else has locked and returns their ids; every writer locks the owner before its timers. */
    Uni<List<Long>> lockFree(List<Long> ids);

    /** Arms the timers of these, which are locked; of those only that still count and that nobody watches. */
    Uni<Void> watch(List<Long> ids);
}
