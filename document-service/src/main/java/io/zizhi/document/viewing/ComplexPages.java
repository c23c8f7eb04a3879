package io.zizhi.document.viewing;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.document.viewing.pages.RenderPages;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.runtime.cleanup.OutdatedRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * Remembers pages that took too much time or memory, for all replicas, so that a page of a few bytes does not occupy a
 * process again and again. It forgets them after an hour, because a busy machine may have been the reason.
 */
@ApplicationScoped
class ComplexPages {

    private static final Duration REMEMBERED = Duration.ofHours(1);

    private static final String FIND = """
        select width from complex_page
        where document_id = :document and page = :page and renderer = :renderer and width <= :width
          and found_at > clock_timestamp() - make_interval(secs => :age)
        """;

    private static final String RECORD = """
        insert into complex_page (document_id, page, renderer, width)
        values (:document, :page, :renderer, :width)
        on conflict (document_id, page, renderer)
            do update set width = excluded.width, found_at = excluded.found_at
        """;

    private static final String DELETE = """
        delete from complex_page where ctid = any(array(
            select ctid from complex_page
            where found_at < statement_timestamp() - make_interval(secs => :age)
            order by found_at limit :limit for update skip locked))
        """;

    private final String renderer;

    ComplexPages(RenderPages render) {
        this.renderer = render.version();
    }

    /** Fails if the page was too complex within the last hour, as wide or narrower. */
    @WithSession
    Uni<Void> refuse(String documentId, int page, int width) {
        return on(FIND, documentId, page, width)
                .with("age", (double) REMEMBERED.toSeconds())
                .first()
                .invoke(found -> {
                    if (found.isPresent()) {
                        throw tooComplex();
                    }
                })
                .replaceWithVoid();
    }

    @WithTransaction
    Uni<Void> record(String documentId, int page, int width) {
        return on(RECORD, documentId, page, width).execute().replaceWithVoid();
    }

    private NativeQuery on(String statement, String documentId, int page, int width) {
        return new NativeQuery(statement)
                .with("document", documentId)
                .with("page", page)
                .with("renderer", renderer)
                .with("width", width);
    }

    static ProblemException tooComplex() {
        return Problems.unprocessable(
                "PAGE_TOO_COMPLEX", "The page cannot be shown: it takes too much time or memory.", List.of());
    }

    @Produces
    @Singleton
    static OutdatedRows complexPages() {
        return new OutdatedRows("complex_page", REMEMBERED, DELETE);
    }
}
