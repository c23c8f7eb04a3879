package io.zizhi.qualification.model.timeline;

import io.vertx.core.json.JsonObject;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One entry in the timeline of a qualification or a letter: who did what, when, and under which work order. It never
 * changes.
 */
@MappedSuperclass
public abstract class RecordedAct {

    /** Detail of an act of two persons: the subject of the person who requested it. Only staff see it. */
    public static final String REQUESTED_BY = "requestedBy";

    /** Detail of an act of two persons: the subject of the person who confirmed it. Only staff see it. */
    public static final String CONFIRMED_BY = "confirmedBy";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Enumerated(EnumType.STRING)
    private Act act;

    /** The subject of the actor's token. */
    private String actor;

    /** The role of the actor; see {@link io.zizhi.platform.identity.Roles}. */
    private String role;

    private Instant at;

    private @Nullable Long workOrder;

    /** Codes, pointers and numbers; never personal data. */
    private JsonObject details;

    protected RecordedAct() {}

    protected RecordedAct(Actor actor, Act act, Instant at, @Nullable Long workOrder, Map<String, Object> details) {
        this.act = act;
        this.actor = actor.subject();
        this.role = actor.role();
        this.at = at;
        this.workOrder = workOrder;
        this.details = new JsonObject(details);
    }

    /** Returns the id of the qualification or letter that the timeline belongs to. */
    protected abstract long subjectId();

    public long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    public Act act() {
        return act;
    }

    public String actor() {
        return actor;
    }

    public String role() {
        return role;
    }

    public Instant at() {
        return at;
    }

    public @Nullable Long workOrder() {
        return workOrder;
    }

    public Map<String, Object> details() {
        return details.getMap();
    }

    /** Returns the details without the persons of the staff, who are not named to the owner. */
    public Map<String, Object> detailsWithoutStaff() {
        Map<String, Object> shown = new LinkedHashMap<>(details());
        shown.keySet().removeAll(List.of(REQUESTED_BY, CONFIRMED_BY));
        return shown;
    }

    String detailsAsJson() {
        return details.encode();
    }

    /** Returns the names of the changed fields, as recorded in the audit log. */
    @SuppressWarnings("unchecked") // Details hold field names under this key and nothing else.
    public List<String> fields() {
        return (List<String>) details().getOrDefault("fields", List.of());
    }
}
