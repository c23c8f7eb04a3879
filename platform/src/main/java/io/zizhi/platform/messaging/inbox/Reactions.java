package io.zizhi.platform.messaging.inbox;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.zizhi.contracts.Event;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the one reaction to an event. Two reactions to the same event abort the start. */
@ApplicationScoped
class Reactions {

    /** Stands for the preparation of a reaction that needs none. */
    private static final Object NOTHING = new Object();

    private final Map<Class<?>, PreparedReaction<Event, Object>> byEvent = new HashMap<>();

    Reactions(
            @All List<Reaction<?>> plain,
            @All List<ReadingReaction<?, ?>> reading,
            @All List<PreparedReaction<?, ?>> prepared) {
        plain.forEach(reaction -> register(new WithoutPreparation(cast(reaction))));
        reading.forEach(reaction -> register(new WithQueries(castReading(reaction))));
        prepared.forEach(reaction -> register(castPrepared(reaction)));
    }

    @Nullable
    PreparedReaction<Event, Object> of(Class<?> eventClass) {
        return byEvent.get(eventClass);
    }

    private void register(PreparedReaction<Event, Object> reaction) {
        if (byEvent.put(reaction.event(), reaction) != null) {
            throw new IllegalStateException(
                    "Two reactions are registered for " + reaction.event().getSimpleName());
        }
    }

    // Safe: a reaction is called only with events of its own declared class.
    @SuppressWarnings("unchecked")
    private static Reaction<Event> cast(Reaction<?> reaction) {
        return (Reaction<Event>) reaction;
    }

    // Safe: as above; the result of read is passed to react of the same object.
    @SuppressWarnings("unchecked")
    private static ReadingReaction<Event, Object> castReading(ReadingReaction<?, ?> reaction) {
        return (ReadingReaction<Event, Object>) reaction;
    }

    // Safe: as above; the result of prepare is passed to react of the same object.
    @SuppressWarnings("unchecked")
    private static PreparedReaction<Event, Object> castPrepared(PreparedReaction<?, ?> reaction) {
        return (PreparedReaction<Event, Object>) reaction;
    }

    private record WithQueries(ReadingReaction<Event, Object> reaction) implements PreparedReaction<Event, Object> {

        @Override
        public Class<Event> event() {
            return reaction.event();
        }

        @Override
        public Uni<Object> prepare(Event event) {
            return Uni.createFrom().item(NOTHING);
        }

        @Override
        public Uni<Object> read(Object prepared) {
            return reaction.read();
        }

        @Override
        public Uni<Void> react(Event event, EventContext context, Object read) {
            return reaction.react(event, context, read);
        }
    }

    private record WithoutPreparation(Reaction<Event> reaction) implements PreparedReaction<Event, Object> {

        @Override
        public Class<Event> event() {
            return reaction.event();
        }

        @Override
        public Uni<Object> prepare(Event event) {
            return Uni.createFrom().item(NOTHING);
        }

        @Override
        public Uni<Void> react(Event event, EventContext context, Object prepared) {
            return reaction.react(event, context);
        }
    }
}
