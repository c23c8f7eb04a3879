package io.zizhi.review.reviewer;

import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.ReviewSubject;
import jakarta.persistence.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A reviewer's stored skills.
 *
 * @param version counts the changes; 0 before the first
 */
record StoredSkills(Skills skills, long version) {

    /** Selects lists as text, because the columns of an outer join may be null. */
    static final String COLUMNS = """
            array_to_string(skills.owner_types, ',') as owner_types, array_to_string(skills.policies, ',') as policies,
            array_to_string(skills.purposes, ',') as purposes, array_to_string(skills.subjects, ',') as subjects,
            coalesce(skills.version, 0) as version
            """;

    static StoredSkills from(Tuple row) {
        return from(
                row.get("owner_types", String.class),
                row.get("policies", String.class),
                row.get("purposes", String.class),
                row.get("subjects", String.class),
                row.get("version", Long.class));
    }

    /** Reads the {@link #COLUMNS}. */
    static StoredSkills from(
            @Nullable String ownerTypes,
            @Nullable String policies,
            @Nullable String purposes,
            @Nullable String subjects,
            long version) {
        Skills skills = new Skills(
                list(ownerTypes, OwnerType::valueOf),
                list(policies, Function.identity()),
                list(purposes, Purpose::valueOf),
                list(subjects, ReviewSubject::valueOf));
        return new StoredSkills(skills, version);
    }

    private static <T> @Nullable List<T> list(@Nullable String text, Function<String, T> value) {
        return text == null || text.isEmpty()
                ? null
                : Arrays.stream(text.split(",", -1)).map(value).toList();
    }
}
