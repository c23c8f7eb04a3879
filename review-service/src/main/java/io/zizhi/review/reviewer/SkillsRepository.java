package io.zizhi.review.reviewer;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores reviewers' skills. A reviewer without a row may take every review. */
@ApplicationScoped
public class SkillsRepository {

    private static final String READ = "select " + StoredSkills.COLUMNS
            + " from (values (1)) as one(n) left join reviewer_skills skills on skills.reviewer_id = :reviewer";

    /** The first change inserts the row. A later change must name the version that it changes. */
    private static final String WRITE = """
            insert into reviewer_skills(reviewer_id, owner_types, policies, purposes, subjects, version)
            select cast(:reviewer as text), cast(:ownerTypes as text[]), cast(:policies as text[]), cast(:purposes as text[]),
                cast(:subjects as text[]), 1
            where cast(:version as bigint) = 0 or exists (select from reviewer_skills where reviewer_id = :reviewer)
            on conflict (reviewer_id) do update
            set owner_types = excluded.owner_types, policies = excluded.policies, purposes = excluded.purposes,
                subjects = excluded.subjects, version = reviewer_skills.version + 1
            where reviewer_skills.version = cast(:version as bigint)
            """;

    Uni<StoredSkills> read(String reviewerId) {
        return new NativeQuery(READ)
                .with("reviewer", reviewerId)
                .single(Tuple.class)
                .map(StoredSkills::from);
    }

    /** Writes the skills. Returns false unless {@code version} is current; 0 stands for skills that were never set. */
    Uni<Boolean> write(String reviewerId, Skills skills, long version) {
        return new NativeQuery(WRITE)
                .with("reviewer", reviewerId)
                .with("ownerTypes", array(skills.ownerTypes()))
                .with("policies", array(skills.policies()))
                .with("purposes", array(skills.purposes()))
                .with("subjects", array(skills.subjects()))
                .with("version", version)
                .execute()
                .map(written -> written == 1);
    }

    private static String[] array(@Nullable List<?> values) {
        return values == null
                ? new String[0]
                : values.stream().map(String::valueOf).toArray(String[]::new);
    }
}
