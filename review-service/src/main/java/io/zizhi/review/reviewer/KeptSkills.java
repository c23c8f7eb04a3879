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
 * What is kept of a reviewer's skills.
 *
 * @param version counts their changes; 0 while there was none
 */
record KeptSkills(Skills skills, long version) {

    /** Lists as texts, because the row of a join may have none. */
    static final String COLUMNS = """
            array_to_string(skills.owner_types, ',') as owner_types, array_to_string(skills.policies, ',') as policies,
            array_to_string(skills.purposes, ',') as purposes, array_to_string(skills.subjects, ',') as subjects,
            coalesce(skills.version, 0) as version
            """;

    static KeptSkills from(Tuple row) {
        Skills skills = new Skills(
                list(row, "owner_types", OwnerType::valueOf),
                list(row, "policies", Function.identity()),
                list(row, "purposes", Purpose::valueOf),
                list(row, "subjects", ReviewSubject::valueOf));
        return new KeptSkills(skills, row.get("version", Long.class));
    }

    private static <T> @Nullable List<T> list(Tuple row, String column, Function<String, T> value) {
        String text = row.get(column, String.class);
        return text == null || text.isEmpty()
                ? null
                : Arrays.stream(text.split(",", -1)).map(value).toList();
    }
}
